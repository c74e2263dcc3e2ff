import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pdfOf } from '../../objects/testing.ts';
import { bytesSource } from '../../pdf-source.ts';
import { loadPdfium, openPdf, readLinks, readOutline } from '../../pdfium/index.ts';
import { bindAll, pdfiumWasmPath } from '../testing.ts';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'forthwith-places-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const turn = (name: string) => `<</Subtype/Link/Rect[9 9 99 99]/A<</S/Named/N/${name}>>>>`;

/** Three pages with the same four buttons to turn them, each an object that all pages share, and a bookmark to the last one. */
const turning = pdfOf([
  '<</Type/Catalog/Pages 2 0 R/Outlines<</First<</Title(End)/A<</S/Named/N/LastPage>>>>>>>>',
  '<</Type/Pages/Count 3/Kids[3 0 R 4 0 R 5 0 R]/MediaBox[0 0 612 792]>>',
  ...[3, 4, 5].map(() => '<</Type/Page/Parent 2 0 R/Annots[6 0 R 7 0 R 8 0 R 9 0 R]>>'),
  ...['FirstPage', 'PrevPage', 'NextPage', 'LastPage'].map(turn),
]);

/** Where the links of each page of the second exhibit lead, counted from its first page, its bookmark last; null for nowhere. */
async function placesOf(selected: readonly number[] | null) {
  const changes = [{}, { original: { kind: 'pdf' as const, pageCount: 3, selected } }];
  const bound = await bindAll([turning, turning], join(folder, 'binder.pdf'), { changes });
  const { firstPage, lastPage, findings } = bound.items[1]!;
  const placeOf = (to: { page: number } | null) => to && to.page - (firstPage! - 1);
  const opened = openPdf(await loadPdfium(pdfiumWasmPath), bytesSource(bound.bytes));
  try {
    const links = Array.from({ length: lastPage! - firstPage! + 1 }, (_, at) =>
      opened.withPage(firstPage! - 1 + at, (page) =>
        readLinks(opened, page).map(({ destination }) => placeOf(destination)),
      ),
    );
    const end = readOutline(opened).at(-1)!.children[0]!.destination;
    return { places: [...links, placeOf(end)], findings: findings.map(({ message }) => message) };
  } finally {
    opened.close();
  }
}

test('buttons that turn pages lead to the pages of their exhibit, and not of the binder', async () => {
  const { places, findings } = await placesOf(null);
  expect(places).toEqual([[0, null, 1, 2], [0, 0, 2, 2], [0, 1, null, 2], 2]);
  expect(findings).toEqual(['2 links led nowhere in the original and lead nowhere here.']);
});

test('buttons to pages that are left out of an excerpt lead nowhere, which is told', async () => {
  const { places, findings } = await placesOf([1, 2]);
  expect(places).toEqual([[null, null, 1, 1], [null, 0, null, 1], 1]);
  expect(findings).toEqual([
    '1 link led nowhere in the original and leads nowhere here.',
    expect.stringMatching(/^3 links led to pages that are not part of this exhibit/),
  ]);
});
