import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { Destination, Rect } from '../../../../shared/contract/reader.ts';
import {
  clampScale,
  fitScale,
  gap,
  layOut,
  pageAt,
  pagesBetween,
  placeAt,
  placeOn,
  rowWith,
  stepScale,
  topOf,
  type PageLayout,
  type PageShape,
  type PageView,
  type Place,
} from './page-layout.ts';
import type { PageQueue } from './page-queue.ts';
import { turnRect, turnShapes, type Turn } from './turned.ts';
import { useSize } from './use-size.ts';
import { useTrail } from './use-trail.ts';

/** A page whose picture has more bytes than this is not drawn ahead of being seen. */
const aheadBytes = 24_000_000;
/** A part of a page's height that is left in sight above it. */
const leadIn = -0.012;
/** The height, as a part of what is in sight, whose page counts as the present one. */
const reading = 0.3;

/** How large pages are: as wide as there is room, as wide and high, or so many CSS pixels a point. */
export type Zoom = 'width' | 'page' | number;

/** How pages stand, as the person likes them. */
export interface Arrangement {
  readonly view: PageView;
  readonly isCoverAlone: boolean;
  readonly turn: Turn;
  readonly zoom: Zoom;
}

export interface Pages {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly layout: PageLayout;
  /** Pages as they are laid out: turned, if they are. */
  readonly shapes: readonly PageShape[];
  readonly arrangement: Arrangement;
  /** Pages in sight, from 0. */
  readonly first: number;
  readonly last: number;
  /** Pages that stand in the document now: those in sight, and those drawn ahead. */
  readonly drawnFirst: number;
  readonly drawnLast: number;
  /** The page being read, from 0. */
  readonly current: number;
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
  readonly setZoom: (zoom: Zoom) => void;
  readonly stepZoom: (direction: 1 | -1) => void;
  /** Goes to a page or a place on it, to come back from with `back`. */
  readonly go: (to: Destination) => void;
  /** Goes to the next page or the one before, or the next two where two stand beside each other. */
  readonly turnPage: (direction: 1 | -1, isFromBelow?: boolean) => void;
  /** Brings a rectangle of a page into sight, without a way back. */
  readonly reveal: (page: number, rect: Rect) => void;
  readonly back: () => void;
  readonly forward: () => void;
}

/**
 * Which pages stand where, at which zoom, and which of them are in sight.
 *
 * @param pages as the document has them, not turned
 * @param start where to begin
 * @param onMove hears of the place being read
 * @param onZoom hears of a changed zoom
 */
export function usePages({
  pages,
  queue,
  start,
  arrangement,
  onMove,
  onZoom,
}: {
  pages: readonly PageShape[];
  queue: PageQueue;
  start: Place;
  arrangement: Arrangement;
  onMove: (place: Place) => void;
  onZoom: (zoom: Zoom) => void;
}): Pages {
  const { view, isCoverAlone, turn, zoom } = arrangement;
  const scroller = useRef<HTMLDivElement>(null);
  const size = useSize(scroller);
  const [sight, setSight] = useState({ first: start.page, last: start.page, current: start.page });
  const [only, setOnly] = useState(start.page);
  // Shown in another way, it is the page that was being read.
  const [lastView, setLastView] = useState(view);
  if (view !== lastView) {
    setLastView(view);
    if (view === 'single') setOnly(sight.current);
  }
  const shapes = useMemo(() => turnShapes(pages, turn), [pages, turn]);
  const layout = useMemo(() => {
    const shared = { view, isCoverAlone, only: view === 'single' ? only : 0, roomPx: size.height };
    if (typeof zoom === 'number') return layOut(shapes, clampScale(zoom), shared);
    const fitWidthPx = size.width - 2 * gap;
    const fitHeightPx = zoom === 'page' ? size.height - 2 * gap : Infinity;
    const scale = fitScale(shapes, fitWidthPx, { view, heightPx: fitHeightPx });
    return layOut(shapes, scale, { ...shared, fitWidthPx, fitHeightPx });
  }, [shapes, size.width, size.height, view, isCoverAlone, view === 'single' ? only : 0, zoom]);
  const place = useRef<Place>(start.part === 0 ? { ...start, part: leadIn } : start);

  const look = useCallback(() => {
    const element = scroller.current;
    if (!element || size.height === 0) return;
    const { scrollTop, clientHeight } = element;
    const { first, last } = pagesBetween(layout, scrollTop, scrollTop + clientHeight);
    const isAtEnd = scrollTop + clientHeight >= layout.height - 1;
    const row = rowWith(
      layout,
      isAtEnd && scrollTop > 0 ? last : pageAt(layout, scrollTop + clientHeight * reading),
    );
    // Of two pages side by side it is the one that was gone to.
    const { page } = place.current;
    const current = page >= row.first && page <= row.last ? page : row.first;
    queue.look(first, last);
    setSight((before) =>
      before.first === first && before.last === last && before.current === current
        ? before
        : { first, last, current },
    );
  }, [layout, queue, size.height]);

  // A new zoom or a new width leaves the reader where it was.
  useLayoutEffect(() => {
    if (!scroller.current || size.height === 0) return;
    scroller.current.scrollTop = topOf(layout, place.current);
    look();
  }, [layout, look, size.height]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const onScroll = () => {
      const most = Math.max(0, element.scrollHeight - element.clientHeight);
      // Where one was sent is where one is, though it lies a little above the row.
      const sent = Math.min(Math.max(0, topOf(layout, place.current)), most);
      if (Math.abs(element.scrollTop - sent) < 2) return look();
      const next = placeAt(layout, element.scrollTop);
      const row = rowWith(layout, next.page);
      const { page } = place.current;
      place.current = page >= row.first && page <= row.last ? { page, part: next.part } : next;
      return look();
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => element.removeEventListener('scroll', onScroll);
  }, [layout, look]);

  useEffect(() => onMove({ ...place.current, page: sight.current }), [onMove, sight.current]);
  useEffect(() => () => onMove(place.current), [onMove]);

  const jump = useCallback(
    (to: Place) => {
      place.current = to;
      // A link that was followed goes out of the document with its page; the keyboard stays with the pages.
      if (scroller.current?.contains(document.activeElement)) scroller.current.focus({ preventScroll: true });
      if (view === 'single') setOnly(to.page);
      if (scroller.current) scroller.current.scrollTop = topOf(layout, to);
      look();
    },
    [layout, look, view],
  );
  const { canGoBack, canGoForward, leave, back, forward } = useTrail(place, jump);

  const inSight = rowWith(layout, sight.current);
  const current = view === 'single' ? only : Math.min(sight.current, pages.length - 1);
  const [first, last] = view === 'single' ? [only, only] : [sight.first, sight.last];
  const bytes = pictureBytes(shapes[current], layout.scales[current] ?? layout.scale);
  const ahead = bytes > aheadBytes ? 0 : view === 'two' ? 2 : 1;

  return {
    scroller,
    layout,
    shapes,
    arrangement,
    first,
    last,
    drawnFirst: Math.max(0, first - ahead),
    drawnLast: Math.min(pages.length - 1, last + ahead),
    current,
    canGoBack,
    canGoForward,
    setZoom: onZoom,
    stepZoom: (direction) => onZoom(stepScale(layout.scale, direction)),
    go: ({ page, y }) => {
      leave();
      if (turn !== 0 || y === null || (view === 'single' && page !== only)) jump({ page, part: leadIn });
      else {
        const to = placeOn(layout, page, y);
        jump({ page, part: to.part + leadIn });
      }
    },
    turnPage: (direction, isFromBelow = false) => {
      const to = direction > 0 ? inSight.last + 1 : inSight.first - 1;
      if (to < 0 || to >= pages.length) return;
      const page = view === 'single' ? to : rowWith(layout, to).first;
      jump({ page, part: isFromBelow ? 1 : leadIn });
    },
    reveal: (page, rect) => {
      const element = scroller.current;
      if (!element) return;
      const turned = turnRect(rect, pages[page]!, turn);
      if (view === 'single' && page !== only) {
        // Laid out once it is the one: a part of its height is near enough.
        const part = turned.y / shapes[page]!.height;
        jump({ page, part: Math.max(leadIn, part - reading / 2) });
        return;
      }
      const scale = layout.scales[page]!;
      const top = layout.tops[page]! + turned.y * scale;
      const bottom = top + turned.height * scale;
      const { scrollTop, clientHeight } = element;
      if (top < scrollTop + gap || bottom > scrollTop + clientHeight - gap)
        jump({ ...placeAt(layout, Math.max(0, top - clientHeight * reading)), page });
      const left = element.scrollWidth / 2 + layout.lefts[page]! + turned.x * scale;
      if (left < element.scrollLeft + gap || left > element.scrollLeft + element.clientWidth - gap)
        element.scrollLeft = Math.max(0, left - element.clientWidth * reading);
    },
    back,
    forward,
  };
}

function pictureBytes(shape: PageShape | undefined, scale: number): number {
  if (!shape) return 0;
  const pixels = scale * window.devicePixelRatio;
  return shape.width * pixels * shape.height * pixels * 4;
}
