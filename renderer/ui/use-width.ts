import { useCallback, useState } from 'react';

/**
 * The width of an element in pixels, for deciding what fits; 0 until it is known.
 *
 * @returns a ref for the element, and its width
 * @example const [ref, width] = useWidth(); // <div ref={ref}>…</div>
 */
export function useWidth(): readonly [ref: (element: HTMLElement | null) => (() => void) | void, number] {
  const [width, setWidth] = useState(0);
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.round(entry.contentRect.width));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
