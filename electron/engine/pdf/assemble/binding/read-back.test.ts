import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makePdf } from '../../../testing/pdf-files.ts';
import { listPages, PdfObjects } from '../../objects/index.ts';
import { bytesSource } from '../../pdf-source.ts';
import { bindAll, pdfiumWasmPath } from '../testing.ts';
import { readBack, withoutObjects, type ExpectedMark } from './read-back.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'forthwith-read-back-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

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
  const mark = (text: string): ExpectedMark => ({
    page: looked,
    kind: 'number',
    text,
    area: [0, 0, 612, 792],
    item: 0,
    itemPage: 65,
    isDoubtful: false,
  });
  const [there, elsewhere] = [mark('AMZ000066'), mark('AMZ000065')];
  const missed = await readBack(
    withoutObjects(bytesSource(bytes), Float64Array.from(places)),
    pdfiumWasmPath,
    { pages, marks: [there, elsewhere], sheets: [] },
  );
  expect(missed.marks).toEqual([elsewhere]);
});
