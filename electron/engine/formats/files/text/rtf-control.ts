/** A control word of Rich Text Format with its number, and where what follows it begins. */
export interface RtfControl {
  readonly word: string;
  readonly parameter: number | null;
  readonly next: number;
}

/**
 * Reads a control word (RTF 1.9.1, “RTF Syntax”): letters, a number, and a space that belongs to it.
 *
 * @param at where its first letter is, after the backslash
 */
export function rtfControl(bytes: Buffer, at: number): RtfControl {
  let end = at;
  while (end < bytes.length && end - at < 40 && isLetter(bytes[end]!)) end++;
  const word = bytes.toString('latin1', at, end);
  let numberEnd = end;
  if (bytes[numberEnd] === 0x2d) numberEnd++;
  while (numberEnd < bytes.length && numberEnd - end < 12 && isDigit(bytes[numberEnd]!)) numberEnd++;
  const parameter = numberEnd > end ? Number.parseInt(bytes.toString('latin1', end, numberEnd), 10) : null;
  return { word, parameter, next: bytes[numberEnd] === 0x20 ? numberEnd + 1 : numberEnd };
}

/** The first byte from a place on that is no plain character: a brace, a backslash, or the end. */
export function nextRtfMark(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 0x5c && bytes[at] !== 0x7b && bytes[at] !== 0x7d) at++;
  return at;
}

export function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
