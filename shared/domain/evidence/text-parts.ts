/** Characters of one part of a text that has no pages. */
export const partCharacters = 20_000;

/**
 * Cuts a text into parts at line ends; a line longer than a part is cut at a space, or anywhere where there is none.
 *
 * @example splitParts('one\ntwo\n', 4) // ['one\n', 'two\n']
 */
export function splitParts(text: string, max = partCharacters): string[] {
  const parts: string[] = [];
  let start = 0;
  while (text.length - start > max) {
    const end = cutBefore(text, start, start + max);
    parts.push(text.slice(start, end));
    start = end;
  }
  if (start < text.length || parts.length === 0) parts.push(text.slice(start));
  return parts;
}

function cutBefore(text: string, start: number, end: number): number {
  const line = text.lastIndexOf('\n', end - 1);
  if (line > start) return line + 1;
  const space = text.lastIndexOf(' ', end - 1);
  if (space > start) return space + 1;
  // Never between the halves of a character.
  const isHalf = /[\ud800-\udbff]/.test(text[end - 1]!);
  return isHalf && end - 1 > start ? end - 1 : end;
}
