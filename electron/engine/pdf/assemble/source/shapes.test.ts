import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pdfOf } from '../../objects/testing.ts';
import { bytesSource } from '../../pdf-source.ts';
import { loadPdfium, openPdf } from '../../pdfium/index.ts';
import { bindAll, pdfiumWasmPath } from '../testing.ts';
import { standingBox } from './shapes.ts';

test.each([
  [0, [100, 300, 300, 350]],
  [1, [100, 350, 150, 550]],
  [2, [-100, 350, 100, 400]],
  [3, [50, 150, 100, 350]],
] as const)(
  'an annotation that stays upright on a page with %i turns stands beside its upper left corner',
  (turns, box) => {
    expect(standingBox([100, 300, 300, 350], 16, turns)).toEqual(box);
    expect(standingBox([100, 300, 300, 350], 4, turns)).toEqual([100, 300, 300, 350]);
  },
);

test.each([
  ['its own picture', '/AP<</N 5 0 R>>'],
  ['a picture made for it', '/MK<</BG[1 0 0]>>'],
])('a field that stays upright on a turned page is printed so, with %s', async (_, look) => {
  const folder = mkdtempSync(join(tmpdir(), 'forthwith-upright-'));
  const source = pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 612 792]/Rotate 90>>',
    '<</Type/Page/Parent 2 0 R/Annots[4 0 R]>>',
    `<</Type/Annot/Subtype/Widget/FT/Tx/T(memo)/F 20/Rect[100 300 300 350]${look}>>`,
    '<</Subtype/Form/BBox[0 0 9 9]/Length 23>>\nstream\n1 0 0 rg 0 0 9 9 re f  \nendstream',
  ]);
  try {
    const { bytes, items } = await bindAll([source], join(folder, 'binder.pdf'));
    const opened = openPdf(await loadPdfium(pdfiumWasmPath), bytesSource(bytes));
    const { width, rgba } = opened.withPage(items[0]!.firstPage! - 1, (page) => page.render(1));
    opened.close();
    // The upper left corner is shown at 350, 100 from the page's: the field goes on from there to the right.
    const greenAt = (x: number, y: number) => rgba[4 * (y * width + x) + 1];
    expect([greenAt(360, 110), greenAt(540, 140), greenAt(540, 160), greenAt(340, 200)]).toEqual([
      0, 0, 255, 255,
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
