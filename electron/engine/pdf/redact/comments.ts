import type { Rect } from '../../../../shared/contract/reader.ts';
import type { PdfOriginal } from '../assemble/source/open-item.ts';
import { annotationsOf, boxOf } from '../objects/index.ts';
import type { PdfPage } from '../pdfium/index.ts';
import { stringsIn } from './unseen/index.ts';
import { says, type FindUnwanted } from './wishes.ts';

/** What leads back to the page and up the form, what is drawn, and what other annotations say for themselves. */
const passedOver = new Set(['P', 'Parent', 'AP', 'IRT']);
const maxAnnotations = 50_000;

/**
 * Places of annotations of a page that say in words of their own what is to be removed: comments and their authors, addresses of links; as shown.
 *
 * @param page the same as PDFium shows it
 */
export function commentsWith({ objects, pages }: PdfOriginal, page: PdfPage, find: FindUnwanted): Rect[] {
  const found: Rect[] = [];
  for (const annotation of annotationsOf(objects, pages.at(page.index), maxAnnotations)) {
    const words = stringsIn(
      annotation,
      (value) => objects.resolve(value),
      (key) => passedOver.has(key),
    );
    if (!words.some((each) => says(find, each))) continue;
    const [left, bottom, right, top] = boxOf(objects, annotation.get('Rect')) ?? [0, 0, 0, 0];
    found.push(page.toShown({ left, bottom, right, top }));
  }
  return found;
}
