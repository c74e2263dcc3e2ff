import { PageContent } from '../assemble/source/page-content.ts';
import type { ByteSource } from '../byte-source.ts';
import { listPages, PdfObjects, whereReadable } from '../objects/index.ts';

/** Content of a page that is looked at for gaps, in bytes of each of its streams. */
const maxContentBytes = 8 * 1024 * 1024;

/**
 * Tells whether operators of a page are lost in the file, which PDFium passes over. Of a file whose objects or pages it finds otherwise than
 * we do, nothing is reported here: that is reported as damage already.
 *
 * @param pageCount how many pages PDFium finds
 * @returns whether any are lost of a page, from 0
 */
export function lookForGaps(source: ByteSource, pageCount: number): (index: number) => boolean {
  const found = whereReadable(() => {
    const objects = PdfObjects.open(source);
    return objects.isEncrypted ? null : { objects, pages: listPages(objects) };
  });
  if (found?.pages.length !== pageCount) return () => false;
  const { objects, pages } = found;
  return (index) =>
    whereReadable(() => new PageContent(objects, pages.at(index), {}).isIncomplete(maxContentBytes)) === true;
}
