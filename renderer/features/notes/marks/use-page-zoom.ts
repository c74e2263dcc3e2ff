import { useCallback, useState } from 'react';

/**
 * How large a page is shown, in CSS pixels a point: for what keeps its size on it, as a pin does.
 *
 * @returns a ref for the layer of notes, which is laid out in points, and the zoom
 */
export function usePageZoom(): readonly [
  ref: (layer: HTMLElement | null) => (() => void) | void,
  zoom: number,
] {
  const [zoom, setZoom] = useState(1);
  const ref = useCallback((layer: HTMLElement | null) => {
    const sheet = layer?.closest('[data-page]');
    if (!layer || !sheet) return undefined;
    const measure = () => setZoom(layer.currentCSSZoom > 0 ? layer.currentCSSZoom : 1);
    const observer = new ResizeObserver(measure);
    observer.observe(sheet);
    measure();
    return () => observer.disconnect();
  }, []);
  return [ref, zoom];
}
