import { AppError, isAppError } from '../../../shared/errors/app-error.ts';
import type { Problem } from '../../../shared/model/common.ts';
import type { Claim } from '../../../shared/model/evidence.ts';
import type { PdfInspection } from '../../../shared/model/pdf.ts';
import { problemOf } from '../formats/reading.ts';
import type { WorkerContext } from '../jobs/worker-thread.ts';
import type { ByteSource } from './byte-source.ts';
import {
  countBookmarks,
  loadPdfium,
  openPdf,
  readFeatures,
  readOutline,
  readPdfClaims,
  unprotected,
  type PdfDocument,
} from './pdfium/index.ts';
import { withSource, type SourceLocation } from './pdf-source.ts';
import { PageSurvey } from './page-survey.ts';
import { readEmbeddedFiles } from './embedded-files.ts';

export interface InspectInput {
  readonly location: SourceLocation;
  /** File name without folder, for errors. */
  readonly name: string;
  /** At most this many pages are looked at, spread over the document; all when null. */
  readonly maxPages: number | null;
  /** After this long, in milliseconds, no further page is looked at. */
  readonly budgetMs: number;
  readonly password?: string | undefined;
  /** Whether `scriptMark` stands in the file, where somebody has read all of it already. */
  readonly hasScriptMark?: boolean | undefined;
}

/** PdfInspection without its path, and what intake needs besides. */
export interface PdfReport extends Omit<PdfInspection, 'path'> {
  /** Whether a page looked at shows a picture where text would be. */
  readonly needsOcr: boolean;
  /** Pages looked at one by one: fewer than `pages` when limits cut in. */
  readonly lookedAt: number;
  /** What the document says of itself. */
  readonly claims: readonly Claim[];
  /** Whether there are files in it that can be extracted. */
  readonly hasMembers: boolean;
}

/** A document that breaks the reader this often is not read further. */
const maxRestarts = 3;
/** Share of the time that looking for failed redactions may take. */
const redactionShare = 0.25;

/**
 * Looks a PDF over, in a worker: what cannot be read is a problem in the report, not an error.
 *
 * @throws the source's errors (file system, matter) only
 */
export async function inspectPdf(input: InspectInput, context: WorkerContext): Promise<PdfReport> {
  return withSource(
    input.location,
    (matter) => context.openMatter(matter),
    (source) => inspectSource(source, input, context),
  );
}

/** The report of a document of which nothing is known yet. */
const blank = {
  hasText: false,
  forms: false,
  scripts: false,
  embeddedFiles: 0,
  outline: 0,
  links: 0,
  needsOcr: false,
  lookedAt: 0,
  claims: [] as readonly Claim[],
  hasMembers: false,
};

async function inspectSource(
  source: ByteSource,
  input: InspectInput,
  { platform, progress }: WorkerContext,
): Promise<PdfReport> {
  const { name, maxPages, budgetMs, password } = input;
  const deadlineMs = performance.now() + budgetMs;
  const opened = new ReopenedPdf(name, async () =>
    openPdf(await loadPdfium(platform.pdfiumWasmPath), source, {
      name,
      ...(password !== undefined && { password }),
    }),
  );
  let document: PdfDocument;
  try {
    document = await opened.sound();
  } catch (error) {
    if (!isAppError(error)) throw error;
    const files = error.code === 'PDF_NO_PAGES' ? readEmbeddedFiles(source).length : 0;
    return { ...unreadable(error), embeddedFiles: files, hasMembers: files > 0 };
  }
  const report = { ...blank, pages: document.pageCount, encrypted: document.isEncrypted };
  const problems: Problem[] = [];
  const survey = new PageSurvey(source, report.pages, budgetMs * redactionShare);
  try {
    if (document.isRepaired) problems.push(problemOf('PDF_REPAIRED_TO_READ'));
    collectProblem(problems, () => describeWhole(report, document, source, input));
    for (const index of spread(report.pages, maxPages)) {
      if (performance.now() > deadlineMs) {
        problems.push(problemOf('PDF_LIMIT_EXCEEDED', { name, limit: 'time' }));
        break;
      }
      survey.look(await opened.sound(), index);
      if (survey.lookedAt % 100 === 0) progress({ pages: survey.lookedAt });
    }
  } catch (error) {
    // It opened once; after a break of the reader it could not be opened again.
    if (!isAppError(error)) throw error;
    problems.push({ code: error.code, message: error.message });
  } finally {
    opened.close();
  }
  const { hasText, needsOcr, links, lookedAt, rotatedPages } = survey;
  problems.push(...survey.problems());
  const isReadable = survey.isReadable && !problems.some(({ code }) => code === 'PDF_DAMAGED');
  return { ...report, ok: isReadable, hasText, needsOcr, links, lookedAt, rotatedPages, problems };
}

/** A document that is opened again where a page broke the reader. */
class ReopenedPdf {
  readonly #name: string;
  readonly #open: () => Promise<PdfDocument>;
  #document: PdfDocument | null = null;
  #restarts = 0;

  constructor(name: string, open: () => Promise<PdfDocument>) {
    this.#name = name;
    this.#open = open;
  }

  /** @throws AppError PDF_DAMAGED after too many breaks; what opening it throws */
  async sound(): Promise<PdfDocument> {
    if (this.#document?.pdfium.isBroken) {
      this.close();
      if (++this.#restarts > maxRestarts) throw new AppError('PDF_DAMAGED', { name: this.#name });
      this.#document = null;
    }
    this.#document ??= await this.#open();
    return this.#document;
  }

  close(): void {
    this.#document?.close();
  }
}

/** Adds to the report what the document has as a whole. What was read before an error stays in it. */
function describeWhole(
  report: Pick<PdfReport, 'forms' | 'scripts' | 'embeddedFiles' | 'outline'> & {
    claims: readonly Claim[];
    hasMembers: boolean;
  },
  document: PdfDocument,
  source: ByteSource,
  { password, hasScriptMark }: InspectInput,
): void {
  const { hasForms, hasScripts, embeddedFiles } = readFeatures(document, source, hasScriptMark);
  Object.assign(report, { forms: hasForms, scripts: hasScripts, embeddedFiles });
  // Whoever takes files out of it has no password.
  const readable = password === undefined ? (unprotected(document) ?? source) : source;
  report.hasMembers = readEmbeddedFiles(readable).length > 0;
  report.claims = readPdfClaims(document);
  report.outline = countBookmarks(readOutline(document));
}

/** An AppError becomes one of the problems. */
function collectProblem(problems: Problem[], act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!isAppError(error)) throw error;
    problems.push({ code: error.code, message: error.message });
  }
}

/** Page indices to look at: all, or the first half of the allowance and an even spread over the rest. */
function spread(pages: number, maxPages: number | null): number[] {
  if (maxPages === null || pages <= maxPages) return Array.from({ length: pages }, (_, i) => i);
  const head = Math.ceil(maxPages / 2);
  const tail = maxPages - head;
  return [
    ...Array.from({ length: head }, (_, i) => i),
    ...Array.from({ length: tail }, (_, i) => head + Math.floor(((i + 1) * (pages - head)) / tail) - 1),
  ];
}

/** The report of a PDF that does not open at all. */
export function unreadable(error: AppError): PdfReport {
  return {
    ...blank,
    ok: false,
    pages: error.code === 'PDF_NO_PAGES' ? 0 : null,
    encrypted: error.code === 'PDF_ENCRYPTED',
    rotatedPages: [],
    problems: [{ code: error.code, message: error.message }],
  };
}
