import type { Codes } from '../../../../shared/model/review.ts';
import { codeFields, type CodeField } from '../coding/codes-in-words.ts';

/** Whose decision is taken in each field: a place among the sources. */
export type Choice = Readonly<Record<CodeField, number>>;

/** One source for all fields. */
export function chooseAll(source: number): Choice {
  return {
    isResponsive: source,
    relevance: source,
    privilege: source,
    privilegeNote: source,
    issueIds: source,
  };
}

/**
 * The codes that a choice makes of several reviewers' codes.
 *
 * @param sources what holds in the matter, then each reviewer's codes
 * @example settledCodes([matter, alex, kim], { ...chooseAll(1), privilege: 2 }) // Alex's, with Kim's privilege
 */
export function settledCodes(sources: readonly Codes[], choice: Choice): Codes {
  const of = <F extends CodeField>(field: F): Codes[F] => {
    const source = sources[choice[field]] ?? sources[0];
    if (!source) throw new Error('there are no codes to choose from');
    return source[field];
  };
  return {
    isResponsive: of('isResponsive'),
    relevance: of('relevance'),
    privilege: of('privilege'),
    privilegeNote: of('privilegeNote'),
    issueIds: of('issueIds'),
  };
}

/** The source that all fields are taken from; null where they are taken from several. */
export function onlySourceOf(choice: Choice): number | null {
  const [first = 0, ...others] = codeFields.map((field) => choice[field]);
  return others.every((source) => source === first) ? first : null;
}
