import type { Metadata, SharpOptions } from 'sharp';
import { ImageError, maxPixels } from '../image-report.ts';
import type { DecodeOptions, ImageTraits, StoredMetadata } from '../image-document.ts';
import type { Sharp } from '../libraries.ts';
import { fittingSize, isBlank, type PixelSize, type Raster } from '../raster.ts';

/** Where sharp finds a picture: bytes, and of several in them which. */
export interface StoredPicture {
  readonly bytes: Uint8Array;
  /** From 0; the main picture when left out. */
  readonly page?: number | undefined;
  /** Whether what sharp takes for its opacity is none. */
  readonly isOpaque?: boolean;
}

/**
 * What sharp reads of a picture without its pixels.
 *
 * @throws ImageError
 */
export async function readMetadata(sharp: Sharp, picture: StoredPicture): Promise<Metadata> {
  return reasoned(() => sharp(picture.bytes, optionsOf(picture, 'none')).metadata());
}

/**
 * Decodes a picture: upright, in the colors of screens, 8 bits a channel. It is scaled down while it is read where it has more
 * pixels than asked for.
 *
 * @param size upright pixels of the picture
 * @throws ImageError
 */
export async function decodePicture(
  sharp: Sharp,
  picture: StoredPicture,
  size: PixelSize,
  options: DecodeOptions & { readonly isStrict: boolean },
): Promise<Raster> {
  const decodeTo = (failOn: FailOn) => decode(sharp, picture, size, { ...options, failOn });
  if (!options.isStrict) return decodeTo('none');
  try {
    return await decodeTo('warning');
  } catch (warning) {
    if (!(warning instanceof ImageError) || warning.reason === 'demanding' || isOfLoss(warning))
      throw warning;
    const raster = await decodeTo('error');
    // Of a compression that it was built without libvips only warns, and leaves the picture blank.
    if (warning.reason === 'unsupported' && isBlank(raster)) throw warning;
    return raster;
  }
}

type FailOn = 'none' | 'error' | 'warning';

/** Of most faults, such as an unknown version of a header, nothing is to be seen; of pixels that are missing libjpeg warns too. */
function isOfLoss({ cause }: ImageError): boolean {
  return cause instanceof Error && /premature end|bad Huffman code|instead of RST/.test(cause.message);
}

async function decode(
  sharp: Sharp,
  picture: StoredPicture,
  size: PixelSize,
  { maxPixels: wanted, failOn, isRough = false, timeoutSeconds }: DecodeOptions & { readonly failOn: FailOn },
): Promise<Raster> {
  const wantedSize = fittingSize(size, wanted);
  // Scaling weighs colors by their opacity, so what is none has to go before.
  const fitting = picture.isOpaque ? size : wantedSize;
  return reasoned(async () => {
    let pipeline = sharp(picture.bytes, optionsOf(picture, failOn)).autoOrient().toColourspace('srgb');
    if (timeoutSeconds !== undefined) pipeline = pipeline.timeout({ seconds: timeoutSeconds });
    if (fitting !== size)
      pipeline = pipeline.resize({ ...fitting, fit: 'fill', kernel: isRough ? 'nearest' : 'lanczos3' });
    if (picture.isOpaque) pipeline = pipeline.removeAlpha();
    const { data, info } = await pipeline
      .ensureAlpha()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    // What lies beside colors and opacity, such as the spot colors of a print, cannot be shown.
    if (channels !== 4) throw new ImageError('unsupported');
    const raster = { width, height, rgba: owned(data) };
    return picture.isOpaque ? scaleRaster(sharp, raster, wantedSize) : raster;
  });
}

/** Scales upright pixels to a size, of another shape if need be. */
export async function scaleRaster(
  sharp: Sharp,
  { width, height, rgba }: Raster,
  size: PixelSize,
): Promise<Raster> {
  if (width === size.width && height === size.height) return { width, height, rgba };
  const { data } = await sharp(rgba, { raw: { width, height, channels: 4 }, limitInputPixels: maxPixels })
    .resize({ ...size, fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { ...size, rgba: owned(data) };
}

/** What sharp's metadata says of a picture. */
export function traitsOf(metadata: Metadata): ImageTraits {
  const isAnimated = metadata.format === 'gif' || metadata.format === 'webp';
  return {
    orientation: metadata.orientation ?? 1,
    animationFrames: isAnimated ? (metadata.pages ?? 1) : 1,
    colorSpace: metadata.space ?? null,
    hasAlpha: metadata.hasAlpha ?? null,
    density: metadata.density ?? null,
    compression: metadata.compression ?? null,
  };
}

/** The metadata that is stored in a picture as blocks of its own: Exif, XMP and comments, unread. */
export function storedMetadataOf({ exif, xmp, comments }: Metadata): StoredMetadata {
  return { exif, xmp, comments };
}

function optionsOf({ page }: StoredPicture, failOn: FailOn): SharpOptions {
  return {
    limitInputPixels: maxPixels,
    failOn,
    sequentialRead: true,
    ...(page !== undefined && { page }),
  };
}

/** Buffers of sharp may lie in a larger piece of memory; what is kept and handed on is the picture's alone. */
function owned(data: Buffer): Uint8Array<ArrayBuffer> {
  const { buffer, byteLength } = data;
  if (buffer instanceof ArrayBuffer && byteLength === buffer.byteLength) return new Uint8Array(buffer);
  return new Uint8Array(data);
}

/** How libvips and the libraries below it say that a picture is sound and they cannot show it. */
const unsupported =
  /not supported|not configured|unsupported feature|unsupported JPEG data precision|has not been built in|not implemented|bad labq|can not handle image|not a whole number of bytes/i;

/** libvips says why in words only. */
async function reasoned<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ImageError || !(error instanceof Error)) throw error;
    const { message } = error;
    if (message.includes('pixel limit') || message.includes('exceeds the maximum')) {
      throw new ImageError('demanding', 'pixels');
    }
    if (message.startsWith('timeout:')) throw new ImageError('demanding', 'time');
    if (/out of memory|unable to allocate|memory allocation/i.test(message)) {
      throw new ImageError('demanding', 'memory');
    }
    throw new ImageError(unsupported.test(message) ? 'unsupported' : 'damaged', { cause: error });
  }
}
