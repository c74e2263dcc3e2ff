import {
  KeySet,
  MemorySink,
  PdfArray,
  PdfName,
  pdfOfObjects,
  PdfStream,
  rewriteEntries,
  rewriteValue,
  streamBody,
  type ByteRange,
  type PdfDict,
  type PdfObjects,
  type RewriteRules,
} from '../../objects/index.ts';
import { filtersOf, lastParameters, sizeOf } from '../../assemble/pictures/picture-entries.ts';
import { readJpeg } from '../../draw/pictures/jpeg.ts';
import { openPdf, type Bitmap, type Pdfium } from '../../pdfium/index.ts';
import { bytesSource } from '../../pdf-source.ts';
import { leastDots, mostDots, pictureAlone } from './hidden-pictures.ts';

const maxBytes = 256 * 1024 * 1024;
/** Samples that differ by less, of 255, are of one color. */
const leastContrast = 4;
/** Rows past those that a picture says it has, which programs add to fill a block. */
const mostRowsOver = 8;

/**
 * A picture's samples as the file holds them, in shades of gray with all the contrast there is, dark on light: without its colors, its
 * palette, its Decode and its masks, which may all make it be seen as nothing; with rows that it does not say it has.
 *
 * @param stream of a picture, or of a mask
 * @returns null where it cannot be read; `blank` where it has too few dots to hold a word, or shows one shade
 * @throws SourceUnreadable
 */
export function storedPicture(
  pdfium: Pdfium,
  objects: PdfObjects,
  stream: PdfStream,
): Bitmap | 'blank' | null {
  const size = sizeOf(objects, stream.dict);
  if (!size) return 'blank';
  const samples = objects.decode(stream, maxBytes)?.bytes;
  const picture = samples ? ofSamples(objects, stream.dict, samples) : decodedAlone(pdfium, objects, stream);
  if (picture === null) return size.width * size.height < leastDots ? 'blank' : null;
  return picture.width * picture.height < leastDots ? 'blank' : withContrast(picture);
}

/** Whether a picture's data go on past the rows that it says it has. */
export function hasMoreRows(objects: PdfObjects, stream: PdfStream): boolean {
  const height = sizeOf(objects, stream.dict)?.height;
  const samples = height === undefined ? undefined : objects.decode(stream, maxBytes)?.bytes;
  if (height === undefined || !samples) return false;
  return samples.length > (height + mostRowsOver) * rowOf(objects, stream.dict).bytes;
}

/** Rows past those that a fax says it has which are looked at. */
const rowsPast = 4_000;
/** Larger faxes are not read: a sheet of a meter by a meter and a half at 300 dpi has fewer dots. */
const mostFaxDots = 220_000_000;

/**
 * Whether a fax has ink in rows past those that its picture says it has: its data say nowhere how long they are (ITU-T T.6), so that a
 * program that is told of more rows reads on. True also where it is too large to look.
 */
export function faxGoesOn(pdfium: Pdfium, objects: PdfObjects, stream: PdfStream): boolean {
  const size = sizeOf(objects, stream.dict);
  const isFax = /^(?:CCITTFaxDecode|CCF)$/.test(filtersOf(objects, stream.dict)?.at(-1) ?? '');
  const packed = isFax && size ? objects.decode(stream, maxBytes, true)?.bytes : undefined;
  if (!packed || !size) return false;
  const height = size.height + rowsPast;
  if (size.width * height > mostFaxDots) return true;
  const picture = decodedAlone(pdfium, objects, stream, {
    body: packed,
    entries: `/Width ${size.width}/Height ${height}/Filter/CCITTFaxDecode/DecodeParms<<${faxEntries(objects, stream)}>>`,
  });
  return picture === null || hasInkBelow(picture, (size.height + mostRowsOver) / height);
}

/** How a fax is packed (ISO 32000-1 table 11), but for the rows that it says it has. */
function faxEntries(objects: PdfObjects, stream: PdfStream): string {
  const parameters = lastParameters(objects, stream.dict);
  return ['K', 'Columns', 'EndOfLine', 'EncodedByteAlign', 'BlackIs1']
    .map((key) => [key, parameters && objects.get(parameters, key)])
    .filter(([, value]) => typeof value === 'number' || typeof value === 'boolean')
    .map(([key, value]) => `/${key} ${value}`)
    .join('');
}

/** Whether a row below a part of a picture's height has dark and light dots. */
function hasInkBelow({ width, height, rgba }: Bitmap, part: number): boolean {
  for (let y = Math.ceil(height * part); y < height; y += 1) {
    const first = rgba[y * width * 4];
    for (let x = 1; x < width; x += 1) if (rgba[(y * width + x) * 4] !== first) return true;
  }
  return false;
}

/** Bits of a sample, channels, and bytes of a row. */
function rowOf(objects: PdfObjects, dict: PdfDict) {
  const isMask = objects.get(dict, 'ImageMask') === true;
  const bits = isMask ? 1 : (objects.numberAt(dict, 'BitsPerComponent') ?? 8);
  const channels = isMask ? 1 : channelsOf(objects, dict);
  return { bits, channels, bytes: Math.ceil((sizeOf(objects, dict)!.width * channels * bits) / 8) };
}

const channelsOfSpace: Readonly<Record<string, number>> = { DeviceRGB: 3, CalRGB: 3, Lab: 3, DeviceCMYK: 4 };

/** Channels of a picture's samples (ISO 32000-1 §8.6). */
function channelsOf(objects: PdfObjects, dict: PdfDict): number {
  const space = objects.get(dict, 'ColorSpace');
  const family = space instanceof PdfArray ? objects.resolve(space.at(0)) : space;
  const second = space instanceof PdfArray ? objects.resolve(space.at(1)) : undefined;
  if (!(family instanceof PdfName)) return 1;
  if (family.text === 'DeviceN' && second instanceof PdfArray) return Math.max(1, second.length);
  if (family.text === 'ICCBased' && second instanceof PdfStream)
    return Math.max(1, objects.numberAt(second.dict, 'N') ?? 1);
  return channelsOfSpace[family.text] ?? 1;
}

function ofSamples(objects: PdfObjects, dict: PdfDict, samples: Buffer): Bitmap | null {
  const { bits, channels, bytes } = rowOf(objects, dict);
  const { width } = sizeOf(objects, dict)!;
  const rows = Math.floor(samples.length / bytes);
  if (rows === 0 || ![1, 2, 4, 8, 16].includes(bits)) return null;
  const step = Math.max(1, Math.ceil(Math.sqrt((width * rows) / mostDots)));
  const sampleAt = (row: number, index: number) => {
    const bit = index * bits;
    const byte = samples[row * bytes + (bit >> 3)]!;
    // Of a sample of two bytes the first says enough.
    return bits >= 8 ? byte : (byte >> (8 - bits - (bit & 7))) & ((1 << bits) - 1);
  };
  return grayPicture(Math.floor(width / step), Math.floor(rows / step), (x, y) => {
    let sum = 0;
    for (let channel = 0; channel < channels; channel += 1)
      sum += sampleAt(y * step, x * step * channels + channel);
    return sum / channels;
  });
}

function grayPicture(width: number, height: number, at: (x: number, y: number) => number): Bitmap {
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let y = 0, to = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, to += 4) rgba.fill(at(x, y), to, to + 3);
  return { width, height, rgba };
}

/** From black to white, and mostly light, as paper is. */
function withContrast({ width, height, rgba }: Bitmap): Bitmap | 'blank' {
  let [least, most, sum] = [255, 0, 0];
  const shades = new Uint8Array(width * height);
  for (let at = 0; at < shades.length; at += 1) {
    const shade = (rgba[at * 4]! + rgba[at * 4 + 1]! + rgba[at * 4 + 2]!) / 3;
    shades[at] = shade;
    if (shade < least) least = shade;
    if (shade > most) most = shade;
    sum += shade;
  }
  // Samples of one bit, and numbers of a palette, differ by little.
  const range = most - least;
  if (range === 0 || (most > 16 && range < leastContrast)) return 'blank';
  const isDark = sum / shades.length - least < range / 2;
  return grayPicture(width, height, (x, y) => {
    const shade = ((shades[y * width + x]! - least) * 255) / range;
    return isDark ? 255 - shade : shade;
  });
}

/** What of a picture says how its samples are packed. */
const packingKeys = new Set(['Filter', 'DecodeParms', 'Width', 'Height']);
const spaces: Readonly<Record<number, string>> = { 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' };

/** A picture packed as JPEG, JPEG 2000, JBIG2 or for fax, read by PDFium in a PDF of its own that has nothing else. */
function decodedAlone(
  pdfium: Pdfium,
  objects: PdfObjects,
  stream: PdfStream,
  packed?: Packed,
): Bitmap | null {
  const body = packed?.body ?? objects.body(stream, maxBytes);
  if (body === null) return null;
  const document = openPdf(pdfium, bytesSource(pdfOfPicture(objects, stream, { ...packed, body })));
  try {
    return document.withPage(0, (page) => pictureAlone(pdfium, page, 0));
  } finally {
    document.close();
  }
}

/** A picture's data, and what says how they are packed; its own entries where that is not given. */
interface Packed {
  readonly body: Buffer;
  readonly entries?: string;
}

const firstOther = 6;

/** A PDF whose only page shows the picture, without its colors and masks. */
function pdfOfPicture(objects: PdfObjects, stream: PdfStream, { body, entries }: Packed): Buffer {
  const ids = new Map<number, number>();
  const rules: RewriteRules = {
    mapReference: (id) => {
      const known = ids.get(id) ?? firstOther + ids.size;
      ids.set(id, known);
      return known;
    },
  };
  const others = new KeySet(stream.dict.keys().filter((key) => !packingKeys.has(key)));
  const bodies = [
    Buffer.from('<</Type/Catalog/Pages 2 0 R>>'),
    Buffer.from('<</Type/Pages/Count 1/Kids[3 0 R]>>'),
    Buffer.from(
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]/Resources<</XObject<</P 5 0 R>>>>/Contents 4 0 R>>',
    ),
    streamBody('', Buffer.from('q 72 0 0 72 0 0 cm /P Do Q')),
    streamBody(
      `/Type/XObject/Subtype/Image${colorsOf(objects, stream)}${entries ?? entriesOf(stream.dict, others, rules)}`,
      body,
    ),
  ];
  // What is met on the way goes to the end, and is written in its turn.
  for (const id of ids.keys()) {
    const raw = objects.raw(id);
    const data = raw?.stream ? objects.body(raw.stream, maxBytes) : null;
    if (raw?.stream && data) bodies.push(streamBody(entriesOf(raw.stream.dict, lengthKey, rules), data));
    else bodies.push(Buffer.from(raw ? valueOf(raw, rules) : 'null', 'latin1'));
  }
  return pdfOfObjects(bodies);
}

const lengthKey = new KeySet(['Length']);

function entriesOf(dict: PdfDict, except: KeySet, rules: RewriteRules): string {
  const sink = new MemorySink();
  rewriteEntries(dict, sink, rules, except);
  return sink.written().toString('latin1');
}

function valueOf(range: ByteRange, rules: RewriteRules): string {
  const sink = new MemorySink();
  rewriteValue(range, sink, rules);
  return sink.written().toString('latin1');
}

/** As many channels as a JPEG has; JPEG 2000 says its own; the others have one of one bit. */
function colorsOf(objects: PdfObjects, stream: PdfStream): string {
  const last = filtersOf(objects, stream.dict)?.at(-1);
  if (last === 'JPXDecode') return '';
  if (last !== 'DCTDecode') return '/ColorSpace/DeviceGray/BitsPerComponent 1';
  const jpeg = readJpeg(objects.decode(stream, maxBytes, true)?.bytes ?? Buffer.alloc(0));
  return `/ColorSpace/${spaces['reason' in jpeg ? 3 : jpeg.components]}/BitsPerComponent 8`;
}
