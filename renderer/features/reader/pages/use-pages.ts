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
  stepScale,
  topOf,
  type PageLayout,
  type PageShape,
  type Place,
} from './page-layout.ts';
import type { PageQueue } from './page-queue.ts';
import { useSize } from './use-size.ts';

/** Pages beyond the sight on either side that are drawn ahead. */
const ahead = 1;
/** A part of a page's height that is left in sight above it. */
const leadIn = -0.012;
/** The height, as a part of what is in sight, whose page counts as the present one. */
const reading = 0.3;

export interface Pages {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly layout: PageLayout;
  /** Pages that stand in the document now, from 0. */
  readonly first: number;
  readonly last: number;
  /** The page being read, from 0. */
  readonly current: number;
  readonly isFit: boolean;
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
  readonly fit: () => void;
  readonly zoom: (direction: 1 | -1) => void;
  /** Goes to a page or a place on it, to come back from with `back`. */
  readonly go: (to: Destination) => void;
  /** Brings a rectangle of a page into sight, without a way back. */
  readonly reveal: (page: number, rect: Rect) => void;
  readonly back: () => void;
  readonly forward: () => void;
}

/**
 * Which pages stand where, at which zoom, and which of them are in sight.
 *
 * @param startPage where to begin, from 0
 * @param zoom a remembered scale; null to fit the width
 * @param onMove hears of the page being read, and of a changed zoom (null: fits)
 */
export function usePages({
  pages,
  queue,
  startPage,
  zoom,
  onMove,
  onZoom,
}: {
  pages: readonly PageShape[];
  queue: PageQueue;
  startPage: number;
  zoom: number | null;
  onMove: (page: number) => void;
  onZoom: (zoom: number | null) => void;
}): Pages {
  const scroller = useRef<HTMLDivElement>(null);
  const size = useSize(scroller);
  const layout = useMemo(() => {
    if (zoom !== null) return layOut(pages, clampScale(zoom));
    const widthPx = size.width - 2 * gap;
    return layOut(pages, fitScale(pages, widthPx), widthPx);
  }, [pages, size.width, zoom]);
  const [sight, setSight] = useState({ first: startPage, last: startPage, current: startPage });
  const place = useRef<Place>({ page: startPage, part: leadIn });
  const [trail, setTrail] = useState<{ behind: readonly Place[]; before: readonly Place[] }>({
    behind: [],
    before: [],
  });

  const look = useCallback(() => {
    const element = scroller.current;
    if (!element || size.height === 0) return;
    const { scrollTop, clientHeight } = element;
    const { first, last } = pagesBetween(layout, scrollTop, scrollTop + clientHeight);
    const isAtEnd = scrollTop + clientHeight >= layout.height - 1;
    const current = isAtEnd && scrollTop > 0 ? last : pageAt(layout, scrollTop + clientHeight * reading);
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
      place.current = placeAt(layout, element.scrollTop);
      look();
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => element.removeEventListener('scroll', onScroll);
  }, [layout, look]);

  useEffect(() => onMove(sight.current), [onMove, sight.current]);

  const jump = useCallback(
    (to: Place) => {
      place.current = to;
      // A link that was followed goes out of the document with its page; the keyboard stays with the pages.
      if (scroller.current?.contains(document.activeElement)) scroller.current.focus({ preventScroll: true });
      if (scroller.current) scroller.current.scrollTop = topOf(layout, to);
      look();
    },
    [layout, look],
  );

  const placeOf = ({ page, y }: Destination): Place => {
    const height = Math.max(1, layout.tops[page + 1]! - layout.tops[page]!);
    return { page, part: ((y ?? 0) * layout.scales[page]!) / height + leadIn };
  };

  return {
    scroller,
    layout,
    first: Math.max(0, sight.first - ahead),
    last: Math.min(pages.length - 1, sight.last + ahead),
    current: Math.min(sight.current, pages.length - 1),
    isFit: zoom === null,
    canGoBack: trail.behind.length > 0,
    canGoForward: trail.before.length > 0,
    fit: () => onZoom(null),
    zoom: (direction) => onZoom(stepScale(layout.scale, direction)),
    go: (to) => {
      const from = place.current;
      setTrail(({ behind }) => ({ behind: [...behind, from], before: [] }));
      jump(placeOf(to));
    },
    reveal: (page, rect) => {
      const element = scroller.current;
      if (!element) return;
      const top = layout.tops[page]! + rect.y * layout.scales[page]!;
      const bottom = top + rect.height * layout.scales[page]!;
      const { scrollTop, clientHeight } = element;
      if (top < scrollTop + gap || bottom > scrollTop + clientHeight - gap)
        jump(placeAt(layout, Math.max(0, top - clientHeight * reading)));
    },
    back: () => {
      const to = trail.behind.at(-1);
      if (!to) return;
      setTrail({ behind: trail.behind.slice(0, -1), before: [...trail.before, place.current] });
      jump(to);
    },
    forward: () => {
      const to = trail.before.at(-1);
      if (!to) return;
      setTrail({ behind: [...trail.behind, place.current], before: trail.before.slice(0, -1) });
      jump(to);
    },
  };
}
