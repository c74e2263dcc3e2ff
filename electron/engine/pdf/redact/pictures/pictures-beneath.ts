import type { Rect } from '../../../../../shared/contract/reader.ts';
import { overlap } from '../../../../../shared/domain/rect.ts';
import type { Pdfium, PdfPage } from '../../pdfium/index.ts';
import { paintedObjects, type PaintedObject } from '../../redactions/painted-objects.ts';
import { leastDots, readPictures, storedBytes, storedHash } from './hidden-pictures.ts';

/** Hashes, as `storedHash` makes them, of pictures that lie beneath areas of a page, by how many dots they have. */
export type PicturesBeneath = ReadonlyMap<number, ReadonlySet<string>>;

const picturesOf = (pdfium: Pdfium, page: PdfPage): [number, PaintedObject][] =>
  [...paintedObjects(pdfium, page.handle).entries()].filter(
    ([, { kind, dots }]) => kind === 'picture' && dots >= leastDots,
  );

/** Pictures that lie beneath any of some areas of a page, as shown. */
export function picturesBeneath(pdfium: Pdfium, page: PdfPage, areas: readonly Rect[]): PicturesBeneath {
  const beneath = new Map<number, Set<string>>();
  for (const [, { box, dots, handle }] of picturesOf(pdfium, page)) {
    const shown = page.toShown(box);
    if (!areas.some((area) => overlap(area, shown))) continue;
    beneath.set(dots, (beneath.get(dots) ?? new Set()).add(storedHash(storedBytes(pdfium, handle))));
  }
  return beneath;
}

/** Whether a page has one of these pictures and shows less of it than it holds: the other half of a spread, which its crop leaves out. */
export function hidesAnyOf(pdfium: Pdfium, page: PdfPage, pictures: PicturesBeneath): boolean {
  const same = picturesOf(pdfium, page).filter(([, { dots, handle }]) =>
    pictures.get(dots)?.has(storedHash(storedBytes(pdfium, handle))),
  );
  if (same.length === 0) return false;
  const { hidden, hasUnread } = readPictures(pdfium, page);
  return hasUnread || same.some(([at]) => hidden.includes(at));
}
