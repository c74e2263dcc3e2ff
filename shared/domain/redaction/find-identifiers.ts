import type { Identifier } from './identifier.ts';
import { accountNumbers } from './reading/account-numbers.ts';
import { birthDates } from './reading/birth-dates.ts';
import { cardNumbers } from './reading/card-numbers.ts';
import { digitGroups, evenText } from './reading/digit-groups.ts';
import { ibans } from './reading/ibans.ts';
import { nationalNumbers } from './reading/national-numbers.ts';
import { papers } from './reading/papers.ts';
import { wordsApart } from './words-apart.ts';

/**
 * Finds the personal identifiers of Fed. R. Civ. P. 5.2(a) in a page's text that a rule can find: social-security and
 * taxpayer numbers, dates of birth, numbers of cards and accounts; and of passports and driver's licenses, which local rules
 * add, of aliens, of Medicare, of patients and members of health plans, and of vehicles. They may be broken over spaces, dashes, dots and line ends. Names of minors cannot be found by a rule, nor digits that
 * were misread or that lack the words that say what they are. Takes time in proportion to the text.
 *
 * @param text of one page, as it is read from a file
 * @returns in order of place; none is within another
 * @example findIdentifiers('SSN: 219-09-9999') // [{ kind: 'ssn', start: 5, end: 16, keep: { start: 12, end: 16 }, certainty: 'certain' }]
 */
export function findIdentifiers(text: string): Identifier[] {
  const apart = wordsApart(text);
  if (!apart) return withoutOverlaps(identifiersIn(text));
  const { sources } = apart;
  const moved = <T extends Pick<Identifier, 'start' | 'end'>>(part: T): T => ({
    ...part,
    start: sources[part.start]!,
    end: sources[part.end]!,
  });
  return withoutOverlaps([
    ...identifiersIn(text),
    ...identifiersIn(apart.text).map((one) => ({ ...moved(one), keep: one.keep && moved(one.keep) })),
  ]);
}

function identifiersIn(text: string): Identifier[] {
  const even = evenText(text);
  const groups = digitGroups(even);
  if (groups.length === 0) return [];
  return [
    ...nationalNumbers(even, groups),
    ...birthDates(even),
    ...ibans(even),
    ...cardNumbers(even, groups),
    ...papers(even),
    ...accountNumbers(even, groups),
  ];
}

/** Where several claim the same digits, what is certain stays, then what is longer, then what is looked for first. */
function withoutOverlaps(found: readonly Identifier[]): Identifier[] {
  const kept: Identifier[] = [];
  const inOrder = found.toSorted((one, other) => one.start - other.start);
  for (const one of inOrder) {
    const last = kept.at(-1);
    if (!last || last.end <= one.start) kept.push(one);
    else if (isBetter(one, last)) kept[kept.length - 1] = one;
  }
  return kept;
}

function isBetter(one: Identifier, other: Identifier): boolean {
  if (one.certainty !== other.certainty) return one.certainty === 'certain';
  return one.end - one.start > other.end - other.start;
}
