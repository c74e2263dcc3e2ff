import { isAppError } from '../../../shared/errors/app-error.ts';
import type { ByteSource } from './byte-source.ts';
import { loadPdfium, openPdf, unprotected } from './pdfium/index.ts';
import { namesIn, PdfDict, PdfObjects, SourceUnreadable, type PdfStream } from './objects/index.ts';

/** A file that came in a portfolio. */
export interface PortfolioFile {
  /** As it is called there, path and all. */
  readonly name: string;
  /** Bytes as they are stored. */
  readonly storedBytes: number;
  /**
   * Its bytes, in memory.
   *
   * @returns null where they cannot be unpacked whole, or are more than `maxBytes`
   * @throws SourceUnreadable when the source ends early
   */
  read(maxBytes: number): Buffer | null;
}

/** Where a file's bytes may stand, the likeliest first (ISO 32000-1 table 44). */
const systems = ['UF', 'F', 'Unix', 'Mac', 'DOS'];

/**
 * The files of a PDF that says it is a collection of them (a portfolio, ISO 32000-1 §12.3.5), with or without a page of its own. Those
 * of an encrypted one are not found: `readableSource` comes before.
 *
 * @returns none for any other PDF
 * @throws what the source throws
 */
export function readPortfolio(source: ByteSource): PortfolioFile[] {
  try {
    const objects = PdfObjects.open(source);
    const names = objects.dictAt(objects.catalog, 'Names');
    if (!names || !objects.dictAt(objects.catalog, 'Collection')) return [];
    return [...namesIn(objects, names.get('EmbeddedFiles'))].flatMap(([name, value]) => {
      const file = objects.resolve(value);
      const stream = file instanceof PdfDict ? storedIn(objects, file) : undefined;
      return stream ? [portfolioFile(objects, stream, nameIn(objects, file as PdfDict) ?? name.text)] : [];
    });
  } catch (error) {
    if (error instanceof SourceUnreadable) return [];
    throw error;
  }
}

/**
 * A PDF as its portfolio can be read: a copy without protection of one that is encrypted and opens without a password, any other as
 * it is.
 *
 * @throws what the source throws
 */
export async function readableSource(source: ByteSource, pdfiumWasmPath: string): Promise<ByteSource> {
  if (!isEncrypted(source)) return source;
  try {
    const document = openPdf(await loadPdfium(pdfiumWasmPath), source);
    try {
      return unprotected(document) ?? source;
    } finally {
      document.close();
    }
  } catch (error) {
    if (isAppError(error)) return source;
    throw error;
  }
}

function isEncrypted(source: ByteSource): boolean {
  try {
    return PdfObjects.open(source).isEncrypted;
  } catch (error) {
    if (error instanceof SourceUnreadable) return false;
    throw error;
  }
}

function portfolioFile(objects: PdfObjects, stream: PdfStream, name: string): PortfolioFile {
  return {
    name,
    storedBytes: stream.length,
    read(maxBytes) {
      const decoded = objects.decode(stream, maxBytes);
      return decoded === null || decoded.isDamaged ? null : decoded.bytes;
    },
  };
}

function storedIn(objects: PdfObjects, file: PdfDict): PdfStream | undefined {
  const stored = objects.dictAt(file, 'EF');
  return stored && systems.map((key) => objects.streamAt(stored, key)).find((stream) => stream !== undefined);
}

function nameIn(objects: PdfObjects, file: PdfDict): string | undefined {
  return systems.map((key) => objects.textAt(file, key)).find((name) => name);
}
