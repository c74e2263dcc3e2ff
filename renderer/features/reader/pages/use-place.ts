import { useCallback, useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { pageAt, pagesBetween, placeAt, rowWith, topOf, type PageLayout, type Place } from './page-layout.ts';

/** Pages in sight, each from 0. */
export interface Sight {
  /** The first and the last of them in sight. */
  readonly first: number;
  readonly last: number;
  /** The one being read. */
  readonly current: number;
}

/** The height, as a part of what is in sight, whose page counts as the present one. */
export const reading = 0.3;

/**
 * The place where one reads: it follows scrolling, and stays when pages are laid out again.
 *
 * @param start where one begins
 * @param isLaidOut whether there is room for pages yet
 * @param onSight called with what is in sight, repeatedly
 */
export function usePlace(
  scroller: RefObject<HTMLDivElement | null>,
  layout: PageLayout,
  {
    start,
    isLaidOut,
    onSight,
  }: { readonly start: Place; readonly isLaidOut: boolean; readonly onSight: (sight: Sight) => void },
): { readonly place: RefObject<Place>; readonly goTo: (to: Place) => void } {
  const place = useRef(start);

  const look = useCallback(() => {
    const element = scroller.current;
    if (!element || !isLaidOut) return;
    const { scrollTop, clientHeight } = element;
    const { first, last } = pagesBetween(layout, scrollTop, scrollTop + clientHeight);
    const isAtEnd = scrollTop + clientHeight >= layout.height - 1;
    const row = rowWith(
      layout,
      isAtEnd && scrollTop > 0 ? last : pageAt(layout, scrollTop + clientHeight * reading),
    );
    // Of two pages side by side it is the one the user went to.
    const { page } = place.current;
    onSight({ first, last, current: page >= row.first && page <= row.last ? page : row.first });
  }, [scroller, layout, isLaidOut, onSight]);

  // A new zoom or a new width leaves the reader where it was.
  useLayoutEffect(() => {
    if (!scroller.current || !isLaidOut) return;
    scroller.current.scrollTop = topOf(layout, place.current);
    look();
  }, [scroller, layout, look, isLaidOut]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const onScroll = () => {
      const most = Math.max(0, element.scrollHeight - element.clientHeight);
      // The requested place counts as the present one, though it is a little above the row.
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
  }, [scroller, layout, look]);

  const goTo = useCallback(
    (to: Place) => {
      place.current = to;
      if (scroller.current) scroller.current.scrollTop = topOf(layout, to);
      look();
    },
    [scroller, layout, look],
  );
  return { place, goTo };
}
