/** Bates numbers: a party's prefix and a zero-padded counter, one number a page, never reused. */

/** How numbers of a sequence are printed. */
export interface BatesFormat {
  readonly prefix: string;
  /** Digits they are padded to. */
  readonly digits: number;
  /** Printed after the digits, such as `-R`. */
  readonly suffix?: string;
}

/** A number that was read. */
export interface BatesNumber extends BatesFormat {
  readonly suffix: string;
  readonly number: number;
}

/** A run of numbers, both ends included. */
export interface NumberRange {
  readonly first: number;
  readonly last: number;
}

/** Characters of a prefix at most. */
export const maxPrefixLength = 20;
/** What a prefix is: a letter, then letters, digits, points, underscores and hyphens. */
export const batesPrefixPattern = new RegExp(`^[A-Za-z][A-Za-z0-9._-]{0,${maxPrefixLength - 1}}$`);
const suffix = '[._-]?[A-Za-z]{1,8}';
/** What a suffix is, or none: letters only, so that numbers stay readable back. */
export const batesSuffixPattern = new RegExp(`^(${suffix})?$`);
/** Digits a number is padded to at least: fewer could not be told from digits of a prefix. */
export const leastBatesDigits = 3;
/** Digits a number may have at most, as the greatest number has. */
export const mostBatesDigits = 10;
/** The greatest number there is: one more could not be read back. */
export const maxBatesNumber = 9_999_999_999;
/** More than a prefix, 10 digits and a suffix can be long: what is longer is no number, and is not looked into. */
const maxPrintedLength = 40;
/** What is printed, taken apart: what comes before the last run of digits, that run, and a suffix. */
const printedPattern = new RegExp(String.raw`^(.*?)(\d{${leastBatesDigits},})(${suffix})?$`);

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
 * @param known the prefix, where it is known: in SMITH2000001 nothing else tells SMITH2 from SMITH
 * @returns null when there is no such run, it has more than 10 digits, or the prefix is not one
 * @example parseBates('ABC000001-R') // { prefix: 'ABC', digits: 6, suffix: '-R', number: 1 }
 */
export function parseBates(text: string, known = ''): BatesNumber | null {
  if (text.length > maxPrintedLength || !text.startsWith(known)) return null;
  const match = printedPattern.exec(text.slice(known.length));
  if (!match || (known !== '' && match[1] !== '')) return null;
  const [, rest = '', run = '', suffix = ''] = match;
  const prefix = known + rest;
  const number = Number(run);
  if (!batesPrefixPattern.test(prefix) || run.length > mostBatesDigits || number < 1) return null;
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
    if (!first || !last) continue;
    if (last.suffix !== first.suffix || last.number < first.number) return null;
    const { prefix, digits, suffix } = first;
    return { prefix, digits, suffix, first: first.number, last: last.number };
  }
  const alone = parseBates(text.trim(), known);
  if (!alone) return null;
  const { prefix, digits, suffix, number } = alone;
  return { prefix, digits, suffix, first: number, last: number };
}

/**
 * Whether what was read as one number looks like two in a form that `parseBatesRange` does not read: the second
 * without its first digits (AMZ0001-500), or separated by another sign (AMZ0001..AMZ0500, AMZ0001..0500). Its prefix would be
 * AMZ0001-.
 */
export function isRangeMiswritten({ prefix, digits, first, last }: BatesSpan): boolean {
  const [, letters = '', run = '', again = ''] = /^(.*?)(\d{3,})[._-]+(.*)$/.exec(prefix) ?? [];
  if (run === '' || first !== last) return false;
  if (again !== '') return again.toLowerCase() === letters.toLowerCase();
  const end = run.slice(0, -digits) + String(first).padStart(digits, '0');
  return digits <= run.length && Number(end) > Number(run);
}

/** Whether numbers up to `last` no longer fit the padding, so that they would sort out of order. */
export function overflowsDigits(digits: number, last: number): boolean {
  return String(last).length > digits;
}

/**
 * The number after the greatest ever given, or `start` where that is greater. Gaps are never filled: a number in one was
 * given once, or skipped on purpose.
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
 * A run of numbers as people read it, wherever it is shown; file names have a hyphen (`namePages`), which courts' systems accept.
 *
 * @param first as printed; null of none
 * @param last as printed; null where there is only the first
 * @returns empty for none
 * @example batesRun('AMZ000001', 'AMZ000012') // 'AMZ000001–AMZ000012'
 */
export function batesRun(first: string | null, last: string | null): string {
  if (first === null) return '';
  return last === null || last === first ? first : `${first}–${last}`;
}

/**
 * A first and last number as printed, with the middle said only where it is not one run.
 *
 * @example describeNumbers({ prefix: 'AMZ', digits: 6 }, [1, 2, 9]) // 'AMZ000001–AMZ000002, AMZ000009'
 */
export function describeNumbers(format: BatesFormat, numbers: readonly number[]): string {
  return compressRanges(numbers)
    .map(({ first, last }) => batesRun(formatBates(format, first), formatBates(format, last)))
    .join(', ');
}

/** A page's number, with the digits and suffix it was given: those of one exhibit may differ. */
export type NumberedPage = Pick<BatesNumber, 'number' | 'digits' | 'suffix'>;

/** Consecutive pages whose numbers go up by one and are printed alike. */
function pageRuns(pages: readonly NumberedPage[]): { first: NumberedPage; last: NumberedPage }[] {
  const runs: { first: NumberedPage; last: NumberedPage }[] = [];
  for (const page of pages) {
    const open = runs.at(-1);
    const { number, digits, suffix } = open?.last ?? { number: NaN, digits: 0, suffix: '' };
    if (open && page.number === number + 1 && page.digits === digits && page.suffix === suffix)
      open.last = page;
    else runs.push({ first: page, last: page });
  }
  return runs;
}

/** Whether pages have one rising run of numbers, printed alike, so that the first and the last say all of them. */
export function isOneRun(pages: readonly NumberedPage[]): boolean {
  return pageRuns(pages).length <= 1;
}

/**
 * The ends of each run of numbers as printed, in the order of the pages; of one number alone both are the same.
 *
 * @example printRuns('FW', pages) // [{ first: 'FW00000006', last: 'FW00000007' }, { first: 'FW000001', last: 'FW000005' }]
 */
export function printRuns(prefix: string, pages: readonly NumberedPage[]): { first: string; last: string }[] {
  return pageRuns(pages).map(({ first, last }) => ({
    first: formatBates({ prefix, ...first }, first.number),
    last: formatBates({ prefix, ...last }, last.number),
  }));
}

/**
 * The numbers of pages in the order of the pages, each run as it is printed.
 *
 * @example describePages('FW', pages) // 'FW00000006–FW00000007, FW000001–FW000005'
 */
export function describePages(prefix: string, pages: readonly NumberedPage[]): string {
  return printRuns(prefix, pages)
    .map(({ first, last }) => batesRun(first, last))
    .join(', ');
}

/**
 * Printed runs in the order of their numbers, those that touch or overlap as one.
 *
 * @param prefix that of all of them
 * @example joinRuns('FW', [{ first: 'FW003', last: 'FW004' }, { first: 'FW001', last: 'FW002' }]) // ['FW001–FW004']
 */
export function joinRuns(
  prefix: string,
  runs: readonly { readonly first: string; readonly last: string }[],
): string[] {
  const numberOf = (printed: string) => parseBates(printed, prefix)?.number ?? 0;
  const joined: { first: string; last: string }[] = [];
  for (const run of runs.toSorted((one, other) => numberOf(one.first) - numberOf(other.first))) {
    const open = joined.at(-1);
    if (!open || numberOf(run.first) > numberOf(open.last) + 1) joined.push({ ...run });
    else if (numberOf(run.last) > numberOf(open.last)) open.last = run.last;
  }
  return joined.map(({ first, last }) => batesRun(first, last));
}

/**
 * The numbers of pages for a file's name: a range only where it is true of all of them.
 *
 * @returns empty for none
 * @example namePages('FW', pages) // 'FW000001-FW000005', or 'FW00000006 and others to FW000005'
 */
export function namePages(prefix: string, pages: readonly NumberedPage[]): string {
  const [first, last] = [pages[0], pages.at(-1)];
  if (!first || !last) return '';
  const [from, to] = [first, last].map((page) => formatBates({ prefix, ...page }, page.number));
  if (isOneRun(pages)) return from === to ? from! : `${from}-${to}`;
  return pages.length === 2 ? `${from} and ${to}` : `${from} and others to ${to}`;
}

/** The pages of the lowest and of the highest number, wherever they are; null for none. */
export function batesEnds<Page extends { readonly number: number }>(
  pages: readonly Page[],
): { readonly lowest: Page; readonly highest: Page } | null {
  let [lowest, highest] = [pages[0], pages[0]];
  for (const page of pages) {
    if (page.number < lowest!.number) lowest = page;
    if (page.number > highest!.number) highest = page;
  }
  return lowest && highest ? { lowest, highest } : null;
}

/**
 * The lowest and the highest of numbers as printed; of what is read as no number, the first and the last.
 *
 * @param prefix that of all of them
 * @example printedEnds('FW', ['FW00000006', 'FW000001']) // { lowest: 'FW000001', highest: 'FW00000006' }
 */
export function printedEnds(
  prefix: string,
  numbers: readonly string[],
): { readonly lowest: string; readonly highest: string } | null {
  const read = numbers.map((printed) => ({ printed, number: parseBates(printed, prefix)?.number ?? NaN }));
  if (read.some(({ number }) => Number.isNaN(number)))
    return { lowest: numbers[0]!, highest: numbers.at(-1)! };
  const ends = batesEnds(read);
  return ends && { lowest: ends.lowest.printed, highest: ends.highest.printed };
}

/**
 * The parts of ranges that no other covers yet: for numbers that are entered twice, in one list or in several.
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
