import { Bits, readCodes, stepsOf } from './jpeg-bits.ts';

/** A picture of a quarter of the dots each way: rows from the top, a byte a channel; gray, or blue, green and red. */
export interface QuarterPicture {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly samples: Uint8Array;
}

interface Component {
  readonly id: number;
  /** Blocks across and down in each unit of the scan. */
  readonly across: number;
  readonly down: number;
  readonly quantizer: number;
  dc: Uint16Array;
  ac: Uint16Array;
  /** `stepsOf` of the same codes. */
  steps: Uint16Array;
  /** Two samples of each block, both ways. */
  samples: Uint8Array;
  stride: number;
  prediction: number;
}

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly components: readonly Component[];
  /** The most blocks across and down of any component. */
  readonly across: number;
  readonly down: number;
}

/** More than any scanner makes. */
const maxPixels = 140_000_000;
const noTable = new Uint16Array(0);

/**
 * Decodes a baseline JPEG at a quarter of its size (ITU-T T.81): of each block of 8 × 8 the four lowest frequencies, which are an
 * inverse transform of 2 × 2. It takes a sixth of the time of decoding it whole, for callers that only look where there is ink.
 *
 * @returns null for any other kind of JPEG, a damaged one, and one of other colors than gray and YCbCr
 */
export function quarterJpeg(bytes: Uint8Array): QuarterPicture | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  const quantizers: Uint16Array[] = [];
  const dcTables: Uint16Array[] = [];
  const acTables: Uint16Array[] = [];
  let frame: Frame | null = null;
  let restartEvery = 0;
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const start = at + 4;
    const end = at + 2 + word(bytes, at + 2);
    if (end < start || end > bytes.length) return null;
    const segment = bytes.subarray(start, end);
    switch (marker) {
      case 0xdb:
        readQuantizers(segment, quantizers);
        break;
      case 0xc4:
        if (!readCodes(segment, dcTables, acTables)) return null;
        break;
      case 0xdd:
        restartEvery = word(segment, 0);
        break;
      case 0xee:
        // Adobe's own word for other colors than YCbCr.
        if (segment[0] === 0x41 && segment[11] !== 1) return null;
        break;
      case 0xda: {
        if (!frame || !prepare(segment, frame, dcTables, acTables)) return null;
        if (!frame.components.every(({ quantizer }) => quantizers[quantizer])) return null;
        return decodeScan(bytes, end, frame, quantizers, restartEvery) ? join(frame) : null;
      }
      case 0xc0:
      case 0xc1:
        frame = readFrame(segment);
        if (!frame) return null;
        break;
      default:
        // Application's own parts and comments are passed over; progressive, lossless and arithmetic ones are not for here.
        if (!((marker >= 0xe0 && marker <= 0xef) || marker === 0xfe)) return null;
    }
    at = end;
  }
  return null;
}

const word = (bytes: Uint8Array, at: number) => (bytes[at]! << 8) | bytes[at + 1]!;

function readQuantizers(segment: Uint8Array, quantizers: Uint16Array[]): void {
  for (let at = 0; at < segment.length;) {
    const isWide = segment[at]! >> 4 !== 0;
    const values = new Uint16Array(64);
    const which = segment[at]! & 15;
    at += 1;
    for (let i = 0; i < 64; i += 1, at += isWide ? 2 : 1)
      values[i] = isWide ? word(segment, at) : (segment[at] ?? 0);
    quantizers[which] = values;
  }
}

function readFrame(segment: Uint8Array): Frame | null {
  const [height, width] = [word(segment, 1), word(segment, 3)];
  const count = segment[5];
  if (segment[0] !== 8 || (count !== 1 && count !== 3) || segment.length < 6 + count * 3) return null;
  if (width === 0 || height === 0 || width * height > maxPixels) return null;
  const components = Array.from({ length: count }, (_, i): Component => {
    const at = 6 + i * 3;
    const sampling = segment[at + 1]!;
    return {
      id: segment[at]!,
      // One component alone stands block by block, whatever its sampling is said to be.
      across: count === 1 ? 1 : sampling >> 4,
      down: count === 1 ? 1 : sampling & 15,
      quantizer: segment[at + 2]!,
      dc: noTable,
      ac: noTable,
      steps: noTable,
      samples: new Uint8Array(0),
      stride: 0,
      prediction: 0,
    };
  });
  if (components.some(({ across, down }) => across < 1 || across > 4 || down < 1 || down > 4)) return null;
  // Red, green and blue by their names.
  if (count === 3 && components.map(({ id }) => String.fromCharCode(id)).join('') === 'RGB') return null;
  const across = Math.max(...components.map((component) => component.across));
  const down = Math.max(...components.map((component) => component.down));
  return { width, height, components, across, down };
}

/** Gives each component its codes and room; false where the scan is not of all of them at once. */
function prepare(
  segment: Uint8Array,
  { width, height, components, across, down }: Frame,
  dcTables: readonly Uint16Array[],
  acTables: readonly Uint16Array[],
): boolean {
  if (segment[0] !== components.length) return false;
  for (const [i, component] of components.entries()) {
    const tables = segment[2 + i * 2]!;
    const [dc, ac] = [dcTables[tables >> 4], acTables[tables & 15]];
    if (segment[1 + i * 2] !== component.id || !dc || !ac) return false;
    component.dc = dc;
    component.ac = ac;
    component.steps =
      components.find((other) => other.ac === ac && other.steps !== noTable)?.steps ?? stepsOf(ac);
    component.stride = Math.ceil(width / (8 * across)) * component.across * 2;
    component.samples = new Uint8Array(
      component.stride * Math.ceil(height / (8 * down)) * component.down * 2,
    );
  }
  return true;
}

function decodeScan(
  bytes: Uint8Array,
  start: number,
  { width, height, components, across, down }: Frame,
  quantizers: readonly Uint16Array[],
  restartEvery: number,
): boolean {
  const bits = new Bits(bytes, start);
  const columns = Math.ceil(width / (8 * across));
  const rows = Math.ceil(height / (8 * down));
  let left = restartEvery;
  for (let row = 0; row < rows; row += 1) {
    // A file may claim to be far larger than what there is of it.
    if (!bits.isWhole) return false;
    for (let column = 0; column < columns; column += 1) {
      if (restartEvery > 0) {
        if (left === 0) {
          if (!bits.isWhole || !bits.restart()) return false;
          for (const component of components) component.prediction = 0;
          left = restartEvery;
        }
        left -= 1;
      }
      for (const component of components) {
        const quantizer = quantizers[component.quantizer]!;
        for (let y = 0; y < component.down; y += 1)
          for (let x = 0; x < component.across; x += 1) {
            const at =
              (row * component.down + y) * 2 * component.stride + (column * component.across + x) * 2;
            if (!decodeBlock(bits, component, quantizer, at)) return false;
          }
      }
    }
  }
  return bits.isWhole;
}

/** Decodes a block into its four samples, from `at` on; false where its codes make none. */
function decodeBlock(bits: Bits, component: Component, quantizer: Uint16Array, at: number): boolean {
  const size = bits.code(component.dc);
  if (size < 0 || size > 16) return false;
  component.prediction += bits.value(size);
  let right = 0;
  let below = 0;
  let corner = 0;
  let k = 1;
  while (k <= 4) {
    const code = bits.code(component.ac);
    if (code < 0) return false;
    const length = code & 15;
    if (length === 0 && code !== 0xf0) {
      // No more in this block.
      k = 64;
      break;
    }
    k += code >> 4;
    const value = bits.value(length);
    // In zigzag order: the frequencies beside, below and across from the mean.
    if (k === 1) right = value * quantizer[1]!;
    else if (k === 2) below = value * quantizer[2]!;
    else if (k === 4) corner = value * quantizer[4]!;
    k += 1;
  }
  if (!bits.passOver(component.ac, component.steps, k)) return false;
  const { samples, stride } = component;
  // Of the scaled transform: an eighth of each sum, around the middle tone, rounded.
  const mean = component.prediction * quantizer[0]! + 128 * 8 + 4;
  samples[at] = tone(mean + right + below + corner);
  samples[at + 1] = tone(mean - right + below - corner);
  samples[at + stride] = tone(mean + right - below - corner);
  samples[at + stride + 1] = tone(mean - right - below + corner);
  return true;
}

const tone = (eighths: number) => clamp(eighths >> 3);
const clamp = (value: number) => (value < 0 ? 0 : value > 255 ? 255 : value);

/** The components at the size of the finest, as one picture. */
function join({ width, height, components, across, down }: Frame): QuarterPicture {
  const size = { width: Math.ceil(width / 4), height: Math.ceil(height / 4) };
  const channels = components.length === 1 ? 1 : 3;
  const samples = new Uint8Array(size.width * size.height * channels);
  const columns = components.map((component) =>
    Int32Array.from({ length: size.width }, (_, x) => Math.floor((x * component.across) / across)),
  );
  for (let y = 0; y < size.height; y += 1) {
    const rows = components.map((component) => {
      const row = Math.floor((y * component.down) / down);
      return component.samples.subarray(row * component.stride, (row + 1) * component.stride);
    });
    const target = samples.subarray(y * size.width * channels, (y + 1) * size.width * channels);
    if (channels === 1) target.set(rows[0]!.subarray(0, size.width));
    else joinRow(target, rows, columns);
  }
  return { ...size, channels, samples };
}

/** Blue, green and red of a row from its luma and two differences (ITU-T T.871 §7), in parts of 65,536. */
function joinRow(target: Uint8Array, rows: readonly Uint8Array[], columns: readonly Int32Array[]): void {
  const [lumas, blues, reds] = rows as [Uint8Array, Uint8Array, Uint8Array];
  const [lumaAt, blueAt, redAt] = columns as [Int32Array, Int32Array, Int32Array];
  for (let x = 0, to = 0; to < target.length; x += 1, to += 3) {
    const luma = (lumas[lumaAt[x]!]! << 16) + 32_768;
    const blue = blues[blueAt[x]!]! - 128;
    const red = reds[redAt[x]!]! - 128;
    target[to] = clamp((luma + 116_130 * blue) >> 16);
    target[to + 1] = clamp((luma - 22_554 * blue - 46_802 * red) >> 16);
    target[to + 2] = clamp((luma + 91_881 * red) >> 16);
  }
}
