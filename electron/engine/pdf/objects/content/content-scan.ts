import type { Box } from '../list-pages.ts';
import {
  char,
  classOf,
  cutShort,
  delimiterClass,
  digitClass,
  isWord,
  skipSpace,
  skipValue,
  skipWord,
  spaceClass,
} from '../syntax/lexer.ts';
import { parseKeyword, parseNumber } from '../syntax/parse-value.ts';
import type { ContentResources } from './content-resources.ts';
import { beginsNumber, ContentWalk } from './content-walk.ts';
import { skipInlineImage } from './inline-image.ts';
import { operatorOf, packWord } from './operators.ts';

export interface ContentScan {
  /**
   * Whether what follows the content starts from the page's own state: every q, BT, BMC closed, no Q too many, nothing cut short,
   * nothing changed outside q that would change what follows.
   */
  readonly isClean: boolean;
  /** Whether q and Q around the content suffice for that: all is balanced, and only the state outside q is changed. */
  readonly isBalanced: boolean;
  /** Whether nothing draws into an area of the page's own space; false also when it cannot be told. White fills draw nothing. */
  isFree(area: Box): boolean;
}

/**
 * Reads a page's operators once: their balance, and where they may draw. Strings are taken to reach from 0.35 of the size below
 * the baseline to 1.1 above it.
 *
 * @param content the page's content streams, decoded and joined by white space
 * @param resources what the names in it stand for; the more is known, the more is found free
 * @example scanContent(Buffer.from('q 1 0 0 1 9 9 cm Q')).isBalanced; // true
 */
export function scanContent(content: Uint8Array, resources: ContentResources = {}): ContentScan {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const walk = new ContentWalk(bytes, resources);
  readOperators(walk);
  const isBalanced = !walk.isBroken && walk.states.depth === 0 && !walk.isInText && walk.marks === 0;
  return {
    isClean: isBalanced && !walk.isChanged,
    isBalanced,
    isFree: (area) => walk.areas.isFree(area),
  };
}

function readOperators(walk: ContentWalk): void {
  const { bytes } = walk;
  const end = bytes.length;
  let at = 0;
  while (at < end) {
    const byte = bytes[at]!;
    if (classOf[byte] === spaceClass) at += 1;
    else if (beginsNumber(byte)) {
      at = readNumber(walk, at);
      if (Number.isNaN(walk.number)) spoil(walk);
      walk.pushOperand(walk.number);
    } else if (byte === char.slash) {
      walk.nameStart = at + 1;
      at = skipWord(bytes, at + 1, end);
      walk.nameEnd = at;
    } else if (byte === char.percent) at = skipSpace(bytes, at, end);
    else if (classOf[byte] === delimiterClass) {
      const valueEnd = byte === char.openArray ? readArray(walk, at) : skipValue(bytes, at, end);
      if (valueEnd < 0) {
        // Readers differ in where they go on after that.
        walk.isBroken = true;
        walk.areas.addAnywhere();
        if (byte === char.open || byte === char.openArray || byte === char.less) return;
        at += 1;
      } else {
        walk.valueStart = at;
        walk.valueEnd = valueEnd;
        at = valueEnd;
      }
    } else {
      at = readWord(walk, at);
      if (at < 0) return;
    }
  }
}

/** Strings and numbers of an array that are kept at most; no line of text has as many. */
const maxElements = 1_000_000;

/** An array, its strings and numbers noted: TJ shows them. @returns as `skipValue` does */
function readArray(walk: ContentWalk, start: number): number {
  const { bytes } = walk;
  const end = bytes.length;
  walk.elementCount = 0;
  for (let at = start + 1; at < end;) {
    const byte = bytes[at]!;
    if (walk.elementCount === maxElements) {
      // Where they stand is not told any more.
      walk.areas.addAnywhere();
      walk.elementCount = 0;
    }
    if (classOf[byte] === spaceClass) at += 1;
    else if (byte === char.closeArray) return at + 1;
    else if (byte === char.percent) at = skipSpace(bytes, at, end);
    else if (beginsNumber(byte)) {
      at = readNumber(walk, at);
      walk.pushMove(walk.number);
    } else {
      const after = skipValue(bytes, at, end);
      if (after < 0) return after;
      const isString = byte === char.open || (byte === char.less && bytes[at + 1] !== char.less);
      if (isString) walk.pushString(at, after);
      else walk.pushMove(NaN);
      at = after;
    }
  }
  return cutShort;
}

/** About as much as 64 bits hold. */
const maxWhole = 9e18;

/** A number, mostly digits with one point, into `walk.number`: NaN for what is none. @returns the position after it */
function readNumber(walk: ContentWalk, start: number): number {
  const { bytes } = walk;
  const end = bytes.length;
  const isNegative = bytes[start] === char.minus;
  let at = isNegative ? start + 1 : start;
  let value = 0;
  let scale = 1;
  while (at < end && classOf[bytes[at]!] === digitClass) {
    value = value * 10 + bytes[at]! - char.zero;
    at += 1;
  }
  // Some readers stop there.
  if (value > maxWhole) walk.isBroken = true;
  if (bytes[at] === char.dot) {
    for (at += 1; at < end && classOf[bytes[at]!] === digitClass; at += 1) {
      if (scale < 1e12) {
        value = value * 10 + bytes[at]! - char.zero;
        scale *= 10;
      }
    }
  }
  if (at < end && classOf[bytes[at]!] !== spaceClass && classOf[bytes[at]!] !== delimiterClass) {
    at = skipWord(bytes, at, end);
    walk.number = parseNumber(bytes, start, at) ?? NaN;
  } else walk.number = isNegative ? -value / scale : value / scale;
  return at;
}

/** An operator. @returns the position after it; -1 when the content ends within it */
function readWord(walk: ContentWalk, start: number): number {
  const { bytes } = walk;
  const end = skipWord(bytes, start, bytes.length);
  const operator = operatorOf(packWord(bytes, start, end));
  if (operator !== undefined) operator(walk);
  else if (isWord(bytes, start, end, 'BI')) {
    const after = skipInlineImage(bytes, end, bytes.length);
    if (after < 0) spoil(walk);
    else walk.drawBox([0, 0, 1, 1], walk.states.matrix());
    walk.operandCount = 0;
    return after;
  } else if (parseKeyword(bytes, start, end) !== undefined) return end;
  else spoil(walk);
  walk.operandCount = 0;
  walk.elementCount = 0;
  walk.nameEnd = walk.nameStart;
  walk.valueEnd = walk.valueStart;
  return end;
}

/** What stands there is no operator: nothing after it is sure. */
function spoil(walk: ContentWalk): void {
  walk.isBroken = true;
  walk.areas.addAnywhere();
}
