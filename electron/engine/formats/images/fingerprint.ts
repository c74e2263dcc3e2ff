import { createHash } from 'node:crypto';
import type { Raster } from './raster.ts';

/**
 * A value that is equal for pictures of the same upright pixels, whatever they are stored as.
 *
 * @returns lower-case hexadecimal SHA-256 over size and pixels
 */
export function imageFingerprint({ width, height, rgba }: Raster): string {
  return createHash('sha256').update(`${width}x${height}\n`).update(rgba).digest('hex');
}
