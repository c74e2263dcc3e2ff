import {
  classOf,
  findInlineImage,
  parseValue,
  PdfDict,
  PdfName,
  PdfObjects,
  pdfOfObjects,
  PdfStream,
  spaceClass,
  streamBody,
} from '../../objects/index.ts';
import { bytesSource } from '../../pdf-source.ts';

/** Entries by their short names (ISO 32000-1 table 93). Filters are read by theirs. */
const longKeys: Readonly<Record<string, string>> = {
  BPC: 'BitsPerComponent',
  CS: 'ColorSpace',
  D: 'Decode',
  DP: 'DecodeParms',
  F: 'Filter',
  H: 'Height',
  IM: 'ImageMask',
  W: 'Width',
};
const longSpaces: Readonly<Record<string, string>> = { G: 'DeviceGray', RGB: 'DeviceRGB' };
/** What a name of the page's own resources may stand for has as many channels at most. */
const otherSpace = 'DeviceCMYK';
const gray = /^(?:Device|Cal)(?:Gray|RGB)$/;

const noPages = Buffer.from('<</Type/Catalog/Pages<</Type/Pages/Count 0/Kids[]>>>>');

/** Pictures that stand in a content itself (ISO 32000-1 §8.9.7), as objects of a file of their own, so that they are read as all others are. */
export function inlinePictures(content: Buffer): { objects: PdfObjects; pictures: PdfStream[] } | null {
  const bodies: Buffer[] = [];
  for (let at = content.indexOf('BI'); at >= 0; at = content.indexOf('BI', at + 1)) {
    if (!isWord(content, at)) continue;
    const place = findInlineImage(content, at + 2, content.length);
    if (place === null) continue;
    const head = Buffer.from(`<<${content.toString('latin1', at + 2, place.headEnd)}>>`, 'latin1');
    const dict = head.includes('stream') ? null : parseValue(head, 0, head.length);
    if (!(dict instanceof PdfDict)) continue;
    const data = content.subarray(place.dataStart, place.dataEnd);
    bodies.push(streamBody(`/Subtype/Image${longEntries(dict)}`, data));
    at = place.end;
  }
  if (bodies.length === 0) return null;
  const objects = PdfObjects.open(bytesSource(pdfOfObjects([noPages, ...bodies])));
  const all = bodies.map((_, i) => objects.object(i + 2));
  return { objects, pictures: all.filter((one) => one instanceof PdfStream) };
}

/** Whether `BI` stands alone. */
const isWord = (content: Buffer, at: number) =>
  (at === 0 || classOf[content[at - 1]!] === spaceClass) && classOf[content[at + 2]!] === spaceClass;

function longEntries(dict: PdfDict): string {
  return dict
    .keys()
    .map((key) => {
      const long = longKeys[key] ?? key;
      const value = dict.get(key);
      const { bytes, start, end } = dict.range(key)!;
      const written =
        long === 'ColorSpace' && value instanceof PdfName
          ? spaceOf(value.text)
          : bytes.toString('latin1', start, end);
      return long === 'Length' || long === 'Subtype' ? '' : `/${long} ${written}`;
    })
    .join('');
}

const spaceOf = (name: string) => `/${longSpaces[name] ?? (gray.test(name) ? name : otherSpace)}`;
