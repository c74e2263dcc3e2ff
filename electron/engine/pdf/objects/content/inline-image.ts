import { classOf, spaceClass } from '../syntax/lexer.ts';

/** Bytes after EI that must look like operators. */
const lookAhead = 12;
/** The dictionary of an inline image is short. */
const maxHeadBytes = 65_536;

/**
 * The position after an inline image's EI (ISO 32000-1 §8.9.7). Its bytes may hold anything, so EI counts only between white space and
 * before what looks like operators.
 *
 * @param from after BI
 * @returns -1 when it does not end
 */
export function skipInlineImage(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  const headEnd = Math.min(end - 1, from + maxHeadBytes);
  while (at < headEnd && !isWordAt(bytes, at, end, 0x49, 0x44)) at += 1;
  if (at >= headEnd) return -1;
  for (at += 3; at + 1 < end; at += 1)
    if (bytes[at] === 0x45 && isWordAt(bytes, at, end, 0x45, 0x49) && isFollowedByText(bytes, at + 2, end))
      return at + 2;
  return -1;
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
