import { readJpeg } from '../../draw/pictures/jpeg.ts';
import { deflate } from '../../draw/pictures/image-page.ts';
import { PdfStream, type PageList, type PdfObjects } from '../../objects/index.ts';
import type { PictureReduction, StoredPicture } from '../assembly.ts';
import { streamKeys } from '../source/carrier.ts';
import type { ItemContext } from '../source/item-context.ts';
import { DrawnPictures, type DrawnSize } from './drawn-pictures.ts';
import { channelsOf, filtersOf, isTied, sizeOf, type Size } from './picture-entries.ts';
import type { PictureLeft } from './picture-tally.ts';
import { isWorthIt, maxPixels, maxSampleBytes, smallerSize } from './smaller-size.ts';

/** What is rewritten for a picture of another size and coding; the rest of it stays. */
const replacedKeys = streamKeys(
  ...'DL Width Height BitsPerComponent Filter DecodeParms SMask Metadata'.split(' '),
);
const bilevelFilters = new Set(['CCITTFaxDecode', 'JBIG2Decode']);
const plainFilters = new Set([
  'FlateDecode',
  'LZWDecode',
  'RunLengthDecode',
  'ASCIIHexDecode',
  'ASCII85Decode',
]);
const maxBodyBytes = 256 * 1024 * 1024;

/**
 * Makes the pictures of some pages smaller where they have many more dots an inch than asked for, as they are drawn. Each is
 * written at once, so that one is in memory at a time; whatever refers to it then leads to the smaller one.
 *
 * @param sourcePages positions from 0 of the pages that are carried
 * @throws SourceUnreadable when the source ends early
 */
export async function reduceDrawnPictures(
  context: ItemContext,
  pages: PageList,
  sourcePages: readonly number[],
  reduction: PictureReduction,
): Promise<void> {
  const { objects, tally } = context;
  const drawn = new DrawnPictures(objects);
  for (const at of new Set(sourcePages)) drawn.addPage(pages.at(at));
  for (const [id, size] of drawn.sizes() ?? []) {
    const stream = objects.object(id);
    if (!(stream instanceof PdfStream)) continue;
    const left = await reduceOne(context, stream, size, reduction);
    if (left !== null) tally.pictures.addLeft(left);
  }
}

/** @returns why a picture that should be smaller is not; null when it is, or need not be */
async function reduceOne(
  { objects, carrier, output, tally }: ItemContext,
  stream: PdfStream,
  drawn: DrawnSize,
  { dotsPerInch, scale }: PictureReduction,
): Promise<PictureLeft | null> {
  const { dict } = stream;
  const stored = sizeOf(objects, dict);
  const size = stored && smallerSize(stored, drawn, dotsPerInch);
  if (!stored || !size) return null;
  const picture = readPicture(objects, stream, stored);
  if (typeof picture === 'string') return picture;
  const mask = objects.streamAt(dict, 'SMask') ?? null;
  const smallerMask = mask && readMask(objects, mask, size);
  if (smallerMask === 'masked') return 'masked';
  const scaled = await scale(picture, size, 'jpeg');
  if (scaled === null) return 'unread';
  // A mask that is no larger than the picture becomes stays as it is: the two need not agree (ISO 32000-1 §11.6.5.3).
  const maskSamples = smallerMask && (await scale(smallerMask, size, 'samples'));
  if (smallerMask && maskSamples === null) return 'masked';
  const maskBody = maskSamples && deflate(maskSamples);
  const before = stream.length + (maskBody ? mask!.length : 0);
  const after = scaled.length + (maskBody?.length ?? 0);
  if (!isWorthIt(before, after)) return 'noGain';

  const dimensions = `/Width ${size.width}/Height ${size.height}/BitsPerComponent 8`;
  let maskEntry = mask ? `/SMask ${carrier.text(dict.range('SMask'))}` : '';
  if (maskBody) {
    const id = output.allocate();
    output.writeStream(
      id,
      `/Type/XObject/Subtype/Image/ColorSpace/DeviceGray${dimensions}/Filter/FlateDecode`,
      maskBody,
    );
    maskEntry = `/SMask ${id} 0 R`;
  }
  const id = output.allocate();
  const writeEntries = () => {
    carrier.entries(dict, replacedKeys);
    output.text(`${dimensions}${maskEntry}/Filter/DCTDecode`);
  };
  output.writeBody(id, writeEntries, scaled.length, () => output.bytes(scaled, 0, scaled.length));
  carrier.place(stream.id, id);
  tally.pictures.addSmaller(before, after);
  return null;
}

/** A picture's samples as they can be scaled, or why they cannot. */
function readPicture(objects: PdfObjects, stream: PdfStream, size: Size): StoredPicture | PictureLeft {
  const { dict } = stream;
  const filters = filtersOf(objects, dict);
  const bits = objects.numberAt(dict, 'BitsPerComponent');
  const last = filters?.at(-1) ?? '';
  if (objects.get(dict, 'ImageMask') === true || bits === 1 || bilevelFilters.has(last)) return 'bilevel';
  if (dict.has('Mask')) return 'masked';
  const channels = channelsOf(objects, dict);
  if (filters === null || bits !== 8 || channels === null || isTied(dict)) return 'colors';
  const { width, height } = size;
  const sampleBytes = width * height * channels;
  if (width * height > maxPixels || sampleBytes > maxSampleBytes) return 'tooLarge';
  if (last === 'DCTDecode') {
    // How inks and colors are told apart may be said beside the JPEG (ColorTransform): such JPEGs are left as they are.
    if (filters.length > 1 || dict.has('DecodeParms')) return 'colors';
    const bytes = objects.body(stream, maxBodyBytes);
    if (bytes === null) return 'tooLarge';
    const jpeg = readJpeg(bytes);
    if ('reason' in jpeg) return 'unread';
    if (jpeg.components !== channels || jpeg.width !== width || jpeg.height !== height) return 'colors';
    return { form: 'jpeg', bytes, width, height, channels };
  }
  if (!filters.every((filter) => plainFilters.has(filter))) return 'colors';
  const decoded = objects.decode(stream, Math.max(sampleBytes, stream.length) + 65_536);
  if (decoded === null || decoded.isDamaged || decoded.bytes.length < sampleBytes) return 'unread';
  return { form: 'samples', bytes: decoded.bytes.subarray(0, sampleBytes), width, height, channels };
}

/** A soft mask that is larger than its picture is to be; null for one that is not, `masked` for one that cannot be scaled. */
function readMask(objects: PdfObjects, mask: PdfStream, target: Size): StoredPicture | 'masked' | null {
  const stored = sizeOf(objects, mask.dict);
  if (!stored || mask.dict.has('Matte')) return 'masked';
  if (stored.width <= target.width || stored.height <= target.height) return null;
  const picture = readPicture(objects, mask, stored);
  return typeof picture === 'string' || picture.channels !== 1 ? 'masked' : picture;
}
