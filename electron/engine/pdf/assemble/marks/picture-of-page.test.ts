import { expect, test } from 'vitest';
import { pdfOf } from '../../objects/testing.ts';
import { InkMap } from './ink-map.ts';
import { pictureOfPage } from './picture-of-page.ts';
import { withOnlyPage } from './testing.ts';

/** A page of 200 by 100 points with two Chinese characters, in a font that is not in the file, at its lower left. */
const inkOf = async (mode: number, turns: number) => {
  const content = `BT ${mode} Tr/F1 20 Tf 20 20 Td <4E2D56FD> Tj ET`;
  const pdf = pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Rotate ${turns * 90}/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>`,
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 7 0 R>>',
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
  ]);
  return new InkMap(await withOnlyPage(pdf, pictureOfPage));
};

test('characters in fonts that only other programs have are seen where they show them', async () => {
  const upright = await inkOf(0, 0);
  expect(upright.isFree(0.12, 0.22, 0.28, 0.34)).toBe(false);
  expect(upright.isFree(0.35, 0, 1, 1)).toBe(true);
  expect(upright.isFree(0, 0.5, 1, 1)).toBe(true);
  // Turned upside down, what stood at the lower left stands at the upper right.
  const turned = await inkOf(0, 2);
  expect(turned.isFree(0.72, 0.66, 0.88, 0.78)).toBe(false);
  expect(turned.isFree(0, 0, 0.65, 1)).toBe(true);
});

test('characters that no program shows are not', async () => {
  expect((await inkOf(3, 0)).isFree(0, 0, 1, 1)).toBe(true);
});
