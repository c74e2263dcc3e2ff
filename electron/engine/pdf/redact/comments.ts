import type { Rect } from '../../../../shared/contract/reader.ts';
import type { PdfOriginal } from '../assemble/source/open-item.ts';
import { readBox } from '../assemble/source/shapes.ts';
import { PdfDict } from '../objects/index.ts';
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
  const list = objects.arrayAt(pages.at(page.index).dict, 'Annots');
  if (!list) return [];
  const found: Rect[] = [];
  for (let at = 0; at < Math.min(list.length, maxAnnotations); at += 1) {
    const annotation = objects.resolve(list.at(at));
    if (!(annotation instanceof PdfDict)) continue;
    const words = stringsIn(
      annotation,
      (value) => objects.resolve(value),
      (key) => passedOver.has(key),
    );
    if (!words.some((each) => says(find, each))) continue;
    const [left, bottom, right, top] = readBox(objects, annotation.get('Rect')) ?? [0, 0, 0, 0];
    found.push(page.toShown({ left, bottom, right, top }));
  }
  return found;
}
