import { AppError, isAppError } from '../../../../shared/errors/app-error.ts';
import type { ByteSource } from '../byte-source.ts';
import { hasNoPages, mendSource } from '../objects/index.ts';
import { bytesSource } from '../pdf-source.ts';
import type { Pdfium } from './library.ts';
import { openPage, type PdfPage } from './page.ts';

/** PDFium counts positions in 32 bits. */
const maxFileBytes = 2 ** 32 - 1;

/** FPDF_GetLastError: 1 unknown, 2 file, 3 format, 4 password, 5 security handler, 6 page. */
const passwordError = 4;
const securityError = 5;
/** FPDF_SaveAsCopy: write without encryption. */
const removeSecurity = 3;

export interface PageSize {
  /** Points, as shown: rotated and cropped. */
  readonly width: number;
  readonly height: number;
}

/** An open PDF. Close it: its memory is PDFium's, which nothing else frees. */
export interface PdfDocument {
  readonly pdfium: Pdfium;
  /** FPDF_DOCUMENT, for calls that are not wrapped here. */
  readonly handle: number;
  readonly pageCount: number;
  /** Whether it is encrypted, even if it opens without a password. */
  readonly isEncrypted: boolean;
  /** Whether the table of objects had to be rebuilt by searching the file. */
  readonly isRepaired: boolean;
  /** Size of a page (from 0) as shown. @throws AppError PDF_PAGE_UNREADABLE */
  pageSize(page: number): PageSize;
  /** The label printed for a page (from 0) by its page-label tree; empty when there is none. */
  pageLabel(page: number): string;
  /**
   * Lends a page (from 0) for the time of a call.
   * @throws AppError PDF_PAGE_NOT_FOUND, PDF_PAGE_UNREADABLE
   */
  withPage<T>(page: number, use: (page: PdfPage) => T): T;
  close(): void;
}

interface OpenOptions {
  readonly password?: string;
  readonly name?: string;
  readonly hasAllPages?: boolean;
}

/**
 * Opens a PDF where it lies: PDFium reads only what it needs from the source. A damaged one whose objects PDFium does not find
 * is shown it as our own search finds them, one without a header with one before it; one whose page tree counts more pages than it has, with those it has.
 *
 * @param source stays in use until the document is closed
 * @param options.password UTF-8; left out for documents that need none
 * @param options.name file name without folder, for errors
 * @param options.hasAllPages whether it is known to have the pages it counts, though its last one may not be there to be read
 * @throws AppError PDF_DAMAGED, PDF_ENCRYPTED, PDF_NO_PAGES, PDF_NOT_A_PDF, PDF_LIMIT_EXCEEDED, or what the source threw
 * @example
 *   const document = openPdf(await loadPdfium(path), source);
 *   try { document.withPage(0, (page) => page.text()); } finally { document.close(); }
 */
export function openPdf(pdfium: Pdfium, source: ByteSource, options: OpenOptions = {}): PdfDocument {
  try {
    const opened = openAsItIs(pdfium, source, options);
    return options.hasAllPages ? opened : (recounted(opened, source, options) ?? opened);
  } catch (error) {
    const isUnknown = isAppError(error, 'PDF_DAMAGED') || isAppError(error, 'PDF_NOT_A_PDF');
    if (pdfium.isBroken || !isUnknown) throw error;
    const mended = mendSource(source);
    if (mended === null) throw error;
    return { ...openAsItIs(pdfium, mended, options), isRepaired: true };
  }
}

/**
 * The same document with as many pages as it has, where it counts more: PDFium takes its word, and has nothing to show for the others.
 * Null where that cannot be said of it; it is closed otherwise.
 */
function recounted(opened: PdfDocument, source: ByteSource, options: OpenOptions): PdfDocument | null {
  const { pdfium, handle, pageCount } = opened;
  if (pageCount === 1 || pagesAsked(pageCount).every((page) => hasPage(pdfium, handle, page))) return null;
  const mended = pdfium.isBroken ? null : mendSource(source);
  if (mended === null) return null;
  const better = openAsItIs(pdfium, mended, options);
  if (better.pageCount < pageCount) {
    opened.close();
    return { ...better, isRepaired: true };
  }
  better.close();
  return null;
}

/** Pages of a short document are asked for each, as null may stand for any of them; of a longer one the first and the last are. */
const shortDocument = 32;

function pagesAsked(pageCount: number): number[] {
  if (pageCount > shortDocument) return [pageCount - 1, 0];
  return Array.from({ length: pageCount }, (_, page) => pageCount - 1 - page);
}

function hasPage({ api, memory, guard }: Pdfium, handle: number, page: number): boolean {
  return memory.withBytes(8, (size) =>
    Boolean(guard(() => api.FPDF_GetPageSizeByIndexF(handle, page, size))),
  );
}

function openAsItIs(pdfium: Pdfium, source: ByteSource, { password = '', name }: OpenOptions): PdfDocument {
  const named = name === undefined ? {} : { name };
  if (source.sizeBytes > maxFileBytes)
    throw new AppError('PDF_LIMIT_EXCEEDED', { ...named, limit: 'space (4 GB)' });
  const { api, memory } = pdfium;
  const lent = lend(pdfium, source);
  const { handle, pageCount } = loadDocument(pdfium, source, lent, password, name);

  const assertPage = (page: number) => {
    if (!Number.isInteger(page) || page < 0 || page >= pageCount)
      throw new AppError('PDF_PAGE_NOT_FOUND', { page: page + 1 });
  };

  return {
    pdfium,
    handle,
    pageCount,
    isEncrypted: pdfium.guard(() => api.EPDF_IsEncrypted(handle)),
    isRepaired: pdfium.guard(() => !api.FPDF_DocumentHasValidCrossReferenceTable(handle)),
    pageSize(page) {
      assertPage(page);
      return memory.withBytes(8, (size) => {
        const isRead = pdfium.guard(() => api.FPDF_GetPageSizeByIndexF(handle, page, size));
        const width = memory.float32(size);
        const height = memory.float32(size + 4);
        if (!isRead || !(width > 0) || !(height > 0))
          throw new AppError('PDF_PAGE_UNREADABLE', { page: page + 1 });
        return { width, height };
      });
    },
    pageLabel(page) {
      assertPage(page);
      return pdfium.guard(() =>
        memory.utf16((pointer, bytes) => api.FPDF_GetPageLabel(handle, page, pointer, bytes)),
      );
    },
    withPage(page, use) {
      assertPage(page);
      const opened = openPage(pdfium, handle, page);
      try {
        const value = use(opened);
        lent.throwSourceError();
        return value;
      } finally {
        opened.close();
      }
    },
    close: () => lent.release(() => api.FPDF_CloseDocument(handle)),
  };
}

/** Has PDFium load what was lent to it; where that fails, takes it back. @returns FPDF_DOCUMENT, with at least one page */
function loadDocument(
  pdfium: Pdfium,
  source: ByteSource,
  { access, throwSourceError, release }: Lent,
  password: string,
  name: string | undefined,
): { readonly handle: number; readonly pageCount: number } {
  const { api } = pdfium;
  const named = name === undefined ? {} : { name };
  let handle = 0;
  let pageCount = 0;
  try {
    pdfium.guard(() => {
      handle = api.FPDF_LoadCustomDocument(access, password);
      if (handle !== 0) pageCount = api.FPDF_GetPageCount(handle);
      else throwSourceError();
    });
    if (handle === 0) {
      const code = api.FPDF_GetLastError();
      if (code === passwordError || code === securityError) throw new AppError('PDF_ENCRYPTED', named);
      if (source.sizeBytes === 0) throw new AppError('PDF_NOT_A_PDF', { ...named, isEmpty: true });
      throw new AppError(hasPdfHeader(source) ? 'PDF_DAMAGED' : 'PDF_NOT_A_PDF', named);
    }
    if (pageCount < 1) {
      const wasMadeSo = hasNoPages(unprotected({ pdfium, handle }) ?? source);
      throw new AppError(wasMadeSo ? 'PDF_NO_PAGES' : 'PDF_DAMAGED', named);
    }
  } catch (error) {
    release(() => handle !== 0 && api.FPDF_CloseDocument(handle));
    throw error instanceof AppError && name !== undefined
      ? new AppError(error.code, { ...error.details, name }, { cause: error.cause })
      : error;
  }
  return { handle, pageCount };
}

/** A source that PDFium reads from. */
interface Lent {
  /** FPDF_FILEACCESS. */
  readonly access: number;
  throwSourceError(): void;
  /** Takes it back, once. @param close is called before, unless PDFium broke */
  release(close: () => unknown): void;
}

function lend(pdfium: Pdfium, source: ByteSource): Lent {
  const { memory, sources } = pdfium;
  const id = sources.add(source);
  // unsigned long m_FileLen; int (*m_GetBlock)(…); void* m_Param.
  const access = memory.allocate(12);
  memory.setInt32(access, source.sizeBytes);
  memory.setInt32(access + 4, sources.callback);
  memory.setInt32(access + 8, id);
  let isLent = true;
  return {
    access,
    throwSourceError() {
      const error = sources.errorOf(id);
      if (error !== undefined) throw error;
    },
    release(close: () => unknown) {
      if (!isLent) return;
      isLent = false;
      if (!pdfium.isBroken) close();
      sources.remove(id);
      if (!pdfium.isBroken) memory.free(access);
    },
  };
}

/** An open document that is encrypted, without protection; null for any other, and where parts of it may be lost. */
export function unprotected({ pdfium, handle }: Pick<PdfDocument, 'pdfium' | 'handle'>): ByteSource | null {
  const { api } = pdfium;
  const isSound = pdfium.guard(
    () => api.EPDF_IsEncrypted(handle) && api.FPDF_DocumentHasValidCrossReferenceTable(handle),
  );
  const copy = isSound ? saveCopy(pdfium, handle) : null;
  return copy && bytesSource(copy);
}

/**
 * A copy of an open document as PDFium writes it, without protection.
 *
 * @param handle FPDF_DOCUMENT
 * @returns null where PDFium cannot write it
 */
export function saveCopy({ api, guard, memory }: Pdfium, handle: number): Uint8Array | null {
  return guard(() => {
    const writer = api.PDFiumExt_OpenFileWriter();
    try {
      if (!api.FPDF_SaveAsCopy(handle, writer, removeSecurity)) return null;
      const size = api.PDFiumExt_GetFileWriterSize(writer);
      return memory.withBytes(size, (pointer) => {
        api.PDFiumExt_GetFileWriterData(writer, pointer, size);
        return new Uint8Array(memory.view(pointer, size));
      });
    } finally {
      api.PDFiumExt_CloseFileWriter(writer);
    }
  });
}

/**
 * A document of an open one's pages alone, each as PDFium finds it, whatever its page tree says: without bookmarks, names and form. A
 * page that it cannot read is empty.
 *
 * @param handle FPDF_DOCUMENT
 * @returns null where PDFium can read no page, or not write it
 */
export function copyPages(
  pdfium: Pdfium,
  handle: number,
): { readonly bytes: Uint8Array; readonly lostPages: ReadonlySet<number> } | null {
  const { api, guard } = pdfium;
  const none: ReadonlySet<number> = new Set();
  // A null pointer for the list of pages: all.
  const whole = newDocument(pdfium, (copy) =>
    api.FPDF_ImportPagesByIndex(copy, handle, 0, 0, 0) ? none : null,
  );
  if (whole) return whole;
  const pages = guard(() => api.FPDF_GetPageCount(handle));
  return newDocument(pdfium, (copy) => {
    const lost = new Set<number>();
    for (let page = 0; page < pages; page += 1)
      if (!importPage(pdfium, copy, handle, page)) {
        // It may have begun one.
        while (api.FPDF_GetPageCount(copy) > page) api.FPDFPage_Delete(copy, page);
        api.FPDF_ClosePage(api.FPDFPage_New(copy, page, ...letter));
        lost.add(page);
      }
    return lost.size < pages ? lost : null;
  });
}

const letter = [612, 792] as const;

function importPage({ api, memory }: Pdfium, copy: number, from: number, page: number): boolean {
  return memory.withBytes(4, (index) => {
    memory.setInt32(index, page);
    return api.FPDF_ImportPagesByIndex(copy, from, index, 1, page);
  });
}

/** @param fill gives the pages that are lost; null where the document is not to be written */
function newDocument(pdfium: Pdfium, fill: (document: number) => ReadonlySet<number> | null) {
  const { api, guard } = pdfium;
  const document = guard(() => api.FPDF_CreateNewDocument());
  try {
    const lostPages = guard(() => fill(document));
    const bytes = lostPages && saveCopy(pdfium, document);
    return bytes && { bytes, lostPages: lostPages! };
  } finally {
    if (!pdfium.isBroken) api.FPDF_CloseDocument(document);
  }
}

/** ISO 32000-2 §7.5.2 and common practice: the header stands within the first 1,024 bytes. */
export function hasPdfHeader(source: ByteSource): boolean {
  const head = new Uint8Array(Math.min(1_024, source.sizeBytes));
  source.readAt(0, head);
  return Buffer.from(head.buffer, head.byteOffset, head.byteLength).includes('%PDF-');
}
