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

/** What is read. */
type WholeInput = Omit<TextInput, 'only' | 'share'>;

/** What is read, and how many pages the document has where that is known. */
export interface TextOrder extends WholeInput {
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
  const count = isShort(input.location, knownPages) ? 1 : readers;
  return new DividedReading(platform, input, limits, count).run();
}

/** A document that threads read between them, batch by batch. */
class DividedReading {
  readonly #platform: Platform;
  readonly #input: WholeInput;
  readonly #limits: WorkerLimits;
  readonly #limitCode: NonNullable<WorkerLimits['limitCode']>;
  readonly #readers: number;
  readonly #claims: ReturnType<typeof beginClaims>;
  readonly #parts: TextPart[] = [];
  /** First pages of the batches that are read, or rescued. */
  readonly #done = new Set<number>();
  /** Pages of the document; 0 until a batch is read. */
  #total = 0;
  #lost = 0;

  constructor(platform: Platform, input: WholeInput, limits: WorkerLimits, count: number) {
    this.#platform = platform;
    this.#input = input;
    this.#limits = limits;
    this.#limitCode = limits.limitCode ?? 'PDF_LIMIT_EXCEEDED';
    this.#readers = count;
    this.#claims = beginClaims(count);
  }

  async run(): Promise<PdfPageText[]> {
    const results = await Promise.allSettled(
      Array.from({ length: this.#readers }, async (_, reader) => {
        try {
          await this.#read(reader);
        } catch (error) {
          withdrawClaims(this.#claims);
          throw error;
        }
      }),
    );
    for (const result of results) if (result.status === 'rejected') throw result.reason;
    // A thread that is ended may lose what it was about to report.
    for (let from = 0; from < this.#total; from += batchPages)
      if (!this.#done.has(from)) await this.#rescue(from);
    return this.#parts.toSorted((a, b) => a.from - b.from).flatMap(({ pages }) => pages);
  }

  async #read(reader: number): Promise<void> {
    for (;;) {
      try {
        await runInWorker(
          this.#platform,
          'pdf.text',
          { ...this.#input, share: { claims: this.#claims, reader } },
          { ...this.#limits, isTimePerStep: true, onProgress: (part) => this.#hear(part as TextPart) },
        );
        return;
      } catch (error) {
        const from = batchInHand(this.#claims, reader);
        // For a list of pages with gaps, the number of the lost page is not known here.
        const isHopeless = this.#input.pages !== undefined || this.#limits.signal?.aborted === true;
        if (!isAppError(error, this.#limitCode) || isHopeless || from === null) throw error;
        if (!this.#done.has(from)) await this.#rescue(from);
      }
    }
  }

  #hear(part: TextPart): void {
    this.#total = part.total;
    this.#done.add(part.from);
    this.#parts.push(part);
  }

  /** Reads a lost batch again, page by page, so that one page alone is lost. */
  async #rescue(from: number): Promise<void> {
    this.#done.add(from);
    // Where not even the first batch was read, the number of pages is not known yet.
    for (let at = from; at < from + batchPages && (this.#total === 0 || at < this.#total); at++) {
      try {
        const one = await runInWorker(
          this.#platform,
          'pdf.text',
          { ...this.#input, only: at },
          { ...this.#limits, timeoutMs: lostPageMs },
        );
        this.#total = one.total;
        this.#parts.push(one);
      } catch (error) {
        if (!isAppError(error, this.#limitCode) || ++this.#lost > maxLostPages) throw error;
        const problem = problemOf('PDF_PAGE_UNREADABLE', { page: at + 1 });
        const pages = [{ page: at + 1, text: '', isPicture: false, problem }];
        this.#parts.push({ from: at, total: this.#total, pages });
      }
    }
  }
}

function isShort(location: SourceLocation, knownPages: number | undefined): boolean {
  if (knownPages !== undefined) return knownPages <= batchPages;
  if ('filePath' in location)
    return (statSync(location.filePath, { throwIfNoEntry: false })?.size ?? 0) < smallBytes;
  return 'bytes' in location && location.bytes.length < smallBytes;
}
