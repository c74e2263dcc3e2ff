import { crc32, createInflate } from 'node:zlib';
import { readExactly } from './read-exactly.ts';
import type { ByteSource } from '../../../pdf/byte-source.ts';
import { adam7Passes } from '../../../pdf/draw/pictures/adam7.ts';
import { ImageError, type ImageReport, maxPixels } from '../image-report.ts';
import { uninterrupted } from '../../../jobs/uninterrupted.ts';

const blockBytes = 64 * 1024;
/** PNG 3rd edition §11.2.1: samples a pixel by color type, and the bit depths it allows. */
const colorTypes: Readonly<Record<number, { samples: number; depths: readonly number[] }>> = {
  0: { samples: 1, depths: [1, 2, 4, 8, 16] },
  2: { samples: 3, depths: [8, 16] },
  3: { samples: 1, depths: [1, 2, 4, 8] },
  4: { samples: 2, depths: [8, 16] },
  6: { samples: 4, depths: [8, 16] },
};

/**
 * Reads a PNG through: order and checksums of its chunks, and its pixels, inflated and counted but not kept.
 *
 * @throws ImageError `damaged` when any part is missing or wrong, `demanding` past the limit of pixels
 */
export async function inspectPng(source: ByteSource): Promise<ImageReport> {
  let position = 8;
  let header: Header | null = null;
  let inflater: Inflater | null = null;
  let hasPalette = false;
  try {
    for (;;) {
      const lead = readExactly(source, position, 8);
      const length = lead.readUInt32BE(0);
      const type = lead.toString('latin1', 4, 8);
      if (length > 0x7fffffff || position + 12 + length > source.sizeBytes) throw new ImageError('damaged');
      let crc = crc32(lead.subarray(4));
      if (header === null && type !== 'IHDR') throw new ImageError('damaged');
      for (let offset = 0; offset < length; offset += blockBytes) {
        const block = readExactly(source, position + 8 + offset, Math.min(blockBytes, length - offset));
        crc = crc32(block, crc);
        if (type === 'IHDR') header = readHeader(block);
        if (type === 'IDAT') {
          inflater ??= createInflater(expectedBytes(header!));
          await inflater.write(block);
        }
      }
      if (readExactly(source, position + 8 + length, 4).readUInt32BE(0) !== crc)
        throw new ImageError('damaged');
      if (type === 'PLTE') hasPalette = true;
      position += 12 + length;
      if (type === 'IEND') break;
    }
    if (!header || !inflater || (header.colorType === 3 && !hasPalette)) throw new ImageError('damaged');
    await inflater.end();
    return { width: header.width, height: header.height, orientation: 1 };
  } finally {
    inflater?.destroy();
  }
}

/**
 * How many pictures a PNG shows one after the other: what its acTL says (PNG 3rd edition, animation control), which stands before the pixels.
 * One where it says nothing.
 */
export function pngFrames(png: Uint8Array): number {
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (type === 'acTL') return bytes.readUInt32BE(at + 8);
    if (type === 'IDAT') break;
  }
  return 1;
}

interface Header {
  readonly width: number;
  readonly height: number;
  readonly colorType: number;
  readonly bitsPerPixel: number;
  readonly isInterlaced: boolean;
}

function readHeader(block: Buffer): Header {
  if (block.length !== 13) throw new ImageError('damaged');
  const width = block.readUInt32BE(0);
  const height = block.readUInt32BE(4);
  const depth = block[8]!;
  const colorType = block[9]!;
  const interlace = block[12]!;
  const color = colorTypes[colorType];
  if (width === 0 || height === 0 || !color?.depths.includes(depth) || block[10] !== 0 || block[11] !== 0)
    throw new ImageError('damaged');
  if (interlace > 1) throw new ImageError('damaged');
  if (width * height > maxPixels) throw new ImageError('demanding');
  return { width, height, colorType, bitsPerPixel: depth * color.samples, isInterlaced: interlace === 1 };
}

/** §7.2: each row is a filter byte and its pixels, packed. */
function expectedBytes({ width, height, bitsPerPixel, isInterlaced }: Header): number {
  const bytes = (columns: number, rows: number) => rows * (1 + Math.ceil((columns * bitsPerPixel) / 8));
  if (!isInterlaced) return bytes(width, height);
  return adam7Passes(width, height).reduce((sum, pass) => sum + bytes(pass.width, pass.height), 0);
}

interface Inflater {
  write(block: Buffer): Promise<void>;
  end(): Promise<void>;
  destroy(): void;
}

/** Inflates and counts. More than expected is a bomb or damage: it stops there. */
function createInflater(expected: number): Inflater {
  const stream = uninterrupted(() => createInflate());
  let bytes = 0;
  const ended = Promise.withResolvers<void>();
  ended.promise.catch(() => {});
  stream.on('data', (part: Buffer) => {
    bytes += part.length;
    if (bytes > expected) stream.destroy(new ImageError('damaged'));
  });
  stream.on('end', () => (bytes === expected ? ended.resolve() : ended.reject(new ImageError('damaged'))));
  stream.on('error', () => ended.reject(new ImageError('damaged')));
  stream.on('close', () => ended.reject(new ImageError('damaged')));
  return {
    async write(block) {
      if (stream.destroyed) throw new ImageError('damaged');
      if (stream.write(block)) return;
      const drained = Promise.withResolvers<void>();
      stream.once('drain', drained.resolve);
      await Promise.race([drained.promise, ended.promise]);
    },
    async end() {
      stream.end();
      await ended.promise;
    },
    destroy: () => void stream.destroy(),
  };
}
