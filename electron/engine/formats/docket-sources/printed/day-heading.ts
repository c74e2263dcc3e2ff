import { isoDateOf } from './printed-dates.ts';

/** Words of a date: names of days and months, long or short, and what stands behind a number. */
const wordOfDate =
  /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|jan\p{L}*|feb\p{L}*|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep\p{L}*|oct\p{L}*|nov\p{L}*|dec\p{L}*|st|nd|rd|th)$/iu;

/**
 * The day that stands alone in a row, over entries without dates of their own; null where a row says anything else.
 *
 * @param cells what its cells say
 * @example dayAlone(['Monday, March 1, 2027', '', '']) // 'Monday, March 1, 2027'
 */
export function dayAlone(cells: readonly string[]): string | null {
  const [day, ...others] = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (day === undefined || others.length > 0 || isoDateOf(day) === null) return null;
  return (day.match(/\p{L}+/gu) ?? []).every((word) => wordOfDate.test(word)) ? day : null;
}
