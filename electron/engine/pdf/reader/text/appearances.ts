import { isAppError } from '../../../../../shared/errors/app-error.ts';
import type { Pdfium, PdfDocument, PdfPage } from '../../pdfium/index.ts';
import { flattenWorded, hasAppearance, withAppearances } from '../../text/appearance-text.ts';
import type { Glyph } from './glyphs.ts';
import { readPageText, type PageRun, type PageText } from './page-text.ts';
import { joinTexts } from './recognized-text.ts';

/**
 * What form fields, stamps and signatures of a document show, with its places. They lie over their page and are no part of its text
 * (ISO 32000-2 §12.5.5), so they are made part of it in another copy of the document, which is opened for the first of them.
 */
export class Appearances {
  readonly #open: (pdfium: Pdfium) => PdfDocument;
  #copy: PdfDocument | null = null;
  /** How many objects of its own a page of the copy has, by its place; null where no appearance shows words, or none can be read. */
  readonly #own = new Map<number, number | null>();

  /** @param open opens the document once more */
  constructor(open: (pdfium: Pdfium) => PdfDocument) {
    this.#open = open;
  }

  /** @returns null where none shows words, or they cannot be read */
  read(document: PdfDocument, page: PdfPage): PageText | null {
    if (!hasAppearance(document, page)) return null;
    const { index } = page;
    return orNull(() => {
      const copy = this.#opened(document.pdfium);
      let own = this.#own.get(index);
      if (own === undefined) {
        // A page over which PDFium breaks down is not tried again: its own text can be read.
        this.#own.set(index, null);
        own = flattenShown(copy, index);
        this.#own.set(index, own);
      }
      return own === null ? null : textOfAppearances(copy, index, own);
    });
  }

  close(): void {
    this.#copy?.close();
    this.#copy = null;
    for (const [index, own] of this.#own) if (own !== null) this.#own.delete(index);
  }

  #opened(pdfium: Pdfium): PdfDocument {
    if (this.#copy?.pdfium.isBroken === true) this.close();
    this.#copy ??= this.#open(pdfium);
    return this.#copy;
  }
}

/**
 * What form fields, stamps and signatures of a page show. They are part of the page afterwards, for as long as the document is open.
 *
 * @param index from 0
 * @returns null where none shows words, or they cannot be read
 */
export function readAppearances(document: PdfDocument, index: number): PageText | null {
  return orNull(() => {
    const own = flattenShown(document, index);
    return own === null ? null : textOfAppearances(document, index, own);
  });
}

/** All that is read on a page: its own text, then what lies over it, then what was recognized on it. */
export function wholeText(own: PageText, shown: PageText | null, recognised: PageText | null): PageText {
  // Stamps were seen when the page was recognized; what fields hold was not.
  const unseen = shown && recognised ? withoutRuns(shown, recognised.runs) : shown;
  return joinTexts(joinTexts(own, unseen), recognised);
}

/** A text without the lines that any of other runs stand in. */
function withoutRuns(text: PageText, others: readonly PageRun[]): PageText | null {
  const glyphs: Glyph[] = [];
  const runs: PageRun[] = [];
  for (const run of text.runs) {
    if (others.some((other) => isWithin(other.rect, run.rect))) continue;
    const start = glyphs.length;
    glyphs.push(...text.glyphs.slice(run.start, run.end));
    runs.push({ ...run, start, end: glyphs.length });
    glyphs.push({ text: run.isLineEnd ? '\n' : ' ', rect: null });
  }
  return runs.length === 0 ? null : { glyphs, runs };
}

function isWithin(one: PageRun['rect'], other: PageRun['rect']): boolean {
  const x = one.x + one.width / 2 - other.x;
  const y = one.y + one.height / 2 - other.y;
  return x >= 0 && x <= other.width && y >= 0 && y <= other.height;
}

function flattenShown(document: PdfDocument, index: number): number | null {
  return document.withPage(index, (page) => {
    // Fields without a picture of their own get the one that the reader shows.
    page.render(1 / Math.max(page.width, page.height), { hasFields: true });
    return flattenWorded(document, page);
  });
}

function textOfAppearances(document: PdfDocument, index: number, own: number): PageText {
  return withAppearances(document, index, own, (page) => readPageText(document.pdfium, page));
}

function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (isAppError(error, 'PDF_PAGE_UNREADABLE') || isAppError(error, 'PDF_LIMIT_EXCEEDED')) return null;
    throw error;
  }
}
