/**
 * A date as courts print it, month first, as an ISO date; null where there is no such day.
 *
 * @example
 * printedDate('1/11/2021') // '2021-01-11'
 * printedDate('01/21/21') // '2021-01-21'
 * printedDate('2/30/2021') // null
 * @param text month, day and year with slashes or hyphens between them; two digits of the year stand for 1970 to 2069
 */
export function printedDate(text: string): string | null {
  const match = /^\s*(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})\s*$/.exec(text);
  if (!match) return null;
  const [month, day, printedYear] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const year = match[3]!.length === 4 ? printedYear : printedYear + (printedYear < 70 ? 2000 : 1900);
  const at = new Date(Date.UTC(year, month - 1, day));
  // A day that does not exist rolls over into another month.
  if (year < 1700 || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return null;
  return at.toISOString().slice(0, 10);
}

/**
 * A minute of the day as courts print it, as 15:20; null where there is none.
 *
 * @param text such as "3:20 PM", "08:08 AM" or "15:20"
 */
export function printedMinute(text: string): string | null {
  const match = /^\s*(\d{1,2}):(\d{2})(?::\d{2})?\s*([ap])?\.?(?:m\.?)?\s*$/i.exec(text);
  if (!match) return null;
  const [hour, minute, half] = [Number(match[1]), Number(match[2]), match[3]?.toLowerCase()];
  if (minute > 59 || hour > 23 || (half !== undefined && (hour === 0 || hour > 12))) return null;
  const inDay = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0);
  return `${String(inDay).padStart(2, '0')}:${match[2]}`;
}
