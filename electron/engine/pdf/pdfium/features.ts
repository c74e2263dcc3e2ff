import type { ByteSource } from '../byte-source.ts';
import { holdsName, packed, PdfObjects, whereReadable } from '../objects/index.ts';
import type { PdfDocument } from './document.ts';

export interface PdfFeatures {
  /** Whether it has form fields (AcroForm or XFA). */
  readonly hasForms: boolean;
  /** Whether it has scripts: by name in the document, or in an action of a page, field or bookmark. */
  readonly hasScripts: boolean;
  /** Files embedded in the document as a whole. */
  readonly embeddedFiles: number;
}

/**
 * What a PDF carries besides its pages.
 *
 * @param hasScriptMark whether `scriptMark` stands in the file, where that is known; else the file is searched for it
 */
export function readFeatures(
  { pdfium, handle }: PdfDocument,
  source: ByteSource,
  hasScriptMark?: boolean,
): PdfFeatures {
  const { api } = pdfium;
  return pdfium.guard(() => ({
    hasForms: api.FPDF_GetFormType(handle) > 0,
    hasScripts:
      api.FPDFDoc_GetJavaScriptActionCount(handle) > 0 ||
      (hasScriptMark ?? showsName(source, scriptMark)) ||
      whereReadable(() => packsName(source, scriptMark)) === true,
    embeddedFiles: Math.max(0, api.FPDFDoc_GetAttachmentCount(handle)),
  }));
}

const blockBytes = 1024 * 1024;
const maxSearchedBytes = 256 * blockBytes;
const maxUnpackedBytes = 256 * blockBytes;
/** The type of an action that is a script (ISO 32000-2 §12.6.4.17): a name. */
export const scriptMark = 'JavaScript';

/**
 * Whether a name stands in a PDF, in plain sight or packed: that of a type of action reveals actions that PDFium does not list.
 *
 * @param name ASCII, without its slash, such as `Launch`
 */
export function holdsNameAnywhere(source: ByteSource, name: string): boolean {
  return showsName(source, name) || whereReadable(() => packsName(source, name)) === true;
}

/**
 * Whether a name stands in the file in plain sight. Of scripts (ISO 32000-2 §12.6.4.17) PDFium lists only the document's named
 * ones.
 */
function showsName(source: ByteSource, name: string): boolean {
  // Each letter may be written with three bytes.
  const overlap = 3 * name.length;
  const block = Buffer.allocUnsafeSlow(Math.min(blockBytes + overlap, source.sizeBytes));
  const end = Math.min(source.sizeBytes, maxSearchedBytes);
  for (let position = 0; position < end; position += blockBytes) {
    const read = source.readAt(position, block);
    if (holdsName(block.subarray(0, read), name)) return true;
  }
  return false;
}

/** The same within object streams (§7.5.7), where most programs pack what is no stream itself; not of an encrypted file. @throws SourceUnreadable */
function packsName(source: ByteSource, name: string): boolean {
  const objects = PdfObjects.open(source);
  const { places } = objects;
  const containers = new Set<number>();
  for (let id = 1; id < places.size; id += 1)
    if (places.kind(id) === packed) containers.add(places.place(id));
  let left = maxUnpackedBytes;
  for (const id of objects.isEncrypted ? [] : containers) {
    const stream = objects.raw(id)?.stream;
    const unpacked = stream ? objects.decode(stream, left)?.bytes : undefined;
    if (unpacked && holdsName(unpacked, name)) return true;
    left -= unpacked?.length ?? 0;
  }
  return false;
}
