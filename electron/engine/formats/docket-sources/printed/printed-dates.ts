import { printedDate } from '../../../../../shared/domain/docket/text/printed-date.ts';

/**
 * A date as courts print it, or as other programs export it, as ISO date. Null where it is none, or no day of the calendar.
 *
 * @example isoDateOf('8/9/2021') // '2021-08-09'
 * @example isoDateOf('2021-08-09T14:01:00-05:00') // '2021-08-09'
 * @example isoDateOf('9-Aug-21') // '2021-08-09', as spreadsheets write it
 * @example isoDateOf('Monday, August 9, 2021') // '2021-08-09'
 */
export function isoDateOf(printed: string): string | null {
  const text = printed
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .trim()
    .replace(
      /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s{1,3}(?=[\dA-Za-z])/i,
      '',
    );
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?=$|[T ,])/.exec(text);
  if (iso) return calendarDay(Number(iso[1]), Number(iso[3]), Number(iso[4]));
  const us = /^[\d/-]{6,10}(?=$|[ ,T])/.exec(text);
  if (us) return printedDate(us[0]);
  const words = /^([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?=$|[ ,])/.exec(text);
  if (words) return calendarDay(Number(words[3]), monthOf(words[1]!), Number(words[2]));
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})\.?,?[ -](\d{4}|\d{2})(?=$|[ ,T])/.exec(
    text,
  );
  if (dayFirst) {
    const [, day, month, year] = dayFirst;
    return calendarDay(Number(year!.length === 2 ? `20${year}` : year), monthOf(month!), Number(day));
  }
  return null;
}

/** A wall-clock minute from a date and a printed time; null where either is none. Seconds and zone are left: it is the court's own zone. */
export function minuteOf(date: string | null, printed: string): string | null {
  const found = /^(\d{1,2}):(\d{2})(?::\d{2})?\s*(?:([AP])\.?M\b)?/i.exec(printed.trim());
  if (date === null || !found) return null;
  const [, hours, minutes, half] = found;
  const of12 = Number(hours) % 12;
  const hour = half === undefined ? Number(hours) : of12 + (half.toUpperCase() === 'P' ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59) return null;
  return `${date}T${String(hour).padStart(2, '0')}:${minutes}`;
}

/**
 * The minute of UTC of one that is printed with how far its clock is from it; null where no such offset is printed.
 *
 * @param minute on that clock
 * @param offset as printed behind it
 * @example greenwichOf('2018-04-17T17:15', '-0700') // '2018-04-18T00:15'
 * @example greenwichOf('2018-04-18T00:15', 'GMT') // '2018-04-18T00:15'
 */
export function greenwichOf(minute: string, offset: string): string | null {
  if (/^(?:Z|UTC?|GMT)$/i.test(offset)) return minute;
  const found = /^(?:(?:UTC|GMT)\s?)?([-+\u2010-\u2015\u2212])(\d{1,2})(?::?(\d{2}))?$/i.exec(offset);
  if (!found) return null;
  const [, sign, hours, minutes = '0'] = found;
  const ahead = (Number(hours) * 60 + Number(minutes)) * (sign === '+' ? 1 : -1);
  return new Date(Date.parse(`${minute}:00Z`) - ahead * 60_000).toISOString().slice(0, 16);
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** 1 to 12 from an English month's name or its first three letters; 0 where it is none. */
export function monthOf(name: string): number {
  return months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** The ISO date of a day, null where the calendar has no such day. */
export function calendarDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return null;
  return date.toISOString().slice(0, 10);
}
