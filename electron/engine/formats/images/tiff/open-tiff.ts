import type { ByteSource } from '../../../pdf/byte-source.ts';
import { decodeFrame } from '../decode-frame.ts';
import {
  decodePicture,
  readMetadata,
  storedMetadataOf,
  traitsOf,
  type StoredPicture,
} from '../decoders/sharp-picture.ts';
import { frameSize, unmeasuredFrame } from '../frame-size.ts';
import type { ImageDocument, ImageFrame, ImageTraits, StoredMetadata } from '../image-document.ts';
import { ImageError, maxPixels } from '../image-report.ts';
import type { Sharp } from '../libraries.ts';
import type { PixelSize } from '../raster.ts';
import { readTiff, type TiffDirectory } from './directories.ts';
import { extractPage } from './extract-page.ts';
import { oldStyleJpeg } from './old-jpeg.ts';

/** A file up to this size is given to the decoder whole; of a larger one, a page at a time. */
const wholeFileBytes = 64 * 1024 * 1024;
const exifReachBytes = 8 * 1024 * 1024;

/**
 * Opens a TIFF: each picture in it that is not a smaller version of another is a page. A page that cannot be read is still
 * there, and says so when it is decoded.
 *
 * @throws ImageError
 */
export async function openTiff(source: ByteSource, sharp: Sharp): Promise<ImageDocument> {
  const file = readTiff(source);
  const whole = source.sizeBytes <= wholeFileBytes ? new Uint8Array(source.sizeBytes) : null;
  if (whole) source.readAt(0, whole);
  const { pages, isPreview } = pagesOf(source, file.directories);
  if (pages.length === 1) assertShown(pages[0]!);
  let extracted: { readonly page: number; readonly bytes: Uint8Array } | null = null;
  const stored = (page: number): StoredPicture => {
    const directory = pages[page]!;
    const jpeg = oldStyleJpeg(source, file, directory);
    if (jpeg) return { bytes: jpeg };
    const { isOpaque, assumedPhotometric } = directory;
    if (whole && assumedPhotometric === null) return { bytes: whole, page: directory.index, isOpaque };
    if (extracted?.page !== page) {
      extracted = null;
      extracted = { page, bytes: extractPage(source, file, directory) };
    }
    return { bytes: extracted.bytes, isOpaque };
  };
  const { traits, metadata } = await describe(sharp, stored, pages[0]!);
  return {
    frames: pages.map(frameOf),
    traits,
    isPreview,
    metadata: { ...metadata, ...(whole && { exif: exifOf(whole) }) },
    pixelSize: (page) => uprightSize(pages[page]!),
    async decode(page, options) {
      assertShown(pages[page]!);
      const size = uprightSize(pages[page]!);
      return decodeFrame((_page, how) => decodePicture(sharp, stored(page), size, how), page, options);
    },
    close: () => {
      extracted = null;
    },
  };
}

/**
 * The pages, and whether they are mere previews. A raw photo keeps what the camera recorded where no page is (DNG 1.7 §1, “SubIFDs”), so all its
 * pictures say that they are smaller versions; Canon's (CR2) begins with its largest preview, and the rest of it is no page.
 */
function pagesOf(
  source: ByteSource,
  directories: readonly TiffDirectory[],
): { pages: readonly TiffDirectory[]; isPreview: boolean } {
  const mark = Buffer.alloc(3);
  source.readAt(8, mark);
  if (mark.toString('latin1') === 'CR\x02') return { pages: directories.slice(0, 1), isPreview: true };
  const main = mainPagesOf(directories);
  return main.length > 0 ? { pages: main, isPreview: false } : { pages: directories, isPreview: true };
}

/** A picture that says it is a smaller version of the page before it, and is not smaller, is a page all the same. */
function mainPagesOf(directories: readonly TiffDirectory[]): TiffDirectory[] {
  const pages: TiffDirectory[] = [];
  for (const directory of directories) {
    const before = pages.at(-1);
    const isSmaller = !before || directory.width * directory.height < before.width * before.height;
    if (!directory.isMask && !(directory.isReduced && isSmaller)) pages.push(directory);
  }
  return pages;
}

/** A first page that cannot be read leaves the others to be shown. */
async function describe(
  sharp: Sharp,
  stored: (page: number) => StoredPicture,
  { orientation, density }: TiffDirectory,
): Promise<{ traits: ImageTraits; metadata: StoredMetadata }> {
  const known = { orientation, density: density?.across ?? null };
  try {
    const metadata = await readMetadata(sharp, stored(0));
    return { traits: { ...traitsOf(metadata), ...known }, metadata: storedMetadataOf(metadata) };
  } catch (error) {
    if (!(error instanceof ImageError)) throw error;
    const unknown = { animationFrames: 1, colorSpace: null, hasAlpha: null, compression: null };
    return { traits: { ...unknown, ...known }, metadata: {} };
  }
}

/** A TIFF is itself what Exif is stored in, so its start serves as such; what lies further off is not looked for. */
function exifOf(whole: Uint8Array): Buffer {
  return Buffer.from(whole.buffer, whole.byteOffset, Math.min(whole.length, exifReachBytes));
}

function uprightSize({ width, height, orientation }: TiffDirectory): PixelSize {
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}

function frameOf(directory: TiffDirectory): ImageFrame {
  const size = uprightSize(directory);
  if (!(size.width > 0 && size.height > 0)) return unmeasuredFrame;
  const { density, orientation } = directory;
  const isTurned = density !== null && orientation >= 5;
  return frameSize(size, isTurned ? { across: density.down, down: density.across } : density);
}

/** What would come out in wrong colors would be taken for what the picture shows. */
function assertShown({ width, height, isUnsupported }: TiffDirectory): void {
  if (!(width > 0 && height > 0)) throw new ImageError('damaged');
  if (width * height > maxPixels) throw new ImageError('demanding', 'pixels');
  if (isUnsupported) throw new ImageError('unsupported');
}
