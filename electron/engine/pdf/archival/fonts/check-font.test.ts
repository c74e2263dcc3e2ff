import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assetsDirectory } from '../../assemble/testing.ts';
import { onePage, problemsOf, stream } from '../testing.ts';

describe('a font whose codes are read by a character map', () => {
  const program = readFileSync(join(assetsDirectory, 'fonts/NotoSansArmenian-Regular.ttf')).toString(
    'latin1',
  );
  const shown = (text: string, widths = '') =>
    onePage({
      content: `BT /F 12 Tf 72 72 Td ${text} Tj ET`,
      resources: '/Font<</F 5 0 R>>',
      objects: [
        '<</Type/Font/Subtype/Type0/BaseFont/Fairwater/Encoding/Identity-H/DescendantFonts[6 0 R]>>',
        `<</Type/Font/Subtype/CIDFontType2/BaseFont/Fairwater/CIDToGIDMap/Identity/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 7 0 R${widths}>>`,
        '<</Type/FontDescriptor/FontName/Fairwater/Flags 4/FontFile2 8 0 R>>',
        stream(program, `/Length1 ${program.length}`),
      ],
    });

  test('whose widths are told over and over ends in a finding', async () => {
    expect(await problemsOf(shown('<0003>', `/W[${'0 65535 500 '.repeat(20_000)}]`))).toEqual([
      'fontIncomplete',
    ]);
  });

  test('has every letter that is shown, be it seen or not', async () => {
    expect(await problemsOf(shown('3 Tr <0003>'))).toEqual([]);
    expect(await problemsOf(shown('3 Tr <f003>'))).toEqual(['fontMissingGlyph']);
  });
});
