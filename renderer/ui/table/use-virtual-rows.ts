import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** Rows rendered beyond the visible ones, so that fast scrolling shows no blank rows. */
const overscan = 10;

interface Range {
  readonly first: number;
  readonly last: number;
  /** Rows rendered at once, if there are that many: a row that leaves at one end is reused for one that enters at the other. */
  readonly size: number;
  /** Inner height of the scrolling element in pixels; 0 until it is known. */
  readonly width: number;
}

export interface VirtualRows extends Range {
  /** Updates which rows are in view. */
  readonly measure: () => void;
  /** Scrolls a row into view, clear of the sticky header. */
  readonly reveal: (index: number) => void;
  /** The first fully visible row. */
  readonly firstSeen: () => number;
  /** Rows that fit into view, for Page Up and Page Down. */
  readonly pageSize: () => number;
}

/**
 * Which rows of a long list need to exist: those in view and a few around them. Rows are of one height.
 *
 * @param scroller the element that scrolls; its first `headerHeight` pixels are covered by a sticky header
 * @param keptIndex a row that stays in view when the list becomes shorter, or rows come and go around it; -1 for none
 */
export function useVirtualRows(
  scroller: RefObject<HTMLElement | null>,
  {
    count,
    rowHeight,
    headerHeight,
    keptIndex,
  }: { count: number; rowHeight: number; headerHeight: number; keptIndex: number },
): VirtualRows {
  const [range, setRange] = useState<Range>({ first: 0, last: Math.min(count, 40), size: 40, width: 0 });

  const kept = useRef(keptIndex);
  const wasKeptSeen = useRef(false);
  const measure = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    const keptTop = kept.current * rowHeight - element.scrollTop;
    // While a filter leaves it out, it counts as it was last.
    if (kept.current >= 0)
      wasKeptSeen.current = keptTop > -rowHeight && keptTop + headerHeight < element.clientHeight;
    const first = Math.max(0, Math.floor(element.scrollTop / rowHeight) - overscan);
    const size = Math.ceil(element.clientHeight / rowHeight) + 2 * overscan;
    const last = Math.min(count, first + size);
    const next = { first, last, size, width: element.clientWidth };
    setRange((before) => (isSame(before, next) ? before : next));
  }, [scroller, count, rowHeight, headerHeight]);

  const reveal = useCallback(
    (index: number) => {
      const element = scroller.current;
      if (!element) return;
      const top = index * rowHeight;
      const bottom = top + rowHeight + headerHeight;
      if (top < element.scrollTop) element.scrollTop = top;
      else if (bottom > element.scrollTop + element.clientHeight)
        element.scrollTop = bottom - element.clientHeight;
    },
    [scroller, rowHeight, headerHeight],
  );

  // A filter that is taken away leaves the row at hand in sight, now among its neighbors.
  useLayoutEffect(() => {
    if (keptIndex >= 0 && wasKeptSeen.current) reveal(keptIndex);
  }, [count]);
  useLayoutEffect(() => {
    kept.current = keptIndex;
    measure();
  }, [keptIndex, measure]);
  const height = useRef(0);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      const before = height.current;
      height.current = element.clientHeight;
      const top = kept.current * rowHeight;
      const wasSeen = top >= element.scrollTop && top + headerHeight < element.scrollTop + before;
      // A panel that opens below the list for the row just selected must not cover that row.
      if (kept.current >= 0 && height.current < before && wasSeen) reveal(kept.current);
      measure();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [measure, reveal, scroller, rowHeight, headerHeight]);

  const pageSize = useCallback(
    () => Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - headerHeight) / rowHeight) - 1),
    [scroller, rowHeight, headerHeight],
  );

  const firstSeen = useCallback(
    () => Math.ceil((scroller.current?.scrollTop ?? 0) / rowHeight),
    [scroller, rowHeight],
  );

  return { ...range, measure, reveal, firstSeen, pageSize };
}

function isSame(a: Range, b: Range): boolean {
  return a.first === b.first && a.last === b.last && a.size === b.size && a.width === b.width;
}
