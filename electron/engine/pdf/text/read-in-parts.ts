import { statSync } from 'node:fs';
import { isAppError } from '../../../../shared/errors/app-error.ts';
import { problemOf } from '../../formats/reading.ts';
import { runInWorker, type WorkerLimits } from '../../jobs/worker-pool.ts';
import type { Platform } from '../../platform/platform.ts';
import type { SourceLocation } from '../pdf-source.ts';
import { batchInHand, batchPages, beginClaims, withdrawClaims } from './page-claims.ts';
import type { PdfPageText, TextInput, TextPart } from './read-text.ts';

/** Threads that read one document at the same time. */
const readers = 2;
/** A file smaller than this, in bytes, is read by one thread: opening it twice would take longer. */
const smallBytes = 64 * 1024;
/** Documents whose pages break the reader this often are not read further. */
const maxLostPages = 2;
/** What one page may take once its part was lost, in milliseconds. */
const lostPageMs = 8_000;

/** What is read, and how many pages the document has where that is known. */
export interface TextOrder extends Omit<TextInput, 'only' | 'share'> {
  readonly knownPages?: number | undefined;
}

/**
 * Texts of pages, read by two worker threads that divide them. A page that crashes a worker is in the answer with its
 * problem, and the rest is read.
 *
 * @param limits `timeoutMs` is for a batch of pages, not for all
 * @returns the pages in the order asked for
 * @throws AppError those of `readPdfText`; `limits.limitCode` when the document could not be read at all, or too many pages
 *   were lost
 * @example const pages = await readTextInParts(platform, { location, name, pages: '1-3' }, { timeoutMs: 60_000 });
 */
export async function readTextInParts(
  platform: Platform,
  { knownPages, ...input }: TextOrder,
  limits: WorkerLimits,
): Promise<PdfPageText[]> {
  const limitCode = limits.limitCode ?? 'PDF_LIMIT_EXCEEDED';
  const count = isShort(input.location, knownPages) ? 1 : readers;
  const claims = beginClaims(count);
  const parts: TextPart[] = [];
  /** First pages of the batches that are read, or rescued. */
  const done = new Set<number>();
  let total = 0;
  const hear = (part: TextPart) => {
    total = part.total;
    done.add(part.from);
    parts.push(part);
  };
  let lost = 0;

  /** Reads a lost batch again, page by page, so that one page alone is lost. */
  const rescue = async (from: number): Promise<void> => {
    done.add(from);
    // Where not even the first batch was read, the number of pages is not known yet.
    for (let at = from; at < from + batchPages && (total === 0 || at < total); at++) {
      try {
        const one = await runInWorker(
          platform,
          'pdf.text',
          { ...input, only: at },
          { ...limits, timeoutMs: lostPageMs },
        );
        total = one.total;
        parts.push(one);
      } catch (error) {
        if (!isAppError(error, limitCode) || ++lost > maxLostPages) throw error;
        const problem = problemOf('PDF_PAGE_UNREADABLE', { page: at + 1 });
        parts.push({ from: at, total, pages: [{ page: at + 1, text: '', isPicture: false, problem }] });
      }
    }
  };
  const read = async (reader: number): Promise<void> => {
    for (;;) {
      try {
        await runInWorker(
          platform,
          'pdf.text',
          { ...input, share: { claims, reader } },
          { ...limits, isTimePerStep: true, onProgress: (part) => hear(part as TextPart) },
        );
        return;
      } catch (error) {
        const from = batchInHand(claims, reader);
        // For a list of pages with gaps, the number of the lost page is not known here.
        const isHopeless = input.pages !== undefined || limits.signal?.aborted === true;
        if (!isAppError(error, limitCode) || isHopeless || from === null) throw error;
        if (!done.has(from)) await rescue(from);
      }
    }
  };
  const results = await Promise.allSettled(
    Array.from({ length: count }, async (_, reader) => {
      try {
        await read(reader);
      } catch (error) {
        withdrawClaims(claims);
        throw error;
      }
    }),
  );
  for (const result of results) if (result.status === 'rejected') throw result.reason;
  // A thread that is ended may lose what it was about to report.
  for (let from = 0; from < total; from += batchPages) if (!done.has(from)) await rescue(from);
  return parts.toSorted((a, b) => a.from - b.from).flatMap(({ pages }) => pages);
}

function isShort(location: SourceLocation, knownPages: number | undefined): boolean {
  if (knownPages !== undefined) return knownPages <= batchPages;
  if ('filePath' in location)
    return (statSync(location.filePath, { throwIfNoEntry: false })?.size ?? 0) < smallBytes;
  return 'bytes' in location && location.bytes.length < smallBytes;
}
