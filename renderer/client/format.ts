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

/** The name a zone goes by in speech: "Pacific Time" for America/Los_Angeles. */
export function formatTimeZone(timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longGeneric' }).formatToParts(0);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

const sizeUnits = ['bytes', 'KB', 'MB', 'GB', 'TB'] as const;

/** A size in the largest unit that keeps it at one or more: "1.4 MB". Units of 1,024. */
export function formatBytes(sizeBytes: number): string {
  if (sizeBytes === 1) return '1 byte';
  let value = sizeBytes;
  let unit = 0;
  while (value >= 1024 && unit < sizeUnits.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const digits = unit === 0 || value >= 100 ? 0 : 1;
  return `${value.toLocaleString('en-US', { maximumFractionDigits: digits })} ${sizeUnits[unit]}`;
}

/** A count with its noun: "1 entry", "1,204 entries". */
export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}
