import type { Box } from '../box.ts';
import {
  breaksWord,
  char,
  classOf,
  cutShort,
  delimiterClass,
  digitClass,
  isWord,
  skipSpace,
  skipString,
  skipValue,
  skipWord,
  spaceClass,
} from '../syntax/lexer.ts';
import { isSoundValue } from '../rewrite/rewrite.ts';
import { isSoundName } from '../rewrite/write-token.ts';
import { parseKeyword } from '../syntax/parse-value.ts';
import type { ContentResources } from './content-resources.ts';
import { ContentWalk } from './content-walk.ts';
import { findInlineImage } from './inline-image.ts';
import { maxLetters, operatorOf } from './operators.ts';
import { isNumberStart, isPastReaders, readNumber } from './read-number.ts';

export interface ContentScan {
  /** Whether something in it is no operator, or lacks what its operator takes: what follows is uncertain. */
  readonly isBroken: boolean;
  /**
   * Whether q and Q around the content suffice for what follows to start from the page's own state: every q, BT, BMC closed, no Q
   * too many, nothing cut short.
   */
  readonly isBalanced: boolean;
  /** BMC and BDC that no EMC closes. */
  readonly openMarks: number;
  /** The most of them that are open where some readers, or all, stop: at a Q too many, or at the end of what is cut short. */
  readonly marksAtStop: number;
  /** Whether nothing draws into an area of the page's own space; false also when it cannot be told. White fills draw nothing. */
  isFree(area: Box): boolean;
}

/**
 * Reads a page's operators: their balance, and where they may draw. Strings are taken to reach from 0.35 of the size below the
 * baseline to 1.1 above it, farther where their font says so.
 *
 * @param content the page's content streams, decoded and joined by white space
 * @param resources what the names in it stand for; the more is known, the more is found free
 * @param within holds all areas that will be asked for: lines of text that pass it by are then not measured. Null where any may be
 * @example scanContent(Buffer.from('q 1 0 0 1 9 9 cm Q')).isBalanced; // true
 */
export function scanContent(
  content: Uint8Array,
  resources: ContentResources = {},
  within: Box | null = null,
): ContentScan {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  let walk = new ContentWalk(bytes, resources, within);
  readOperators(walk);
  if (walk.text.isIncomplete) {
    walk = new ContentWalk(bytes, resources, null);
    readOperators(walk);
  }
  // Without the walk, which holds the content.
  const { areas, isBroken, states, isInText, marks, marksAtStop } = walk;
  const isBalanced = !isBroken && states.depth === 0 && !isInText && marks === 0;
  return {
    isBroken,
    isBalanced,
    openMarks: marks,
    marksAtStop,
    isFree: (area) => areas.isFree(area),
  };
}

/** What a byte begins, where a token may begin. */
const beginsWord = 0;
const beginsSpace = 1;
const beginsNumber = 2;
const beginsName = 3;
const beginsString = 4;
const beginsArray = 5;
const beginsComment = 6;
const beginsOther = 7;
const beginningOf = new Uint8Array(256).fill(beginsWord);
for (const [byte, kind] of classOf.entries()) {
  if (kind === spaceClass) beginningOf[byte] = beginsSpace;
  else if (kind === delimiterClass) beginningOf[byte] = beginsOther;
  else if (isNumberStart(byte)) beginningOf[byte] = beginsNumber;
}
beginningOf[char.slash] = beginsName;
beginningOf[char.open] = beginsString;
beginningOf[char.openArray] = beginsArray;
beginningOf[char.percent] = beginsComment;

function readOperators(walk: ContentWalk): void {
  const { bytes } = walk;
  const end = bytes.length;
  let at = 0;
  while (at < end) {
    switch (beginningOf[bytes[at]!]) {
      case beginsSpace:
        at += 1;
        break;
      case beginsNumber:
        at = readOperand(walk, at);
        break;
      case beginsWord:
        at = readWord(walk, at);
        if (at < 0) return walk.stop();
        break;
      case beginsName:
        walk.nameStart = at + 1;
        at = skipWord(bytes, at + 1, end);
        walk.nameEnd = at;
        if (!isSoundName(bytes, walk.nameStart, at)) walk.isBroken = true;
        if (walk.resources.named) walk.resources.named(walk.name());
        break;
      case beginsComment:
        at = skipSpace(bytes, at, end);
        break;
      case beginsString:
      case beginsArray:
      case beginsOther:
        at = readValue(walk, at);
        if (at < 0) return walk.stop();
        break;
      default:
    }
  }
}

function readOperand(walk: ContentWalk, start: number): number {
  const { bytes, operands, operandCount } = walk;
  const end = bytes.length;
  let at = start;
  let whole = 0;
  while (at < end && classOf[bytes[at]!] === digitClass) {
    whole = whole * 10 + bytes[at]! - char.zero;
    at += 1;
  }
  // Most numbers are short and whole.
  if (at < end && bytes[at] === char.space && at - start < 10) operands[operandCount] = whole;
  else {
    at = readNumber(bytes, start, end, operands, operandCount);
    if (isPastReaders(bytes, start, at)) walk.isBroken = true;
    if (Number.isNaN(operands[operandCount]!)) spoil(walk);
  }
  walk.countOperand();
  return at;
}

/** A string, an array or a dictionary. @returns the position after it; -1 when the content ends within it */
function readValue(walk: ContentWalk, start: number): number {
  const { bytes } = walk;
  const end = bytes.length;
  const byte = bytes[start]!;
  walk.isPlainValue = true;
  let after: number;
  if (byte === char.open) after = skipString(bytes, start, end);
  else after = byte === char.openArray ? skipArray(walk, start) : skipSoundValue(walk, start);
  if (after < 0) {
    // Readers differ in where they go on after that.
    spoil(walk);
    return byte === char.open || byte === char.openArray || byte === char.less ? -1 : start + 1;
  }
  walk.valueStart = start;
  walk.valueEnd = after;
  return after;
}

/** Passes over an array, and notes whether there is anything in it but strings and numbers. @returns as `skipValue` does */
function skipArray(walk: ContentWalk, start: number): number {
  const { bytes } = walk;
  const end = bytes.length;
  for (let at = start + 1; at < end;) {
    switch (beginningOf[bytes[at]!]) {
      case beginsSpace:
        at += 1;
        break;
      case beginsString:
        at = skipString(bytes, at, end);
        if (at < 0) return at;
        break;
      case beginsNumber:
        at = skipNumber(walk, at);
        break;
      case beginsComment:
        at = skipSpace(bytes, at, end);
        break;
      default: {
        if (bytes[at] === char.closeArray) return at + 1;
        const isHexString = bytes[at] === char.less && bytes[at + 1] !== char.less;
        if (!isHexString) walk.isPlainValue = false;
        at = skipSoundValue(walk, at);
        if (at < 0) return at;
      }
    }
  }
  return cutShort;
}

/** Passes over a value, and notes whether it is written as the syntax has it: some programs complain of others. @returns as `skipValue` does */
function skipSoundValue(walk: ContentWalk, start: number): number {
  const { bytes } = walk;
  const end = skipValue(bytes, start, bytes.length);
  if (end >= 0 && !isSoundValue(bytes, start, end)) walk.isBroken = true;
  return end;
}

/** Passes over a number in an array, and notes whether it is one. */
function skipNumber(walk: ContentWalk, start: number): number {
  const { bytes } = walk;
  const end = bytes.length;
  let at = start + 1;
  while (at < end && beginningOf[bytes[at]!] === beginsNumber) at += 1;
  if (at < end && beginningOf[bytes[at]!] === beginsWord) {
    walk.isPlainValue = false;
    at = skipWord(bytes, at, end);
  }
  if (isPastReaders(bytes, start, at)) walk.isBroken = true;
  return at;
}

/** An operator. @returns the position after it; -1 when the content ends within it */
function readWord(walk: ContentWalk, start: number): number {
  const { bytes } = walk;
  let end = start;
  let packed = 0;
  for (; end < bytes.length && (classOf[bytes[end]!]! & breaksWord) === 0; end += 1)
    packed = packed * 256 + bytes[end]!;
  const operator = end - start > maxLetters ? undefined : operatorOf(packed);
  if (operator !== undefined) operator(walk);
  else if (isWord(bytes, start, end, 'BI')) {
    const after = findInlineImage(bytes, end, bytes.length)?.end ?? -1;
    if (after < 0) spoil(walk);
    else walk.areas.addBox([0, 0, 1, 1], walk.states.matrix());
    walk.operandCount = 0;
    return after;
  } else if (parseKeyword(bytes, start, end) !== undefined) return end;
  else spoil(walk);
  walk.operandCount = 0;
  walk.nameEnd = walk.nameStart;
  walk.valueEnd = walk.valueStart;
  return end;
}

/** What is there is no operator: everything after it is uncertain. */
function spoil(walk: ContentWalk): void {
  walk.isBroken = true;
  walk.areas.addAnywhere();
}
