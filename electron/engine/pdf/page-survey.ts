import { problemOf } from '../formats/reading.ts';
import { pagesInWords } from '../../../shared/domain/page-ranges.ts';
import { isAppError } from '../../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../../shared/errors/error-codes.ts';
import type { Problem } from '../../../shared/model/common.ts';
import type { ByteSource } from './byte-source.ts';
import { lookForGaps } from './facts/incomplete-pages.ts';
import { countLinks, type PdfDocument, type PdfPage } from './pdfium/index.ts';
import { failedRedactions } from './redactions/failed-redactions.ts';
import { isPictureOfText, scanImageShare } from './text/scanned.ts';

const maxUnreadableListed = 20;

/** What the pages of a document come to, looked at one by one. Pages in lists are from 1. */
export class PageSurvey {
  hasText = false;
  /** Whether a page shows a picture where text would be. */
  needsOcr = false;
  links = 0;
  lookedAt = 0;
  readonly rotatedPages: number[] = [];
  readonly #unreadable: number[] = [];
  readonly #incomplete: number[] = [];
  readonly #withFailedRedaction: number[] = [];
  #redactionsUnchecked = 0;
  readonly #isIncomplete: (index: number) => boolean;
  readonly #hasFailedRedaction: (document: PdfDocument, page: PdfPage) => boolean | null;

  /** @param redactionsMs how long failed redactions may be looked for, in milliseconds */
  constructor(source: ByteSource, pageCount: number, redactionsMs: number) {
    this.#isIncomplete = lookForGaps(source, pageCount);
    this.#hasFailedRedaction = lookForRedactions(redactionsMs);
  }

  /** Whether each page that was looked at could be read. */
  get isReadable(): boolean {
    return this.#unreadable.length === 0;
  }

  /** Looks at a page, which may break the reader. @param index from 0 */
  look(document: PdfDocument, index: number): void {
    try {
      const page = lookAtPage(document, index, this.hasText, this.#hasFailedRedaction);
      if (page.isRedactionFailed) this.#withFailedRedaction.push(index + 1);
      if (page.isRedactionFailed === null) this.#redactionsUnchecked++;
      if (this.#isIncomplete(index)) this.#incomplete.push(index + 1);
      if (page.rotation !== 0) this.rotatedPages.push(index + 1);
      this.hasText ||= page.hasText;
      this.needsOcr ||= page.needsOcr;
      this.links += page.links;
    } catch (error) {
      if (!isAppError(error)) throw error;
      this.#unreadable.push(index + 1);
    }
    this.lookedAt++;
  }

  /** What is wrong with the pages looked at. */
  problems(): Problem[] {
    const onPages = (code: ErrorCode, pages: readonly number[]): Problem[] =>
      pages.length > 0 ? [{ ...problemOf(code, { pages: pagesInWords(pages) }), pages: [...pages] }] : [];
    return [
      ...this.#unreadable
        .slice(0, maxUnreadableListed)
        .map((page) => problemOf('PDF_PAGE_UNREADABLE', { page })),
      ...onPages('PDF_PAGES_INCOMPLETE', this.#incomplete),
      ...onPages('PDF_REDACTION_FAILED', this.#withFailedRedaction),
      ...(this.#redactionsUnchecked > 0
        ? [problemOf('PDF_REDACTIONS_NOT_CHECKED', { pages: this.#redactionsUnchecked })]
        : []),
      ...(this.needsOcr ? [problemOf('PDF_NO_TEXT')] : []),
    ];
  }
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
