/** A picture in shades of gray, a byte a pixel, rows from the top. */
export interface GrayImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Quarter turns clockwise, in degrees. */
export type QuarterTurn = 0 | 90 | 180 | 270;

/** Grays by what the eye sees (ITU-R BT.601); what lets light through lies on white. */
export function grayOf({
  width,
  height,
  rgba,
}: {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}): GrayImage {
  const pixels = new Uint8Array(width * height);
  for (let index = 0, at = 0; index < pixels.length; index++, at += 4) {
    const grey = (rgba[at]! * 299 + rgba[at + 1]! * 587 + rgba[at + 2]! * 114) / 1_000;
    const opacity = rgba[at + 3]!;
    pixels[index] = opacity === 255 ? grey : 255 - ((255 - grey) * opacity) / 255;
  }
  return { width, height, pixels };
}

/** Dark letters on light ground: recognition was taught on paper. A picture that is mostly dark is inverted. */
export function onLightGround(image: GrayImage): GrayImage {
  let sum = 0;
  const step = Math.max(1, Math.floor(image.pixels.length / 100_000));
  let count = 0;
  for (let index = 0; index < image.pixels.length; index += step, count++) sum += image.pixels[index]!;
  return sum / count >= 100 ? image : { ...image, pixels: image.pixels.map((grey) => 255 - grey) };
}

/** Turns a picture clockwise. */
export function turn(image: GrayImage, by: QuarterTurn): GrayImage {
  const { width, height, pixels } = image;
  if (by === 0) return image;
  if (by === 180) return { width, height, pixels: pixels.toReversed() };
  const turned = new Uint8Array(pixels.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const to = by === 90 ? x * height + (height - 1 - y) : (width - 1 - x) * height + y;
      turned[to] = pixels[y * width + x]!;
    }
  }
  return { width: height, height: width, pixels: turned };
}

/**
 * Scales a picture: larger by lines between the pixels, smaller by the mean of those that fall together.
 *
 * @param by factor, more than 0
 */
export function scale(image: GrayImage, by: number): GrayImage {
  if (by === 1) return image;
  const width = Math.max(1, Math.round(image.width * by));
  const height = Math.max(1, Math.round(image.height * by));
  return by < 1 ? shrink(image, width, height) : enlarge(image, width, height);
}

function shrink(image: GrayImage, width: number, height: number): GrayImage {
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const top = Math.floor((y * image.height) / height);
    const bottom = Math.max(top + 1, Math.floor(((y + 1) * image.height) / height));
    for (let x = 0; x < width; x++) {
      const left = Math.floor((x * image.width) / width);
      const right = Math.max(left + 1, Math.floor(((x + 1) * image.width) / width));
      let sum = 0;
      for (let row = top; row < bottom; row++)
        for (let column = left; column < right; column++) sum += image.pixels[row * image.width + column]!;
      pixels[y * width + x] = sum / ((bottom - top) * (right - left));
    }
  }
  return { width, height, pixels };
}

function enlarge(image: GrayImage, width: number, height: number): GrayImage {
  const pixels = new Uint8Array(width * height);
  const columns = Array.from({ length: width }, (_, x) => place(x, width, image.width));
  for (let y = 0; y < height; y++) {
    const row = place(y, height, image.height);
    for (let x = 0; x < width; x++) {
      const column = columns[x]!;
      const at = (line: number) => {
        const from = image.pixels[line * image.width + column.from]!;
        return from + (image.pixels[line * image.width + column.to]! - from) * column.part;
      };
      const upper = at(row.from);
      pixels[y * width + x] = Math.round(upper + (at(row.to) - upper) * row.part);
    }
  }
  return { width, height, pixels };
}

/** Between which two pixels of a row of `from` a pixel of a row of `to` lies, and how far along. */
function place(index: number, to: number, from: number): { from: number; to: number; part: number } {
  const at = Math.max(0, Math.min(from - 1, ((index + 0.5) * from) / to - 0.5));
  const first = Math.floor(at);
  return { from: first, to: Math.min(from - 1, first + 1), part: at - first };
}

/** A picture as a PGM file (netpbm), which needs no packing. */
export function toPgm({ width, height, pixels }: GrayImage): Uint8Array {
  const head = Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1');
  const bytes = new Uint8Array(head.length + pixels.length);
  bytes.set(head);
  bytes.set(pixels, head.length);
  return bytes;
}
