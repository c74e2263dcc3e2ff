/**
 * An instant as a person in a time zone reads it, the zone named.
 *
 * @param instant ISO 8601 in UTC
 * @param timeZone IANA zone
 * @example formatInstant('2021-01-11T17:04:00.000Z', 'America/Los_Angeles') // 'Jan 11, 2021, 9:04 AM PST'
 */
export function formatInstant(instant: string, timeZone: string): string {
  return formatOf('instant', timeZone).format(new Date(instant));
}

/**
 * An instant without its zone, for columns whose heading names the zone (`zoneName`).
 *
 * @example formatInstantShort('2021-01-11T17:04:00.000Z', 'America/Los_Angeles') // 'Jan 11, 2021, 9:04 AM'
 */
export function formatInstantShort(instant: string, timeZone: string): string {
  return formatOf('short', timeZone).format(new Date(instant));
}

/** The zone's name all the year round: 'PT' for America/Los_Angeles. */
export function zoneName(timeZone: string): string {
  const parts = formatOf('zone', timeZone).formatToParts(0);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

const units = ['bytes', 'KB', 'MB', 'GB', 'TB'] as const;

/**
 * A size in round numbers, 1 KB being 1,000 bytes.
 *
 * @example formatBytes(1_240_000) // '1.2 MB'
 */
export function formatBytes(bytes: number): string {
  if (bytes === 1) return '1 byte';
  // 999,950 bytes would round to 1,000 KB, so it counts as 1 MB.
  let unit = 0;
  let value = bytes;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1_000;
    unit += 1;
  }
  const digits = unit > 0 && value < 10 ? 1 : 0;
  return `${value.toLocaleString('en-US', { maximumFractionDigits: digits })} ${units[unit]}`;
}

/**
 * A number with the noun that agrees with it.
 *
 * @example countOf(1, 'page') // '1 page'
 * @example countOf(3, 'entry', 'entries') // '3 entries'
 */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}

const date = { year: 'numeric', month: 'short', day: 'numeric' } as const;
const time = { hour: 'numeric', minute: '2-digit' } as const;
const styles = {
  instant: { ...date, ...time, timeZoneName: 'short' },
  short: { ...date, ...time },
  zone: { timeZoneName: 'shortGeneric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Making a format is slow, and lists use the same one for every row. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(style: keyof typeof styles, timeZone: string): Intl.DateTimeFormat {
  const key = `${style} ${timeZone}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', { ...styles[style], timeZone });
  formats.set(key, format);
  return format;
}
