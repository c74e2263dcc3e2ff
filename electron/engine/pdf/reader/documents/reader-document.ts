import type { FindHit, OutlineNode, PageLink } from '../../../../../shared/contract/reader.ts';
import { AppError, isAppError } from '../../../../../shared/errors/app-error.ts';
import { openPdf, type PdfDocument } from '../../pdfium/document.ts';
import { loadPdfium, type Pdfium } from '../../pdfium/library.ts';
import { readLinks, readOutline } from '../../pdfium/navigation.ts';
import type { PdfPage } from '../../pdfium/page.ts';
import { Appearances, wholeText } from '../text/appearances.ts';
import { findOnPage, type Sought } from '../text/find.ts';
import {
  pixelBudget,
  type DocumentDescription,
  type OpenDocument,
  type PagesFound,
  type RenderedPage,
} from './open-document.ts';
import { readPageText, type PageText } from '../text/page-text.ts';
import { plainTextOf } from '../text/recognized-text.ts';
import type { SourceDocument } from './sources.ts';
import type { Watch } from '../watchdog.ts';

/** How long one answer to a search may take before pages that wait get their turn, in milliseconds. */
const findSliceMs = 40;
/** Letters of page texts kept for searching again; a letter is two bytes. */
const keptLetters = 20_000_000;

/**
 * An open PDF of the reader. Survives a PDFium that broke down over one page: the next call opens it again in another.
 */
export class ReaderDocument implements OpenDocument {
  readonly source: SourceDocument;
  readonly #password: string | undefined;
  readonly #wasmPath: string;
  readonly #watch: Watch;
  #pdf: PdfDocument | null = null;
  /** Texts of pages, for the quick look of a search. */
  readonly #texts = new Map<number, string>();
  #letters = 0;
  readonly #appearances = new Appearances((pdfium) => this.#openWith(pdfium));

  constructor(options: {
    source: SourceDocument;
    password: string | undefined;
    wasmPath: string;
    watch: Watch;
  }) {
    this.source = options.source;
    this.#password = options.password;
    this.#wasmPath = options.wasmPath;
    this.#watch = options.watch;
  }

  async describe(): Promise<DocumentDescription> {
    const pdf = await this.#open();
    let isOutlineCut = false;
    return this.#watched(() => ({
      pages: Array.from({ length: pdf.pageCount }, (_, page) => describePage(pdf, page)),
      outline: readOutline(pdf, () => (isOutlineCut = true)).map(withShortTitle),
      isOutlineCut,
    }));
  }

  /** @param scale pixels a point; lowered where the picture would be too large */
  render(page: number, scale: number): Promise<RenderedPage> {
    return this.#withPage(page, (opened) => {
      const budget = Math.sqrt(pixelBudget / Math.max(1, opened.width * opened.height));
      const { width, height, rgba } = opened.render(Math.min(scale, budget), { hasFields: true });
      return { width, height, pixels: rgba };
    });
  }

  text(page: number): Promise<PageText> {
    return this.#withPage(page, (opened, pdf) => this.#pageText(opened, pdf));
  }

  links(page: number): Promise<PageLink[]> {
    return this.#withPage(page, (opened, pdf) =>
      readLinks(pdf, opened)
        .map((link) => ({ ...link, uri: link.destination ? null : shownAddress(link.uri) }))
        .filter(({ destination, uri }) => destination ?? uri)
        .slice(0, linkLimit),
    );
  }

  /** Looks for words from a page on, for a short while. */
  async find(sought: Sought | null, fromPage: number, limit: number): Promise<PagesFound> {
    const hits: FindHit[] = [];
    if (!sought) return { hits, nextPage: null };
    const until = performance.now() + findSliceMs;
    const { pageCount } = await this.#open();
    for (let page = fromPage; page < pageCount; page++) {
      // At least one page an answer, so that a slow page cannot hold the search forever.
      if (page > fromPage && performance.now() > until) return { hits, nextPage: page };
      hits.push(...(await this.#findOnPage(page, sought, limit - hits.length)));
      if (hits.length >= limit) break;
    }
    return { hits, nextPage: null };
  }

  close(): void {
    this.#appearances.close();
    this.#pdf?.close();
    this.#pdf = null;
    this.source.bytes.close();
  }

  async #findOnPage(page: number, { pattern, mayBeIn }: Sought, limit: number): Promise<FindHit[]> {
    try {
      if (!mayBeIn(await this.#quickText(page))) return [];
      return await this.#withPage(page, (opened, pdf) =>
        findOnPage(page, this.#pageText(opened, pdf), pattern, limit),
      );
    } catch (error) {
      // A page that cannot be read has nothing to find; it says so itself where it is shown.
      if (isAppError(error, 'PDF_PAGE_UNREADABLE') || isAppError(error, 'PDF_LIMIT_EXCEEDED')) return [];
      throw error;
    }
  }

  #pageText(opened: PdfPage, pdf: PdfDocument): PageText {
    const recognised = this.source.recognised?.(opened.index) ?? null;
    return wholeText(readPageText(pdf.pdfium, opened), this.#appearances.read(pdf, opened), recognised);
  }

  async #quickText(page: number): Promise<string> {
    const own = await this.#ownText(page);
    // Looked up each time: it may have been recognized since.
    const recognised = this.source.recognised?.(page);
    return recognised ? `${own}\n${plainTextOf(recognised)}` : own;
  }

  async #ownText(page: number): Promise<string> {
    const kept = this.#texts.get(page);
    if (kept !== undefined) return kept;
    const text = await this.#withPage(page, (opened, pdf) => {
      const shown = this.#appearances.read(pdf, opened);
      return shown ? `${opened.text()}\n${plainTextOf(shown)}` : opened.text();
    });
    if (this.#letters + text.length <= keptLetters) {
      this.#texts.set(page, text);
      this.#letters += text.length;
    }
    return text;
  }

  async #withPage<T>(page: number, use: (page: PdfPage, pdf: PdfDocument) => T): Promise<T> {
    const pdf = await this.#open();
    try {
      return this.#watched(() => pdf.withPage(page, (opened) => use(opened, pdf)));
    } catch (error) {
      // PDFium broke down over this page. The document is opened again for the next one.
      if (isAppError(error, 'PDF_DAMAGED'))
        throw new AppError('PDF_PAGE_UNREADABLE', { page: page + 1 }, { cause: error });
      throw error;
    }
  }

  async #open(): Promise<PdfDocument> {
    if (this.#pdf && !this.#pdf.pdfium.isBroken) return this.#pdf;
    this.#pdf?.close();
    this.#pdf = null;
    const pdfium = await loadPdfium(this.#wasmPath);
    this.#pdf ??= this.#watched(() => this.#openWith(pdfium));
    return this.#pdf;
  }

  #openWith(pdfium: Pdfium): PdfDocument {
    return openPdf(pdfium, this.source.bytes, {
      name: this.source.title,
      ...(this.#password !== undefined && { password: this.#password }),
    });
  }

  #watched<T>(work: () => T): T {
    this.#watch.begin('pdf');
    try {
      return work();
    } finally {
      this.#watch.end('pdf');
    }
  }
}

const linkLimit = 5_000;
const addressLetters = 2_000;
const titleLetters = 500;

/** An address that somebody can check by eye; null for none. */
function shownAddress(uri: string | null): string | null {
  return uri === null || uri.length > addressLetters ? null : uri.trim() || null;
}

function withShortTitle({ title, destination, children }: OutlineNode): OutlineNode {
  return {
    title: title.replaceAll(/\s+/g, ' ').trim().slice(0, titleLetters),
    destination,
    children: children.map(withShortTitle),
  };
}

/** A page that cannot even be measured is an empty letter page: it is there, and says so when it is shown. */
const unmeasured = { width: 612, height: 792 };

function describePage(pdf: PdfDocument, page: number): DocumentDescription['pages'][number] {
  const label = pdf.pageLabel(page).trim().slice(0, 100);
  const shownLabel = label === '' || label === String(page + 1) ? null : label;
  try {
    return { ...pdf.pageSize(page), label: shownLabel };
  } catch (error) {
    if (!isAppError(error, 'PDF_PAGE_UNREADABLE')) throw error;
    return { ...unmeasured, label: shownLabel };
  }
}
