import {
  char,
  classOf,
  digitClass,
  maxNesting,
  skipSpace,
  skipValue,
  skipWord,
  spaceClass,
} from '../syntax/lexer.ts';
import { PdfDict } from '../syntax/values.ts';

/** Past this many keys a dictionary is looked at by a set of them. */
const manyKeys = 48;

/**
 * Whether a dictionary, or one within it, has a key twice. Readers disagree about those, so they are not copied as they lie.
 *
 * @param start of a value that `skipValue` ends at `end`
 */
export function hasRepeatedKeys(bytes: Buffer, start: number, end: number): boolean {
  if (bytes[start] === char.openArray && holdsNumbersOnly(bytes, start + 1, end - 1)) return false;
  /** For each open container: where its keys begin in `keys`, -1 for an array; and where it opens. */
  const bases: number[] = [];
  const opens: number[] = [];
  /** Where each key of the open dictionaries starts and ends. */
  const keys: number[] = [];
  let isKeyNext = false;
  for (let at = skipSpace(bytes, start, end); at < end; at = skipSpace(bytes, at, end)) {
    const base = bases.at(-1) ?? -1;
    const byte = bytes[at]!;
    const isDict = byte === char.less && bytes[at + 1] === char.less;
    if (isDict || byte === char.openArray) {
      if (bases.length === maxNesting) return true;
      bases.push(isDict ? keys.length : -1);
      opens.push(at);
      at += isDict ? 2 : 1;
      isKeyNext = isDict;
    } else if (byte === char.greater || byte === char.closeArray) {
      const opened = opens.pop() ?? at;
      bases.pop();
      at += byte === char.greater ? 2 : 1;
      if (base >= 0) {
        const isLarge = keys.length - base > manyKeys * 2;
        keys.length = base;
        if (isLarge && isRepeating(bytes, opened, at)) return true;
      }
      isKeyNext = (bases.at(-1) ?? -1) >= 0;
    } else if (isKeyNext && byte === char.slash) {
      const keyEnd = skipWord(bytes, at + 1, end);
      if (keys.length - base <= manyKeys * 2 && isAmong(bytes, keys, base, at, keyEnd)) return true;
      keys.push(at, keyEnd);
      at = keyEnd;
      isKeyNext = false;
    } else {
      const valueEnd = skipValue(bytes, at, end);
      if (valueEnd < 0) return true;
      at = valueEnd;
      isKeyNext = base >= 0;
    }
  }
  return false;
}

/** Whether there are only numbers and references, as in most arrays. */
function holdsNumbersOnly(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at]!;
    const isExpected =
      (classOf[byte]! & (digitClass | spaceClass)) !== 0 ||
      byte === char.dot ||
      byte === char.minus ||
      byte === char.R;
    if (!isExpected) return false;
  }
  return true;
}

function isRepeating(bytes: Buffer, start: number, end: number): boolean {
  const dict = new PdfDict({ bytes, start, end });
  return dict.keys().length < dict.size;
}

function isAmong(bytes: Buffer, keys: readonly number[], base: number, start: number, end: number): boolean {
  for (let i = base; i < keys.length; i += 2) {
    const other = keys[i]!;
    if (keys[i + 1]! - other !== end - start || bytes[other + 1] !== bytes[start + 1]) continue;
    let k = 2;
    while (k < end - start && bytes[other + k] === bytes[start + k]) k += 1;
    if (k >= end - start) return true;
  }
  return false;
}
