import {
  char,
  classOf,
  parseValue,
  PdfArray,
  PdfDict,
  spaceClass,
  SourceUnreadable,
  type ByteRange,
} from '../../objects/index.ts';
import type { PdfOutput } from '../../assemble/output/pdf-output.ts';
import type { LocatedFile } from '../check/located.ts';

/** The object that is written, and where it begins. */
export interface WrittenObject {
  readonly file: LocatedFile;
  readonly owner: number;
  readonly base: number;
}

const maxDepth = 200;

/**
 * Writes a value as PDF/A has it, with what was noted of its dictionaries: hexadecimal strings with whole bytes (ISO 19005-2
 * §6.1.6).
 *
 * @throws SourceUnreadable when it is nested too deeply
 */
export function writeValue(range: ByteRange, output: PdfOutput, object: WrittenObject, depth = 0): void {
  const { bytes, start, end } = range;
  const first = bytes[start];
  if (start >= end) return output.text('null');
  if (depth > maxDepth) throw new SourceUnreadable('it is nested too deeply');
  if (first === char.openArray) {
    const array = new PdfArray(range);
    output.text('[');
    for (let i = 0; i < array.length; i += 1) {
      if (i > 0) output.text(' ');
      writeValue(array.rangeAt(i)!, output, object, depth + 1);
    }
    return output.text(']');
  }
  if (first === char.less && bytes[start + 1] === char.less) {
    output.text('<<');
    writeEntries(new PdfDict(range), output, object, noKeys, depth);
    return output.text('>>');
  }
  if (first === char.less) return writeHex(range, output);
  output.bytes(bytes, start, end);
}

const noKeys: ReadonlySet<string> = new Set();

/**
 * Writes the entries of a dictionary, without its brackets.
 *
 * @param except entries that are written otherwise
 */
export function writeEntries(
  dict: PdfDict,
  output: PdfOutput,
  object: WrittenObject,
  except: ReadonlySet<string> = noKeys,
  depth = 0,
): void {
  const { bytes } = dict;
  const edit = object.file.editAt(object.owner, dict.start - object.base);
  const places = dict.entryPlaces();
  for (let i = 0; i < places.length; i += 4) {
    const [keyStart, keyEnd, start, end] = [places[i]!, places[i + 1]!, places[i + 2]!, places[i + 3]!];
    const key = parseValue(bytes, keyStart - 1, keyEnd);
    const name = key !== null && typeof key === 'object' && 'text' in key ? key.text : '';
    if (except.has(name) || edit?.dropped.has(name)) continue;
    output.bytes(bytes, keyStart - 1, keyEnd);
    output.text(' ');
    writeValue({ bytes, start, end }, output, object, depth + 1);
  }
  for (const [key, written] of edit?.added ?? []) output.text(`/${key} ${written}`);
}

/** A hexadecimal string without white space, its last half byte made whole. */
function writeHex({ bytes, start, end }: ByteRange, output: PdfOutput): void {
  let isPlain = (end - start) % 2 === 0;
  for (let at = start + 1; at < end - 1 && isPlain; at += 1) isPlain = classOf[bytes[at]!] !== spaceClass;
  if (isPlain) return output.bytes(bytes, start, end);
  const digits = bytes.toString('latin1', start + 1, end - 1).replaceAll(/[^\da-fA-F]/g, '');
  output.text(`<${digits}${digits.length % 2 === 1 ? '0' : ''}>`);
}
