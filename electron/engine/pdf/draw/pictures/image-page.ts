import { zlibSync } from 'fflate';
import type { Problem } from '../../../../../shared/model/common.ts';
import { letter } from '../drawn-page.ts';
import type { ObjectSink } from '../font-subset.ts';
import { readJpeg } from './jpeg.ts';
import { readPng } from './png.ts';
import { point } from '../typesetter.ts';

/** A picture ready to be put on paper. */
export interface PaperImage {
  /** Paper in points, upright or landscape, whichever shows the picture larger. */
  readonly width: number;
  readonly height: number;
  /** Where the picture lies on that paper: left, bottom, width and height in points. */
  readonly area: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** The file and its samples, where it can be drawn from a plain JPEG as well; null where it cannot: masks, palettes, inks. */
  readonly plain: PlainPicture | null;
  /**
   * Writes the image's objects; returns the operators that draw it, given its name in the page's resources.
   *
   * @param smaller a JPEG of the same picture and channels to write instead
   */
  write(
    sink: ObjectSink,
    smaller?: SmallerJpeg,
  ): { readonly imageId: number; readonly content: (name: string) => string };
}

/** A picture that is drawn from its own bytes. */
export interface StoredImage extends PaperImage {
  readonly pixels: PixelSize;
}

interface PixelSize {
  readonly width: number;
  readonly height: number;
}

export interface PlainPicture {
  readonly form: 'jpeg' | 'png';
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
}

export type SmallerJpeg = Pick<PlainPicture, 'bytes' | 'width' | 'height'>;

/** Points a pixel takes at 100 %: 96 pixels an inch. */
const pointsPerPixel = 72 / 96;
export const side = 36;
/** Half an inch at the top stays free for the court's header; the foot has room for sticker and number. */
const top = 36;
export const foot = 90;

/**
 * Lays a picture on letter paper, inside the margins, never larger than at 96 pixels an inch; its pixels go into the PDF as they
 * are stored: a JPEG's bit for bit, a PNG's values exact. What a camera wrote beside
 * them, such as the place, does not.
 *
 * @returns the reason, in words, when the picture cannot be read
 */
export function layImage(kind: 'png' | 'jpeg', bytes: Uint8Array): StoredImage | { readonly reason: string } {
  return kind === 'jpeg' ? layJpeg(bytes) : layPng(bytes);
}

function layJpeg(bytes: Uint8Array): StoredImage | { reason: string } {
  const jpeg = readJpeg(bytes);
  if ('reason' in jpeg) return jpeg;
  const { width, height, components: channels } = jpeg;
  const isPlain = channels === 1 || channels === 3;
  const plain: PlainPicture | null = isPlain ? { form: 'jpeg', bytes, width, height, channels } : null;
  const writeImage = (sink: ObjectSink, stored: SmallerJpeg = { bytes: jpeg.shown, width, height }) => {
    const decode = jpeg.isInverted ? '/Decode[1 0 1 0 1 0 1 0]' : '';
    return writeJpeg(sink, stored, jpeg.components, jpeg.profile, decode);
  };
  const laid = place(shownSize(jpeg), jpeg.orientation, writeImage, plain);
  return { ...laid, pixels: { width, height } };
}

function layPng(bytes: Uint8Array): StoredImage | { reason: string } {
  const png = readPng(bytes);
  if ('reason' in png) return png;
  const { width, height, colors: channels } = png;
  const isPlain =
    png.bitsPerComponent === 8 &&
    !png.palette &&
    !png.alpha &&
    !png.colorKey &&
    (channels === 1 || channels === 3);
  const plain: PlainPicture | null = isPlain ? { form: 'png', bytes, width, height, channels } : null;
  const writeImage = (sink: ObjectSink, smaller?: SmallerJpeg) => {
    if (smaller) return writeJpeg(sink, smaller, channels, png.profile);
    const [id, mask] = [sink.allocate(), png.alpha ? sink.allocate() : 0];
    const size = `/Type/XObject/Subtype/Image/Width ${png.width}/Height ${png.height}`;
    const base = colorSpace(png.palette ? 3 : png.colors, png.profile, sink);
    const space = png.palette
      ? `[/Indexed ${base} ${Math.floor(png.palette.length / 3) - 1}<${Buffer.from(png.palette).toString('hex')}>]`
      : base;
    const masked = `${png.alpha ? `/SMask ${mask} 0 R` : ''}${png.colorKey ? `/Mask[${png.colorKey.join(' ')}]` : ''}`;
    const entries = `${size}/ColorSpace ${space}/BitsPerComponent ${png.bitsPerComponent}${masked}/Filter/FlateDecode`;
    if (png.stored) {
      sink.writeStream(
        id,
        `${entries}/DecodeParms<</Predictor 15/Colors ${png.colors}/BitsPerComponent ${png.bitsPerComponent}/Columns ${png.width}>>`,
        png.stored,
      );
    } else {
      sink.writeStream(id, entries, deflate(png.samples!));
    }
    if (png.alpha)
      sink.writeStream(
        mask,
        `${size}/ColorSpace/DeviceGray/BitsPerComponent ${png.alpha.bits}/Filter/FlateDecode`,
        deflate(png.alpha.samples),
      );
    return id;
  };
  const laid = place(shownSize(png), png.orientation, writeImage, plain);
  return { ...laid, pixels: { width, height } };
}

/** @returns the picture's object number */
function writeJpeg(
  sink: ObjectSink,
  { width, height, bytes }: SmallerJpeg,
  channels: 1 | 3 | 4,
  profile: Uint8Array | null,
  decode = '',
): number {
  const id = sink.allocate();
  const space = colorSpace(channels, profile, sink);
  sink.writeStream(
    id,
    `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent 8/ColorSpace ${space}${decode}/Filter/DCTDecode`,
    bytes,
  );
  return id;
}

/** What the values of so many channels mean: by the picture's own profile where it has one, else by what shows them. */
function colorSpace(channels: 1 | 3 | 4, profile: Uint8Array | null, sink: ObjectSink): string {
  const device = channels === 1 ? 'Gray' : channels === 3 ? 'RGB' : 'CMYK';
  if (!profile) return `/Device${device}`;
  const id = sink.allocate();
  sink.writeStream(id, `/N ${channels}/Alternate/Device${device}`, profile);
  return `[/ICCBased ${id} 0 R]`;
}

/** The finding for a picture that `isPrintedSmall`. */
export const printedSmall: Problem = {
  code: 'IMAGE_PRINTED_SMALL',
  message:
    'The picture is so long and narrow that on one page its words may be too small to read. Cut a copy of it into parts and add those as well.',
};

/**
 * Whether a screenshot of this shape would be printed too small to be read. A screen's letters of some 40 pixels are under six
 * points above 400 pixels an inch. Scans have as many, but the shape of paper; what is not long and narrow is none of them.
 *
 * @param area what it takes of the paper, in points
 */
export function isPrintedSmall({ width, height }: PixelSize, area: PaperImage['area']): boolean {
  const [long, short] = [Math.max(width, height), Math.min(width, height)];
  const pixelsPerInch = (long / Math.max(area.width, area.height)) * 72;
  return long >= 4 * short && pixelsPerInch > 400;
}

/** Points of a picture at 100 %, as stored. */
function shownSize({ width, height }: PixelSize): { width: number; height: number } {
  return { width: width * pointsPerPixel, height: height * pointsPerPixel };
}

/** Samples as a stream of the filter FlateDecode holds them (ISO 32000-1 §7.4.4). */
export function deflate(samples: Uint8Array): Uint8Array {
  return zlibSync(samples);
}

/** Where a unit square goes for each Exif orientation, as a matrix of a square turned or mirrored within itself. */
const orientations: Readonly<Record<number, readonly [number, number, number, number, number, number]>> = {
  1: [1, 0, 0, 1, 0, 0],
  2: [-1, 0, 0, 1, 1, 0],
  3: [-1, 0, 0, -1, 1, 1],
  4: [1, 0, 0, -1, 0, 1],
  5: [0, -1, -1, 0, 1, 1],
  6: [0, -1, 1, 0, 0, 1],
  7: [0, 1, 1, 0, 0, 0],
  8: [0, 1, -1, 0, 1, 0],
};

/**
 * Lays a picture on letter paper, inside the margins.
 *
 * @param size points of the picture at 100 %, as stored; it is never drawn larger
 * @param orientation Exif orientation, by which it is turned
 * @param writeImage writes the picture's objects and returns its number
 */
export function place(
  size: { readonly width: number; readonly height: number },
  orientation: number,
  writeImage: (sink: ObjectSink, smaller?: SmallerJpeg) => number,
  plain: PlainPicture | null = null,
): PaperImage {
  const isTurned = orientation >= 5;
  const across = isTurned ? size.height : size.width;
  const down = isTurned ? size.width : size.height;
  const scaleOn = (width: number, height: number) =>
    Math.min(1, (width - 2 * side) / across, (height - top - foot) / down);
  const isLandscape = scaleOn(letter.height, letter.width) > scaleOn(letter.width, letter.height);
  const [width, height] = isLandscape ? [letter.height, letter.width] : [letter.width, letter.height];
  const scale = scaleOn(width, height);
  const [w, h] = [across * scale, down * scale];
  const x = (width - w) / 2;
  const y = foot + (height - top - foot - h) / 2;
  const [a, b, c, d, e, f] = orientations[orientation]!;
  const matrix = [a * w, b * h, c * w, d * h, x + e * w, y + f * h].map(point).join(' ');
  return {
    width,
    height,
    plain,
    area: { x, y, width: w, height: h },
    write: (sink, smaller) => ({
      imageId: writeImage(sink, smaller),
      content: (name) => `q ${matrix} cm/${name} Do Q\n`,
    }),
  };
}
