import type { PlacedWord } from '../../../pdf/layout/index.ts';
import type { PrintedLine } from './printed-lines.ts';

/**
 * Lines that a browser broke because they were full are one: a line ends for good where the first word of the next would still
 * have fit after it, where the look of the type changes, or over a gap.
 *
 * @param lines from the top down, of one column
 * @param edgeFor right edge of the column that a line met, in points; `-Infinity` where the next is known to go on with it, `Infinity`
 *   where the next is known to begin a new one
 */
export function wholeLines(
  lines: readonly PrintedLine[],
  edgeFor: (before: PrintedLine, line: PrintedLine) => number,
): PrintedLine[][] {
  const whole: PrintedLine[][] = [];
  for (const line of lines) {
    const before = whole.at(-1)?.at(-1);
    if (before && isOfOneBlock(before, line) && isFull(before, line, edgeFor(before, line)))
      whole.at(-1)!.push(line);
    else whole.push([line]);
  }
  return whole;
}

/** Room of a space, in ems, and what an edge may be off by, in points. */
const space = 0.25;
const slack = 2;
/** Where lines fill at least this part of the room a column may have, the longest shows where it ends. */
const wellFilled = 0.7;
/** A gap to the line before, in ems, from which a line was left empty between them. */
const emptyLine = 1.9;

/**
 * The right edge of a column, in points.
 *
 * @param lines in it
 * @param start its left edge
 * @param most where it ends at most
 */
export function edgeOf(lines: readonly PrintedLine[], start: number, most: number): number {
  const longest = lines.reduce((right, line) => Math.max(right, line.right), start);
  return longest - start >= (most - start) * wellFilled ? Math.min(longest, most) : most;
}

/** Whether a line's words all look alike to those of the line before it, with no empty line between. */
export function isOfOneBlock(before: PrintedLine, line: PrintedLine): boolean {
  const [first, last, next] = [before.words[0]!, before.words.at(-1)!, line.words[0]!];
  if (isOtherLook(first, next) || isOtherLook(last, next)) return false;
  // A role underlined over a name.
  if (first.href === null && next.href === null && first.isUnderlined !== next.isUnderlined) return false;
  return isRightBelow(before, line);
}

/** Whether no line was left empty between two, as far as they stand on one page. */
export function isRightBelow(before: PrintedLine, line: PrintedLine): boolean {
  return before.page !== line.page || line.y - before.y <= line.size * emptyLine;
}

/** Whether a line had no room for the first word of the next. */
function isFull(before: PrintedLine, line: PrintedLine, edge: number): boolean {
  return before.right + before.size * space + wordWidth(line) > edge + slack;
}

/** The width of a line's first word with what is glued to it, in points. */
export function wordWidth({ words }: PrintedLine): number {
  let right = words[0]!.right;
  for (const word of words.slice(1)) {
    if (!word.isGlued) break;
    right = word.right;
  }
  return right - words[0]!.left;
}

function isOtherLook(one: PlacedWord, other: PlacedWord): boolean {
  return one.isBold !== other.isBold || one.isItalic !== other.isItalic;
}

/** Lines as the one line they were before they were broken, in HTML. */
export function htmlOf(lines: readonly PrintedLine[]): string {
  let html = '';
  let run: { style: PlacedWord; text: string } | null = null;
  const close = (): void => {
    if (run) html += tagged(run.style, escaped(run.text));
    run = null;
  };
  let before: PlacedWord | null = null;
  for (const { words } of lines)
    for (const [at, word] of words.entries()) {
      const gap = before === null || (at === 0 ? isBrokenWord(before, word) : word.isGlued) ? '' : ' ';
      if (run && isSameStyle(run.style, word)) run.text += gap + word.text;
      else {
        close();
        html += gap;
        run = { style: word, text: word.text };
      }
      before = word;
    }
  close();
  return html;
}

/** Whether a line ends where browsers break words: behind a hyphen. No line of an address or a head does so otherwise. */
export function endsInHyphen({ words }: PrintedLine): boolean {
  return brokenWord.test(words.at(-1)!.text);
}

const brokenWord = /[\p{L}\p{N}]-$/u;

/** Browsers break a line after a hyphen within a word, and nothing then stands between its parts. */
function isBrokenWord({ text }: PlacedWord, { text: next }: PlacedWord): boolean {
  return brokenWord.test(text) && /^[\p{L}\p{N}]/u.test(next);
}

function isSameStyle(one: PlacedWord, other: PlacedWord): boolean {
  return one.href === other.href && one.isUnderlined === other.isUnderlined && !isOtherLook(one, other);
}

function tagged({ href, isBold, isItalic, isUnderlined }: PlacedWord, html: string): string {
  let tagged = html;
  if (href !== null) tagged = `<a href="${escaped(addressOf(href))}">${tagged}</a>`;
  else if (isUnderlined) tagged = `<u>${tagged}</u>`;
  if (isItalic) tagged = `<i>${tagged}</i>`;
  return isBold ? `<b>${tagged}</b>` : tagged;
}

/** A page that was saved and then printed leads to the disk where it led to its court: what is left is the path on the court's server. */
function addressOf(href: string): string {
  return href.replace(/^file:\/\/(?:\/[A-Za-z](?::|%3A))?(?=\/(?:docs?1|cgi-bin)\/)/i, '');
}

/** A row of a table in HTML. @param cells in HTML */
export function rowOfCells(cells: readonly string[]): string {
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

/** Text as it stands in HTML. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
