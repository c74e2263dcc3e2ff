import type { StoredImage, SmallerJpeg } from '../../draw/pictures/image-page.ts';
import type { PictureReduction } from '../assembly.ts';
import type { PictureTally } from './picture-tally.ts';
import { isWorthIt, maxPixels, maxSampleBytes, smallerSize } from './smaller-size.ts';

/**
 * Makes the picture of an exhibit that is one smaller, for the size it has on paper.
 *
 * @returns undefined where it stays as it is
 */
export async function reduceImage(
  { plain, area, pixels }: StoredImage,
  reduction: PictureReduction,
  tally: PictureTally,
): Promise<SmallerJpeg | undefined> {
  const [along, across] = [Math.max(pixels.width, pixels.height), Math.min(pixels.width, pixels.height)];
  // On paper it may lie turned; its shape is the same.
  const drawn = {
    width: Math.max(area.width, area.height) / 72,
    height: Math.min(area.width, area.height) / 72,
  };
  if (smallerSize({ width: along, height: across }, drawn, reduction.dotsPerInch) === null) return undefined;
  if (plain === null) {
    tally.addLeft('colors');
    return undefined;
  }
  const { width, height, channels, bytes } = plain;
  const isWide = width >= height;
  const upright = isWide ? drawn : { width: drawn.height, height: drawn.width };
  const size = smallerSize(plain, upright, reduction.dotsPerInch);
  if (size === null) return undefined;
  if (width * height > maxPixels || width * height * channels > maxSampleBytes) {
    tally.addLeft('tooLarge');
    return undefined;
  }
  const scaled = await reduction.scale(plain, size, 'jpeg');
  if (scaled === null) tally.addLeft('unread');
  else if (!isWorthIt(bytes.length, scaled.length)) tally.addLeft('noGain');
  else {
    tally.addSmaller(bytes.length, scaled.length);
    return { bytes: scaled, ...size };
  }
  return undefined;
}
