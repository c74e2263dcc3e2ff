import { hash } from 'node:crypto';
import type { Bitmap, PageBox, Pdfium, PdfPage } from '../../pdfium/index.ts';
import { paintedObjects, type PaintedObject } from '../../redactions/painted-objects.ts';
import { isShownAsItIs, type Place } from './shown-as-it-is.ts';

/** A picture of fewer dots holds no word: letters of five dots are the smallest that can be read. */
export const leastDots = 400;
/** Dots a point, each way, past which the words of a picture are lost when its page is drawn to be recognized; in a small one letters have few. */
const finestDots = 12;
const smallDots = 4_000;
const finestSmall = 3;
/** By how many points pictures may lie apart that are parts of one, and the share of their shorter side along which they touch. */
const partGap = 1;
const leastTouching = 0.5;
/** Dots of a picture that is recognized, at most: of one with more, every second or third is taken. */
export const mostDots = 14_000_000;
/** Pixels a point with which a page is drawn to be held against its pictures, and how many there are at most. */
const usualScale = 1.5;
const mostPixels = 4_000_000;
/** A picture whose colors differ by less, of 255, is read by nobody who sees it, and by anybody who makes them differ more. */
const leastRange = 64;
/** Bytes in which a picture of one color may be stored by a picture's own filter. */
const leastStored = 1_024;

/** What a page's pictures are to whoever looks for words in them. */
export interface PagePictures {
  /** Positions among `paintedObjects` of those that show less than they hold. */
  readonly hidden: readonly number[];
  /**
   * Whether one cannot be read by itself, and anybody can take it out: it shows a single color though its data have several, or it shows less than
   * it holds and is a part of a larger picture, as strips of a scan are.
   */
  readonly hasUnread: boolean;
  /** Of those that the page shows as they are, hashes of the bytes they are stored in. */
  readonly open: ReadonlySet<string>;
  /** Whether it has any others, of whatever size: what their masks say it may show faintly. */
  readonly hasOthers: boolean;
}

/**
 * Tells of a page's pictures whether they show less than they hold: cropped, beneath anything that lies over them, let through, behind a
 * mask, in the color of the paper, or too small to be read. Whoever has the file can take them out of it whole. Each is held
 * against what the page shows in its place, whatever may be the cause.
 *
 * @throws AppError as `paintedObjects` and `PdfPage.render` do
 */
export function readPictures(pdfium: Pdfium, page: PdfPage): PagePictures {
  const all = [...paintedObjects(pdfium, page.handle).entries()].filter(([, { kind }]) => kind === 'picture');
  const pictures = all.filter(([, { dots }]) => dots >= leastDots);
  const found = {
    hidden: [] as number[],
    hasUnread: false,
    open: new Set<string>(),
    hasOthers: all.length > pictures.length,
  };
  if (pictures.length === 0) return found;
  const scale = Math.min(usualScale, Math.sqrt(mostPixels / (page.width * page.height)));
  const drawn = page.render(scale);
  for (const [at, picture] of pictures) {
    const alone = pictureAlone(pdfium, page, at);
    const range = alone ? rangeOf(alone) : null;
    if (range === 0) {
      found.hasOthers = true;
      if (hasOtherData(pdfium, picture)) found.hasUnread = true;
    } else if (
      alone &&
      range! >= leastRange &&
      isLarge(page, picture) &&
      isShownAsItIs(alone, drawn, placeOf(page, picture, scale))
    )
      found.open.add(storedHash(storedBytes(pdfium, picture.handle)));
    else {
      found.hidden.push(at);
      found.hasOthers = true;
      found.hasUnread ||= pictures.some(
        ([other, { box }]) => other !== at && arePartsOfOne(picture.box, box),
      );
    }
  }
  return found;
}

/** Of the bytes of a stream as they are stored. */
export const storedHash = (bytes: Uint8Array): string => hash('sha1', bytes);

function isLarge(page: PdfPage, { box, dots }: PaintedObject): boolean {
  const { width, height } = page.toShown(box);
  return dots <= width * height * (dots < smallDots ? finestSmall : finestDots) ** 2;
}

/** Whether two boxes lie side by side, or one above the other, without a gap. */
function arePartsOfOne(one: PageBox, other: PageBox): boolean {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.top, other.top) - Math.max(one.bottom, other.bottom);
  const width = Math.min(one.right - one.left, other.right - other.left);
  const height = Math.min(one.top - one.bottom, other.top - other.bottom);
  const touch = (along: number, length: number, apart: number) =>
    along >= length * leastTouching && Math.abs(apart) <= partGap;
  return touch(across, width, down) || touch(down, height, across);
}

/** Where a picture's corners are among the pixels of its page. */
function placeOf(page: PdfPage, { square: [a, b, c, d, e, f] }: PaintedObject, scale: number): Place {
  const shown = (x: number, y: number) => {
    const point = page.pointToShown(x, y);
    return { x: point.x * scale, y: point.y * scale };
  };
  return { topLeft: shown(c + e, d + f), topRight: shown(a + c + e, b + d + f), bottomLeft: shown(e, f) };
}

/** The bytes that a picture of a page is stored in. */
export function storedBytes({ api, memory, guard }: Pdfium, picture: number): Uint8Array {
  return guard(() => {
    const length = api.FPDFImageObj_GetImageDataRaw(picture, 0, 0);
    return memory.withBytes(Math.max(1, length), (out) => {
      api.FPDFImageObj_GetImageDataRaw(picture, out, length);
      return new Uint8Array(memory.view(out, length));
    });
  });
}

/** By how much the darkest and the lightest of a picture's colors differ, of 255. */
function rangeOf({ rgba }: Bitmap): number {
  let [least, most] = [255, 0];
  for (let at = 0; at < rgba.length; at += 4)
    for (let channel = 0; channel < 3; channel += 1) {
      const value = rgba[at + channel]!;
      if (value < least) least = value;
      if (value > most) most = value;
    }
  return most - least;
}

/** Whether a picture of one color is stored as more than that, as by a Decode or a palette that makes all colors one (ISO 32000-1 §8.9.5.2). */
function hasOtherData(pdfium: Pdfium, { handle, dots }: PaintedObject): boolean {
  const { api, memory, guard } = pdfium;
  return guard(() => {
    const length = api.FPDFImageObj_GetImageDataDecoded(handle, 0, 0);
    // What packs a picture by itself is not undone: of one color it takes next to nothing.
    if (length * 32 < dots) return length > leastStored;
    return memory.withBytes(Math.max(1, length), (out) => {
      api.FPDFImageObj_GetImageDataDecoded(handle, out, length);
      const bytes = memory.view(out, length);
      // Samples of one color repeat after one, three or four bytes.
      return [1, 3, 4].every((step) => bytes.some((byte, at) => at >= step && byte !== bytes[at - step]));
    });
  });
}

/** Bytes a pixel by FPDFBitmap_GetFormat: grey, BGR, BGRx and BGRA. */
const channelsOf: Readonly<Record<number, number>> = { 1: 1, 2: 3, 3: 4, 4: 4 };

/**
 * A picture of a page by itself, as the file holds it: nothing crops, covers or fades it.
 *
 * @param at position among `paintedObjects`
 * @returns null where PDFium does not read it
 */
export function pictureAlone(pdfium: Pdfium, page: PdfPage, at: number): Bitmap | null {
  const { api, memory } = pdfium;
  const object = paintedObjects(pdfium, page.handle)[at]!.handle;
  return pdfium.guard(() => {
    const bitmap = api.FPDFImageObj_GetBitmap(object);
    if (bitmap === 0) return null;
    try {
      const channels = channelsOf[api.FPDFBitmap_GetFormat(bitmap)];
      const stride = api.FPDFBitmap_GetStride(bitmap);
      const [wide, high] = [api.FPDFBitmap_GetWidth(bitmap), api.FPDFBitmap_GetHeight(bitmap)];
      if (channels === undefined) return null;
      const pixels = memory.view(api.FPDFBitmap_GetBuffer(bitmap), stride * high);
      const step = Math.ceil(Math.sqrt((wide * high) / mostDots));
      const [width, height] = [Math.floor(wide / step), Math.floor(high / step)];
      const rgba = new Uint8Array(width * height * 4).fill(255);
      for (let y = 0, to = 0; y < height; y += 1)
        for (let x = 0; x < width; x += 1, to += 4) {
          const from = y * step * stride + x * step * channels;
          for (let c = 0; c < 3; c += 1) rgba[to + c] = pixels[from + (channels === 1 ? 0 : 2 - c)]!;
        }
      return { width, height, rgba };
    } finally {
      api.FPDFBitmap_Destroy(bitmap);
    }
  });
}

/** Dots of pictures whose letters are likely to have few, and how many times larger they are drawn to be recognized. */
const enlargedTimes = [
  [40_000, 4],
  [500_000, 2],
] as const;

/** A picture as it is recognized by itself: a small one larger, for the letters of screens and icons are a few dots high. */
export function toBeRead({ width, height, rgba }: Bitmap): Bitmap {
  const times = enlargedTimes.find(([most]) => width * height < most)?.[1] ?? 1;
  if (times === 1) return { width, height, rgba };
  const [wide, high] = [width * times, height * times];
  const large = new Uint8Array(wide * high * 4);
  const placeOf = (at: number, length: number) => {
    const place = Math.min(Math.max((at + 0.5) / times - 0.5, 0), length - 1);
    const from = Math.floor(place);
    return { from, to: Math.min(from + 1, length - 1), part: place - from };
  };
  for (let y = 0, into = 0; y < high; y += 1) {
    const row = placeOf(y, height);
    for (let x = 0; x < wide; x += 1) {
      const column = placeOf(x, width);
      for (let channel = 0; channel < 4; channel += 1, into += 1) {
        const at = (line: number, dot: number) => rgba[(line * width + dot) * 4 + channel]!;
        const above = at(row.from, column.from) * (1 - column.part) + at(row.from, column.to) * column.part;
        const below = at(row.to, column.from) * (1 - column.part) + at(row.to, column.to) * column.part;
        large[into] = above * (1 - row.part) + below * row.part;
      }
    }
  }
  return { width: wide, height: high, rgba: large };
}
