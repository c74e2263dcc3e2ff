/** Upright pixels: red, green, blue and opacity, a byte each, row by row from the top. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array<ArrayBuffer>;
}

export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/**
 * The largest size of the same shape that has no more than so many pixels; the size itself where it has.
 *
 * @example fittingSize({ width: 4_000, height: 3_000 }, 3_000_000) // { width: 2000, height: 1500 }
 */
export function fittingSize({ width, height }: PixelSize, maxPixels: number): PixelSize {
  if (width * height <= maxPixels) return { width, height };
  const scale = Math.sqrt(maxPixels / (width * height));
  return { width: Math.max(1, Math.floor(width * scale)), height: Math.max(1, Math.floor(height * scale)) };
}

/** What decoders leave where they found nothing, as red, green, blue, opacity: nothing, black, JPEG's middle gray, paper. */
const fillings = ['0,0,0,0', '0,0,0,255', '128,128,128,255', '255,255,255,255'];

/** Whether all pixels are such as decoders leave where they found nothing to show. */
export function isBlank({ rgba }: Raster): boolean {
  const pixels = new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.byteLength >> 2);
  const [first] = pixels;
  return fillings.includes(rgba.subarray(0, 4).join()) && pixels.every((pixel) => pixel === first);
}
