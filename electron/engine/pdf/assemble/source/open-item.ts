import { isAppError } from '../../../../../shared/errors/app-error.ts';
import type { ByteSource } from '../../byte-source.ts';
import { layImage, type PaperImage } from '../../draw/image-page.ts';
import { loadPdfium, openPdf, type Pdfium, type PdfDocument } from '../../pdfium/index.ts';
import { openSource, SourceUnreadable, type SourceDocument } from './source-document.ts';

export type ItemKind = 'pdf' | 'png' | 'jpeg';

/** An exhibit's original, read and found fit to be carried. */
export type OpenedItem =
  | { readonly kind: 'image'; readonly pages: 1; readonly image: PaperImage }
  | {
      readonly kind: 'pdf';
      readonly pages: number;
      readonly source: SourceDocument;
      /** How the original had to be rewritten first; null when its own objects are carried. */
      readonly rewritten: 'protected' | 'damaged' | null;
    };

/** FPDF_SaveAsCopy: write without encryption. */
const removeSecurity = 3;

/**
 * Reads an original. A PDF goes as it stands when its own structure and PDFium agree about it; one that is protected against
 * changes only, or whose structure is damaged, goes through PDFium, which is what the reader shows.
 *
 * @throws SourceUnreadable
 */
export async function openItem(
  kind: ItemKind,
  bytes: Uint8Array,
  pdfiumWasmPath: string,
): Promise<OpenedItem> {
  if (kind !== 'pdf') {
    const image = layImage(kind, bytes);
    if ('reason' in image) throw new SourceUnreadable(image.reason);
    return { kind: 'image', pages: 1, image };
  }
  const pdfium = await loadPdfium(pdfiumWasmPath);
  const document = openWithPdfium(pdfium, bytes);
  try {
    if (!document.isEncrypted && !document.isRepaired) {
      const source = await openSource(bytes, { isStrict: true }).catch(asUnreadable);
      if (!(source instanceof SourceUnreadable) && source.pages.length === document.pageCount)
        return { kind: 'pdf', pages: source.pages.length, source, rewritten: null };
    }
    const source = await openSource(rewrite(pdfium, document), { isStrict: false });
    if (source.pages.length !== document.pageCount)
      throw new SourceUnreadable('its pages cannot be told apart');
    const rewritten = document.isEncrypted ? 'protected' : 'damaged';
    return { kind: 'pdf', pages: source.pages.length, source, rewritten };
  } catch (error) {
    // PDFium gave up: as hostile or broken as it gets.
    if (isAppError(error)) throw new SourceUnreadable('its structure is broken', { cause: error });
    throw error;
  } finally {
    document.close();
  }
}

function openWithPdfium(pdfium: Pdfium, bytes: Uint8Array): PdfDocument {
  try {
    return openPdf(pdfium, memorySource(bytes));
  } catch (error) {
    if (isAppError(error, 'PDF_ENCRYPTED'))
      throw new SourceUnreadable('it is protected by a password', { isEncrypted: true, cause: error });
    if (isAppError(error, 'PDF_NOT_A_PDF')) throw new SourceUnreadable('it is not a PDF', { cause: error });
    throw new SourceUnreadable('it is damaged', { cause: error });
  }
}

function asUnreadable(error: unknown): SourceUnreadable {
  if (error instanceof SourceUnreadable) return error;
  // Deep nesting and odd values make the parser throw what it throws; the file is what is wrong.
  return new SourceUnreadable('its structure is broken', { cause: error });
}

function rewrite(pdfium: Pdfium, document: PdfDocument): Uint8Array {
  const { api, memory } = pdfium;
  return pdfium.guard(() => {
    const writer = api.PDFiumExt_OpenFileWriter();
    try {
      if (!api.FPDF_SaveAsCopy(document.handle, writer, removeSecurity))
        throw new SourceUnreadable('it is damaged');
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

function memorySource(bytes: Uint8Array): ByteSource {
  return {
    sizeBytes: bytes.length,
    readAt(position, target) {
      const part = bytes.subarray(position, position + target.length);
      target.set(part);
      return part.length;
    },
  };
}
