import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PDFDict, PDFDocument, PDFName, type PDFRef } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExhibitSetId } from '../../../../../shared/model/common.ts';
import type { BuildOutput } from '../../../../../shared/model/exhibits.ts';
import { bytesSource } from '../../../pdf/pdf-source.ts';
import { blanksBefore } from '../../../pdf/copies/paper-copy.ts';
import { loadPdfium, openPdf } from '../../../pdf/pdfium/index.ts';
import { createExhibitDesk, type ExhibitDesk } from '../../../testing/exhibits/desk.ts';

const wasmPath = join(import.meta.dirname, '../../../../../node_modules/@embedpdf/pdfium/dist/pdfium.wasm');
let desk: ExhibitDesk;
/** More pages than a node of a page tree has kids. */
const pages = [1, 2, 70];
beforeAll(async () => {
  desk = await createExhibitDesk(pages);
});
afterAll(() => desk.t.dispose());

async function buildSet(): Promise<{ setId: ExhibitSetId; folder: string; outputs: readonly BuildOutput[] }> {
  const setId = await desk.makeSet();
  await desk.add(setId, ...desk.items);
  const built = await desk.build(setId);
  const [build] = await desk.t.client['exhibits.build.list']({ matterId: desk.matterId, setId });
  return { setId, folder: dirname(built.manifest), outputs: build!.outputs };
}

let copies = 0;
async function copyOf(
  outputs: readonly BuildOutput[],
  role: BuildOutput['role'],
  label: string | null = null,
  how = { isDoubleSided: true, hasSlipSheets: true },
) {
  copies += 1;
  const path = join(desk.t.folder, `copy ${copies}.pdf`);
  const { id } = outputs.find((output) => output.role === role && output.label === label)!;
  const { matterId } = desk;
  const input = { matterId, buildOutputId: id, target: { path }, ...how };
  return { path, made: await desk.t.runJob('exhibits.printCopy', input) };
}

/** What each page of a PDF says, and what it is called. */
async function read(path: string): Promise<{ texts: string[]; labels: string[] }> {
  const document = openPdf(await loadPdfium(wasmPath), bytesSource(readFileSync(path)));
  try {
    const all = Array.from({ length: document.pageCount }, (_, at) => at);
    return {
      texts: all.map((at) => document.withPage(at, (page) => page.text())),
      labels: all.map((at) => document.pageLabel(at)),
    };
  } finally {
    document.close();
  }
}

test.each([
  [[0], []],
  [
    [0, 1, 2],
    [1, 2],
  ],
  [[0, 2, 4], []],
  [
    [0, 3, 4, 9],
    [3, 4, 9],
  ],
  // An exhibit without a slip sheet is named by its sheet and by its first page.
  [[0, 0, 1, 1], [1]],
])('parts that begin at %j have blank pages before %j', (beginnings, blanks) => {
  expect(blanksBefore({ beginnings, leftOut: [] })).toEqual(blanks);
  let shift = 0;
  for (const page of beginnings) {
    if (blanks[shift] === page) shift += 1;
    expect((page + shift) % 2).toBe(0);
  }
});

/** Where the bookmarks of a PDF lead: pages, from 0. */
async function bookmarks(path: string): Promise<number[]> {
  const document = await PDFDocument.load(readFileSync(path));
  const refs = document.getPages().map(({ ref }) => ref.toString());
  const places: number[] = [];
  let next = document.catalog.lookup(PDFName.of('Outlines'), PDFDict).get(PDFName.of('First'));
  while (next) {
    const item: PDFDict = document.context.lookup(next, PDFDict);
    const target = item.lookup(PDFName.of('Dest')) as unknown as { get(at: number): PDFRef };
    places.push(refs.indexOf(target.get(0).toString()));
    next = item.get(PDFName.of('Next'));
  }
  return places;
}

describe('a copy for both sides of the paper', () => {
  test('has the binder’s pages in order, with blank ones so that each part begins on a front', async () => {
    const { outputs, folder } = await buildSet();
    const volume = outputs.find(({ role }) => role === 'volume')!;
    const before = readFileSync(join(folder, volume.file));
    const { path, made } = await copyOf(outputs, 'volume');
    const built = await read(join(folder, volume.file));
    const copy = await read(path);
    // Index, sheet A, A, sheet B, B1–B2, sheet C, C1–C70.
    expect(built.texts).toHaveLength(1 + 2 + 3 + 71);
    const blank = copy.texts.flatMap((text, at) => (text === '' ? [at] : []));
    expect(blank).toEqual([1, 3, 5, 7, 11]);
    expect(made).toMatchObject({ pages: 82, blankPages: 5 });
    const printed = (of: readonly string[]) => of.filter((_, at) => !blank.includes(at));
    expect(printed(copy.texts)).toEqual(built.texts);
    expect(printed(copy.labels)).toEqual(built.labels);
    expect(blank.map((at) => copy.labels[at])).toEqual(blank.map(() => 'blank'));
    for (const begins of [/^Index/i, /EXHIBIT A\b/, /EXHIBIT B\b/, /EXHIBIT C\b/, /Paper \d page 1\b/])
      copy.texts.forEach((text, at) => begins.test(text) && expect(at % 2, text).toBe(0));
    expect(readFileSync(join(folder, volume.file)).equals(before)).toBe(true);
  });

  test('keeps its page tree whole, and what leads to an exhibit', async () => {
    const { outputs } = await buildSet();
    const { path } = await copyOf(outputs, 'volume');
    const document = await PDFDocument.load(readFileSync(path));
    expect(document.getPages()).toHaveLength(82);
    for (const page of document.getPages())
      expect(document.context.lookup(page.node.get(PDFName.of('Parent')), PDFDict)).toBeDefined();
    // Of the index and A to C.
    expect(await bookmarks(path)).toEqual([0, 2, 6, 10]);
  });

  test('of an exhibit alone has it begin behind the back of its slip sheet', async () => {
    const { outputs } = await buildSet();
    const { path, made } = await copyOf(outputs, 'exhibit', 'B');
    expect(made).toMatchObject({ fileName: `copy ${copies}.pdf`, pages: 4, blankPages: 1 });
    const { texts } = await read(path);
    expect(texts.map((text) => text === '')).toEqual([false, true, false, false]);
  });

  test('is not made of a file that is no longer as it was built', async () => {
    const { outputs, folder } = await buildSet();
    appendFileSync(join(folder, outputs.find(({ role }) => role === 'volume')!.file), ' ');
    await expect(copyOf(outputs, 'volume')).rejects.toMatchObject({ code: 'EXHIBIT_BUILD_CHANGED' });
    await expect(copyOf(outputs, 'dat')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    rmSync(join(folder, 'manifest.json'));
    await expect(copyOf(outputs, 'exhibit', 'A')).rejects.toMatchObject({ code: 'EXHIBIT_BUILD_MISSING' });
  });
});

describe('a copy for tabs between the exhibits', () => {
  const forTabs = { isDoubleSided: true, hasSlipSheets: false };

  test('has no slip sheets but those with nothing behind them; each exhibit begins on a front, and what led to its sheet leads to it', async () => {
    const setId = await desk.makeSet();
    const [, second] = await desk.add(setId, ...desk.items);
    const { matterId } = desk;
    await desk.t.client['exhibits.withdraw']({ matterId, setId, ids: [second!], reason: 'privileged' });
    const { binder } = await desk.build(setId);
    const [build] = await desk.t.client['exhibits.build.list']({ matterId, setId });
    const built = await read(binder!);
    const { path, made } = await copyOf(build!.outputs, 'volume', null, forTabs);
    const copy = await read(path);
    const isSheet = (text: string) => /EXHIBIT [AC]\b/.test(text) && !/Paper \d page|Index/.test(text);
    expect(built.texts.filter(isSheet)).toHaveLength(2);
    expect(copy.texts.filter((text) => text !== '')).toEqual(built.texts.filter((text) => !isSheet(text)));
    expect(copy.labels.filter((label) => label !== 'blank')).toEqual(
      built.labels.filter((_, at) => !isSheet(built.texts[at]!)),
    );
    // Index, back, A, back, sheet B, back, C1–C70.
    expect(copy.texts.flatMap((text, at) => (text === '' ? [at] : []))).toEqual([1, 3, 5]);
    expect(made).toMatchObject({ pages: 76, blankPages: 3 });
    expect(await bookmarks(path)).toEqual([0, 2, 4, 6]);
  });

  test('of an exhibit alone is its pages, on one side of the paper without blank ones', async () => {
    const { outputs, folder } = await buildSet();
    const { path, made } = await copyOf(outputs, 'exhibit', 'C', {
      isDoubleSided: false,
      hasSlipSheets: false,
    });
    expect(made).toMatchObject({ pages: 70, blankPages: 0 });
    const { file } = outputs.find(({ role, label }) => role === 'exhibit' && label === 'C')!;
    const built = await read(join(folder, file));
    expect((await read(path)).texts).toEqual(built.texts.slice(1));
  });
});
