import type { NumberPosition } from '../../../../../shared/model/exhibits.ts';
import { topMargin } from '../../draw/drawn-page.ts';
import { markMargin, type MarkSize } from '../../draw/marks.ts';
import type { Box } from '../../objects/index.ts';
import type { PageView } from './page-view.ts';

/** A side of the page as looked at. */
export type Side = 'left' | 'center' | 'right';

/** One of the places at the foot where a line may stand: which side, and how far up. */
export interface FootPlace {
  readonly side: Side;
  /** From the paper's edge to the line's lower edge, in points. */
  readonly up: number;
}

/** A mark's place on a page as looked at. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly area: Box;
}

/** Marks of a line keep within an inch of the paper's edge, where readers look for them. */
const inch = 72;
const rows = [markMargin, 32, 46, 58];
/** Steps in which a line is moved along an edge. */
const step = 12;
/** An edge has at most so many steps, however large its page says it is: more than any page has whose units are points. */
const maxSteps = 1_500;

const sidesOf: Readonly<Record<NumberPosition, readonly Side[]>> = {
  bottomRight: ['right', 'left', 'center'],
  bottomCenter: ['center', 'right', 'left'],
  bottomLeft: ['left', 'right', 'center'],
};
const besideOf: Readonly<Record<Side, readonly Side[]>> = {
  right: ['left', 'center', 'right'],
  center: ['left', 'right', 'center'],
  left: ['right', 'center', 'left'],
};

/** Places at the foot for a number, the wanted one first, then the other sides, then further up. */
export function numberPlaces(position: NumberPosition): readonly FootPlace[] {
  return rows.flatMap((up) => sidesOf[position].map((side) => ({ side, up })));
}

/** Places at the foot for words beside a number, the opposite side first. */
export function besidePlaces(number: Side): readonly FootPlace[] {
  return rows.flatMap((up) => besideOf[number].map((side) => ({ side, up })));
}

/** How much smaller a mark must be to stand on the page at all, its margins included; 1 for all ordinary pages. */
export function fitting(view: PageView, { width, height }: MarkSize): number {
  return Math.min(1, view.width / (width + 2 * markMargin), view.height / (height + 2 * markMargin));
}

/** The spot of a mark whose lower left corner is at a point, in points of the view. @param size at full scale */
export function spotAt(x: number, y: number, scale: number, size: MarkSize): Spot {
  const { width, height } = size;
  return { x, y, scale, area: [x, y, x + width * scale, y + height * scale] };
}

/** Where a line stands that takes a place at the foot. */
export function footSpot(view: PageView, size: MarkSize, { side, up }: FootPlace): Spot {
  const scale = fitting(view, size);
  return spotAt(lineStart(view, size.width * scale, side, scale), up * scale, scale, size);
}

/**
 * Places a line may be moved to when none of those at the foot is free: along the foot, then below the strip at the top that is
 * the court's.
 */
export function* otherSpots(view: PageView, size: MarkSize, side: Side): Generator<Spot> {
  const scale = fitting(view, size);
  const [width, height] = [size.width * scale, size.height * scale];
  const margin = markMargin * scale;
  const start = lineStart(view, width, side, scale);
  const most = view.width - margin - width;
  const pace = Math.max(step, view.width / maxSteps);
  const shifts = [start];
  for (let by = pace; by <= view.width; by += pace)
    for (const x of [start - by, start + by]) if (x >= margin && x <= most) shifts.push(x);
  for (let up = markMargin; up + size.height <= inch; up += 4)
    for (const x of shifts) yield spotAt(x, up * scale, scale, size);
  for (let down = topMargin; down + height <= inch; down += 2)
    for (const x of shifts) yield spotAt(x, view.height - down - height, scale, size);
}

/** Where a line of a width begins that stands at a side of the page. */
export function lineStart(view: PageView, width: number, side: Side, scale: number): number {
  const margin = markMargin * scale;
  if (side === 'left') return margin;
  return side === 'right' ? view.width - margin - width : (view.width - width) / 2;
}

/** Places for words across the top of a page: in the middle just below the court's strip, then lower, then beside, then at the foot. */
export function topSpots(view: PageView, size: MarkSize): readonly Spot[] {
  const scale = fitting(view, size);
  const [width, height] = [size.width * scale, size.height * scale];
  const strip = stripOf(view) ?? markMargin * scale;
  const spots: Spot[] = [];
  for (const side of ['center', 'right', 'left'] as const)
    for (let down = strip; down <= strip + 2 * inch && down + height < view.height / 2; down += 4)
      spots.push(spotAt(lineStart(view, width, side, scale), view.height - down - height, scale, size));
  for (const up of rows)
    for (const side of ['center', 'left', 'right'] as const) spots.push(footSpot(view, size, { side, up }));
  return spots;
}

/** Height of the strip at the top that is the court's; null on a page too low to have one. */
export function stripOf(view: PageView): number | null {
  return view.height > 3 * topMargin ? topMargin : null;
}
