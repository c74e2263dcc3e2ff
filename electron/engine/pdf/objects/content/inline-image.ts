import { classOf, spaceClass } from '../syntax/lexer.ts';

/** Bytes after EI that must look like operators. */
const lookAhead = 12;
/** The dictionary of an inline image is short. */
const maxHeadBytes = 65_536;

/** Where an inline image's parts end: what says how it is stored, its data, and its EI; its data begin `dataStart`. */
export interface InlineImagePlace {
  readonly headEnd: number;
  readonly dataStart: number;
  readonly dataEnd: number;
  readonly end: number;
}

/**
 * Where the parts of an inline image stand (ISO 32000-1 §8.9.7). Its bytes may hold anything, so EI counts only between white space and
 * before what looks like operators.
 *
 * @param from after BI
 * @returns null when it does not end
 */
export function findInlineImage(bytes: Uint8Array, from: number, end: number): InlineImagePlace | null {
  let headEnd = from;
  const mostHead = Math.min(end - 1, from + maxHeadBytes);
  while (headEnd < mostHead && !isWordAt(bytes, headEnd, end, 0x49, 0x44)) headEnd += 1;
  if (headEnd >= mostHead) return null;
  const dataStart = headEnd + 3;
  for (let at = dataStart; at + 1 < end; at += 1)
    if (bytes[at] === 0x45 && isWordAt(bytes, at, end, 0x45, 0x49) && isFollowedByText(bytes, at + 2, end))
      return { headEnd, dataStart, dataEnd: Math.max(dataStart, at - 1), end: at + 2 };
  return null;
}

/** Whether two letters stand alone. */
function isWordAt(bytes: Uint8Array, at: number, end: number, first: number, second: number): boolean {
  return (
    bytes[at] === first &&
    bytes[at + 1] === second &&
    classOf[bytes[at - 1]!] === spaceClass &&
    (at + 2 >= end || classOf[bytes[at + 2]!] === spaceClass)
  );
}

function isFollowedByText(bytes: Uint8Array, from: number, end: number): boolean {
  for (let at = from; at < Math.min(end, from + lookAhead); at += 1) {
    const byte = bytes[at]!;
    if ((byte < 32 && classOf[byte] !== spaceClass) || byte === 0 || byte > 126) return false;
  }
  return true;
}
