import { Temporal } from 'temporal-polyfill';
import type { Holiday } from './holiday.ts';
import type { DayRule, HolidayRow, Observance } from './holiday-row.ts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const saturday = 6;
const sunday = 7;

/**
 * Easter Sunday of a year in the Gregorian calendar.
 *
 * @example easterSunday(2024).toString() // '2024-03-31'
 * @see the anonymous algorithm, as in Meeus, Astronomical Algorithms, ch. 8
 */
export function easterSunday(year: number): Temporal.PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const sunCorrection = century - Math.floor(century / 4);
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + sunCorrection - moonCorrection + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const dayOfYear = epact + toSunday - 7 * late + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(dayOfYear / 31), day: (dayOfYear % 31) + 1 });
}

function nthWeekday(year: number, [nth, weekday, month]: readonly string[]): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month: months.indexOf(month!) + 1, day: 1 });
  const toWeekday = (weekdays.indexOf(weekday!) + 1 - first.dayOfWeek + 7) % 7;
  if (nth !== 'last') return first.add({ days: toWeekday + 7 * (Number(nth) - 1) });
  const fifth = first.add({ days: toWeekday + 28 });
  return fifth.month === first.month ? fifth : fifth.subtract({ days: 7 });
}

/**
 * The day of a year that a statute's words name.
 *
 * @example dayOfRule('fri after 4 thu nov', 2024).toString() // '2024-11-29'
 */
export function dayOfRule(rule: DayRule, year: number): Temporal.PlainDate {
  if (rule.startsWith('easter')) return easterSunday(year).add({ days: Number(rule.slice('easter'.length)) });
  const words = rule.split(' ');
  if (words[1] === 'after' || words[1] === 'before') {
    const anchor = dayOfRule(words.slice(2).join(' ') as DayRule, year);
    const toWeekday = (weekdays.indexOf(words[0]!) + 1 - anchor.dayOfWeek + 7) % 7;
    if (words[1] === 'before') return anchor.subtract({ days: 7 - toWeekday });
    return anchor.add({ days: toWeekday === 0 ? 7 : toWeekday });
  }
  if (words.length === 3) return nthWeekday(year, words);
  return Temporal.PlainDate.from({ year, month: months.indexOf(words[0]!) + 1, day: Number(words[1]) });
}

/** Days from a Saturday, and from a Sunday, to the day that is kept for it; 0 where none is. */
const moves: Readonly<Record<Observance, readonly [number, number]>> = {
  'fri-mon': [-1, 1],
  mon: [0, 1],
  'mon-mon': [2, 1],
  fri: [-1, 0],
  none: [0, 0],
};

/** A day that a row makes a holiday. */
export interface RowDay {
  readonly on: string;
  /** The row's, with "(observed)" where this is the day kept for a weekend's. */
  readonly name: string;
  readonly confidence: Holiday['confidence'];
  readonly row: HolidayRow;
}

function isLaw(row: HolidayRow, on: string, year: number): boolean {
  if (row.every && year % row.every[0] !== row.every[1]) return false;
  return (!row.from || on >= row.from) && (!row.to || on.slice(0, row.to.length) <= row.to);
}

/**
 * The days of a year that rows make holidays, those kept for a weekend's holiday included; in the rows' order. A weekend's own
 * day is there beside the day that is kept for it. A holiday on Saturday 1 January may be kept in the year before.
 *
 * @example daysOfRows([{ name: 'Independence Day', on: 'jul 4', observed: 'fri-mon', … }], 2026) // 2026-07-04 and 2026-07-03
 */
export function daysOfRows(rows: readonly HolidayRow[], year: number): RowDay[] {
  const days: RowDay[] = [];
  for (const row of rows) {
    const { name, confidence = 'confirmed', keptConfidence = confidence, observed = 'none' } = row;
    for (const lawYear of [year - 1, year, year + 1]) {
      const day = dayOfRule(row.on, lawYear);
      if (!isLaw(row, day.toString(), lawYear)) continue;
      if (lawYear === year) days.push({ on: day.toString(), name, confidence, row });
      if (day.dayOfWeek < saturday) continue;
      const move = moves[observed][day.dayOfWeek === sunday ? 1 : 0];
      const kept = day.add({ days: move });
      if (move !== 0 && kept.year === year)
        days.push({ on: kept.toString(), name: `${name} (observed)`, confidence: keptConfidence, row });
    }
  }
  return days;
}
