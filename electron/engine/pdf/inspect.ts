import { pagesInWords } from '../../../shared/domain/page-ranges.ts';
import { AppError, isAppError } from '../../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../../shared/errors/error-codes.ts';
import type { Problem } from '../../../shared/model/common.ts';
import type { Claim } from '../../../shared/model/evidence.ts';
import type { PdfInspection } from '../../../shared/model/pdf.ts';
import type { WorkerContext } from '../jobs/worker-thread.ts';
import { PageContent } from './assemble/source/page-content.ts';
import type { ByteSource } from './byte-source.ts';
import { listPages, PdfObjects, SourceUnreadable } from './objects/index.ts';
import {
  countBookmarks,
  countLinks,
  loadPdfium,
  openPdf,
  readFeatures,
  readOutline,
  readPdfClaims,
  unprotected,
  type PdfDocument,
  type PdfPage,
} from './pdfium/index.ts';
import { withSource, type SourceLocation } from './pdf-source.ts';
import { readPortfolio } from './portfolio.ts';
import { failedRedactions } from './redactions/failed-redactions.ts';
import { isPictureOfText, scanImageShare } from './text/scanned.ts';

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
  /** Whether it is a portfolio, whose files can be taken out. */
  readonly hasMembers: boolean;
}

/** A document that breaks the reader this often is not read further. */
const maxRestarts = 3;
const maxUnreadableListed = 20;
/** Content of a page that is looked at for gaps, in bytes of each of its streams. */
const maxContentBytes = 8 * 1024 * 1024;
/** Of the time there is, what looking for failed redactions may take. */
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

async function inspectSource(
  source: ByteSource,
  { name, maxPages, budgetMs, password, hasScriptMark }: InspectInput,
  { platform, progress }: WorkerContext,
): Promise<PdfReport> {
  const deadline = performance.now() + budgetMs;
  const open = async () =>
    openPdf(await loadPdfium(platform.pdfiumWasmPath), source, {
      name,
      ...(password !== undefined && { password }),
    });
  let document: PdfDocument;
  try {
    document = await open();
  } catch (error) {
    if (!isAppError(error)) throw error;
    const files = error.code === 'PDF_NO_PAGES' ? readPortfolio(source).length : 0;
    return { ...unreadable(error), embeddedFiles: files, hasMembers: files > 0 };
  }
  // Who takes files out of a portfolio has no password.
  const readableOf = (opened: PdfDocument) =>
    password === undefined ? (unprotected(opened) ?? source) : source;
  const problems: Problem[] = [];
  const report = {
    pages: document.pageCount,
    encrypted: document.isEncrypted,
    hasText: false,
    forms: false,
    scripts: false,
    embeddedFiles: 0,
    outline: 0,
    links: 0,
    needsOcr: false,
    lookedAt: 0,
    claims: [] as Claim[],
    hasMembers: false,
  };
  const rotatedPages: number[] = [];
  const unreadablePages: number[] = [];
  const failedPages: number[] = [];
  const incompletePages: number[] = [];
  let uncheckedPages = 0;
  let restarts = 0;
  const isIncomplete = lookForGaps(source, report.pages);
  const hasFailedRedaction = lookForRedactions(budgetMs * redactionShare);
  try {
    if (document.isRepaired) problems.push(problem('PDF_REPAIRED_TO_READ'));
    try {
      const { hasForms, hasScripts, embeddedFiles } = readFeatures(document, source, hasScriptMark);
      Object.assign(report, { forms: hasForms, scripts: hasScripts, embeddedFiles });
      report.hasMembers = embeddedFiles > 0 && readPortfolio(readableOf(document)).length > 0;
      report.claims = readPdfClaims(document);
      report.outline = countBookmarks(readOutline(document));
    } catch (error) {
      if (!isAppError(error)) throw error;
      problems.push({ code: error.code, message: error.message });
    }
    for (const index of spread(report.pages, maxPages)) {
      if (performance.now() > deadline) {
        problems.push(problem('PDF_LIMIT_EXCEEDED', { name, limit: 'time' }));
        break;
      }
      if (document.pdfium.isBroken) {
        document.close();
        if (++restarts > maxRestarts) {
          problems.push(problem('PDF_DAMAGED', { name }));
          break;
        }
        document = await open();
      }
      try {
        const page = lookAtPage(document, index, report.hasText, hasFailedRedaction);
        if (page.isRedactionFailed) failedPages.push(index + 1);
        if (page.isRedactionFailed === null) uncheckedPages++;
        if (isIncomplete(index)) incompletePages.push(index + 1);
        if (page.rotation !== 0) rotatedPages.push(index + 1);
        report.hasText ||= page.hasText;
        report.needsOcr ||= page.needsOcr;
        report.links += page.links;
      } catch (error) {
        if (!isAppError(error)) throw error;
        unreadablePages.push(index + 1);
      }
      report.lookedAt++;
      if (report.lookedAt % 100 === 0) progress({ pages: report.lookedAt });
    }
  } catch (error) {
    // The document opened once; opening it anew after a break did not succeed.
    if (!isAppError(error)) throw error;
    problems.push({ code: error.code, message: error.message });
  } finally {
    document.close();
  }
  for (const page of unreadablePages.slice(0, maxUnreadableListed))
    problems.push(problem('PDF_PAGE_UNREADABLE', { page }));
  if (incompletePages.length > 0)
    problems.push({
      ...problem('PDF_PAGES_INCOMPLETE', { pages: pagesInWords(incompletePages) }),
      pages: incompletePages,
    });
  if (failedPages.length > 0)
    problems.push({
      ...problem('PDF_REDACTION_FAILED', { pages: pagesInWords(failedPages) }),
      pages: failedPages,
    });
  if (uncheckedPages > 0) problems.push(problem('PDF_REDACTIONS_NOT_CHECKED', { pages: uncheckedPages }));
  if (report.needsOcr) problems.push(problem('PDF_NO_TEXT'));
  const isReadable = unreadablePages.length === 0 && !problems.some(({ code }) => code === 'PDF_DAMAGED');
  return { ...report, ok: isReadable, rotatedPages, problems };
}

function lookAtPage(
  document: PdfDocument,
  index: number,
  isTextKnown: boolean,
  hasFailedRedaction: (document: PdfDocument, page: PdfPage) => boolean | null,
): {
  rotation: number;
  hasText: boolean;
  needsOcr: boolean;
  links: number;
  /** Null where it was not looked at. */
  isRedactionFailed: boolean | null;
} {
  return document.withPage(index, (page) => {
    const content = page.content();
    // Text objects need not be letters anyone can read out; the first of them, and those on scans, are read to see.
    const isRead = content.hasText && (!isTextKnown || content.imageShare >= scanImageShare);
    const text = isRead ? page.text() : '';
    const hasText = content.hasText && !(isRead && text.trim() === '');
    return {
      rotation: page.rotation,
      hasText,
      needsOcr: (isRead || !content.hasText) && isPictureOfText(() => content, text),
      links: countLinks(document, page),
      isRedactionFailed: hasText && hasFailedRedaction(document, page),
    };
  });
}

/**
 * Tells whether words of a page lie beneath something or are only marked for redaction, as long as there is time: pages on which something
 * lies over words are drawn for it. Scans take too long to be drawn. Null where there was no time, or the page holds too much.
 */
function lookForRedactions(budgetMs: number): (document: PdfDocument, page: PdfPage) => boolean | null {
  let leftMs = budgetMs;
  return ({ pdfium }, page) => {
    if (leftMs <= 0) return null;
    const begun = performance.now();
    try {
      return failedRedactions(pdfium, page, { isThorough: false }).length > 0;
    } catch (error) {
      if (!isAppError(error)) throw error;
      return null;
    } finally {
      leftMs -= performance.now() - begun;
    }
  };
}

/**
 * Tells whether operators of a page are lost in the file, which PDFium passes over. Of a file whose objects or pages it finds otherwise than
 * we do, nothing is told here: that is told as damage already.
 */
function lookForGaps(source: ByteSource, pageCount: number): (index: number) => boolean {
  const found = whereReadable(() => {
    const objects = PdfObjects.open(source);
    return objects.isEncrypted ? null : { objects, pages: listPages(objects) };
  });
  if (found?.pages.length !== pageCount) return () => false;
  const { objects, pages } = found;
  return (index) =>
    whereReadable(() => new PageContent(objects, pages.at(index), {}).isIncomplete(maxContentBytes)) === true;
}

function whereReadable<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof SourceUnreadable) return null;
    throw error;
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
    ok: false,
    pages: error.code === 'PDF_NO_PAGES' ? 0 : null,
    encrypted: error.code === 'PDF_ENCRYPTED',
    rotatedPages: [],
    hasText: false,
    forms: false,
    scripts: false,
    embeddedFiles: 0,
    outline: 0,
    links: 0,
    needsOcr: false,
    lookedAt: 0,
    claims: [],
    hasMembers: false,
    problems: [{ code: error.code, message: error.message }],
  };
}

function problem(code: ErrorCode, details: Record<string, unknown> = {}): Problem {
  return { code, message: new AppError(code, details).message };
}
