import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makePdf } from '../../../testing/pdf-files.ts';
import { listPages, PdfObjects } from '../../objects/index.ts';
import { pagesOf, pdfOf } from '../../objects/testing.ts';
import { bytesSource } from '../../pdf-source.ts';
import { bindAll, pdfiumWasmPath } from '../testing.ts';
import { readBack, withoutObjects, type ExpectedMark } from './read-back.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'forthwith-read-back-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const markOn = (page: number, text: string): ExpectedMark => ({
  page,
  kind: 'number',
  text,
  area: [0, 0, 612, 792],
  item: 0,
  itemPage: page,
  isDoubtful: false,
});

test('a page is read in its place when all others are left out, and what does not stand on it is missed', async () => {
  const source = await makePdf(Array.from({ length: 70 }, (_, at) => ({ text: `Fairwater ${at + 1}` })));
  const { bytes, pages } = await bindAll([source], join(folder, 'binder.pdf'));
  const listed = listPages(PdfObjects.open(bytesSource(bytes)));
  // After the index and the slip sheet, page 66 of the exhibit.
  const looked = 2 + 65;
  const table = /startxref\n(\d+)/.exec(bytes.toString('latin1', bytes.length - 40))![1]!;
  const firstEntry = bytes.indexOf('0000000000', Number(table));
  const places = Array.from({ length: listed.length }, (_, at) => firstEntry + listed.idAt(at)! * 20 + 17);
  places.splice(looked, 1);
  const [there, elsewhere] = [markOn(looked, 'AMZ000066'), markOn(looked, 'AMZ000065')];
  const missed = await readBack(
    withoutObjects(bytesSource(bytes), Float64Array.from(places)),
    pdfiumWasmPath,
    { pages, marks: [there, elsewhere], sheets: [] },
  );
  expect(missed.marks).toEqual([elsewhere]);
});

test('a page that cannot be read is told of, and those after it are read all the same', async () => {
  const objects = pagesOf(3);
  const font = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';
  for (const [at, word] of [
    [3, 'FW001'],
    [7, 'FW003'],
  ] as const) {
    const content = `BT /F 12 Tf 72 72 Td (${word}) Tj ET`;
    objects[at - 1] = `<</Type/Page/Parent 2 0 R/Contents ${at + 1} 0 R/Resources<</Font<</F ${font}>>>>>>`;
    objects[at] = `<</Length ${content.length}>>\nstream\n${content}\nendstream`;
  }
  objects[4] = 'null';
  const marks = ['FW001', 'FW002', 'FW003', 'FW004'].map((text, at) => markOn(Math.min(at, 2), text));
  const missed = await readBack(bytesSource(pdfOf(objects)), pdfiumWasmPath, {
    pages: 3,
    marks,
    sheets: [{ page: 1, words: 'EXHIBIT B', item: 1 }],
  });
  expect(missed.unreadable).toEqual(new Set([1]));
  expect(missed.marks.map(({ text }) => text)).toEqual(['FW002', 'FW004']);
  expect(missed.sheets.map(({ words }) => words)).toEqual(['EXHIBIT B']);
});
