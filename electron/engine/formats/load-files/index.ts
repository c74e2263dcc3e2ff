import { isLoadFile } from '../files/text/load-file.ts';
import { decodeText } from '../files/text/encoding.ts';
import { isTableOfDocuments } from './concordance.ts';
import { isImageList } from './opticon.ts';

export type { PageInFile, ProducedDocument, Production } from './produced.ts';

/** Bytes by which a load file is recognized. */
export const loadFileHeadBytes = 16 * 1024;

/**
 * Which load file of a production a file is, by its beginning: the table of documents (DAT), or the list of page images (OPT).
 *
 * @returns null where it is neither
 */
export function loadFileOf(head: Uint8Array): 'table' | 'images' | null {
  const text = decodeText(head);
  if (isLoadFile(text) || isTableOfDocuments(text)) return 'table';
  return isImageList(text) ? 'images' : null;
}
