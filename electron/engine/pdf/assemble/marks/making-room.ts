import type { NumberPosition, StickerCorner } from '../../../../../shared/model/exhibits.ts';
import { markMargin, type MarkSize } from '../../draw/marks.ts';
import {
  besidePlaces,
  fitting,
  lineStart,
  numberPlaces,
  spotAt,
  type Side,
  type Spot,
} from './line-places.ts';
import type { MarkKind } from './page-plan.ts';
import type { PageView } from './page-view.ts';

/** A page's content is never drawn smaller than this. */
const leastScale = 0.8;
/** Marks are not made smaller than this to fit the room that makes. */
const leastMarks = 0.55;
/** Between marks, and between the uppermost and the content, in points. */
const gap = 6;

/** A strip along the foot of a page, made for its marks. */
export interface Room {
  /** How much smaller the page's content is drawn, toward the middle of its upper edge. */
  readonly scale: number;
  /** Where the lines stand, in the order they were given, and the sticker. */
  readonly lines: readonly Spot[];
  readonly sticker: Spot;
  /** Whether all of them stand in the room made; otherwise they cover some of the content. */
  readonly isWhole: boolean;
}

/**
 * Lays all marks of a page into a strip along its foot, high enough for them, from which the content is drawn away.
 *
 * @param lines what stands beside the sticker
 */
export function roomBelow(
  view: PageView,
  sticker: MarkSize,
  lines: readonly { readonly kind: MarkKind; readonly size: MarkSize }[],
  style: { readonly numberPosition: NumberPosition; readonly stickerCorner: StickerCorner },
): Room {
  const full = layRows(view, sticker, lines, style, 1);
  const most = view.height * (1 - leastScale);
  const shrink = Math.max(leastMarks, Math.min(1, most / full.height));
  const laid = shrink === 1 ? full : layRows(view, sticker, lines, style, shrink);
  return {
    scale: Math.max(leastScale, 1 - laid.height / view.height),
    lines: laid.lines,
    sticker: laid.sticker,
    isWhole: laid.height <= most + 0.01,
  };
}

function layRows(
  view: PageView,
  sticker: MarkSize,
  lines: readonly { readonly kind: MarkKind; readonly size: MarkSize }[],
  style: { readonly numberPosition: NumberPosition; readonly stickerCorner: StickerCorner },
  shrink: number,
) {
  const stickerSide: Side = style.stickerCorner.endsWith('Right') ? 'right' : 'left';
  const numberSide = numberPlaces(style.numberPosition)[0]!.side;
  const sideOf: Readonly<Record<MarkKind, Side>> = {
    number: numberSide,
    designation: besidePlaces(numberSide)[0]!.side,
    banner: stickerSide === 'right' ? 'left' : 'right',
    sticker: stickerSide,
  };
  let bottom = markMargin * shrink;
  let top = bottom;
  let row: Spot[] = [];
  const lay = (kind: MarkKind, size: MarkSize): Spot => {
    const scale = fitting(view, size) * shrink;
    const width = size.width * scale;
    const x = lineStart(view, width, sideOf[kind], scale);
    // What would touch another in its row goes above it.
    if (row.some(({ area }) => x < area[2] + gap && area[0] < x + width + gap)) {
      bottom = top + gap * shrink;
      row = [];
    }
    const spot = spotAt(x, bottom, scale, size);
    row.push(spot);
    top = Math.max(top, spot.area[3]);
    return spot;
  };
  const laid = lines.map(({ kind, size }) => (kind === 'banner' ? null : lay(kind, size)));
  const stickerSpot = lay('sticker', sticker);
  const all = lines.map(({ kind, size }, i) => laid[i] ?? lay(kind, size));
  return { lines: all, sticker: stickerSpot, height: top + gap * shrink };
}
