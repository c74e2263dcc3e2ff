import type { Rect } from '../../../../../shared/contract/reader.ts';
import { overlap } from '../../../../../shared/domain/rect.ts';
import { filtersOf, lastParameters, sizeOf, type Size } from '../../assemble/pictures/picture-entries.ts';
import { readJpeg, readRemarks } from '../../draw/pictures/jpeg.ts';
import type { PdfObjects, PdfStream } from '../../objects/index.ts';

const maxBytes = 256 * 1024 * 1024;
/** Bytes that hold no picture of a word. */
export const leastStored = 64;
/** Rows and columns past those that a picture says it has, which programs add to fill a block. */
const mostOver = 8;
/** Columns of a fax that does not say how many it has (ISO 32000-1 table 11). */
const usualColumns = 1_728;

const beginnings = ['ffd8ff', '89504e470d0a1a0a', '0000000c6a502020', 'ff4fff51'].map((digits) =>
  Buffer.from(digits, 'hex'),
);

/**
 * Whether a picture that is packed as a file of its own holds more than its page can show: rows or columns past those that the PDF says it has,
 * another picture beside it, as cameras keep a small one, or anything after its end. Whoever takes the picture out of the copy has that too.
 */
export function holdsMore(objects: PdfObjects, stream: PdfStream): boolean {
  const size = sizeOf(objects, stream.dict);
  const packed = size && objects.decode(stream, maxBytes, true)?.bytes;
  if (!packed) return false;
  switch (filtersOf(objects, stream.dict)?.at(-1)) {
    case 'DCTDecode':
    case 'DCT':
      return jpegHoldsMore(packed, size);
    case 'JPXDecode':
      return jpxHoldsMore(packed, size);
    case 'JBIG2Decode':
      return jbig2HoldsMore(packed, size);
    default: {
      const parameters = lastParameters(objects, stream.dict);
      const [columns, rows] = ['Columns', 'Rows'].map(
        (key) => parameters && objects.numberAt(parameters, key),
      );
      return isLarger({ width: columns ?? usualColumns, height: rows ?? 0 }, size);
    }
  }
}

const isLarger = (one: Size, other: Size) =>
  one.width > other.width + mostOver || one.height > other.height + mostOver;

/** Whether bytes hold something beside what fills them up. */
export const isMore = (bytes: Buffer): boolean =>
  bytes.length > leastStored && bytes.filter((byte) => byte > 0x20 && byte < 0xff).length > leastStored;

function jpegHoldsMore(packed: Buffer, size: Size): boolean {
  const jpeg = readJpeg(packed);
  // What we cannot read others may.
  if ('reason' in jpeg || isLarger(jpeg, size)) return true;
  const { beside, after } = readRemarks(packed);
  return isMore(after) || beside.some((remark) => beginnings.some((beginning) => remark.includes(beginning)));
}

const startOfCode = beginnings[3]!;
const startOfTilePart = 0xff90;
/** Boxes of a JPEG 2000 file that say nothing but what it is and how it is shown (ISO/IEC 15444-1 §I.2.2). */
const plainBoxes = new Set(['jP  ', 'ftyp', 'rreq', 'jp2h']);

function jpxHoldsMore(packed: Buffer, size: Size): boolean {
  if (packed.subarray(0, startOfCode.length).equals(startOfCode)) return codeHoldsMore(packed, size);
  let pictures = 0;
  for (let at = 0; at + 8 <= packed.length;) {
    const [length, kind] = [packed.readUInt32BE(at), packed.toString('latin1', at + 4, at + 8)];
    if (length === 1) return true;
    const end = length === 0 ? packed.length : at + length;
    if (length > 0 && length < 8) return isMore(packed.subarray(at));
    const box = packed.subarray(at + 8, end);
    if (kind === 'jp2c') {
      pictures += 1;
      if (pictures > 1 || codeHoldsMore(box, size)) return true;
    } else if (!plainBoxes.has(kind) && isMore(box)) return true;
    at = end;
  }
  return pictures === 0;
}

/** Of a code stream: its size stands first, and its parts say how long they are (ISO/IEC 15444-1 §A.4.2, §A.5.1). */
function codeHoldsMore(code: Buffer, size: Size): boolean {
  if (code.length < 24) return true;
  const [width, height] = [
    code.readUInt32BE(8) - code.readUInt32BE(16),
    code.readUInt32BE(12) - code.readUInt32BE(20),
  ];
  if (isLarger({ width, height }, size)) return true;
  let at = 2;
  while (at + 4 <= code.length && code.readUInt16BE(at) !== startOfTilePart)
    at += 2 + code.readUInt16BE(at + 2);
  while (at + 12 <= code.length && code.readUInt16BE(at) === startOfTilePart) {
    const length = code.readUInt32BE(at + 6);
    // The last one may reach to the end.
    if (length < 12) return false;
    at += length;
  }
  return isMore(code.subarray(Math.min(code.length, at + 2)));
}

/** Kinds of JBIG2 segments (ITU-T T.88 §7.3). */
const pageSegment = 48;
const firstRegion = 4;
const lastRegion = 43;
const combinesByOr = 0;

/** Whether a JBIG2 has other pages, a larger one, or places that take away what lies beneath them (ITU-T T.88 §7.2, §7.4). */
function jbig2HoldsMore(packed: Buffer, size: Size): boolean {
  let pages = 0;
  const regions: Rect[] = [];
  for (let at = 0; at + 11 <= packed.length;) {
    const number = packed.readUInt32BE(at);
    const flags = packed[at + 4]!;
    let next = at + 5;
    let referred = packed[next]! >> 5;
    if (referred === 7) {
      referred = packed.readUInt32BE(next) & 0x1fffffff;
      next += 4 + Math.ceil((referred + 1) / 8);
    } else next += 1;
    next += referred * (number <= 256 ? 1 : number <= 65_536 ? 2 : 4) + (flags & 0x40 ? 4 : 1);
    if (next + 4 > packed.length) return true;
    const length = packed.readUInt32BE(next);
    const data = packed.subarray(next + 4, next + 4 + length);
    const kind = flags & 0x3f;
    if (kind === pageSegment) {
      pages += 1;
      if (pages > 1 || data.length < 8) return true;
      const height = data.readUInt32BE(4);
      // A page of unknown height is made of stripes.
      if (isLarger({ width: data.readUInt32BE(0), height: height === 0xffffffff ? 0 : height }, size))
        return true;
    } else if (kind >= firstRegion && kind <= lastRegion && data.length >= 17) {
      const [width, height, x, y] = [0, 4, 8, 12].map((offset) => data.readUInt32BE(offset)) as [
        number,
        number,
        number,
        number,
      ];
      const region = { x, y, width, height };
      const hidesOthers = (data[16]! & 7) !== combinesByOr && regions.some((below) => overlap(below, region));
      if (hidesOthers || isLarger({ width: x + width, height: y + height }, size)) return true;
      regions.push(region);
    }
    // A length that is not known belongs to the last segment.
    if (length === 0xffffffff) return false;
    at = next + 4 + length;
  }
  return false;
}
