import { useLayoutEffect, useRef, type RefObject } from 'react';
import type { TableSelection } from './selection.ts';

/** Scroll position and focus of a list. A list given one starts there, and keeps it up to date. */
export interface ListPlace {
  /** Scroll offset in pixels; null until it is first scrolled. */
  top: number | null;
  /** The focused row, and where a range started. */
  row: Pick<TableSelection, 'active' | 'anchor'>;
}

/**
 * Scrolls a list to where it was left, or a new one to the selected row: once, as soon as it has rows.
 *
 * @param toChosen scrolls the selection into view
 * @param measure renders the rows in view there
 * @returns the scroll listener
 */
export function useListPlace(
  scroller: RefObject<HTMLElement | null>,
  { place, count, toChosen, measure }: ListPlaceOptions,
): () => void {
  const isPlaced = useRef(false);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (isPlaced.current || count === 0 || !element) return;
    isPlaced.current = true;
    if (typeof place?.top === 'number') element.scrollTop = place.top;
    else toChosen();
    // Rendered with the list, not a frame later.
    measure();
  });
  // The list may be unmounted in the same frame in which it was scrolled, before the scroll event.
  useLayoutEffect(() => () => keepTop(scroller.current, place), [scroller, place]);
  return () => {
    keepTop(scroller.current, place);
    measure();
  };
}

function keepTop(element: HTMLElement | null, place: ListPlace | undefined): void {
  if (element && place && (place.top !== null || element.scrollTop > 0)) place.top = element.scrollTop;
}

interface ListPlaceOptions {
  readonly place: ListPlace | undefined;
  readonly count: number;
  readonly toChosen: () => void;
  readonly measure: () => void;
}
