/** Characters of the longest way to write a moment, with room to spare. */
const longest = 80;

/** A day, or a minute of it, on a wall clock: 2021-01-11 or 2021-01-11T17:00. */
export type TypedMoment = string;

export const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/**
 * Reads a day, with or without its time, as people type it: "1/11/2021 5 pm", "Jan 11, 2021 17:00", "2021-01-11T17:00",
 * "Monday, January 11, 2021 at 5:00 p.m. PST". A year of two digits is of this century; a weekday must be that of the day.
 *
 * @param today gives the year where none is typed (in November and December that of January and February is the next one, and the
 *   other way round), and what "today" and "tomorrow" are: 2021-01-11
 * @param zoneLetters letters of the wall clock's own zone, which may follow the time; those of another zone are refused
 * @returns null where it is not a day, or there is no such day or time
 * @example parseTypedMoment('1/12/21 noon', '2021-01-11') // '2021-01-12T12:00'
 */
export function parseTypedMoment(
  typed: string,
  today: string,
  zoneLetters: readonly string[] = [],
): TypedMoment | null {
  const text = typed.trim().toLowerCase().replaceAll('\u202f', ' ');
  if (text.length > longest) return null;
  const day = readDay(text, today);
  if (day === null) return null;
  const rest = text.slice(day.length).replace(/^(?:\s*,\s*|\s*t(?=\d)|\s+at\s+|\s+|$)/, '');
  // Words that run on from the day belong to no time: "1/11/20215".
  if (rest === text.slice(day.length) && rest !== '') return null;
  const time = readTime(withoutZone(rest, zoneLetters));
  if (time === null) return null;
  return time === '' ? day.iso : `${day.iso}T${time}`;
}

/**
 * A moment as one would type it.
 *
 * @example writeTypedMoment('2021-01-11T17:00') // '1/11/2021 5:00 pm'
 */
export function writeTypedMoment(moment: TypedMoment): string {
  const [year, month, day] = moment.slice(0, 10).split('-').map(Number);
  const date = `${month}/${day}/${year}`;
  if (moment.length === 10) return date;
  const [hour = 0, minute = 0] = moment.slice(11, 16).split(':').map(Number);
  return `${date} ${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'am' : 'pm'}`;
}

function readDay(text: string, today: string): { iso: string; length: number } | null {
  const named = /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/.exec(text);
  const day = readDate(text.slice(named?.[0].length ?? 0), today);
  // One of the two is mistyped, and nobody can tell which.
  if (day && named && weekdays[new Date(day.iso).getUTCDay()] !== named[1]) return null;
  return day && { ...day, length: day.length + (named?.[0].length ?? 0) };
}

function readDate(rest: string, today: string): { iso: string; length: number } | null {
  const relative = /^(today|tomorrow)\b/.exec(rest);
  if (relative) {
    const date = new Date(`${today}T00:00:00Z`);
    if (relative[1] === 'tomorrow') date.setUTCDate(date.getUTCDate() + 1);
    return { iso: date.toISOString().slice(0, 10), length: relative[0].length };
  }
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(rest);
  const slashed = /^(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?(?!\d)/.exec(rest);
  const named =
    /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:(?:,\s*|\s+)((?:19|20)\d{2})(?!\d))?(?![\d:])/.exec(rest);
  const parts = iso
    ? { match: iso, year: iso[1], month: Number(iso[2]), day: iso[3] }
    : slashed
      ? { match: slashed, year: slashed[3], month: Number(slashed[1]), day: slashed[2] }
      : named
        ? { match: named, year: named[3], month: monthNamed(named[1] ?? ''), day: named[2] }
        : null;
  if (!parts) return null;
  const year = parts.year === undefined ? yearNear(today, parts.month) : parts.year.padStart(4, '20');
  const written = `${year}-${String(parts.month).padStart(2, '0')}-${String(parts.day).padStart(2, '0')}`;
  const date = new Date(`${written}T00:00:00Z`);
  // February 30 would be read as a day of March.
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== written) return null;
  return { iso: written, length: parts.match[0].length };
}

/** The year of a month that is typed without one: that of today, but around its turn January is of the next and December of the last. */
function yearNear(today: string, month: number): string {
  const [year, current] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const turned = current >= 11 && month <= 2 ? 1 : current <= 2 && month >= 11 ? -1 : 0;
  return String(year + turned);
}

/** The month a word names, from 1; 0 where it names none: "jan", "sept", "january". @param name in small letters */
export function monthNamed(name: string): number {
  const start = name === 'sept' ? 'sep' : name;
  return start.length < 3 ? 0 : monthNames.findIndex((month) => month.startsWith(start)) + 1;
}

function withoutZone(text: string, zoneLetters: readonly string[]): string {
  const zone = zoneLetters.find((letters) => text.endsWith(` ${letters.toLowerCase()}`));
  return zone === undefined ? text : text.slice(0, -zone.length - 1);
}

/** The time typed, as 17:00; empty where none was; null where it is invalid. */
function readTime(text: string): string | null {
  const bare = text.replace(/^at\s+/, '').trim();
  if (bare === '') return '';
  if (bare === 'noon') return '12:00';
  if (bare === 'midnight') return '00:00';
  const match = /^(\d{1,2})(?:[:.]?([0-5]\d))?(?::\d{2})?\s*(?:([ap])\.?\s*m?\.?)?(?:\s*sharp)?$/.exec(bare);
  if (!match) return null;
  const [, typedHour, minute = '00', half] = match;
  let hour = Number(typedHour);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half === 'p' ? 12 : 0);
    // "5" alone may be morning or evening: an hour needs am or pm, or its minutes.
  } else if (match[2] === undefined || hour > 23) return null;
  return `${String(hour).padStart(2, '0')}:${minute}`;
}
