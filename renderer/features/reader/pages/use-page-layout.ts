import { useMemo } from 'react';
import { clampScale, fitScale, gap, layOut, type PageLayout, type PageShape } from './page-layout.ts';
import type { Arrangement } from './use-pages.ts';
import { turnShapes } from './turned.ts';

/**
 * Where pages are, and how large.
 *
 * @param pages as the document has them, not turned
 * @param only the page shown where pages are shown singly, from 0
 * @param size room for them, in CSS pixels
 */
export function usePageLayout(
  pages: readonly PageShape[],
  { view, isCoverAlone, turn, zoom }: Arrangement,
  only: number,
  size: { readonly width: number; readonly height: number },
): { readonly shapes: readonly PageShape[]; readonly layout: PageLayout } {
  const { width, height } = size;
  const single = view === 'single' ? only : 0;
  const shapes = useMemo(() => turnShapes(pages, turn), [pages, turn]);
  const layout = useMemo(() => {
    const shared = { view, isCoverAlone, only: single, roomPx: height };
    if (typeof zoom === 'number') return layOut(shapes, clampScale(zoom), shared);
    const fitWidthPx = width - 2 * gap;
    const fitHeightPx = zoom === 'page' ? height - 2 * gap : Infinity;
    const scale = fitScale(shapes, fitWidthPx, { view, heightPx: fitHeightPx });
    return layOut(shapes, scale, { ...shared, fitWidthPx, fitHeightPx });
  }, [shapes, width, height, view, isCoverAlone, single, zoom]);
  return { shapes, layout };
}
