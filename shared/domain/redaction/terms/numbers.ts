import { foldWithSources } from '../../search/fold-text.ts';
import { letter } from './words.ts';

/** Digits that a number has at least to be found however it is grouped. */
export const leastDigits = 5;
/** Between the digits of a number: nothing, or what groups them. */
export const betweenDigits = String.raw`[\s\p{Pd}_.()/\u00b7\u2212]{0,6}`;
/** What stands before a telephone number of ten digits that is dialed from abroad. */
const countryCode = '1';
const dialedDigits = 10;
const number = /^[\s\p{Pd}_.()/+]*\d[\d\s\p{Pd}_.()/]*$/u;

/** The digits of a number, with what groups them left out; none of anything else. */
export function digitsOf(term: string): string[] {
  const folded = foldWithSources(term).text;
  return number.test(folded) ? Array.from(folded.matchAll(/\d/g), ([digit]) => digit) : [];
}

/** A number however it is grouped; one of a telephone with the code of its country or without. */
export function numberSource(digits: readonly string[]): string {
  const hasCode = digits.length === dialedDigits + 1 && digits[0] === countryCode;
  const own = digits.slice(hasCode ? 1 : 0).join(betweenDigits);
  const before =
    digits.length === dialedDigits
      ? String.raw`(?:(?<!\p{N})|(?<=(?<!${letter})${countryCode}))`
      : String.raw`(?<!\p{N})`;
  return `${before}${hasCode ? `(?:${countryCode}${betweenDigits})?` : ''}${own}(?!\\p{N})`;
}
