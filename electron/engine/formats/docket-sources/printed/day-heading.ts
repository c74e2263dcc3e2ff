import { isoDateOf } from './printed-dates.ts';

/**
 * The day that stands alone in a row, over entries without dates of their own; null where a row says anything else.
 *
 * @param cells what its cells say
 * @example dayAlone(['Monday, March 1, 2027', '', '']) // 'Monday, March 1, 2027'
 */
export function dayAlone(cells: readonly string[]): string | null {
  const [day, ...others] = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return day !== undefined && others.length === 0 && isoDateOf(day) !== null ? day : null;
}
