/** How a table writes its days in numbers: as Americans do, with the day first, or now so and now so. */
export type DayOrder = 'month' | 'day' | 'mixed';

const numbered = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)/;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * How a table writes its days. A first number above 12 can only be a day, and a table is written by one program: where it writes one
 * day so, 03/04/2021 is in April too.
 *
 * @param texts all days of the table, as they are written
 */
export function dayOrderOf(texts: readonly string[]): DayOrder {
  const written = texts.flatMap((text) => numbered.exec(text.trim())?.slice(1, 3).map(Number) ?? []);
  const isOver12 = (place: number) => written.some((number, at) => at % 2 === place && number > 12);
  if (!isOver12(0)) return 'month';
  return isOver12(1) ? 'mixed' : 'day';
}

/** Whether a cell is meant to hold a day: “00/00/0000” and “n/a” stand for none. */
export function isGivenDay(text: string): boolean {
  return /[1-9]/.test(text);
}

/**
 * The day a load file writes, as an ISO date: 2021-01-31, 20210131, 31-Jan-2021, January 31, 2021, or 1/31/2021. The time after it is
 * left out, for no load file says of which zone it is.
 *
 * @returns null where no day is written, or it cannot be told which
 * @example givenDay('01/09/2021 3:07 PM', 'month') // '2021-01-09'
 */
export function givenDay(text: string, order: DayOrder): string | null {
  const written = text.trim();
  const iso =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(written) ??
    /^(\d{4})(\d{2})(\d{2})(?!\d)/.exec(written);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const local = numbered.exec(written);
  if (!local) return namedDay(written);
  const [one, two, year] = [Number(local[1]), Number(local[2]), Number(local[3])];
  if (order === 'mixed' && one <= 12 && two <= 12 && one !== two) return null;
  const isDayFirst = order === 'day' || (order === 'mixed' && one > 12);
  return isDayFirst ? dayOf(year, two, one) : dayOf(year, one, two);
}

function namedDay(written: string): string | null {
  const text = written.replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i, '');
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[-\s]+([a-z]{3,9})\.?[-,\s]+(\d{4})(?!\d)/i.exec(text);
  const monthFirst = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/i.exec(text);
  const [day, month, year] = dayFirst?.slice(1) ?? [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
  if (month === undefined) return null;
  return dayOf(Number(year), months.indexOf(month.slice(0, 3).toLowerCase()) + 1, Number(day));
}

function dayOf(year: number, month: number, day: number): string | null {
  const moment = new Date(Date.UTC(year, month - 1, day));
  const isDay = year >= 1900 && moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day;
  return isDay ? moment.toISOString().slice(0, 10) : null;
}
