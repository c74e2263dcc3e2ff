import type { Rect } from '../../../../shared/contract/reader.ts';
import type { Pdfium, PdfPage } from '../pdfium/index.ts';
import type { DrawnGlyph } from '../reader/text/glyphs.ts';
import { BoxIndex } from '../redactions/box-index.ts';
import { clipsOfText, paintedObjects, type Color } from '../redactions/painted-objects.ts';
import { isWithin } from '../../../../shared/domain/rect.ts';

/** Of 255: what is paler may be seen on a dark ground only, and may hide what lies beneath it. */
const pale = 200;
/** Letters of fewer points are dots; and narrower or lower things cover none. */
const leastSize = 1.5;

/**
 * Tells which letters of a page may be unseen: without ink, pale, minute, cut off, in a layer, or beneath something pale or a picture. What they say is
 * read with the others, and the others are read without them, for letters that part a name for programs part it for nobody who looks at the page.
 *
 * @throws AppError as `paintedObjects` does; PDF_LIMIT_EXCEEDED where too much of the page lies over each other
 */
export function mayBeUnseen(pdfium: Pdfium, page: PdfPage): (letter: DrawnGlyph) => boolean {
  const faint = new Set<number>();
  const orders = new Map<number, number>();
  const covers: { rect: Rect; order: number }[] = [];
  for (const [order, { kind, handle, box, ...object }] of paintedObjects(pdfium, page.handle).entries()) {
    const isPale = object.color !== null && hasPale(object.color);
    if (kind === 'text') {
      orders.set(handle, order);
      if (object.isInkless || isPale || isInLayer(pdfium, handle)) faint.add(handle);
    } else if (!object.isFine && (isPale || object.color === null)) {
      const rect = page.toShown(box);
      if (orders.size > 0 && Math.min(rect.width, rect.height) >= leastSize) covers.push({ rect, order });
    }
  }
  const index = new BoxIndex(
    covers.map((cover) => [boxOf(cover.rect), cover] as const),
    boxOf({ x: 0, y: 0, width: page.width, height: page.height }),
  );
  const clips = clipsOfText(pdfium, page.handle);
  return ({ rect, hand: { object, fontSize } }) => {
    if (faint.has(object) || fontSize < leastSize) return true;
    const clip = clips.get(object);
    if (clip && !holdsMiddle(page.toShown(clip), rect)) return true;
    const order = orders.get(object) ?? 0;
    return index.near(boxOf(rect)).some((cover) => cover.order > order && holdsMiddle(cover.rect, rect));
  };
}

const hasPale = (color: Color): boolean => color.every((part) => part >= pale);

const boxOf = ({ x, y, width, height }: Rect) => ({ left: x, bottom: y, right: x + width, top: y + height });

/** Whether the middle of a letter lies in an area: a cell of a sheet cuts off what is longer. */
export const holdsMiddle = (area: Rect, { x, y, width, height }: Rect): boolean =>
  isWithin({ x: x + width / 2, y: y + height / 2, width: 0, height: 0 }, area);

/** The mark of what is shown or not with a layer (ISO 32000-1 §8.11.3.2). */
const layerMark = 'OC';

function isInLayer({ api, memory, guard }: Pdfium, object: number): boolean {
  const marks = api.FPDFPageObj_CountMarks(object);
  if (marks <= 0) return false;
  return guard(() =>
    memory.withBytes(4, (length) =>
      Array.from({ length: marks }, (_, at) => api.FPDFPageObj_GetMark(object, at)).some(
        (mark) =>
          memory.utf16((pointer, bytes) =>
            api.FPDFPageObjMark_GetName(mark, pointer, bytes, length) ? memory.int32(length) : 0,
          ) === layerMark,
      ),
    ),
  );
}
