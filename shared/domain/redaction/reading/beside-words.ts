import { firstIndex } from '../../first-index.ts';
import type { DigitGroup } from './digit-groups.ts';

/** A place where digits are beside words that say what they are. */
export interface BesideWords {
  readonly words: string;
  /** Where the words begin. */
  readonly start: number;
  /** The text between the words and the digits. */
  readonly gap: string;
  /** Place of the first digits among the groups. */
  readonly at: number;
}

/** Letters between words and what they speak of at most. */
export const mostGap = 40;

/** Whether words still refer to what follows this text: no sentence ends in it, as none does behind the dot of `St. Joseph`. */
export function isOneBreath(gap: string): boolean {
  return !/[;!?]|(?<!\b(?:Dr|Ft|Mt|St))\.[ \n]+[A-Z]/.test(gap);
}

/**
 * Places where words of a pattern come close before digits.
 *
 * @param pattern with the flag `g`
 */
export function besideWords(text: string, groups: readonly DigitGroup[], pattern: RegExp): BesideWords[] {
  const found: BesideWords[] = [];
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    const end = match.index + match[0].length;
    while (at < groups.length && groups[at]!.start < end) at++;
    const group = groups[at];
    if (!group || group.start - end > mostGap) continue;
    const gap = text.slice(end, group.start);
    if (isOneBreath(gap)) found.push({ words: match[0], start: match.index, gap, at });
  }
  return found;
}

/** What a text begins with between two items of a list: `, `, ` and `; empty where it does not. */
export const listJoint = (text: string): string =>
  /^[ \n]{0,4}(?:[,;/&]|and\b|or\b)[ \n]{0,4}(?:(?:and|or)\b)?[ \n]{0,4}/i.exec(text)?.[0] ?? '';

/** Whether a group goes on with a list that another group ends an item of: `12345678, 23456789 and 34567890`, `from 12345678 to 23456789`. */
export function goesOnWithList(text: string, groups: readonly DigitGroup[], lastAt: number): boolean {
  const [last, next] = [groups[lastAt]!, groups[lastAt + 1]];
  const gap = next ? text.slice(last.end, Math.min(next.start, last.end + mostGap)) : '';
  return gap !== '' && (listJoint(gap) === gap || /^[ \n]{1,3}(?:in)?to[ \n]{1,3}$/i.test(gap));
}

/**
 * What stands in columns beneath headings: in each line beneath one, until a line has nothing of it.
 *
 * @param words of headings, with the flag `g`
 * @param read what the groups of a line hold, given the places of its first and of the first behind it
 */
export function inColumns<T>(
  text: string,
  groups: readonly DigitGroup[],
  words: RegExp,
  read: (first: number, behind: number) => readonly T[],
): T[] {
  return [...text.matchAll(words)].flatMap(({ 0: heading, index }) => {
    const found: T[] = [];
    for (const line of linesBeneath(text, index + heading.length, words)) {
      const inLine = read(groupFrom(groups, line.start), groupFrom(groups, line.end));
      if (inLine.length === 0) break;
      found.push(...inLine);
    }
    return found;
  });
}

/** Letters of a table's heading and of a line of it, and its lines, at most. */
const [mostHeading, mostLine, mostLines] = [160, 240, 300];

/**
 * Lines beneath a heading, in which no digits stand: what is in a column of them is what the heading says.
 *
 * @param end where the words of the heading end
 * @param words of headings, with the flag `g`: a line that has any is none of the column
 * @returns where they begin and end; whoever reads them stops at one that has nothing of the column
 */
export function* linesBeneath(
  text: string,
  end: number,
  words: RegExp,
): Generator<{ start: number; end: number }> {
  const headingEnd = lineEnd(text, end, mostHeading);
  if (headingEnd === null || /[\d:]/.test(text.slice(end, headingEnd))) return;
  let start = headingEnd + 1;
  for (let line = 0; line < mostLines && start < text.length; line++) {
    const to = lineEnd(text, start, mostLine) ?? Math.min(text.length, start + mostLine);
    if (text.slice(start, to).search(words) !== -1) return;
    yield { start, end: to };
    start = to + 1;
  }
}

/** Where a line ends; null where it is longer, or ends with the text. */
function lineEnd(text: string, from: number, most: number): number | null {
  const at = text.slice(from, from + most).indexOf('\n');
  return at === -1 ? null : from + at;
}

/** Place of the first group that begins at or behind a place of the text; their number where none does. */
export const groupFrom = (groups: readonly DigitGroup[], place: number): number =>
  firstIndex(groups.length, (at) => groups[at]!.start >= place);
