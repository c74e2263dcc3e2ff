const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Hours east of Greenwich of the zones RFC 5322 §4.3 names, of the others that American courts sit in, and of Europe's and
 * Japan's; any other name counts as Greenwich, as it says.
 */
const zones: Readonly<Record<string, number>> = {
  edt: -4,
  est: -5,
  cdt: -5,
  cst: -6,
  mdt: -6,
  mst: -7,
  pdt: -7,
  pst: -8,
  akdt: -8,
  akst: -9,
  hdt: -9,
  hst: -10,
  adt: -3,
  ast: -4,
  chst: 10,
  bst: 1,
  cet: 1,
  cest: 2,
  met: 1,
  mest: 2,
  jst: 9,
};

/**
 * The instant a Date header says (RFC 5322 §3.3), leniently: two-digit years, names of zones, missing weekdays and seconds,
 * ISO dates, hours without a colon (RFC 733), and the forms of C's `ctime`, of `date` and of JavaScript.
 *
 * @returns an instant in UTC; null where no date can be read
 * @example parseDate('Tue, 3 Mar 2026 9:05:00 -0500') // '2026-03-03T14:05:00.000Z'
 */
export function parseDate(raw: string): string | null {
  const text = raw
    .slice(0, 200)
    .replaceAll(/\([^()]*\)/g, ' ')
    .trim();
  const iso =
    /(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?/i.exec(
      text,
    );
  if (iso)
    return instantOf(
      +iso[1]!,
      +iso[2]!,
      +iso[3]!,
      +(iso[4] ?? 0),
      +(iso[5] ?? 0),
      +(iso[6] ?? 0),
      offsetOf(iso[7] ?? ''),
    );
  const time =
    /(\d{1,2})[:.](\d{1,2})(?:[:.](\d{1,2}))?\s*([ap]m)?/i.exec(text) ??
    /(?<=\d\s)(\d{2})(\d{2})(?=\s+(?:[a-z]{1,5}|[+-]\d{4})$)/i.exec(text);
  const clock = time ? `${text.slice(0, time.index)} ${text.slice(time.index + time[0].length)}` : text;
  const day =
    named(/\b(\d{1,2})[\s-]+([A-Za-z]{3})[A-Za-z]*\.?,?[\s-]+(\d{2,4})(?!\d)/.exec(clock)) ??
    named(
      swapped(
        /([A-Za-z]{3})[A-Za-z]*\.?\s+(\d{1,2}),?\s+(?:(?:[A-Za-z]{3,4}|[+-]\d{4})\s+)?(\d{4})/.exec(clock),
      ),
    );
  if (!day) return null;
  const month = monthOf(day[2]!);
  const hour = time ? +time[1]! : 0;
  const half = time?.[4]?.toLowerCase();
  // The year may stand last, as `date` and Twitter write it.
  const zone = /([+-]\s?\d{2,4})(?![\d:])|([+-]\d{2}:\d{2})|\b([A-Z]{1,5})(?:\s+\d{4})?\s*$/i.exec(
    time ? text.slice(time.index + time[0].length) : '',
  );
  return instantOf(
    fullYear(day[3]!),
    month,
    +day[1]!,
    half === 'pm' && hour < 12 ? hour + 12 : half === 'am' && hour === 12 ? 0 : hour,
    time ? +time[2]! : 0,
    +(time?.[3] ?? 0),
    offsetOf(zone?.[1] ?? zone?.[2] ?? zone?.[3] ?? ''),
  );
}

/** "Mar 3 2026" as day, month, year. */
function swapped(match: RegExpExecArray | null): readonly string[] | null {
  return match ? [match[0], match[2]!, match[1]!, match[3]!] : null;
}

/** From 1; 0 where there is no such month. */
function monthOf(name: string): number {
  return months.indexOf(name.toLowerCase()) + 1;
}

/** Day, month, year; null where what stands in the month's place is none, but a zone. */
function named(match: readonly string[] | null): readonly string[] | null {
  return match && monthOf(match[2]!) > 0 ? match : null;
}

/** RFC 5322 §4.3: 00 to 49 are of this century; three digits count from 1900. */
function fullYear(year: string): number {
  return year.length === 4 ? +year : +year + (year.length === 2 && +year < 50 ? 2000 : 1900);
}

/** Minutes east of Greenwich. */
function offsetOf(zone: string): number {
  const digits = /([+-])\s?(?:(\d{2})|(\d{1,2}):?(\d{2}))$/.exec(zone);
  if (digits) {
    const minutes = +(digits[2] ?? digits[3]!) * 60 + +(digits[4] ?? 0);
    return minutes > 14 * 60 ? 0 : digits[1] === '-' ? -minutes : minutes;
  }
  return (zones[zone.toLowerCase()] ?? 0) * 60;
}

function instantOf(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  offset: number,
): string | null {
  const isReal =
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= 31 &&
    hour <= 24 &&
    minute <= 59 &&
    second <= 60 &&
    year >= 1900;
  if (!isReal) return null;
  // A thirty-first of June is no date: it would silently become another day.
  if (new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day) return null;
  const at = Date.UTC(year, month - 1, day, hour, minute, Math.min(second, 59)) - offset * 60_000;
  return new Date(at).toISOString();
}
