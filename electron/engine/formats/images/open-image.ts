import type { Metadata } from 'sharp';
import type { ByteSource } from '../../pdf/byte-source.ts';
import { decodeBmp } from './decoders/bmp.ts';
import { pngFrames } from './checks/png.ts';
import { readBmpHeader } from './decoders/bmp-header.ts';
import { HeifFile } from './decoders/heif.ts';
import {
  decodePicture,
  readMetadata,
  scaleRaster,
  storedMetadataOf,
  traitsOf,
} from './decoders/sharp-picture.ts';
import { decodeFrame } from './decode-frame.ts';
import { frameSize } from './frame-size.ts';
import type { DecodeOptions, ImageDocument } from './image-document.ts';
import { ImageError, maxPixels, maxStoredBytes } from './image-report.ts';
import { loadLibHeif, loadSharp, type Sharp } from './libraries.ts';
import { fittingSize, isBlank, type PixelSize, type Raster } from './raster.ts';
import { openTiff } from './tiff/open-tiff.ts';

/** Kinds of evidence that are pictures. */
export type ImageKind = 'jpeg' | 'png' | 'webp' | 'gif' | 'tiff' | 'heic' | 'avif' | 'bmp';

/** Where the decoders lie: the platform's, or a worker's part of it. */
export interface ImagePlaces {
  readonly imageLibraries: string;
}

/**
 * Opens a picture of any kind; its pages come one by one, upright. Decoders face hostile input: call this in a worker thread or
 * in the reader process only, under a limit of time.
 *
 * @param source must stay readable until the document is closed
 * @throws ImageError when it cannot be shown, `demanding` before a pixel is decoded
 * @example
 *   const image = await openImage(source, 'tiff', context.platform);
 *   const { width, height, rgba } = await image.decode(0, { maxPixels: 24_000_000 });
 */
export async function openImage(
  source: ByteSource,
  kind: ImageKind,
  { imageLibraries }: ImagePlaces,
): Promise<ImageDocument> {
  const sharp = loadSharp(imageLibraries);
  switch (kind) {
    case 'bmp':
      return openBmp(source, sharp);
    case 'tiff':
      return openTiff(source, sharp);
    case 'heic':
    case 'avif':
      return openHeif(readWhole(source), sharp, imageLibraries);
    default:
      return openSingle(readWhole(source), sharp);
  }
}

function readWhole({ sizeBytes, readAt }: ByteSource): Uint8Array {
  if (sizeBytes > maxStoredBytes) throw new ImageError('demanding', 'memory');
  const bytes = new Uint8Array(sizeBytes);
  if (readAt(0, bytes) !== sizeBytes) throw new ImageError('damaged');
  return bytes;
}

/** JPEG, PNG, WebP, GIF: one page, whatever moves in it. */
async function openSingle(bytes: Uint8Array, sharp: Sharp): Promise<ImageDocument> {
  const metadata = await readMetadata(sharp, { bytes });
  const size = assertShowable(metadata.autoOrient);
  const { density } = metadata;
  return {
    frames: [frameSize(size, density === undefined ? null : { across: density, down: density })],
    traits: {
      ...traitsOf(metadata),
      ...(metadata.format === 'png' && { animationFrames: pngFrames(bytes) }),
    },
    metadata: storedMetadataOf(metadata),
    pixelSize: () => size,
    decode: (frame, options) =>
      decodeFrame((_frame, how) => decodePicture(sharp, { bytes }, size, how), frame, options),
    close: () => undefined,
  };
}

/** AVIF, and HEIC of any codec: sharp reads AV1, libheif reads HEVC. */
async function openHeif(bytes: Uint8Array, sharp: Sharp, folder: string): Promise<ImageDocument> {
  const metadata = await readMetadata(sharp, { bytes }).catch((error: unknown) => {
    if (error instanceof ImageError) return null;
    throw error;
  });
  return metadata?.compression === 'av1'
    ? openAv1(bytes, sharp, metadata)
    : openHevc(bytes, sharp, metadata, folder);
}

async function openAv1(bytes: Uint8Array, sharp: Sharp, metadata: Metadata): Promise<ImageDocument> {
  const main = metadata.pagePrimary ?? 0;
  const count = Math.max(1, metadata.pages ?? 1);
  const pages = [main, ...Array.from({ length: count }, (_, page) => page).filter((page) => page !== main)];
  const sizes: PixelSize[] = [];
  for (const page of pages) {
    const { autoOrient } = page === main ? metadata : await readMetadata(sharp, { bytes, page });
    sizes.push(assertShowable(autoOrient));
  }
  return {
    frames: sizes.map((size) => frameSize(size, null)),
    traits: { ...traitsOf(metadata), orientation: 1 },
    metadata: storedMetadataOf(metadata),
    pixelSize: (frame) => sizes[frame]!,
    decode: (frame, options) =>
      decodeFrame(
        (_frame, how) => decodePicture(sharp, { bytes, page: pages[frame]! }, sizes[frame]!, how),
        frame,
        options,
      ),
    close: () => undefined,
  };
}

function openHevc(bytes: Uint8Array, sharp: Sharp, metadata: Metadata | null, folder: string): ImageDocument {
  const file = new HeifFile(loadLibHeif(folder), bytes);
  const sizes = file.sizes.map(assertShowable);
  return {
    frames: sizes.map((size) => frameSize(size, null)),
    traits: {
      orientation: 1,
      animationFrames: 1,
      colorSpace: metadata?.space ?? null,
      hasAlpha: file.hasAlpha,
      density: null,
      compression: metadata?.compression ?? null,
    },
    metadata: metadata ? storedMetadataOf(metadata) : {},
    pixelSize: (frame) => sizes[frame]!,
    decode: async (frame, options) => ({
      ...(await shrunk(sharp, file.decode(frame), options)),
      isPartial: false,
    }),
    close: () => file.close(),
  };
}

function openBmp(source: ByteSource, sharp: Sharp): ImageDocument {
  const header = readBmpHeader(source);
  const size = { width: header.width, height: header.height };
  return {
    frames: [frameSize(size, header.density)],
    traits: {
      orientation: 1,
      animationFrames: 1,
      colorSpace: 'srgb',
      hasAlpha: (header.masks?.[3].max ?? 0) > 0,
      density: header.density?.across ?? null,
      compression: header.compression,
    },
    metadata: {},
    pixelSize: () => size,
    async decode(_frame, { maxPixels: wanted }) {
      // Twice as fine as wanted, then scaled: means of whole squares alone would be coarse.
      const { raster, isDamaged } = decodeBmp(source, header, wanted * 4);
      if (isDamaged && isBlank(raster)) throw new ImageError('damaged');
      return { ...(await scaleRaster(sharp, raster, fittingSize(size, wanted))), isPartial: isDamaged };
    },
    close: () => undefined,
  };
}

function shrunk(sharp: Sharp, raster: Raster, { maxPixels: wanted }: DecodeOptions): Promise<Raster> {
  return scaleRaster(sharp, raster, fittingSize(raster, wanted));
}

/** @throws ImageError for a picture of no size, or of more pixels than are decoded */
export function assertShowable({ width, height }: PixelSize): PixelSize {
  if (!(width > 0 && height > 0)) throw new ImageError('damaged');
  if (width * height > maxPixels) throw new ImageError('demanding', 'pixels');
  return { width, height };
}
