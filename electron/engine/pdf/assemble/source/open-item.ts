import { isAppError } from '../../../../../shared/errors/app-error.ts';
import type { ByteSource } from '../../byte-source.ts';
import { layImage, type StoredImage } from '../../draw/pictures/image-page.ts';
import {
  hasAllParts,
  listPages,
  mendSource,
  PdfObjects,
  SourceUnreadable,
  whereReadable,
  type PageList,
} from '../../objects/index.ts';
import { bytesSource } from '../../pdf-source.ts';
import {
  copyPages,
  loadPdfium,
  openPdf,
  saveCopy,
  type Pdfium,
  type PdfDocument,
} from '../../pdfium/index.ts';
import type { ItemKind } from '../plan.ts';

/** A picture, which is one page. */
export interface ImageOriginal {
  readonly kind: 'image';
  readonly pageCount: 1;
  readonly image: StoredImage;
  close(): void;
}

/** A PDF, or what PDFium made of one. */
export interface PdfOriginal {
  readonly kind: 'pdf';
  readonly pageCount: number;
  readonly objects: PdfObjects;
  readonly pages: PageList;
  /** How the original had to be rewritten first; null when its own objects are carried. */
  readonly rewritten: 'protected' | 'opened' | 'damaged' | null;
  /** Pages from 0 that cannot be read, and are empty. */
  readonly lostPages: ReadonlySet<number>;
  /** What opening it found out, to be given with its source the next time; null where that is not worth keeping. */
  readonly known: KnownPdf | null;
  /** The same pages as PDFium reads them, opened when first asked for. @throws AppError */
  document(): Promise<PdfDocument>;
  close(): void;
}

/** An exhibit's original, read and found fit to be carried. Close it; its source is the caller's to close afterwards. */
export type OpenedItem = ImageOriginal | PdfOriginal;

/** Where the objects and pages of a sound PDF stand, without its bytes. */
export interface KnownPdf {
  readonly objects: PdfObjects;
  readonly pages: PageList;
}

/** An original's bytes, with what opens it, and what opening it found out before, where that is known. */
export type ItemSource = ByteSource & {
  readonly password?: string | undefined;
  readonly known?: KnownPdf | null | undefined;
};

const noPages: ReadonlySet<number> = new Set();

/**
 * Reads an original. A PDF is carried as it is when its own structure is sound; one that is protected against changes only or by a
 * known password, or whose structure is damaged or odd, goes through PDFium, which is what the reader shows.
 *
 * @param mustRewrite takes a PDF through PDFium even though its structure seemed sound: something in it could not be carried
 * @throws SourceUnreadable
 */
export async function openItem(
  kind: ItemKind,
  source: ItemSource,
  pdfiumWasmPath: string,
  mustRewrite = false,
): Promise<OpenedItem> {
  if (kind !== 'pdf') return openImage(kind, source);
  const sound = mustRewrite ? null : openAsItStands(source, pdfiumWasmPath);
  return sound ?? openRewritten(source, pdfiumWasmPath);
}

/** Reads a PDF whose own structure is sound; null for any other. */
export function openAsItStands(source: ItemSource, pdfiumWasmPath: string): PdfOriginal | null {
  const sound = openKnown(source);
  return sound && pdfOriginal(sound, { rewritten: null, lostPages: noPages }, source, pdfiumWasmPath);
}

function openImage(kind: 'png' | 'jpeg', source: ByteSource): ImageOriginal {
  const bytes = new Uint8Array(source.sizeBytes);
  source.readAt(0, bytes);
  const image = layImage(kind, bytes);
  if ('reason' in image) throw new SourceUnreadable(image.reason);
  return { kind: 'image', pageCount: 1, image, close: () => {} };
}

function openKnown(source: ItemSource): KnownPdf | null {
  if (!source.known) return openSound(source);
  source.known.objects.wake(source);
  return source.known;
}

/** The objects of a PDF whose structure leaves nothing to guess; null for any other. */
function openSound(source: ByteSource): KnownPdf | null {
  return whereReadable(() => {
    const objects = PdfObjects.open(source);
    if (objects.isEncrypted || objects.isRebuilt) return null;
    const pages = listPages(objects);
    return pages.isSuspicious || objects.isRebuilt || objects.problems.length > 0 ? null : { objects, pages };
  });
}

async function openRewritten(source: ItemSource, pdfiumWasmPath: string): Promise<PdfOriginal> {
  const pdfium = await loadPdfium(pdfiumWasmPath);
  let copy = copyOf(pdfium, source, copyWhole);
  if (copy.read === null || (copy.rewritten === 'damaged' && !hasAllParts(copy.read.objects))) {
    // PDFium leaves out what it does not find; our own search may find it, with no page more or less than are shown.
    const mended = mendSource(source);
    const better = mended && copyOf(pdfium, mended, copyWhole);
    if (better?.read?.pages.length === copy.pageCount) copy = better;
  }
  // A tree with loops, too many levels or too low a count: the pages are those that the reader shows, without what ties them together.
  if (copy.read?.pages.length !== copy.pageCount)
    copy = { ...copyOf(pdfium, source, copyPages), rewritten: 'damaged' };
  const { read, pageCount, rewritten, bytes, lostPages } = copy;
  if (read?.pages.length !== pageCount) throw new SourceUnreadable('its pages cannot be told apart');
  return pdfOriginal(read, { rewritten, lostPages }, bytes, pdfiumWasmPath);
}

function copyWhole(pdfium: Pdfium, handle: number): ReturnType<typeof copyPages> {
  const bytes = saveCopy(pdfium, handle);
  return bytes && { bytes, lostPages: noPages };
}

/** What PDFium makes of a PDF: all of it, or its pages alone. @throws SourceUnreadable */
function copyOf(pdfium: Pdfium, source: ItemSource, copy: typeof copyPages) {
  const { document, isOpened } = openWithPdfium(pdfium, source);
  try {
    const copied = copy(pdfium, document.handle);
    if (copied === null) throw new SourceUnreadable('it is damaged');
    const { lostPages } = copied;
    const bytes = bytesSource(copied.bytes);
    const rewritten = isOpened ? 'opened' : document.isEncrypted ? 'protected' : 'damaged';
    return { bytes, lostPages, read: readCopy(bytes), pageCount: document.pageCount, rewritten } as const;
  } catch (error) {
    // PDFium gave up: as hostile or broken as it gets.
    if (isAppError(error)) throw new SourceUnreadable('its structure is broken', { cause: error });
    throw error;
  } finally {
    document.close();
  }
}

/** A copy's objects and pages; null where no page of it is found. */
function readCopy(bytes: ByteSource): KnownPdf | null {
  return whereReadable(() => {
    const objects = PdfObjects.open(bytes);
    return { objects, pages: listPages(objects, { isCopy: true }) };
  });
}

function pdfOriginal(
  { objects, pages }: KnownPdf,
  { rewritten, lostPages }: Pick<PdfOriginal, 'rewritten' | 'lostPages'>,
  source: ItemSource,
  pdfiumWasmPath: string,
): PdfOriginal {
  let document: PdfDocument | null = null;
  return {
    kind: 'pdf',
    pageCount: pages.length,
    objects,
    pages,
    rewritten,
    lostPages,
    known: rewritten === null ? { objects, pages } : null,
    async document() {
      document ??= openPdf(await loadPdfium(pdfiumWasmPath), source);
      return document;
    },
    close() {
      document?.close();
      document = null;
      objects.rest();
    },
  };
}

/** Opens without a password where that is enough, so that a password kept in vain changes nothing. */
function openWithPdfium(
  pdfium: Pdfium,
  source: ItemSource,
): { readonly document: PdfDocument; readonly isOpened: boolean } {
  const { password } = source;
  try {
    try {
      return { document: openPdf(pdfium, source), isOpened: false };
    } catch (error) {
      if (password === undefined || !isAppError(error, 'PDF_ENCRYPTED')) throw error;
      return { document: openPdf(pdfium, source, { password }), isOpened: true };
    }
  } catch (error) {
    if (isAppError(error, 'PDF_ENCRYPTED'))
      throw new SourceUnreadable(
        password === undefined
          ? 'it is protected by a password'
          : 'the password kept in the matter does not open it',
        { code: 'PDF_ENCRYPTED', cause: error },
      );
    if (isAppError(error, 'PDF_NO_PAGES'))
      throw new SourceUnreadable('it has no pages', { code: 'PDF_NO_PAGES', cause: error });
    if (isAppError(error, 'PDF_NOT_A_PDF')) throw new SourceUnreadable('it is not a PDF', { cause: error });
    throw new SourceUnreadable('it is damaged', { cause: error });
  }
}
