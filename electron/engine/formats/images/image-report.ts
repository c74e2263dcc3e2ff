/** 200 megapixels: a letter page at 1,500 dpi. */
export const maxPixels = 200_000_000;
/** Bytes of one picture as stored that are read at a time; of a TIFF with several, of one page. */
export const maxStoredBytes = 256 * 1024 * 1024;

export interface ImageReport {
  /** Pixels as stored, before the orientation is applied. */
  readonly width: number;
  readonly height: number;
  /** EXIF orientation, 1 (upright) to 8. */
  readonly orientation: number;
}

/** What a picture asked too much of. */
export type ImageLimit = 'pixels' | 'memory' | 'pages' | 'time';

/**
 * Why an image cannot be shown: a part is missing or wrong, it asks for too much, or it is stored in a way that is not read.
 */
export class ImageError extends Error {
  readonly reason: 'damaged' | 'demanding' | 'unsupported';
  readonly limit: ImageLimit | null;

  constructor(reason: 'damaged' | 'unsupported', options?: ErrorOptions);
  constructor(reason: 'demanding', limit?: ImageLimit);
  constructor(reason: ImageError['reason'], more?: ErrorOptions | ImageLimit) {
    super(`the image is ${reason}`, typeof more === 'object' ? more : undefined);
    this.reason = reason;
    this.limit = reason === 'demanding' ? (typeof more === 'string' && more) || 'pixels' : null;
  }
}
