/** Words that tell how a time is counted, at the end of a name. */
const units = new Set(
  'ms msec msecs millis milliseconds us usec usecs micros microseconds s sec secs seconds unix unixtime utc gmt epoch'.split(
    ' ',
  ),
);
/** Words that a name of a time ends with, or is one of the first two of: `sent_at`, `date_sent`. */
const lastWords = new Set(
  'time timestamp stamp date datetime ts at mtime ctime atime unixtime epoch'.split(' '),
);
const firstWords = new Set('time timestamp date datetime'.split(' '));
/** A name with seconds, milliseconds or microseconds since 1970 as its value: from September 2001 on they have this many digits. */
const inJson = /"([\w.-]{1,60})"\s*:\s*("?)(\d{10}(?:\.\d{1,9})?|\d{13}|\d{16})\2(?=\s*(?:[,}\]]|$))/g;
const inXml = /\s([\w.:-]{1,60})="()(\d{10}|\d{13}|\d{16})"/g;
/** The year 2100: greater numbers are no times. */
const latestMs = 4_102_444_800_000;

/**
 * A piece of JSON or XML with dates beside the times that it counts from 1970, as exports of chats and backups of messages do: nobody can
 * read "date_sent": 1610352000000, and no search for a day finds it. The dates are in UTC and in brackets, as all that is added to a text.
 *
 * @param form how the piece is written, before characters that it writes otherwise are put in their place
 * @example withDates('{"ts": "1610352000.0002"}', 'json') // '{"ts": "1610352000.0002" [2021-01-11 08:00:00 UTC]}'
 */
export function withDates(text: string, form: 'json' | 'xml'): string {
  return text.replace(
    form === 'json' ? inJson : inXml,
    (written: string, name: string, _mark, digits: string) => {
      const date = isTimeName(name) ? dateOf(digits) : null;
      return date === null ? written : `${written} [${date}]`;
    },
  );
}

/** Whether a name says that its value is a time. @example isTimeName('creationTimestampMs') // true, as 'update' and 'parts' are not */
function isTimeName(name: string): boolean {
  const words = name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[_.:-]+/);
  while (words.length > 1 && units.has(words.at(-1)!)) words.pop();
  return lastWords.has(words.at(-1)!) || firstWords.has(words[0]!);
}

/** @param digits seconds with their fractions, or milliseconds or microseconds, by their number */
function dateOf(digits: string): string | null {
  const milliseconds =
    digits.length === 13
      ? Number(digits)
      : digits.length === 16 && !digits.includes('.')
        ? Number(digits) / 1_000
        : Number(digits) * 1_000;
  if (milliseconds > latestMs) return null;
  return `${new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
