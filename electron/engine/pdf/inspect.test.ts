import { PDFDocument } from 'pdf-lib';
import { expect, test } from 'vitest';
import type { WorkerContext } from '../jobs/worker-thread.ts';
import { inspectPdf } from './inspect.ts';
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

/** What is said of failed redactions. */
async function redactionsOf(bytes: Uint8Array, maxPages: number | null): Promise<string> {
  const input = { location: { bytes }, name: 'Log.pdf', maxPages, budgetMs: 60_000 };
  const { problems } = await inspectPdf(input, context);
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
