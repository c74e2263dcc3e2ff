/** 200 megapixels: a letter page at 1,500 dpi. */
export const maxPixels = 200_000_000;

export interface ImageReport {
  /** Pixels as stored, before the orientation is applied. */
  readonly width: number;
  readonly height: number;
  /** EXIF orientation, 1 (upright) to 8. */
  readonly orientation: number;
}

/** Why an image cannot be shown: a part is missing or wrong, or it asks for too much. */
export class ImageError extends Error {
  readonly reason: 'damaged' | 'demanding';

  constructor(reason: 'damaged' | 'demanding') {
    super(`the image is ${reason}`);
    this.reason = reason;
  }
}
