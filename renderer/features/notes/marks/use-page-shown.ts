import { useCallback, useState } from 'react';

/** How a page is shown. */
export interface PageShown {
  /** CSS pixels a point. */
  readonly zoom: number;
  /** Quarter turns clockwise. */
  readonly turn: number;
}

/**
 * How large a page is shown, and how far turned: for what keeps its size on it, such as a pin, and for what has a direction.
 *
 * @returns a ref for the layer of notes, which is laid out in points, and how its page is shown
 */
export function usePageShown(): readonly [
  ref: (layer: HTMLElement | null) => (() => void) | void,
  shown: PageShown,
] {
  const [shown, setShown] = useState<PageShown>({ zoom: 1, turn: 0 });
  const ref = useCallback((layer: HTMLElement | null) => {
    const sheet = layer?.closest('[data-page]');
    const turned = layer?.closest<HTMLElement>('[data-turn]');
    if (!layer || !sheet || !turned) return undefined;
    const measure = () =>
      setShown((before) => {
        const zoom = layer.currentCSSZoom > 0 ? layer.currentCSSZoom : 1;
        const turn = Number(turned.dataset['turn']);
        return before.zoom === zoom && before.turn === turn ? before : { zoom, turn };
      });
    const resized = new ResizeObserver(measure);
    resized.observe(sheet);
    // A square page, or one turned over, keeps its size.
    const retold = new MutationObserver(measure);
    retold.observe(turned, { attributeFilter: ['data-turn'] });
    measure();
    return () => {
      resized.disconnect();
      retold.disconnect();
    };
  }, []);
  return [ref, shown];
}
