import { isAppError } from '../../../shared/errors/app-error.ts';
import type { ByteSource } from './byte-source.ts';
import { loadPdfium, openPdf, unprotected } from './pdfium/index.ts';
import {
  listPages,
  namesIn,
  PdfDict,
  PdfObjects,
  whereReadable,
  type PdfStream,
  type PdfValue,
} from './objects/index.ts';

/** A file that came in a PDF. */
export interface EmbeddedFile {
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

/** Annotations that are looked at for files. */
const maxAnnotations = 50_000;

/**
 * The files in a PDF: those of a portfolio (ISO 32000-1 §12.3.5), with or without a page of its own, those attached to the document, and
 * those that an annotation attaches to a page; each once. Those of an encrypted one are not found: `readableSource` comes before.
 *
 * @returns none where it cannot be read
 * @throws what the source throws
 */
export function readEmbeddedFiles(source: ByteSource): EmbeddedFile[] {
  return whereReadable(() => filesIn(PdfObjects.open(source))) ?? [];
}

function filesIn(objects: PdfObjects): EmbeddedFile[] {
  const files = new Map<number, EmbeddedFile>();
  const add = (value: PdfValue | undefined, otherName: string) => {
    const file = objects.resolve(value);
    const stream = file instanceof PdfDict ? storedIn(objects, file) : undefined;
    if (stream && !files.has(stream.position))
      files.set(
        stream.position,
        embeddedFile(objects, stream, nameIn(objects, file as PdfDict) ?? otherName),
      );
  };
  const names = objects.dictAt(objects.catalog, 'Names');
  for (const [name, value] of namesIn(objects, names?.get('EmbeddedFiles'))) add(value, name.text);
  for (const value of attachedToPages(objects)) add(value, 'attachment');
  return [...files.values()];
}

/** What annotations attach to pages (ISO 32000-1 §12.5.6.15), as far as those can be read. */
function attachedToPages(objects: PdfObjects): PdfValue[] {
  const files: PdfValue[] = [];
  if (objects.isEncrypted) return files;
  let looked = 0;
  // A portfolio may have no page.
  whereReadable(() => {
    for (const { dict } of listPages(objects))
      for (const value of objects.arrayAt(dict, 'Annots') ?? []) {
        if (++looked > maxAnnotations) return;
        const annotation = objects.resolve(value);
        if (!(annotation instanceof PdfDict) || objects.nameAt(annotation, 'Subtype') !== 'FileAttachment')
          continue;
        const file = annotation.get('FS');
        if (file !== undefined) files.push(file);
      }
  });
  return files;
}

/**
 * A PDF as the files in it can be read: a copy without protection of one that is encrypted and opens without a password, any other as
 * it is.
 *
 * @throws what the source throws
 */
export async function readableSource(source: ByteSource, pdfiumWasmPath: string): Promise<ByteSource> {
  if (whereReadable(() => PdfObjects.open(source).isEncrypted) !== true) return source;
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

function embeddedFile(objects: PdfObjects, stream: PdfStream, name: string): EmbeddedFile {
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
