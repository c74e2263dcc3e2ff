/**
 * A calendar date in words: "Jan 11, 2021". Read as it is written, without any time zone.
 *
 * @param isoDate such as 2021-01-11
 */
export function formatDate(isoDate: string): string {
  return dateFormat.format(new Date(`${isoDate.slice(0, 10)}T00:00:00Z`));
}
const dateFormat = new Intl.DateTimeFormat('en-US', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'short',
  day: 'numeric',
});

/**
 * A text with the ISO dates in it in words, as the sources of rules have them: “read 2026-11-23”.
 *
 * @example withDatesInWords('Civil L.R. 7-3 (read 2026-11-23)') // 'Civil L.R. 7-3 (read Nov 23, 2026)'
 */
export function withDatesInWords(text: string): string {
  return text.replaceAll(/\b\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b/g, formatDate);
}

const instantFormats = new Map<string, Intl.DateTimeFormat>();

/**
 * An instant on the court's clock: "Jan 11, 2021, 3:05 PM".
 *
 * @param instant UTC, ISO 8601
 * @param timeZone the court's IANA zone
 */
export function formatInstant(instant: string, timeZone: string): string {
  let format = instantFormats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone, dateStyle: 'medium', timeStyle: 'short' });
    instantFormats.set(timeZone, format);
  }
  // Intl puts a narrow no-break space before AM and PM, which fonts and searches stumble over.
  return format.format(new Date(instant)).replaceAll('\u202f', ' ');
}
