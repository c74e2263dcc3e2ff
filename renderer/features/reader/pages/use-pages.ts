import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { Destination, Rect } from '../../../../shared/contract/reader.ts';
import {
  gap,
  placeAt,
  placeOn,
  rowWith,
  stepScale,
  type PageLayout,
  type PageShape,
  type PageView,
  type Place,
} from './page-layout.ts';
import type { PageQueue } from './page-queue.ts';
import { turnRect, type Turn } from './turned.ts';
import { usePageLayout } from './use-page-layout.ts';
import { reading, usePlace, type Sight } from './use-place.ts';
import { useSize } from './use-size.ts';
import { useTrail } from './use-trail.ts';

/** A page whose picture has more bytes than this is not drawn ahead of being seen. */
const aheadBytes = 24_000_000;
/** A part of a page's height that is left in sight above it. */
const leadIn = -0.012;

/** How large pages are: as wide as there is room, as wide and high, or in CSS pixels a point. */
export type Zoom = 'width' | 'page' | number;

/** How pages are arranged, as the person likes them. */
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
  /** Pages that are in the document now: those in sight, and those drawn ahead. */
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
  /** Goes to the next page or the one before, or the next two where two are side by side. */
  readonly turnPage: (direction: 1 | -1, isFromBelow?: boolean) => void;
  /** Brings a rectangle of a page into sight, without a way back. */
  readonly reveal: (page: number, rect: Rect) => void;
  readonly back: () => void;
  readonly forward: () => void;
}

/**
 * Which pages are where, at which zoom, and which of them are in sight.
 *
 * @param pages as the document has them, not turned
 * @param start where to begin
 * @param onMove called with the place being read
 * @param onZoom called with a changed zoom
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
  const { view, turn } = arrangement;
  const scroller = useRef<HTMLDivElement>(null);
  const size = useSize(scroller);
  const [sight, setSight] = useState<Sight>({ first: start.page, last: start.page, current: start.page });
  const [only, setOnly] = useState(start.page);
  // Shown in another way, it is the page that was being read.
  const [lastView, setLastView] = useState(view);
  if (view !== lastView) {
    setLastView(view);
    if (view === 'single') setOnly(sight.current);
  }
  const { shapes, layout } = usePageLayout(pages, arrangement, only, size);
  const onSight = useCallback(
    (next: Sight) => {
      queue.look(next.first, next.last);
      setSight((before) => (isSame(before, next) ? before : next));
    },
    [queue],
  );
  const { place, goTo } = usePlace(scroller, layout, {
    start: start.part === 0 ? { ...start, part: leadIn } : start,
    isLaidOut: size.height > 0,
    onSight,
  });
  useEffect(() => onMove({ ...place.current, page: sight.current }), [onMove, sight.current]);
  useEffect(() => () => onMove(place.current), [onMove]);

  const jump = (to: Place) => {
    // A followed link is removed from the document with its page; the focus stays with the pages.
    if (scroller.current?.contains(document.activeElement)) scroller.current.focus({ preventScroll: true });
    if (view === 'single') setOnly(to.page);
    goTo(to);
  };
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
        // It is laid out only once it is the page shown: a fraction of its height is near enough.
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

function isSame(a: Sight, b: Sight): boolean {
  return a.first === b.first && a.last === b.last && a.current === b.current;
}

function pictureBytes(shape: PageShape | undefined, scale: number): number {
  if (!shape) return 0;
  const pixels = scale * window.devicePixelRatio;
  return shape.width * pixels * shape.height * pixels * 4;
}
