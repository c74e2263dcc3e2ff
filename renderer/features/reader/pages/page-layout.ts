import { firstIndex } from '../../../../shared/domain/first-index.ts';

/** A page as the reader describes it when a document opens: size in points as shown. */
export interface PageShape {
  readonly width: number;
  readonly height: number;
  readonly label: string | null;
}

/** How pages are shown: under one another, one at a time, or two beside each other as in an open book. */
export type PageView = 'continuous' | 'single' | 'two';

/** Where pages are, in rows under one another, in CSS pixels. */
export interface PageLayout {
  /** CSS pixels a point, of all pages except those too large for it. */
  readonly scale: number;
  /** CSS pixels a point, of each page. */
  readonly scales: Float64Array;
  /** The first page of each row, and after the last row the page that would follow. */
  readonly rows: Int32Array;
  /** Top of each row, and the end of the last as one more. */
  readonly rowTops: Float64Array;
  /** Top of each page; meaningless for pages that are not shown now. */
  readonly tops: Float64Array;
  /** How far right of the middle each page begins. */
  readonly lefts: Float64Array;
  readonly width: number;
  readonly height: number;
}

/** A place in a document that outlives a change of zoom: a page (from 0) and a part of its row's height. */
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
/** Browsers lay out no more than some 33 million CSS pixels; what is below could not be scrolled to. */
const mostHeightPx = 32_000_000;
/** Where pages are fitted into a small room they may be smaller than by zooming. */
const leastFit = 0.1;

const zoomSteps = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4];

export interface LayoutOptions {
  readonly view?: PageView;
  /** Of two beside each other: whether the first page is alone, like the cover of a book. */
  readonly isCoverAlone?: boolean;
  /** Of one at a time: which, from 0. */
  readonly only?: number;
  /**
   * CSS pixels that no row may be wider than: where the width is fitted, one plan or spreadsheet among letters is made
   * smaller by itself, not the letters with it.
   */
  readonly fitWidthPx?: number;
  /** The same for the height. */
  readonly fitHeightPx?: number;
  /** Of one at a time: the height there is, in which a shorter page is centered. CSS pixels. */
  readonly roomPx?: number;
}

/**
 * Lays pages out; thousands of them smaller than asked for, where they would be higher together than can be scrolled.
 *
 * @param scale CSS pixels a point
 * @example layOut(pages, fullSize, { view: 'two', isCoverAlone: true })
 */
export function layOut(pages: readonly PageShape[], scale: number, options: LayoutOptions = {}): PageLayout {
  const layout = layOutAt(pages, scale, options);
  return layout.height > mostHeightPx
    ? layOut(pages, (scale * mostHeightPx) / layout.height, options)
    : layout;
}

function layOutAt(
  pages: readonly PageShape[],
  scale: number,
  {
    view = 'continuous',
    isCoverAlone = false,
    only = 0,
    fitWidthPx = Infinity,
    fitHeightPx = Infinity,
    roomPx = 0,
  }: LayoutOptions,
): PageLayout {
  const rows = rowsOf(pages.length, view, isCoverAlone, only);
  const rowTops = new Float64Array(rows.length);
  const [tops, lefts, scales] = [
    new Float64Array(pages.length),
    new Float64Array(pages.length),
    new Float64Array(pages.length).fill(scale),
  ];
  const roomForPage = view === 'two' ? (fitWidthPx - gap) / 2 : fitWidthPx;
  let top = gap;
  let reach = 0;
  for (let row = 0; row + 1 < rows.length; row += 1) {
    const [from, end] = [rows[row]!, rows[row + 1]!];
    let rowHeight = 0;
    for (let page = from; page < end; page += 1) {
      const { width, height } = pages[page]!;
      const most = Math.min(roomForPage / width, fitHeightPx / height);
      const own = Math.min(scale, Math.max(most, leastFit * fullSize));
      scales[page] = own;
      rowHeight = Math.max(rowHeight, Math.round(height * own));
    }
    if (view === 'single') top = Math.max(gap, Math.floor((roomPx - rowHeight) / 2));
    rowTops[row] = top;
    for (let page = from; page < end; page += 1) {
      const width = Math.round(pages[page]!.width * scales[page]!);
      const isLeft = view === 'two' && end - from === 2 && page === from;
      lefts[page] = view === 'two' ? (isLeft ? -width - gap / 2 : gap / 2) : -width / 2;
      tops[page] = top + Math.round((rowHeight - Math.round(pages[page]!.height * scales[page]!)) / 2);
      reach = Math.max(reach, -lefts[page]!, lefts[page]! + width);
    }
    top += rowHeight + gap;
  }
  rowTops[rows.length - 1] = top;
  const height = view === 'single' ? Math.max(top, roomPx) : top;
  return { scale, scales, rows, rowTops, tops, lefts, width: Math.round(2 * reach) + 2 * gap, height };
}

function rowsOf(count: number, view: PageView, isCoverAlone: boolean, only: number): Int32Array {
  if (view === 'single') return Int32Array.of(only, only + 1);
  if (view === 'continuous') return Int32Array.from({ length: count + 1 }, (_, page) => page);
  const rows = isCoverAlone ? [0] : [];
  for (let page = isCoverAlone ? 1 : 0; page < count; page += 2) rows.push(page);
  return Int32Array.from([...rows, count]);
}

/** The shape most pages of a document have, in whole points. */
function usualShape(pages: readonly PageShape[]): { readonly width: number; readonly height: number } {
  const counts = new Map<string, number>();
  let usual = { width: 1, height: 1 };
  let most = 0;
  for (const { width, height } of pages) {
    const key = `${Math.round(width)} ${Math.round(height)}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count > most) {
      usual = { width: Math.round(width), height: Math.round(height) };
      most = count;
    }
  }
  return usual;
}

/**
 * The scale at which a usual page fills the room there is, within limits.
 *
 * @param widthPx the width for pages in CSS pixels
 * @param heightPx the height, where the whole page is to be seen
 */
export function fitScale(
  pages: readonly PageShape[],
  widthPx: number,
  { view = 'continuous', heightPx = Infinity }: { view?: PageView; heightPx?: number } = {},
): number {
  const { width, height } = usualShape(pages);
  const room = view === 'two' ? (widthPx - gap) / 2 : widthPx;
  const scale = Math.min(room / width, heightPx / height);
  return Math.min(Math.max(scale, leastFit * fullSize), mostZoom * fullSize);
}

/** A scale within the least and the most zoom, in CSS pixels a point. */
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

/** The last row whose value in an ascending list is at most `value`; the first row where none is. */
function rowBelow(list: Int32Array | Float64Array, value: number): number {
  return Math.max(0, firstIndex(list.length - 1, (at) => list[at]! > value) - 1);
}

/** The pages (from 0) in the same row as a page. */
export function rowWith({ rows }: PageLayout, page: number): { first: number; last: number } {
  const row = rowBelow(rows, page);
  return { first: rows[row]!, last: rows[row + 1]! - 1 };
}

/** The first page (from 0) of the row at a height, or of the one above the gap at that height. */
export function pageAt({ rows, rowTops }: PageLayout, y: number): number {
  return rows[rowBelow(rowTops, y)]!;
}

/** Pages that can be seen between two heights. */
export function pagesBetween(
  layout: PageLayout,
  top: number,
  bottom: number,
): { first: number; last: number } {
  return { first: pageAt(layout, top), last: rowWith(layout, pageAt(layout, bottom)).last };
}

/** A height in a form that survives another zoom. */
export function placeAt({ rows, rowTops }: PageLayout, y: number): Place {
  const row = rowBelow(rowTops, y);
  const top = rowTops[row]!;
  return { page: rows[row]!, part: (y - top) / Math.max(1, rowTops[row + 1]! - top) };
}

/** The height of a place. */
export function topOf({ rows, rowTops }: PageLayout, { page, part }: Place): number {
  const row = rowBelow(rows, page);
  const top = rowTops[row]!;
  return top + part * (rowTops[row + 1]! - top);
}

/** A height on a page, in points from its top, as a place. */
export function placeOn({ rows, rowTops, tops, scales }: PageLayout, page: number, y: number): Place {
  const row = rowBelow(rows, page);
  const within = (tops[page] ?? 0) - rowTops[row]! + y * (scales[page] ?? 1);
  return { page, part: within / Math.max(1, rowTops[row + 1]! - rowTops[row]!) };
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

/** A page's name for screen readers: "Page 3 of 14, AMZ000012". */
export function pageName(pages: readonly PageShape[], page: number): string {
  const label = pages[page]?.label;
  return `Page ${page + 1} of ${pages.length}${label ? `, ${label}` : ''}`;
}
