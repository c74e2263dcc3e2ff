import type { StickerCorner } from '../../../../../shared/model/exhibits.ts';
import { markMargin, type MarkSize } from '../../draw/marks.ts';
import { spotAt, stripOf, type Spot } from './line-places.ts';
import type { Box } from '../../objects/index.ts';
import type { PageView } from './page-view.ts';

/** Smaller before the page is: still legible, and nothing of the page changes. */
const sizes = [1, 0.85];
/** Steps in which places are tried, in points. */
const step = 4;
/** An edge has at most so many steps, however large its page says it is: more than any page has whose units are points. */
const maxSteps = 3_600;

const cornersFrom: Readonly<Record<StickerCorner, readonly StickerCorner[]>> = {
  bottomRight: ['bottomRight', 'bottomLeft', 'topRight', 'topLeft'],
  bottomLeft: ['bottomLeft', 'bottomRight', 'topLeft', 'topRight'],
  topRight: ['topRight', 'topLeft', 'bottomRight', 'bottomLeft'],
  topLeft: ['topLeft', 'topRight', 'bottomLeft', 'bottomRight'],
};

/** Where the lower left corner of a sticker may be, in the view. */
interface Bounds {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** Where a sticker stands. */
export interface StickerSpot extends Spot {
  /** Whether it stands in the corner that was wanted. */
  readonly isWanted: boolean;
}

/**
 * The wanted corner itself, at full size; where another mark of ours stands in it, directly above or below that.
 *
 * @param isClear whether no other mark of ours is in an area
 */
export function cornerSpot(
  view: PageView,
  size: MarkSize,
  corner: StickerCorner,
  isClear: (area: Box) => boolean,
): Spot {
  const scale = stickerFit(view, size);
  const { x, y } = cornerOf(boundsOf(view, size, scale), corner);
  const inward = corner.startsWith('bottom') ? 1 : -1;
  for (let by = 0; by <= 60; by += 1) {
    const spot = spotAt(x, y + inward * by, scale, size);
    if (isClear(spot.area)) return spot;
  }
  return spotAt(x, y, scale, size);
}

/** What a search asks of a view. */
export interface SightForSticker {
  /** Whether an area is free. */
  isFree(area: Box): boolean;
  /** For an area that is not free: from which left edge on one of its size and height might be free. */
  pastInk(area: Box): number;
}

/**
 * A free place for the sticker: its corner, then along its edges, then the other corners and theirs, then the margins, then the
 * free place anywhere that is nearest to the corner. The strip at the top stays the court's.
 */
export function findStickerSpot(
  view: PageView,
  size: MarkSize,
  corner: StickerCorner,
  sight: SightForSticker,
): StickerSpot | null {
  for (const shrink of sizes) {
    const scale = stickerFit(view, size) * shrink;
    const bounds = boundsOf(view, size, scale);
    if (bounds.top < bounds.bottom) continue;
    for (const candidate of edgePlaces(bounds, corner)) {
      const spot = spotAt(candidate.x, candidate.y, scale, size);
      if (sight.isFree(spot.area)) return { ...spot, isWanted: shrink === 1 && candidate.isWanted };
    }
    const inside = nearestFree(bounds, corner, (x, y) => spotAt(x, y, scale, size), sight);
    if (inside) return { ...inside, isWanted: false };
  }
  return null;
}

/** How much smaller a sticker is on a page too small for it: it never takes more than half of what is shown. */
function stickerFit(view: PageView, { width, height }: MarkSize): number {
  return Math.min(1, view.width / (width + 2 * markMargin), view.height / (2 * height + 2 * markMargin));
}

function boundsOf(view: PageView, { width, height }: MarkSize, scale: number): Bounds {
  const margin = markMargin * Math.min(1, scale);
  const strip = stripOf(view) ?? margin;
  return {
    left: margin,
    right: Math.max(margin, view.width - margin - width * scale),
    bottom: margin,
    top: view.height - strip - height * scale,
  };
}

function cornerOf(bounds: Bounds, corner: StickerCorner): { x: number; y: number } {
  return {
    x: corner.endsWith('Right') ? bounds.right : bounds.left,
    y: corner.startsWith('bottom') ? bounds.bottom : bounds.top,
  };
}

const paceAlong = (edge: number) => Math.max(step, edge / maxSteps);

/** Places along the edges, corner by corner: each first itself, then ever further from it on both its edges. */
function* edgePlaces(
  bounds: Bounds,
  wanted: StickerCorner,
): Generator<{ x: number; y: number; isWanted: boolean }> {
  const across = bounds.right - bounds.left;
  const up = bounds.top - bounds.bottom;
  const longer = Math.max(across, up);
  const pace = paceAlong(longer);
  // First as far as half of each edge, where it still is that corner's; then the rest of the margins.
  for (const [from, to] of [
    [0, 0.5],
    [0.5, 1],
  ] as const)
    for (const corner of cornersFrom[wanted]) {
      const { x, y } = cornerOf(bounds, corner);
      const inward = x === bounds.right ? -1 : 1;
      const vertical = y === bounds.top ? -1 : 1;
      const start = Math.ceil((from * longer) / pace) * pace;
      for (let by = start; by <= to * longer; by += pace) {
        const isWanted = by === 0 && corner === wanted;
        if (by <= up * to) yield { x, y: y + vertical * by, isWanted };
        if (by > 0 && by <= across * to) yield { x: x + inward * by, y, isWanted };
      }
    }
}

function nearestFree(
  bounds: Bounds,
  corner: StickerCorner,
  spotOf: (x: number, y: number) => Spot,
  sight: SightForSticker,
): Spot | null {
  const from = cornerOf(bounds, corner);
  const across = bounds.right - bounds.left;
  const up = bounds.top - bounds.bottom;
  // A large plan is searched in larger steps, so that the work is bounded.
  const pace = Math.max(paceAlong(Math.max(across, up)), Math.sqrt((across * up) / 40_000));
  let best: Spot | null = null;
  let nearest = Infinity;
  for (let y = bounds.bottom; y <= bounds.top; y += pace) {
    let past = -Infinity;
    for (let x = bounds.left; x <= bounds.right; x += pace) {
      const distance = (x - from.x) ** 2 + (y - from.y) ** 2;
      if (x < past || distance >= nearest) continue;
      const spot = spotOf(x, y);
      if (sight.isFree(spot.area)) {
        nearest = distance;
        best = spot;
      } else past = sight.pastInk(spot.area);
    }
  }
  return best;
}
