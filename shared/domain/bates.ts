/** Bates numbers: a party's prefix and a zero-padded counter, one number a page, never reused. */

export interface BatesNumber {
  readonly prefix: string;
  /** Digits it is padded to. */
  readonly digits: number;
  readonly number: number;
}

/** A run of numbers, both ends included. */
export interface NumberRange {
  readonly first: number;
  readonly last: number;
}

const prefixPattern = /^[A-Za-z][A-Za-z0-9._-]{0,19}$/;
/** Digits a number may have at most: beyond 15 they would no longer be exact. */
const maxDigits = 10;

/**
 * A number as printed. A number with more digits than the padding keeps them all (see `overflowsDigits`).
 *
 * @example formatBates({ prefix: 'AMZ', digits: 6 }, 123) // 'AMZ000123'
 */
export function formatBates({ prefix, digits }: { prefix: string; digits: number }, number: number): string {
  return `${prefix}${String(number).padStart(digits, '0')}`;
}

/**
 * Reads a printed number. Prefixes may contain digits, so the counter is the last run of 3 or more.
 *
 * @returns null when there is no such run at the end, it has more than 10 digits, or the prefix is not one
 * @example parseBates('ABC000001') // { prefix: 'ABC', digits: 6, number: 1 }
 */
export function parseBates(text: string): BatesNumber | null {
  const match = /^(.*?)(\d{3,})$/.exec(text);
  if (!match) return null;
  const [, prefix = '', run = ''] = match;
  const number = Number(run);
  if (!prefixPattern.test(prefix) || run.length > maxDigits || number < 1) return null;
  return { prefix, digits: run.length, number };
}

/** Whether numbers up to `last` no longer fit the padding, so that they would sort out of order. */
export function overflowsDigits(digits: number, last: number): boolean {
  return String(last).length > digits;
}

/**
 * The number after the greatest ever given, or `start` where that is greater. Gaps are never filled: what stands in one was
 * given once, or was skipped by someone on purpose.
 */
export function nextFreeNumber(given: Iterable<number>, start: number): number {
  let next = start;
  for (const number of given) if (number >= next) next = number + 1;
  return next;
}

/**
 * Joins numbers into runs of consecutive ones, in order.
 *
 * @example compressRanges([3, 1, 2, 7]) // [{ first: 1, last: 3 }, { first: 7, last: 7 }]
 */
export function compressRanges(numbers: Iterable<number>): NumberRange[] {
  const ranges: { first: number; last: number }[] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const open = ranges.at(-1);
    if (open && open.last + 1 === number) open.last = number;
    else ranges.push({ first: number, last: number });
  }
  return ranges;
}

/**
 * The numbers of some pages: each keeps the one it has, the others take the next free ones in order.
 *
 * @param pages the number each page has already, null where it has none
 * @example assignNumbers([5, null, null], 8) // [5, 8, 9]
 */
export function assignNumbers(pages: readonly (number | null)[], nextFree: number): number[] {
  let next = nextFree;
  return pages.map((number) => number ?? next++);
}

/**
 * A first and last number as printed, with the middle said only where it is not one run.
 *
 * @example describeNumbers({ prefix: 'AMZ', digits: 6 }, [1, 2, 9]) // 'AMZ000001-AMZ000002, AMZ000009'
 */
export function describeNumbers(
  format: { prefix: string; digits: number },
  numbers: readonly number[],
): string {
  return compressRanges(numbers)
    .map(({ first, last }) =>
      first === last
        ? formatBates(format, first)
        : `${formatBates(format, first)}-${formatBates(format, last)}`,
    )
    .join(', ');
}
