import { plainPageRanges } from '../../../../shared/domain/page-ranges.ts';

/** The engine's own rules (shared/model/exhibits.ts), held to by the tests, without its schemas in the window. */

const pageRangesPattern = /^(\d{1,6}(\s*-\s*\d{1,6})?(\s*,\s*\d{1,6}(\s*-\s*\d{1,6})?)*)?$/;
/** Whether a text names pages, such as `3-7, 12` or `pp. 3–7`; nothing is all of them. */
export const isPageRanges = (text: string) => pageRangesPattern.test(plainPageRanges(text));
/** A scheme of labels. */
export const schemePattern = /^(A|AA|1|[A-Z]{1,6}-1)$/;
export const batesPrefixPattern = /^[A-Za-z][A-Za-z0-9._-]{0,19}$/;
export const batesSuffixPattern = /^([._-]?[A-Za-z]{1,8})?$/;
export const leastDigits = 3;
export const mostDigits = 10;
export const maxBatesNumber = 9_999_999_999;
export const maxNameLength = 200;
