import { expect, test } from 'vitest';
import { openItem, type PdfOriginal } from '../assemble/source/open-item.ts';
import { pdfOf } from '../objects/testing.ts';
import { bytesSource, wasmPath } from '../reader/testing.ts';
import { pixelsOf } from '../redactions/pixels.ts';
import { planRedactions } from './plan-redactions.ts';
import { streamOf } from './seen/testing.ts';

const signs = [...'Jane Ro'].filter((sign) => sign !== ' ');

/** A page that writes with Helvetica as `/F`, and as `/T` with letters that a drawing makes, all alike. */
function pageWith(content: string, matrix = '1 0 0 1 0 0', letter = '60 0 d0 5 0 50 70 re f'): Uint8Array {
  const differences = signs.map((sign) => `${sign.charCodeAt(0)}/${sign}`).join(' ');
  return pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F 4 0 R/T 5 0 R>>>>/Contents 7 0 R>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    `<</Type/Font/Subtype/Type3/FontBBox[0 0 0 0]/FontMatrix[${matrix}]/Encoding<</Differences[${differences}]>>/FirstChar 32/LastChar 122/Widths[${Array(91).fill(60).join(' ')}]/CharProcs<<${signs.map((sign) => `/${sign} 6 0 R`).join('')}>>/Resources<<>>>>`,
    streamOf('', letter),
    streamOf('', content),
  ]);
}

test.each<[string, Uint8Array, number]>([
  ['stand on their heads', pageWith('BT /F 24 Tf 1 0 0 -1 72 700 Tm (Jane Roe) Tj ET'), 1],
  ['are mirrored', pageWith('BT /F 24 Tf -1 0 0 1 300 700 Tm (Jane Roe) Tj ET'), 1],
  ['have a size below zero', pageWith('BT /F -24 Tf 300 700 Td (Jane Roe) Tj ET'), 1],
  ['are drawn in a unit of their own', pageWith('BT /T 0.24 Tf 72 700 Td (Jane Roe) Tj ET'), 1],
  [
    'are drawn beside their places, in boxes that are not theirs',
    pageWith('BT /T 24 Tf 72 600 Td (Jane Roe) Tj ET', '.01 0 0 .01 0 0', '60 0 0 0 1 1 d1 5 200 50 70 re f'),
    3,
  ],
])('words whose letters %s are removed where their ink stands', async (_, pdf, places) => {
  const original = (await openItem('pdf', bytesSource(pdf), wasmPath)) as PdfOriginal;
  try {
    const plan = await planRedactions(
      original,
      { terms: ['Jane Roe'], hasIdentifiers: false, areas: [] },
      { recognize: () => Promise.resolve({ glyphs: [], runs: [] }), progress: () => {} },
    );
    const areas = plan.pages.get(0)!.redactions.map(({ area }) => pixelsOf(area, 1));
    expect(areas).toHaveLength(places);
    const { rgba, width } = (await original.document()).withPage(0, (page) => page.render(1));
    const left = Array.from({ length: rgba.length / 4 }, (__, at) => at).filter((at) => {
      const [x, y] = [at % width, Math.floor(at / width)];
      const isRemoved = areas.some(
        (area) => x >= area.left && x < area.right && y >= area.top && y < area.bottom,
      );
      return rgba[at * 4]! < 128 && !isRemoved;
    });
    expect(left).toEqual([]);
  } finally {
    original.close();
  }
});
