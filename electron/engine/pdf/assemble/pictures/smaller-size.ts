import type { DrawnSize } from './drawn-pictures.ts';

/** Pictures of a little more dots than asked for are left: what is gained is not worth another coding. */
const tolerance = 1.2;
/** A picture must lose at least this share of its bytes. */
const leastGain = 0.1;

/** Pixels that are opened at most: A4 at 1,200 dots an inch in gray. */
export const maxPixels = 140_000_000;
/** Bytes of samples that are opened at most. */
export const maxSampleBytes = 300_000_000;

/**
 * The size a picture is scaled to.
 *
 * @param drawn the largest size it is drawn at, in inches
 * @returns null when it does not have many more dots an inch than asked for
 * @example smallerSize({ width: 2550, height: 3300 }, { width: 8.5, height: 11 }, 150) // { width: 1275, height: 1650 }
 */
export function smallerSize(
  { width, height }: { readonly width: number; readonly height: number },
  drawn: DrawnSize,
  dotsPerInch: number,
): { readonly width: number; readonly height: number } | null {
  const dots = Math.min(width / drawn.width, height / drawn.height);
  if (!Number.isFinite(dots) || dots <= dotsPerInch * tolerance) return null;
  const scale = dotsPerInch / dots;
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** Whether another coding saves enough to be worth it. */
export function isWorthIt(bytesBefore: number, bytesAfter: number): boolean {
  return bytesAfter <= bytesBefore * (1 - leastGain);
}
