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

/** Whether words still refer to what follows this text: no sentence ends in it. */
export function isOneBreath(gap: string): boolean {
  return !/[;!?]|\.[ \n]+[A-Z]/.test(gap);
}

/** Places where words of a pattern come close before digits. @param pattern with the flag `g` */
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

/** Whether a group goes on with a list that another group ends an item of: `12345678, 23456789 and 34567890`. */
export function goesOnWithList(text: string, groups: readonly DigitGroup[], lastAt: number): boolean {
  const [last, next] = [groups[lastAt]!, groups[lastAt + 1]];
  if (!next || next.start - last.end > 12) return false;
  return /^[ \n]*(?:,|and\b|or\b|&|\/)[ \n]*(?:and\b|or\b)?[ \n]*$/.test(text.slice(last.end, next.start));
}
