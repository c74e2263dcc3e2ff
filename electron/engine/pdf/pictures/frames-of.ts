import {
  ImageError,
  openImage,
  type ImageKind,
  type ImagePlaces,
  type PixelSize,
} from '../../formats/images/index.ts';
import type { ByteSource } from '../byte-source.ts';

/** Sizes of a picture's pages, as the reader shows them, a pixel a point; none of one that cannot be opened. */
export async function framesOf(
  picture: ByteSource,
  kind: ImageKind,
  places: ImagePlaces,
): Promise<PixelSize[]> {
  try {
    const image = await openImage(picture, kind, places);
    const frames = image.frames.map(({ width, height }) => ({ width, height }));
    image.close();
    return frames;
  } catch (error) {
    if (error instanceof ImageError) return [];
    throw error;
  }
}
