import type { PixelSize } from './raster.ts';

/** The longest side a PDF page can have, in points (ISO 32000-1 Annex C). */
export const maxPagePoints = 14_400;
/** A page that cannot be measured is an empty letter page: it is there, and says so when it is shown. */
export const unmeasuredFrame: PixelSize = { width: 612, height: 792 };
const screenDensity = 96;
/** 72 is what programs write that know of no density. */
const unknownDensity = 72;

/**
 * The size in points of a picture of so many pixels: by its own density where that is one of a scanner or a printer, else by
 * a screen's.
 *
 * @param density pixels an inch, across and down; null where the picture does not say
 * @example frameSize({ width: 2_550, height: 3_300 }, { across: 300, down: 300 }) // { width: 612, height: 792 }
 */
export function frameSize(
  { width, height }: PixelSize,
  density: { readonly across: number; readonly down: number } | null,
): PixelSize {
  const across = usable(density?.across) ?? usable(density?.down) ?? screenDensity;
  const down = usable(density?.down) ?? across;
  const size = { width: (width * 72) / across, height: (height * 72) / down };
  const scale = Math.min(1, maxPagePoints / size.width, maxPagePoints / size.height);
  return { width: Math.max(1, size.width * scale), height: Math.max(1, size.height * scale) };
}

function usable(density: number | undefined): number | null {
  return density !== undefined && density >= 50 && density <= 1_200 && Math.round(density) !== unknownDensity
    ? density
    : null;
}
