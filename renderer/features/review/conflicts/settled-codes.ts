import type { Codes } from '../../../../shared/model/review.ts';
import { codeFields, type CodeField } from '../coding/codes-in-words.ts';

/** Whose decision is taken in each field: a place among the sources. */
export type Choice = Readonly<Record<CodeField, number>>;

/**
 * Takes all that one source has decided. What it left open is taken from the matter's present codes, the first source: nothing that
 * somebody else decided is lost by it.
 *
 * @param sources what holds in the matter, then each reviewer's codes
 */
export function chooseAll(sources: readonly Codes[], source: number): Choice {
  return Object.fromEntries(
    codeFields.map((field) => [field, isDecided(sources[source]?.[field]) ? source : 0]),
  ) as Choice;
}

function isDecided(value: Codes[CodeField] | undefined): boolean {
  if (value === undefined || value === null || value === '') return false;
  return !Array.isArray(value) || value.length > 0;
}

/**
 * The codes that a choice makes of several reviewers' codes.
 *
 * @param sources what holds in the matter, then each reviewer's codes
 * @example settledCodes(sources, { ...chooseAll(sources, 1), privilege: 2 }) // the first reviewer's, with the second's privilege
 */
export function settledCodes(sources: readonly Codes[], choice: Choice): Codes {
  const own = codeFields.map((field) => {
    const source = sources[choice[field]] ?? sources[0];
    if (!source) throw new Error('there are no codes to choose from');
    return [field, source[field]];
  });
  return Object.fromEntries(own) as Codes;
}

/** Whether two choices are the same in every field. */
export function isSameChoice(a: Choice, b: Choice): boolean {
  return codeFields.every((field) => a[field] === b[field]);
}
