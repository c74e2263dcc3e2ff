import type { TimeUnit } from '../../../model/time-counting.ts';
import type { Asked } from './asked.ts';
import { addMonths, dayText, type DayNumber } from './clock/day.ts';
import { clockText, momentText, type Moment } from './clock/moment.ts';
import { clockAt, readingOf } from './clock/zone.ts';

const msPerHour = 3_600_000;

/** "1 day", "48 hours". */
export function periodText(count: number, unit: TimeUnit): string {
  return `${count} ${count === 1 ? unit.slice(0, -1) : unit}`;
}

/** "21 days after Monday, January 11, 2021", "30 days before …". */
export function spanText({ request: { period }, trigger }: Asked): string {
  const from = period.unit === 'hours' ? momentText(trigger) : dayText(trigger.day);
  return `${periodText(period.count, period.unit)} ${period.direction} ${from}`;
}

/**
 * The last day of a period of days or longer units, before any rule moves it.
 *
 * @returns the day, and the day of the month that its month does not have
 */
export function lastDayOf({ request: { period }, trigger, sign }: Asked): {
  day: DayNumber;
  missing: number | null;
} {
  const count = sign * period.count;
  if (period.unit === 'months' || period.unit === 'years')
    return addMonths(trigger.day, period.unit === 'years' ? 12 * count : count);
  return { day: trigger.day + count * (period.unit === 'weeks' ? 7 : 1), missing: null };
}

/** The end of a period of days or longer units, with its remarks as a sentence adds them. */
export interface Lapsed {
  readonly end: Moment;
  readonly remarks: string;
}

/**
 * Where a last day ends. A cap ends at the hour at which its order was entered, or, where the clocks skip that hour, at what they
 * would have shown before they were put forward; any other period with its day.
 *
 * @param missing day of the month that the last month does not have
 */
export function lapse(
  { request: { period, place }, trigger }: Asked,
  day: DayNumber,
  missing: number | null,
): Lapsed {
  const short = missing === null ? '' : ` That month has no day ${missing}, so its last day is taken.`;
  if (!period.isCap || trigger.minute === null) return { end: { day, minute: null }, remarks: short };
  const { kind, at } = readingOf(day, trigger.minute, place.timezone);
  if (kind !== 'gap') return { end: { day, minute: trigger.minute }, remarks: short };
  return {
    end: clockAt(at, place.timezone),
    remarks: `${short} Clocks are put forward past ${clockText(trigger.minute)} that day.`,
  };
}

/**
 * Where a period of hours ends: real hours, whatever the clocks do in between.
 *
 * @returns the instant, in milliseconds, what the clocks show then, and whether they were changed in between
 */
export function lastMinuteOf({ request: { period, place }, trigger, sign }: Asked): {
  at: number;
  end: Moment;
  isClockChanged: boolean;
} {
  const from = readingOf(trigger.day, trigger.minute ?? 0, place.timezone).at;
  const at = from + sign * period.count * msPerHour;
  const end = clockAt(at, place.timezone);
  const onTheClock = (end.day - trigger.day) * 24 * 60 + (end.minute ?? 0) - (trigger.minute ?? 0);
  return { at, end, isClockChanged: period.count > 0 && onTheClock !== sign * period.count * 60 };
}
