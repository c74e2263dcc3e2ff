import { sizeOf } from '../../assemble/pictures/picture-entries.ts';
import { PdfStream, type PdfObjects } from '../../objects/index.ts';
import type { Pdfium } from '../../pdfium/index.ts';
import { readingOrders } from '../down-columns.ts';
import { glyphText } from '../glyph-text.ts';
import type { Recognize } from '../page-texts.ts';
import type { FindUnwanted } from '../wishes.ts';
import { storedHash, toBeRead } from './hidden-pictures.ts';
import { holdsMore, leastStored } from './holds-more.ts';
import { faxGoesOn, hasMoreRows, storedPicture } from './stored-picture.ts';

/** Of a picture by itself, whose size on a page says little: what scanners do. */
export const scanDpi = 300;
const maxBytes = 256 * 1024 * 1024;

/** How pictures of a written copy are looked through. */
export interface PictureSearch {
  readonly pdfium: Pdfium;
  readonly find: FindUnwanted;
  readonly recognize: Recognize;
  /** Hashes, as `storedHash` makes them, of pictures that pages show as they are: what is seen of them was looked through. */
  readonly open: ReadonlySet<string>;
  /** Object numbers of pictures that are drawings of pages, made anew. */
  readonly own: ReadonlySet<number>;
}

/**
 * Pictures of a written copy that say what is to be removed, cannot be read, or hold more than they can show, however they are shown: masks of others, pictures in
 * patterns and in letters, those that their colors or masks make unseen, those that nobody shows.
 *
 * @returns their object numbers
 * @throws SourceUnreadable; as `openPdf` does
 */
export async function picturesSaying(
  objects: PdfObjects,
  { pdfium, find, recognize, open, own }: PictureSearch,
): Promise<Set<number>> {
  const saying = new Set<number>();
  for (let id = 1; id < objects.size; id += 1) {
    const stream = own.has(id) ? undefined : objects.object(id);
    if (!(stream instanceof PdfStream) || !isPicture(objects, stream)) continue;
    if (stream.length < leastStored) continue;
    if (holdsMore(objects, stream) || faxGoesOn(pdfium, objects, stream)) {
      saying.add(id);
      continue;
    }
    if (isOpen(objects, stream, open)) continue;
    const picture = storedPicture(pdfium, objects, stream);
    if (picture === 'blank') continue;
    if (picture === null || (await says(picture, find, recognize))) saying.add(id);
  }
  return saying;
}

/** Nothing shows a picture that does not say to be one, but whoever looks into the file finds it by its size. */
const isPicture = (objects: PdfObjects, { dict }: PdfStream) =>
  objects.nameAt(dict, 'Subtype') === 'Image' || sizeOf(objects, dict) !== null;

function isOpen(objects: PdfObjects, stream: PdfStream, open: ReadonlySet<string>): boolean {
  const body = open.size > 0 ? objects.body(stream, maxBytes) : null;
  return body !== null && open.has(storedHash(body)) && !hasMoreRows(objects, stream);
}

/** Whether what is recognized in a picture by itself says what is to be removed. */
async function says(
  picture: Parameters<Recognize>[0],
  find: FindUnwanted,
  recognize: Recognize,
): Promise<boolean> {
  const seen = await recognize(toBeRead(picture), scanDpi);
  return readingOrders(seen).some((glyphs) => find(glyphText(glyphs).text).length > 0);
}
