import { deflateSync } from 'node:zlib';
import { PDFDocument } from 'pdf-lib';
import { expect, test } from 'vitest';
import type { WorkerContext } from '../jobs/worker-thread.ts';
import { inspectPdf } from './inspect.ts';
import { pdfOf } from './objects/testing.ts';
import { wasmPath } from './reader/testing.ts';

/** A PDF of letter pages with words, which a box lies over on some. */
async function withBoxesOn(covered: readonly number[], pages: number): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  for (let page = 1; page <= pages; page += 1) {
    const sheet = document.addPage([612, 792]);
    sheet.drawText('Jane Roe', { x: 72, y: 700, size: 12 });
    if (covered.includes(page)) sheet.drawRectangle({ x: 70, y: 694, width: 400, height: 20 });
  }
  return document.save();
}

const context = { platform: { pdfiumWasmPath: wasmPath }, progress: () => {} } as unknown as WorkerContext;

async function problemsOf(bytes: Uint8Array, maxPages: number | null) {
  const input = { location: { bytes }, name: 'Log.pdf', maxPages, budgetMs: 60_000 };
  return (await inspectPdf(input, context)).problems;
}

/** What is said of failed redactions. */
async function redactionsOf(bytes: Uint8Array, maxPages: number | null): Promise<string> {
  const problems = await problemsOf(bytes, maxPages);
  return problems.find(({ code }) => code === 'PDF_REDACTION_FAILED')!.message;
}

test('pages with failed redactions are named in runs, the first eight of them', async () => {
  const some = await redactionsOf(await withBoxesOn([1, 2, 3, 5], 6), null);
  expect(some).toMatch(/on pages 1–3, 5 can still be copied/);
  const everyThird = Array.from({ length: 10 }, (_, at) => at * 3 + 1);
  expect(await redactionsOf(await withBoxesOn([...everyThird, 29], 30), null)).toMatch(
    /on pages 1, 4, 7, 10, 13, 16, 19, 22 and 3 more can/,
  );
});

test('pages of which a part is lost in the file are named, where all else is sound', async () => {
  const packed = deflateSync(`BT /F 12 Tf 72 700 Td (Fairwater) Tj ET ${'0 0 m 9 9 l S '.repeat(99)}`);
  const streamOf = (bytes: Buffer) =>
    `<</Filter/FlateDecode/Length ${bytes.length}>>\nstream\n${bytes.toString('latin1')}\nendstream`;
  const page = (content: number) =>
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents ${content} 0 R>>`;
  const bytes = pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 3/Kids[3 0 R 4 0 R 5 0 R]>>',
    page(6),
    page(7),
    page(8),
    streamOf(packed),
    streamOf(packed.subarray(0, -20)),
    streamOf(Buffer.alloc(99, 0x81)),
  ]);
  expect(await problemsOf(bytes, null)).toMatchObject([
    { code: 'PDF_PAGES_INCOMPLETE', message: /^What stands on pages 2–3 is damaged/, pages: [2, 3] },
  ]);
});

test('a page tree that counts more pages than it has is told as repaired, with the pages it has; one that lost a page keeps its place', async () => {
  const source = (count: number, kids: string) =>
    pdfOf([
      '<</Type/Catalog/Pages 2 0 R>>',
      `<</Type/Pages/Count ${count}/Kids[${kids}]/MediaBox[0 0 612 792]>>`,
      '<</Type/Page/Parent 2 0 R>>',
      '<</Type/Page/Parent 2 0 R>>',
    ]);
  const inspected = async (bytes: Uint8Array) => {
    const input = { location: { bytes }, name: 'Log.pdf', maxPages: null, budgetMs: 60_000 };
    const { pages, problems } = await inspectPdf(input, context);
    return [pages, ...problems.map(({ code }) => code)];
  };
  expect(await inspected(source(5, '3 0 R 4 0 R'))).toEqual([2, 'PDF_REPAIRED_TO_READ']);
  expect(await inspected(source(3, '3 0 R 4 0 R 99 0 R'))).toEqual([3, 'PDF_PAGE_UNREADABLE']);
});
