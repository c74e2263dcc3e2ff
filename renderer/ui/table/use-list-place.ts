import { useLayoutEffect, useRef, type RefObject } from 'react';
import type { TableSelection } from './selection.ts';

/** Where a list was left. A list given one starts there, and keeps it up to date. */
export interface ListPlace {
  /** How far it is scrolled, in pixels; null while it was never scrolled. */
  top: number | null;
  /** The focused row, and where a range began. */
  row: Pick<TableSelection, 'active' | 'anchor'>;
}

/**
 * Scrolls a list to where it was left, or a new one to the chosen row: once, as soon as it has rows.
 *
 * @param toChosen brings into sight what is chosen
 * @param measure draws the rows in sight there
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
    // Drawn with the list, not a frame after it.
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
