/** A page as it is told when a document opens: size in points as shown. */
export interface PageShape {
  readonly width: number;
  readonly height: number;
  readonly label: string | null;
}

/** Where pages stand under one another, in CSS pixels. */
export interface PageLayout {
  /** CSS pixels a point, of all pages but those too wide for it. */
  readonly scale: number;
  /** CSS pixels a point, of each page. */
  readonly scales: Float64Array;
  /** Top of each page, and the end of the last as one more. */
  readonly tops: Float64Array;
  readonly width: number;
  readonly height: number;
}

/** A place in a document that outlives a change of zoom: a page (from 0) and a part of its height. */
export interface Place {
  readonly page: number;
  readonly part: number;
}

/** Around and between pages, in CSS pixels. */
export const gap = 12;
/** CSS pixels a point at 100 %. */
export const fullSize = 96 / 72;
export const leastZoom = 0.25;
export const mostZoom = 4;

const zoomSteps = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4];

/**
 * Stacks pages.
 *
 * @param scale CSS pixels a point
 * @param fitWidthPx CSS pixels that no page may be wider than: where the width is fitted, one plan or spreadsheet among
 *   letters is made smaller by itself, not the letters with it
 */
export function layOut(pages: readonly PageShape[], scale: number, fitWidthPx = Infinity): PageLayout {
  const tops = new Float64Array(pages.length + 1);
  const scales = new Float64Array(pages.length);
  let top = gap;
  let widest = 0;
  for (const [index, { width, height }] of pages.entries()) {
    const own = Math.min(scale, Math.max(fitWidthPx / width, leastZoom * fullSize));
    scales[index] = own;
    tops[index] = top;
    top += Math.round(height * own) + gap;
    widest = Math.max(widest, Math.round(width * own));
  }
  tops[pages.length] = top;
  return { scale, scales, tops, width: widest + 2 * gap, height: top };
}

/** The width most pages of a document have, in points. */
export function usualWidth(pages: readonly PageShape[]): number {
  const counts = new Map<number, number>();
  for (const { width } of pages) counts.set(Math.round(width), (counts.get(Math.round(width)) ?? 0) + 1);
  let usual = 1;
  let most = 0;
  for (const [width, count] of counts) {
    if (count > most) {
      usual = width;
      most = count;
    }
  }
  return usual;
}

/**
 * The scale at which a usual page fills the width there is, within the limits of zoom.
 *
 * @param widthPx the width for pages in CSS pixels
 */
export function fitScale(pages: readonly PageShape[], widthPx: number): number {
  return clampScale(widthPx / usualWidth(pages));
}

export function clampScale(scale: number): number {
  return Math.min(Math.max(scale, leastZoom * fullSize), mostZoom * fullSize);
}

/** The next step of zoom up (1) or down (-1) from a scale. */
export function stepScale(scale: number, direction: 1 | -1): number {
  const zoom = scale / fullSize;
  const next =
    direction > 0
      ? zoomSteps.find((step) => step > zoom * 1.01)
      : zoomSteps.findLast((step) => step < zoom * 0.99);
  return (next ?? (direction > 0 ? mostZoom : leastZoom)) * fullSize;
}

/** The page (from 0) that a height lies on, or the one above the gap it lies in. */
export function pageAt({ tops }: PageLayout, y: number): number {
  let low = 0;
  let high = tops.length - 2;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (tops[middle]! <= y) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

/** Pages that can be seen between two heights. */
export function pagesBetween(
  layout: PageLayout,
  top: number,
  bottom: number,
): { first: number; last: number } {
  return { first: pageAt(layout, top), last: pageAt(layout, bottom) };
}

/** What a height is in a way that survives another zoom. */
export function placeAt(layout: PageLayout, y: number): Place {
  const page = pageAt(layout, y);
  const top = layout.tops[page]!;
  const height = Math.max(1, layout.tops[page + 1]! - top);
  return { page, part: (y - top) / height };
}

/** The height of a place. */
export function topOf({ tops }: PageLayout, { page, part }: Place): number {
  const index = Math.min(Math.max(page, 0), tops.length - 2);
  const top = tops[index]!;
  return top + part * (tops[index + 1]! - top);
}

/**
 * The page (from 0) that was typed: its label as printed, its number, or the last digits of a label.
 *
 * @returns null when there is no such page
 * @example findPage(pages, 'AMZ000123') ?? findPage(pages, 'iv')
 */
export function findPage(pages: readonly PageShape[], typed: string): number | null {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return null;
  const byLabel = pages.findIndex(({ label }) => label?.toLowerCase() === wanted);
  if (byLabel >= 0) return byLabel;
  if (!/^\d+$/.test(wanted)) return null;
  const number = Number(wanted);
  if (number >= 1 && number <= pages.length) return number - 1;
  const byDigits = pages.findIndex(
    ({ label }) => Number(/\d+$/.exec(label ?? '')?.[0] ?? Number.NaN) === number,
  );
  return byDigits >= 0 ? byDigits : null;
}

/** How a page is named to the ear: "Page 3 of 14, AMZ000012". */
export function pageName(pages: readonly PageShape[], page: number): string {
  const label = pages[page]?.label;
  return `Page ${page + 1} of ${pages.length}${label ? `, ${label}` : ''}`;
}
