const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Hours east of Greenwich of the zones RFC 5322 §4.3 names, of the others that American courts sit in, and of those abroad whose
 * name means one zone alone in the IANA database: IST, of India, Ireland and Israel, is not among them.
 */
const zones: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
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
  nst: -3.5,
  ndt: -2.5,
  wet: 0,
  west: 1,
  bst: 1,
  cet: 1,
  cest: 2,
  met: 1,
  mest: 2,
  eet: 2,
  eest: 3,
  msk: 3,
  sast: 2,
  hkt: 8,
  kst: 9,
  jst: 9,
  awst: 8,
  acst: 9.5,
  acdt: 10.5,
  aest: 10,
  aedt: 11,
  nzst: 12,
  nzdt: 13,
};

/** What a Date header says. */
interface StatedDate {
  /** In UTC. */
  readonly instant: string;
  /** Whether it names its zone so that it can be read; else UTC was assumed. */
  readonly hasZone: boolean;
}

/**
 * The instant a Date header says (RFC 5322 §3.3), leniently: two-digit years, names of zones, missing weekdays and seconds,
 * ISO dates, hours without a colon (RFC 733), and the forms of C's `ctime`, of `date` and of JavaScript.
 *
 * @returns an instant in UTC, which is assumed where no zone can be read; null where no date can be
 * @example parseDate('Tue, 3 Mar 2026 9:05:00 -0500') // '2026-03-03T14:05:00.000Z'
 */
export function parseDate(raw: string): string | null {
  return readDate(raw)?.instant ?? null;
}

/**
 * Whether a Date header says an instant for certain: a date, and a zone that can be read.
 *
 * @example statesZone('Tue, 3 Mar 2026 9:05:00 IST') // false: of India, Ireland or Israel
 */
export function statesZone(raw: string): boolean {
  return readDate(raw)?.hasZone ?? false;
}

function readDate(raw: string): StatedDate | null {
  const text = raw
    .slice(0, 200)
    .replaceAll(/\([^()]*\)/g, ' ')
    .trim();
  const iso =
    /(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?)?\s*([ap]m\b)?\s*([+-]\d{2}(?::?\d{2})?|[A-Z]{1,5}\b)?/i.exec(
      text,
    );
  if (iso)
    return instantOf(
      +iso[1]!,
      +iso[2]!,
      +iso[3]!,
      hourOfDay(+(iso[4] ?? 0), iso[7]),
      +(iso[5] ?? 0),
      +(iso[6] ?? 0),
      offsetOf(iso[8] ?? ''),
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
  // The year may stand last, as `date` and Twitter write it.
  const zone = /([+-]\s?\d{1,4})(?![\d:])|([+-]\d{1,2}:\d{2})|\b([A-Z]{1,5})(?:\s+\d{4})?\s*$/i.exec(
    time ? text.slice(time.index + time[0].length) : '',
  );
  return instantOf(
    fullYear(day[3]!),
    month,
    +day[1]!,
    hourOfDay(time ? +time[1]! : 0, time?.[4]),
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

/** Day, month, year; null where what stands in the month's place is no month but a zone. */
function named(match: readonly string[] | null): readonly string[] | null {
  return match && monthOf(match[2]!) > 0 ? match : null;
}

/** RFC 5322 §4.3: 00 to 49 are of this century; three digits count from 1900. */
function fullYear(year: string): number {
  return year.length === 4 ? +year : +year + (year.length === 2 && +year < 50 ? 2000 : 1900);
}

/** @param half am or pm, where the hour is one of twelve */
function hourOfDay(hour: number, half: string | undefined): number {
  if (half === undefined || hour > 12) return hour;
  return (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
}

/** Minutes east of Greenwich; null where what is written is no zone that is known. */
function offsetOf(zone: string): number | null {
  const digits = /([+-])\s?(?:(\d{1,2})|(\d{1,2}):?(\d{2}))$/.exec(zone);
  if (digits) {
    const minutes = +(digits[2] ?? digits[3]!) * 60 + +(digits[4] ?? 0);
    return minutes > 14 * 60 ? null : digits[1] === '-' ? -minutes : minutes;
  }
  const name = zone.toLowerCase();
  return Object.hasOwn(zones, name) ? zones[name]! * 60 : null;
}

function instantOf(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  offset: number | null,
): StatedDate | null {
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
  const at = Date.UTC(year, month - 1, day, hour, minute, Math.min(second, 59)) - (offset ?? 0) * 60_000;
  return { instant: new Date(at).toISOString(), hasZone: offset !== null };
}
