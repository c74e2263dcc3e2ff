import type { Rect } from '../../../../../shared/contract/reader.ts';
import type { Bitmap, PdfDocument, Pdfium, PdfPage } from '../../pdfium/index.ts';
import { paintedObjects, placedBox, type PaintedObject } from '../../redactions/painted-objects.ts';
import { renderWithout } from '../../redactions/render-without.ts';
import { differs, pixelsOf } from '../../redactions/pixels.ts';
import { readingOrders } from '../down-columns.ts';
import { glyphText, onWholePoints } from '../glyph-text.ts';
import type { Recognize } from '../page-texts.ts';
import { redrawnScale } from '../redrawn-page.ts';
import { unwantedIn, type Unwanted } from '../unwanted.ts';
import type { FindUnwanted } from '../wishes.ts';
import { pictureAlone, toBeRead, type PagePictures } from './hidden-pictures.ts';
import { scanDpi } from './pictures-saying.ts';

/** What a picture by itself says, with its places in points of the picture at `scanDpi`. */
interface SaidAlone {
  /** Position among `paintedObjects`. */
  readonly at: number;
  /** Dots of the picture as it was recognized. */
  readonly size: Pick<Bitmap, 'width' | 'height'>;
  readonly said: readonly Unwanted[];
}

/**
 * What those pictures of a page say that show less than they hold. Words too small to be recognized on the page may be seen there all the
 * same by whoever looks closely, so they have places on it.
 *
 * @param index of the page, from 0
 * @returns what of it the page shows, however small or faint; and whether a picture says more that nobody sees, or cannot be read
 * @throws AppError as `paintedObjects` and `PdfPage.render` do
 */
export async function saidByHidden(
  document: PdfDocument,
  index: number,
  { hidden, hasUnread }: PagePictures,
  find: FindUnwanted,
  recognize: Recognize,
): Promise<{ shown: Unwanted[]; isHiding: boolean }> {
  const { pdfium } = document;
  const saying: SaidAlone[] = [];
  let isHiding = hasUnread;
  for (const at of hidden) {
    const alone = document.withPage(index, (page) => pictureAlone(pdfium, page, at));
    if (!alone) isHiding = true;
    else {
      const picture = toBeRead(alone);
      const seen = await recognize(picture, scanDpi);
      const texts = readingOrders(seen).map(glyphText);
      const said = texts.flatMap((text) => unwantedIn(text, find));
      if (said.length > 0) saying.push({ at, size: picture, said });
    }
  }
  if (saying.length === 0) return { shown: [], isHiding };
  const placed = document.withPage(index, (page) => placesOf(pdfium, page, saying));
  const shown = placed.flatMap(({ areas, ...each }) => {
    const seen = areas.flatMap(({ area, isShown }) => (isShown ? area : []));
    return seen.length > 0 ? { ...each, areas: seen } : [];
  });
  return { shown, isHiding: isHiding || placed.some(({ areas }) => areas.some(({ isShown }) => !isShown)) };
}

type Placed = Omit<Unwanted, 'areas'> & { areas: readonly { area: Rect; isShown: boolean }[] };

/** Where a page has what its pictures say. Without these pictures it looks different there, or shows nothing of it. */
function placesOf(pdfium: Pdfium, page: PdfPage, saying: readonly SaidAlone[]): Placed[] {
  const objects = paintedObjects(pdfium, page.handle);
  const scale = redrawnScale(page);
  const drawn = page.render(scale);
  // All at once: of two that lie upon each other, one is seen where the other is not.
  const hidden = saying.map(({ at }) => objects[at]!.handle);
  const without = renderWithout(pdfium, page, hidden, scale);
  return saying.flatMap(({ at, size, said }) =>
    said.map((each) => ({
      ...each,
      areas: each.areas.map((area) => {
        const placed = onPageOf(page, objects[at]!, area, size);
        return { area: placed, isShown: differs(drawn, without, pixelsOf(placed, scale), 1) };
      }),
    })),
  );
}

/** An area of a picture, in points at `scanDpi`, on the page that shows it. */
function onPageOf(
  page: PdfPage,
  { square }: PaintedObject,
  { x, y, width, height }: Rect,
  size: SaidAlone['size'],
): Rect {
  const [across, down] = [(size.width * 72) / scanDpi, (size.height * 72) / scanDpi];
  // The square has its origin at the lower left (ISO 32000-1 §8.9.5.1).
  const part = {
    left: x / across,
    right: (x + width) / across,
    bottom: 1 - (y + height) / down,
    top: 1 - y / down,
  };
  return onWholePoints(page.toShown(placedBox(part, square)), 0, 0);
}
