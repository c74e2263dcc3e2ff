/** Bates numbers: a party's prefix and a zero-padded counter, one number a page, never reused. */

/** How numbers of a sequence are printed. */
export interface BatesFormat {
  readonly prefix: string;
  /** Digits they are padded to. */
  readonly digits: number;
  /** Printed after the digits, such as `-R`. */
  readonly suffix?: string;
}

export interface BatesNumber extends BatesFormat {
  readonly suffix: string;
  readonly number: number;
}

/** A run of numbers, both ends included. */
export interface NumberRange {
  readonly first: number;
  readonly last: number;
}

const prefixPattern = /^[A-Za-z][A-Za-z0-9._-]{0,19}$/;
/** More than a prefix, 10 digits and a suffix can be long: what is longer is no number, and is not looked into. */
const maxPrintedLength = 40;
/** Digits a number may have at most: beyond 15 they would no longer be exact. */
const maxDigits = 10;

/**
 * A number as printed. A number with more digits than the padding keeps them all (see `overflowsDigits`).
 *
 * @example formatBates({ prefix: 'AMZ', digits: 6 }, 123) // 'AMZ000123'
 */
export function formatBates({ prefix, digits, suffix = '' }: BatesFormat, number: number): string {
  return `${prefix}${String(number).padStart(digits, '0')}${suffix}`;
}

/**
 * Reads a printed number. Prefixes may contain digits, so the counter is the last run of 3 or more; letters after it are its suffix.
 *
 * @param known the prefix, where it is known: of SMITH2000001 nothing else tells SMITH2 from SMITH
 * @returns null when there is no such run, it has more than 10 digits, or the prefix is not one
 * @example parseBates('ABC000001-R') // { prefix: 'ABC', digits: 6, suffix: '-R', number: 1 }
 */
export function parseBates(text: string, known = ''): BatesNumber | null {
  if (text.length > maxPrintedLength || !text.startsWith(known)) return null;
  const match = /^(.*?)(\d{3,})([._-]?[A-Za-z]{1,8})?$/.exec(text.slice(known.length));
  if (!match || (known !== '' && match[1] !== '')) return null;
  const [, rest = '', run = '', suffix = ''] = match;
  const prefix = known + rest;
  const number = Number(run);
  if (!prefixPattern.test(prefix) || run.length > maxDigits || number < 1) return null;
  return { prefix, digits: run.length, suffix, number };
}

/** A range as printed, both ends included. */
export interface BatesSpan extends BatesFormat {
  readonly suffix: string;
  readonly first: number;
  readonly last: number;
}

/**
 * Reads a range as people write it, or one number alone. A prefix may contain hyphens, so every hyphen is tried as the one
 * between the two; the second number may leave the prefix out where it has as many digits as the first.
 *
 * @param known the prefix, where it is known
 * @returns null when it is no range, runs backwards, or its ends are of two sequences
 * @example parseBatesRange('AMZ000001 - AMZ000500') // { prefix: 'AMZ', digits: 6, suffix: '', first: 1, last: 500 }
 */
export function parseBatesRange(text: string, known = ''): BatesSpan | null {
  if (text.length > 2 * maxPrintedLength) return null;
  const separators = /\s*[\u2010-\u2015-]\s*|\s+to\s+|\s*:\s*/g;
  for (const { index, 0: separator } of text.matchAll(separators)) {
    const first = parseBates(text.slice(0, index).trim(), known);
    const rest = text.slice(index + separator.length).trim();
    const isBare = first !== null && /^\d+$/.test(rest) && rest.length === first.digits;
    const last = first && parseBates(isBare ? `${first.prefix}${rest}${first.suffix}` : rest, first.prefix);
    if (first && !last && parseBates(rest)) return null;
    if (!first || !last || last.prefix !== first.prefix || last.suffix !== first.suffix) continue;
    if (last.number < first.number) return null;
    const { prefix, digits, suffix } = first;
    return { prefix, digits, suffix, first: first.number, last: last.number };
  }
  const alone = parseBates(text.trim(), known);
  if (!alone) return null;
  const { prefix, digits, suffix, number } = alone;
  return { prefix, digits, suffix, first: number, last: number };
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
export function describeNumbers(format: BatesFormat, numbers: readonly number[]): string {
  return compressRanges(numbers)
    .map(({ first, last }) =>
      first === last
        ? formatBates(format, first)
        : `${formatBates(format, first)}-${formatBates(format, last)}`,
    )
    .join(', ');
}

/**
 * What of some ranges no other covers yet: for numbers that are entered twice, in one list or in several.
 *
 * @param covered ranges that do not overlap each other
 * @returns for each range, in the order given, its parts that neither `covered` nor a range before it in number has
 * @example uncoveredRanges([{ first: 1, last: 9 }], [{ first: 4, last: 5 }]) // [[{ first: 1, last: 3 }, { first: 6, last: 9 }]]
 */
export function uncoveredRanges(
  ranges: readonly NumberRange[],
  covered: readonly NumberRange[],
): NumberRange[][] {
  const inOrder = [...ranges.keys()].sort(
    (a, b) => ranges[a]!.first - ranges[b]!.first || ranges[a]!.last - ranges[b]!.last,
  );
  const taken = covered.toSorted((a, b) => a.first - b.first);
  const parts: NumberRange[][] = ranges.map(() => []);
  let at = 0;
  let next = 1;
  for (const index of inOrder) {
    const { first, last } = ranges[index]!;
    next = Math.max(next, first);
    while (next <= last) {
      while (at < taken.length && taken[at]!.last < next) at += 1;
      const hole = taken[at];
      const end = Math.min(last, (hole?.first ?? Infinity) - 1);
      if (end >= next) parts[index]!.push({ first: next, last: end });
      next = hole && hole.first <= last ? hole.last + 1 : last + 1;
    }
  }
  return parts;
}
