import { char, skipSpace, skipValue, skipWord } from '../../objects/index.ts';

/** How the bytes of a string are taken apart into CIDs (ISO 32000-1 §9.7.6). */
export interface CharacterCodes {
  /** Reports each CID that a string shows. */
  read(bytes: Uint8Array, tell: (cid: number) => void): void;
}

/** Two bytes a character, each its own CID. */
export const identityCodes: CharacterCodes = {
  read(bytes, tell) {
    for (let at = 0; at + 1 < bytes.length; at += 2) tell(bytes[at]! * 256 + bytes[at + 1]!);
    // Half a character shows the glyph for missing ones.
    if (bytes.length % 2 === 1) tell(0);
  },
};

interface CodeRange {
  readonly bytes: number;
  readonly first: number;
  readonly last: number;
}

const maxRanges = 100_000;
/** Each code that is shown is looked for in all of them. */
const maxSpaces = 100;
const maxCodeBytes = 4;
/** ISO 32000-1 annex C. */
const maxCid = 65_535;

/**
 * Reads an embedded character map: its code space, and what lies in it.
 *
 * @returns null when it builds on another map, or is broken
 */
export function parseCharacterMap(bytes: Buffer): CharacterCodes | null {
  const spaces: CodeRange[] = [];
  const cids: (CodeRange & { readonly cid: number })[] = [];
  let operands: (number | CodeRange)[] = [];
  for (
    let at = skipSpace(bytes, 0, bytes.length);
    at < bytes.length;
    at = skipSpace(bytes, at, bytes.length)
  ) {
    const byte = bytes[at]!;
    if (byte === char.less && bytes[at + 1] !== char.less) {
      const end = skipValue(bytes, at, bytes.length);
      if (end < 0) return null;
      operands.push(codeOf(bytes.toString('latin1', at, end)));
      at = end;
    } else if (byte >= 48 && byte < 58) {
      const end = skipWord(bytes, at, bytes.length);
      operands.push(Number(bytes.toString('latin1', at, end)));
      at = end;
    } else {
      const isName = byte === char.slash;
      const end = Math.max(at + 1, skipWord(bytes, isName ? at + 1 : at, bytes.length));
      const word = bytes.toString('latin1', at, end);
      at = end;
      if (word === 'usecmap') return null;
      if (word === 'endcodespacerange')
        for (let i = 0; i + 1 < operands.length; i += 2) spaces.push(rangeOf(operands[i], operands[i + 1]));
      else if (word === 'endcidrange')
        for (let i = 0; i + 2 < operands.length; i += 3)
          cids.push({ ...rangeOf(operands[i], operands[i + 1]), cid: Number(operands[i + 2]) });
      else if (word === 'endcidchar')
        for (let i = 0; i + 1 < operands.length; i += 2)
          cids.push({ ...rangeOf(operands[i], operands[i]), cid: Number(operands[i + 1]) });
      if (!isName) operands = [];
      if (spaces.length + cids.length > maxRanges) return null;
    }
    if (operands.length > maxRanges) return null;
  }
  const isPastLimits = cids.some(({ first, last, cid }) => !(cid + last - first <= maxCid));
  const isSpaceOdd = spaces.length > maxSpaces || spaces.some((space) => space.bytes === 0);
  if (spaces.length === 0 || isSpaceOdd || isPastLimits) return null;
  const shortest = Math.min(...spaces.map((space) => space.bytes));
  cids.sort((a, b) => a.bytes - b.bytes || a.first - b.first);
  return {
    read(text, tell) {
      for (let at = 0; at < text.length;) {
        let code = 0;
        let length = 0;
        let found = false;
        while (!found && length < maxCodeBytes && at + length < text.length) {
          code = code * 256 + text[at + length]!;
          length += 1;
          const [value, size] = [code, length];
          found = spaces.some((space) => space.bytes === size && isInSpace(value, space));
        }
        // What is in no space shows the glyph for missing characters.
        tell(found ? cidOf(cids, code, length) : 0);
        at += found ? length : shortest;
      }
    },
  };
}

/** Each byte of a code lies between those of the space's ends. */
function isInSpace(code: number, { bytes, first, last }: CodeRange): boolean {
  for (let i = 0; i < bytes; i += 1) {
    const scale = 256 ** i;
    const [byte, low, high] = [code, first, last].map((value) => Math.floor(value / scale) % 256);
    if (byte! < low! || byte! > high!) return false;
  }
  return true;
}

function cidOf(cids: readonly (CodeRange & { readonly cid: number })[], code: number, bytes: number): number {
  let [low, high] = [0, cids.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const range = cids[middle]!;
    if (range.bytes < bytes || (range.bytes === bytes && range.first <= code)) low = middle + 1;
    else high = middle;
  }
  const range = cids[low - 1];
  return range && range.bytes === bytes && code <= range.last ? range.cid + code - range.first : 0;
}

function codeOf(hex: string): CodeRange {
  const digits = hex.replaceAll(/[^\da-fA-F]/g, '').slice(0, 2 * maxCodeBytes);
  const value = parseInt(digits, 16) || 0;
  return { bytes: Math.ceil(digits.length / 2), first: value, last: value };
}

function rangeOf(first: number | CodeRange | undefined, last: number | CodeRange | undefined): CodeRange {
  return typeof first === 'object' && typeof last === 'object'
    ? { bytes: first.bytes, first: first.first, last: last.first }
    : { bytes: 0, first: 1, last: 0 };
}
