import {
  PdfArray,
  PdfDict,
  PdfName,
  PdfStream,
  type PdfObjects,
  type PdfValue,
} from '../../objects/index.ts';
import { bytesFinder } from './bytes-finder.ts';
import { contentTexts } from './content-texts.ts';
import { inlinePictures } from './inline-pictures.ts';
import { pictureRemarks } from './picture-remarks.ts';
import { stringsIn } from './strings-in.ts';
import { hasMoreRows, holdsMore, isMore } from '../pictures/index.ts';
import { producer } from '../../assemble/output/pdf-output.ts';
import { copyTitle, removedTitle, says, unwantedFinder, type RedactionWishes } from '../wishes.ts';

const maxStreamBytes = 64 * 1024 * 1024;
/** Strings of a content are codes of glyphs as often as letters, and names often short: a short word is among them by chance. */
const leastLetters = 5;
/** Letters and digits of a word that does not stand by chance among the packed bytes of a file, nor among a picture's samples. */
const leastAmongBytes = 7;
const maxDepth = 12;
const fontKinds = new Set(['Type1C', 'CIDFontType0C', 'OpenType']);
/** What the data of a font that does not say its kind begin with: TrueType, OpenType and Type 1. */
const fontStart = /^(?:\0\x01\0\0|true|ttcf|OTTO|%!|\x80\x01)/;
/** Every font with letters of its own says `Adobe` and `Identity` there. */
const registered = 'CIDSystemInfo';
/** Names without which there is no copy: its format's own. */
const ownNames = new Set(
  'Adobe Annots Ascent Border Catalog Contents Count Descent Encoding Filter First Flags Height Helvetica Identity Identity-H Image Length Ordering Outlines Pages Parent Producer Registry Resources Rotate Subtype Supplement Title Width Widths'.split(
    ' ',
  ),
);

/** What a copy says of itself, and in the place of what was removed: nothing of it is the original's. */
const ownWords = new Set([copyTitle, producer, removedTitle]);

/** What is said of an object whose drawing says what is to be removed: a page may show it. */
export const drawingSays = 'a drawing in it says it';

/** Tells of an object by itself, in words, how it says what is to be removed; null where it does not. */
export type DoubtOf = (objects: PdfObjects, value: PdfValue | undefined) => string | null;

/** Reads objects as those do who look into a file with other programs: their strings, names, metadata and drawings, unpacked. */
export function doubtFinder(wishes: Pick<RedactionWishes, 'terms' | 'hasIdentifiers'>): DoubtOf {
  const find = unwantedFinder(wishes);
  const findLong = unwantedFinder({
    terms: wishes.terms.filter((term) => (term.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= leastLetters),
    hasIdentifiers: false,
  });
  const isAmongBytes = bytesFinder(wishes.terms, leastAmongBytes);
  const isAmongData = bytesFinder(wishes.terms, leastLetters);
  const isInFont = bytesFinder(
    wishes.terms.filter((term) => !ownNames.has(term)),
    leastLetters,
  );
  const saysIt = (text: string) => says(find, text);
  const saysLong = (text: string) => says(findLong, text);
  const doubtOf: DoubtOf = (objects, value) => {
    const own = value instanceof PdfStream ? value.dict : value;
    const words = stringsIn(own, undefined, (key) => key === registered);
    if (words.some((text) => !ownWords.has(text) && saysIt(text)) || namesIn(own).some(saysLong))
      return 'a name, an address or a title in it says it';
    return value instanceof PdfStream ? doubtOfStream(objects, value) : null;
  };
  const doubtOfStream = (objects: PdfObjects, stream: PdfStream): string | null => {
    const kind = objects.nameAt(stream.dict, 'Subtype') ?? '';
    const stored = stream.dict.has('Filter') ? objects.body(stream, maxStreamBytes) : null;
    // What is packed may go on past the end of its packing.
    const isStored = stored !== null && isAmongBytes(stored);
    const decoded = objects.decode(stream, maxStreamBytes);
    const file = decoded ?? objects.decode(stream, maxStreamBytes, true);
    // Another picture may stand there, or another version of what is shown.
    if (file?.rest && isMore(file.rest)) return 'bytes after the end of a part of it are left';
    const bytes = decoded?.bytes;
    if (kind === 'Image') {
      // A picture may go on past its last row.
      if (isStored || (bytes && isAmongBytes(bytes))) return 'bytes in a picture say it';
      const packed = objects.decode(stream, maxStreamBytes, true);
      const remarks = packed ? pictureRemarks(packed.bytes).flatMap(textsOfRemark) : [];
      return remarks.some(saysLong) ? 'remarks in a picture say it' : null;
    }
    if (bytes === undefined) return 'a part of it cannot be read';
    const isFont =
      fontKinds.has(kind) || (stream.dict.has('Length1') && fontStart.test(bytes.toString('latin1', 0, 4)));
    if (isFont) return isStored || isInFont(bytes) ? 'the data of a font say it' : null;
    if (objects.nameAt(stream.dict, 'Type') === 'Metadata')
      return unicodeTexts(bytes).some(saysIt) ? 'its metadata say it' : null;
    if (isSaidInContent(bytes)) return drawingSays;
    return isStored ? 'bytes in it say it' : doubtOfInline(bytes);
  };
  const isSaidInContent = (bytes: Buffer): boolean => {
    const { codes, texts } = contentTexts(bytes);
    // A profile of colors has its words in letters of two bytes.
    return codes.some(saysLong) || texts.some(saysIt) || (bytes.includes(0) && isAmongData(bytes));
  };
  const doubtOfInline = (content: Buffer): string | null => {
    const inline = inlinePictures(content);
    for (const picture of inline?.pictures ?? []) {
      const doubt = doubtOf(inline!.objects, picture);
      if (doubt !== null) return doubt;
      if (holdsMore(inline!.objects, picture) || hasMoreRows(inline!.objects, picture))
        return 'a picture in it holds more than it shows';
    }
    return null;
  };
  return doubtOf;
}

/** The texts that metadata may be, by how its letters are written (XMP specification, part 1, §7.1). */
export function unicodeTexts(bytes: Buffer): string[] {
  const readings = [bytes.toString('utf8')];
  if (!bytes.includes(0)) return readings;
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2));
  return [...readings, even.toString('utf16le'), Buffer.from(even).swap16().toString('utf16le')];
}

/** Cameras and programs write letters of one byte, or of two, which may stand anywhere. */
const textsOfRemark = (remark: Buffer): string[] => [
  remark.toString('latin1'),
  ...unicodeTexts(remark),
  ...unicodeTexts(remark.subarray(1)).slice(1),
];

/** Names that somebody may have given, of keys and values. */
function namesIn(value: PdfValue | undefined): string[] {
  const names = new Set<string>();
  const read = (part: PdfValue | undefined, depth: number): void => {
    if (part === undefined || depth > maxDepth) return;
    if (part instanceof PdfName) names.add(part.text);
    else if (part instanceof PdfArray) for (const item of part) read(item, depth + 1);
    else if (part instanceof PdfDict)
      for (const key of part.keys()) {
        if (key === registered) continue;
        names.add(key);
        read(part.get(key), depth + 1);
      }
  };
  read(value, 0);
  return [...names].filter((name) => name.length >= leastLetters && !ownNames.has(name));
}
