import { PdfArray, PdfName, PdfStream, PdfDict, type PdfObjects } from '../../objects/index.ts';

/** What ties a picture to its own samples in a way that scaling would break (ISO 32000-1 tables 89, 146). */
const tiedKeys = ['Decode', 'Mask', 'Matte', 'Alternates', 'SMaskInData', 'OPI', 'F'] as const;

/** Of a picture as it is stored, in dots. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size a picture's dictionary states; null where it states none. */
export function sizeOf(objects: PdfObjects, dict: PdfDict): Size | null {
  const width = objects.numberAt(dict, 'Width') ?? 0;
  const height = objects.numberAt(dict, 'Height') ?? 0;
  return Number.isInteger(width) && Number.isInteger(height) && width > 0 && height > 0
    ? { width, height }
    : null;
}

/** Whether anything other than its samples and colors says how a picture looks, soft masks apart. */
export const isTied = (dict: PdfDict): boolean => tiedKeys.some((key) => dict.has(key));

/** Names of a picture's filters, in the order they are undone; null where they are no names. */
export function filtersOf(objects: PdfObjects, dict: PdfDict): string[] | null {
  const entry = objects.get(dict, 'Filter');
  if (entry === undefined) return [];
  const items = entry instanceof PdfArray ? [...entry].map((item) => objects.resolve(item)) : [entry];
  const names = items.flatMap((item) => (item instanceof PdfName ? [item.text] : []));
  return names.length === items.length ? names : null;
}

/** Parameters of the filter that is undone last; null where it has none (ISO 32000-1 §7.3.8.2). */
export function lastParameters(objects: PdfObjects, dict: PdfDict): PdfDict | null {
  const entry = objects.get(dict, 'DecodeParms');
  const last = entry instanceof PdfArray ? objects.resolve(entry.at(entry.length - 1)) : entry;
  return last instanceof PdfDict ? last : null;
}

/** Channels of gray and of red, green and blue; null for other colors (ISO 32000-1 §8.6). */
export function channelsOf(objects: PdfObjects, dict: PdfDict): 1 | 3 | null {
  const space = objects.get(dict, 'ColorSpace');
  const family = space instanceof PdfArray ? objects.resolve(space.at(0)) : space;
  if (!(family instanceof PdfName)) return null;
  if (family.text === 'DeviceGray' || family.text === 'CalGray') return 1;
  if (family.text === 'DeviceRGB' || family.text === 'CalRGB') return 3;
  const profile =
    family.text === 'ICCBased' && space instanceof PdfArray ? objects.resolve(space.at(1)) : null;
  const channels = profile instanceof PdfStream ? objects.numberAt(profile.dict, 'N') : null;
  return channels === 1 || channels === 3 ? channels : null;
}

/** Whether a picture is a JPEG in gray or YCbCr whose look depends on nothing but its own bytes and how it is placed. */
export function isPlainJpeg(objects: PdfObjects, { dict }: PdfStream): boolean {
  const filters = filtersOf(objects, dict);
  if (filters?.length !== 1 || filters[0] !== 'DCTDecode' || dict.has('DecodeParms')) return false;
  const isMask = objects.get(dict, 'ImageMask') === true;
  return !isMask && !isTied(dict) && !dict.has('SMask') && channelsOf(objects, dict) !== null;
}
