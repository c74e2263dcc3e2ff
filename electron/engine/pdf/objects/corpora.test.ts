import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { corpora, corpusPdfs, hasCorpora } from '../../testing/corpora/corpus-files.ts';
import { isAppError } from '../../../../shared/errors/app-error.ts';
import { bytesSource } from '../pdf-source.ts';
import { loadPdfium, openPdf, type PdfDocument } from '../pdfium/index.ts';
import { listPages, MemorySink, PdfObjects, rewriteValue, SourceUnreadable, type PageList } from './index.ts';

/** The sample tier takes every tenth file. */
const every = 10;
/** Of the processor's time, which other work on the machine does not make longer. */
const maxMs = 5_000;

/** The pages, and every object read and rewritten; null when the file is encrypted or unreadable. */
function readAll(bytes: Uint8Array, wholeBytes: number): { objects: PdfObjects; pages: PageList } | null {
  try {
    const objects = PdfObjects.open(bytesSource(bytes), wholeBytes);
    if (objects.isEncrypted) return null;
    for (let id = 0; id < objects.size; id += 1) {
      const raw = objects.raw(id);
      if (raw === null) continue;
      rewriteValue(raw, new MemorySink(), { mapReference: (n) => n });
      if (raw.stream !== null) objects.decode(raw.stream, 64 * 1024 * 1024);
    }
    return { objects, pages: listPages(objects) };
  } catch (error) {
    if (error instanceof SourceUnreadable) return null;
    throw error;
  }
}

async function openWithPdfium(bytes: Uint8Array): Promise<PdfDocument | null> {
  const pdfium = await loadPdfium(
    join(import.meta.dirname, '../../../../node_modules/@embedpdf/pdfium/dist/pdfium.wasm'),
  );
  try {
    return openPdf(pdfium, bytesSource(bytes));
  } catch (error) {
    if (isAppError(error)) return null;
    throw error;
  }
}

/** What PDFium sees of the pages that we see otherwise. */
function differences(document: PdfDocument, pages: PageList): string[] {
  if (document.pageCount !== pages.length) return [`${document.pageCount} pages, not ${pages.length}`];
  const found: string[] = [];
  for (const page of pages) {
    const isTurned = page.turns % 2 === 1;
    const [left, bottom, right, top] = page.shownBox;
    const across = isTurned ? top - bottom : right - left;
    const down = isTurned ? right - left : top - bottom;
    try {
      document.withPage(page.index, (seen) => {
        const isSame =
          Math.abs(seen.width / page.userUnit - across) < 0.01 &&
          Math.abs(seen.height / page.userUnit - down) < 0.01 &&
          seen.rotation === page.turns;
        const isSameUnscaled =
          Math.abs(seen.width - across) < 0.01 &&
          Math.abs(seen.height - down) < 0.01 &&
          seen.rotation === page.turns;
        if (!isSame && !isSameUnscaled)
          found.push(`page ${page.index}: ${seen.width} × ${seen.height}, not ${across} × ${down}`);
      });
    } catch (error) {
      if (!isAppError(error)) throw error;
    }
  }
  return found;
}

describe.skipIf(!hasCorpora)('files that others made (skipped where the corpora are absent)', () => {
  test('each is read in bounded time or refused, the same whole and in blocks, and its pages are those PDFium sees', async () => {
    const wrong: string[] = [];
    let compared = 0;
    for (const path of corpusPdfs(every)) {
      const name = relative(corpora, path);
      const bytes = readFileSync(path);
      const started = process.cpuUsage();
      const whole = readAll(bytes, bytes.length);
      if (process.cpuUsage(started).user / 1_000 > maxMs) wrong.push(`${name}: too slow`);
      const inBlocks = readAll(bytes, 0);
      if (whole?.pages.length !== inBlocks?.pages.length) wrong.push(`${name}: not the same in blocks`);
      const document = await openWithPdfium(bytes);
      if (document === null) continue;
      try {
        if (document.isRepaired || document.isEncrypted) continue;
        compared += 1;
        // What we know to be odd goes through PDFium anyway.
        if (whole === null || whole.objects.isRebuilt || whole.pages.isSuspicious) continue;
        wrong.push(...differences(document, whole.pages).map((difference) => `${name}: ${difference}`));
      } finally {
        document.close();
      }
    }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(30);
  });
});
