import type { Identifier } from '../identifier.ts';
import { lastFour, readForm, type DigitGroup, type GroupedNumber } from './digit-groups.ts';

/** How cards print their numbers, by their number of digits. */
const printedForms = [
  [4, 4, 4, 4],
  [4, 6, 5],
  [4, 6, 4],
  [4, 4, 4, 4, 3],
];
const solidForms = [[16], [15], [14], [13], [19]];

/** First digits of issuers and how long their numbers are. Source: ISO/IEC 7812 and the issuers’ own guides. */
const issuers: readonly { readonly begins: RegExp; readonly lengths: readonly number[] }[] = [
  { begins: /^4/, lengths: [13, 16, 19] },
  { begins: /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] },
  { begins: /^3[47]/, lengths: [15] },
  { begins: /^(?:6011|64[4-9]|65)/, lengths: [16, 19] },
  { begins: /^(?:30[0-5]|3095|36|3[89])/, lengths: [14, 16, 19] },
  { begins: /^35(?:2[89]|[3-8])/, lengths: [16, 19] },
  { begins: /^62/, lengths: [16, 19] },
];

const cardWords =
  /\b(?:cards?|visa|master\s?card|amex|american\s{1,3}express|discover|diners|debit|credit|accounts?|accts?)\b/i;
/** Letters before a number in which a word says that it is a card's. */
const mostBefore = 60;

/** Numbers of credit and debit cards: the digits of an issuer whose last is the right check digit. */
export function cardNumbers(text: string, groups: readonly DigitGroup[]): Identifier[] {
  return groups.flatMap((group, at): Identifier[] => {
    const printed = readOne(groups, at, printedForms);
    if (printed) return [identifier(text, printed, 'certain')];
    const solid = readOne(groups, at, solidForms);
    if (!solid) return [];
    const isNamed = cardWords.test(text.slice(Math.max(0, group.start - mostBefore), group.start));
    if (isNamed) return [identifier(text, solid, 'certain')];
    // One number in ten has the right check digit, and those of addresses on the web are long.
    const isLikely =
      solid.digits.length >= 15 && !solid.isSpread && !/[/=&?#%+@]$/.test(text[group.start - 1] ?? '');
    return isLikely ? [identifier(text, solid, 'likely')] : [];
  });
}

function readOne(
  groups: readonly DigitGroup[],
  at: number,
  forms: readonly number[][],
): GroupedNumber | null {
  for (const form of forms) {
    const number = readForm(groups, at, form);
    if (number && isOneSign(number) && isIssued(number.digits) && hasCheckDigit(number.digits)) return number;
  }
  return null;
}

/** Whether the same sign separates all of a number's groups. */
function isOneSign({ seams }: GroupedNumber): boolean {
  return seams.every(({ joint }) => joint === seams[0]!.joint);
}

function isIssued(digits: string): boolean {
  return issuers.some(({ begins, lengths }) => lengths.includes(digits.length) && begins.test(digits));
}

/** The check digit of ISO/IEC 7812-1, Annex B (Luhn). */
function hasCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place]);
    const weighed = place % 2 === 0 ? digit : digit * 2;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}

function identifier(text: string, number: GroupedNumber, certainty: Identifier['certainty']): Identifier {
  const [{ start }, { end }] = [number.first, number.last];
  return { kind: 'account', start, end, keep: lastFour(text, start, end), certainty };
}
