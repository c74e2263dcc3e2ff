import { Temporal } from 'temporal-polyfill';
import { isEarliest } from '../../../../shared/domain/deadlines/effective-due.ts';
import { endOfDay, instantOf } from '../../../../shared/domain/deadlines/time/index.ts';
import type { CourtMoment } from '../../../../shared/model/court-time.ts';
import type { TroEvent } from '../../../../shared/model/tro.ts';
import type { ClockReading } from '../clocks/clock-state.ts';

/** Which hours the picture shows: three days around what matters now, or all of them. */
export type HoursRange = 'near' | 'whole';

/** A stretch of time on the court's clock, in milliseconds since 1970. */
export interface HoursFrame {
  readonly from: number;
  readonly to: number;
}
export interface HoursTick {
  readonly ms: number;
  /** 00:00 of a day, or another hour of it. */
  readonly isDay: boolean;
  readonly moment: CourtMoment;
}
/** A day on which no court sits. */
export interface HoursShade extends HoursFrame {
  readonly on: string;
  /** The holiday's name; null for a Saturday or Sunday. */
  readonly name: string | null;
}
/** A special day of the court's calendar. */
export interface NamedDay {
  readonly on: string;
  readonly name: string;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const nearSpanMs = 3 * dayMs;
/** Frames longer than this have days too narrow to shade. */
const mostShadedDays = 120;
const tickHours: readonly number[] = [1, 2, 3, 6, 12];
const tickDays: readonly number[] = [1, 2, 7, 14, 28, 91, 364];

/** The instant of a court moment; a day begins at its midnight. */
export function msOfMoment(moment: CourtMoment, timezone: string): number {
  return Date.parse(instantOf(moment, timezone));
}

/** Where a clock's time is drawn: a last day at the midnight that ends it, a first one at the midnight that begins it. */
export function msOfTime(moment: CourtMoment, { clock }: ClockReading, timezone: string): number {
  return moment.length === 10 && !isEarliest(clock)
    ? Date.parse(endOfDay(moment, timezone))
    : msOfMoment(moment, timezone);
}

/** The instants that a picture of these events and clocks must hold. */
export function pointsOf(
  events: readonly TroEvent[],
  clocks: readonly ClockReading[],
  timezone: string,
): readonly number[] {
  return [
    ...events.map(({ at }) => msOfMoment(at, timezone)),
    ...clocks.flatMap((reading) => [
      msOfMoment(reading.clock.triggerAt, timezone),
      ...reading.times
        .filter(({ kind }) => kind !== 'alternative')
        .map(({ at }) => msOfTime(at, reading, timezone)),
    ]),
  ];
}

/**
 * The stretch of time to draw, with some room at both ends; null where there is nothing to draw.
 *
 * @param now drawn too where it is near enough not to squeeze everything else
 * @param isRunning whether a clock runs, so that what matters is around now
 */
export function planFrame(
  points: readonly number[],
  range: HoursRange,
  now: number,
  isRunning: boolean,
): (HoursFrame & { readonly canNarrow: boolean }) | null {
  if (points.length === 0) return null;
  let first = Infinity;
  let last = -Infinity;
  for (const point of points) {
    first = Math.min(first, point);
    last = Math.max(last, point);
  }
  const reach = Math.max((last - first) / 2, dayMs);
  if (now > first - reach && now < last + reach) {
    first = Math.min(first, now);
    last = Math.max(last, now);
  }
  const canNarrow = last - first > nearSpanMs * 1.25;
  if (range === 'near' && canNarrow) {
    // Around now while that is part of the story, else its first days.
    const from = isRunning && now >= first && now <= last ? Math.max(first, now - nearSpanMs / 3) : first;
    return { from: from - nearSpanMs * 0.05, to: from + nearSpanMs, canNarrow };
  }
  const room = Math.max((last - first) * 0.05, hourMs);
  return { from: first - room, to: last + room, canNarrow };
}

/**
 * Where the scale is marked: whole hours or midnights of the court's clock, as close as their labels allow.
 *
 * @param most how many labels there is room for
 */
export function planTicks({ from, to }: HoursFrame, timezone: string, most: number): readonly HoursTick[] {
  const span = to - from;
  const hours = tickHours.find((each) => span / (each * hourMs) <= most);
  const days = tickDays.find((each) => span / (each * dayMs) <= most) ?? tickDays.at(-1) ?? 364;
  const ticks: HoursTick[] = [];
  let day = zonedOf(from, timezone).startOfDay();
  while (day.epochMilliseconds <= to) {
    const date = day.toPlainDate();
    for (const hour of hours === undefined ? [0] : range(0, 24, hours)) {
      const at = date.toPlainDateTime({ hour }).toZonedDateTime(timezone);
      // An hour that daylight saving skips would be drawn a second time.
      if (at.hour !== hour || at.epochMilliseconds < from || at.epochMilliseconds > to) continue;
      const moment = at.toPlainDateTime().toString({ smallestUnit: 'minute' });
      ticks.push({ ms: at.epochMilliseconds, isDay: hour === 0, moment });
    }
    day = date.add({ days: hours === undefined ? days : 1 }).toZonedDateTime(timezone);
  }
  return ticks;
}

/** The first and the last calendar day of a frame, for asking about holidays. */
export function daysOf({ from, to }: HoursFrame, timezone: string): { from: string; to: string } {
  return {
    from: zonedOf(from, timezone).toPlainDate().toString(),
    to: zonedOf(to, timezone).toPlainDate().toString(),
  };
}

/** Saturdays, Sundays and the days named, as stretches of the frame. None in a frame too long to tell days apart. */
export function planShades(
  frame: HoursFrame,
  timezone: string,
  named: readonly NamedDay[],
): readonly HoursShade[] {
  if (frame.to - frame.from > mostShadedDays * dayMs) return [];
  const names = new Map(named.map(({ on, name }) => [on, name]));
  const shades: HoursShade[] = [];
  let day = zonedOf(frame.from, timezone).startOfDay();
  while (day.epochMilliseconds < frame.to) {
    const next = day.add({ days: 1 }).startOfDay();
    const on = day.toPlainDate().toString();
    const name = names.get(on) ?? null;
    if (name !== null || day.dayOfWeek >= 6)
      shades.push({
        on,
        name,
        from: Math.max(day.epochMilliseconds, frame.from),
        to: Math.min(next.epochMilliseconds, frame.to),
      });
    day = next;
  }
  return shades;
}

function zonedOf(ms: number, timezone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(ms)).toZonedDateTimeISO(timezone);
}

function range(from: number, to: number, step: number): readonly number[] {
  return Array.from({ length: Math.ceil((to - from) / step) }, (_, index) => from + index * step);
}
