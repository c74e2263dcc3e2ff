import { breaksWord, char, classOf, digitClass, skipWord } from '../syntax/lexer.ts';
import { parseNumber } from '../syntax/parse-value.ts';

/** Fewer characters than any whole number past `maxWhole` has. */
const maxSafeLength = 18;
/** About as much as 64 bits hold. */
const maxWhole = 9e18;

/**
 * Reads a number of a content stream, mostly digits with one point, without making anything.
 *
 * @param start where it begins, as `isNumberStart` tells
 * @param numbers takes the number at `place`: NaN for what is none
 * @returns the position after it
 */
export function readNumber(
  bytes: Uint8Array,
  start: number,
  end: number,
  numbers: Float64Array,
  place: number,
): number {
  const isNegative = bytes[start] === char.minus;
  let at = isNegative ? start + 1 : start;
  let value = 0;
  let scale = 1;
  while (at < end && classOf[bytes[at]!] === digitClass) {
    value = value * 10 + bytes[at]! - char.zero;
    at += 1;
  }
  if (at < end && bytes[at] === char.dot) {
    for (at += 1; at < end && classOf[bytes[at]!] === digitClass; at += 1) {
      if (scale < 1e12) {
        value = value * 10 + bytes[at]! - char.zero;
        scale *= 10;
      }
    }
  }
  if (at < end && (classOf[bytes[at]!]! & breaksWord) === 0) {
    at = skipWord(bytes, at, end);
    numbers[place] = parseNumber(bytes, start, at) ?? NaN;
  } else {
    if (scale !== 1) value /= scale;
    numbers[place] = isNegative ? -value : value;
  }
  return at;
}

/** Whether the whole part of the number in `[start, end)` is past what all readers take. */
export function isPastReaders(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start <= maxSafeLength) return false;
  let value = 0;
  let at = bytes[start] === char.minus ? start + 1 : start;
  for (; at < end && classOf[bytes[at]!] === digitClass; at += 1) value = value * 10 + bytes[at]! - char.zero;
  return value > maxWhole;
}

/** Whether a byte begins a number. */
export function isNumberStart(byte: number): boolean {
  return classOf[byte] === digitClass || byte === char.minus || byte === char.dot || byte === char.plus;
}
