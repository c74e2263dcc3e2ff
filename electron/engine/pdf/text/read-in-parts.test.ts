import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { closeWorkers } from '../../jobs/worker-pool.ts';
import { createNodePlatform } from '../../platform/node-platform.ts';
import { makePdf } from '../../testing/pdf-files.ts';
import { workerUrl } from '../../testing/worker-url.ts';
import { readTextInParts } from './read-in-parts.ts';

const folder = mkdtempSync(join(tmpdir(), 'forthwith-parts-'));
const filePath = join(folder, 'pages.pdf');
const reading = createNodePlatform({
  assetsDirectory: '',
  workerUrl,
  pdfiumWasmPath: join(import.meta.dirname, '../../../../node_modules/@embedpdf/pdfium/dist/pdfium.wasm'),
});
/** Its threads end at the pages that the file's name lists, of 70. */
const losing = createNodePlatform({
  assetsDirectory: '',
  workerUrl: new URL('../../testing/processes/page-losing-worker.ts', import.meta.url),
});
afterEach(() => Promise.all([reading, losing].map(closeWorkers)));
afterAll(() => rmSync(folder, { recursive: true }));

const lose = (name: string) =>
  readTextInParts(losing, { location: { filePath }, name, pages: undefined, knownPages: 70 }, {});

test('two threads give the pages in the order asked for, whichever was ready first', async () => {
  const pages = Array.from({ length: 60 }, (_, index) => ({ text: `page ${index + 1}` }));
  writeFileSync(filePath, await makePdf(pages));
  const ask = async (ranges?: string, knownPages?: number) => {
    const input = { location: { filePath }, name: 'pages.pdf', pages: ranges, knownPages };
    return (await readTextInParts(reading, input, {})).map(({ page, text }) => `${page}: ${text}`);
  };
  const wanted = pages.map(({ text }, index) => `${index + 1}: ${text}`);
  expect(await ask()).toEqual(wanted);
  expect(await ask(undefined, 60)).toEqual(wanted);
  expect(await ask('40-60,3', 60)).toEqual([...wanted.slice(39), wanted[2]]);
});

test('a page that takes its thread with it is told as lost, and every other page is read once', async () => {
  const read = await lose('21,40');
  expect(read.map(({ page }) => page)).toEqual(Array.from({ length: 70 }, (_, index) => index + 1));
  const lost = read.filter(({ problem }) => problem);
  expect(lost.map(({ page, problem }) => [page, problem!.code])).toEqual([
    [21, 'PDF_PAGE_UNREADABLE'],
    [40, 'PDF_PAGE_UNREADABLE'],
  ]);
});

test('a document that takes one thread after the other with it is given up', async () => {
  await expect(lose('1,2,3')).rejects.toMatchObject({ code: 'PDF_LIMIT_EXCEEDED' });
});
