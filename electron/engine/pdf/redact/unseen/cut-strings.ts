import {
  char,
  findInlineImage,
  PdfStream,
  skipSpace,
  skipValue,
  skipWord,
  type PdfObjects,
  type SourcePage,
} from '../../objects/index.ts';

const maxStreamBytes = 64 * 1024 * 1024;

/**
 * Whether a string of a page's content begins in one of its streams and ends in another, which the format does not allow (ISO 32000-1 §7.8.2).
 * Some programs read on, so that it shows a word; PDFium puts a space there, so that no term finds the word.
 */
export function cutsStrings(objects: PdfObjects, { dict }: SourcePage): boolean {
  const contents = objects.arrayAt(dict, 'Contents');
  if (!contents) return false;
  for (let at = 0; at < contents.length - 1; at += 1) {
    const stream = objects.resolve(contents.at(at));
    const decoded = stream instanceof PdfStream ? objects.decode(stream, maxStreamBytes) : null;
    if (decoded && endsInString(decoded.bytes)) return true;
  }
  return false;
}

function endsInString(bytes: Buffer): boolean {
  const end = bytes.length;
  let at = skipSpace(bytes, 0, end);
  while (at < end) {
    const first = bytes[at]!;
    let after = skipWord(bytes, at, end);
    if (first === char.open || (first === char.less && bytes[at + 1] !== char.less)) {
      after = skipValue(bytes, at, end);
      if (after < 0) return true;
    } else if (bytes.toString('latin1', at, after) === 'BI') {
      after = findInlineImage(bytes, after, end)?.end ?? end;
    } else if (after === at) {
      // Brackets and the slash of a name; both signs of a dictionary, whose second is no string's.
      after += first === char.less ? 2 : 1;
    }
    at = skipSpace(bytes, after, end);
  }
  return false;
}
