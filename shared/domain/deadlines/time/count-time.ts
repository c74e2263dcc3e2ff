import { circuitClerk } from '../../court-zone.ts';
import type { Holidays } from '../holidays/holiday.ts';
import type { TimeRequest, TimeResult } from '../../../model/time-counting.ts';
import { readRequest, type Asked } from './asked.ts';
import { countByAgreement } from './by-agreement.ts';
import { countByRule, type Counted } from './by-rule.ts';
import { holdDateCertain } from './date-certain.ts';
import { isoOf } from './clock/day.ts';
import { daysOff, type DaysOff } from './days-off.ts';
import { doubtsOf } from './doubts.ts';
import { lastMinuteOf } from './elapse.ts';
import { printMoment } from './clock/moment.ts';
import { endDay } from './end-day.ts';
import { countNoting } from './noting.ts';
import { warningsOf } from './warnings.ts';
import { printInstant, readingOf, startOfDay } from './clock/zone.ts';

/**
 * Counts a period and says how: Fed. R. Civ. P. 6, Fed. R. App. P. 26, an agreement's own terms, or the noting dates of an older
 * local rule. The method in force since 1 December 2009 is used for every date.
 *
 * `endsAt` is the first instant that is too late: the start of the next day in the court's zone (Rule 6(a)(4)(A)), or in that of the
 * circuit clerk who takes the paper (FRAP 26(a)(4)(B)); or, where the result has a minute, the instant its clock shows that minute:
 * of two such instants the earlier, but of hours the one they lead to.
 *
 * @param holidays of the court's states, with the days a person added: `holidaysOf(request.place.states, request.added)`
 * @throws INVALID_INPUT hours from a day without its time, an unknown zone, an agreement without terms, a result outside the years
 *   1 to 9999
 * @example
 * const period = { count: 21, unit: 'days', direction: 'after', isCap: false } as const;
 * const place = { timezone: 'America/Los_Angeles', states: ['WA'] };
 * countTime(
 *   { trigger: '2021-01-16', period, service: 'rule4_personal', regime: 'frcp', place, added: [], contract: null },
 *   holidaysOf(['WA'], []),
 * ).due; // '2021-02-08': day 21 is a Saturday
 */
export function countTime(request: TimeRequest, holidays: Holidays): TimeResult {
  const asked = readRequest(request);
  const off = daysOff(holidays, countsStateHolidays(request));
  const counted = count(asked, off);
  const { path } = counted;
  const { timezone } = request.place;
  const end = endOf(counted, asked);
  const clerk = clerkOf(asked.request);
  const doubts = doubtsOf({ asked, counted, holidays, isForward: countsStateHolidays(request), count });
  return {
    due: isoOf(path.at.day),
    dueAt: path.at.minute === null ? null : printMoment(path.at),
    timezone,
    ...(clerk && { clerk }),
    endsAt: printInstant(end.at),
    steps: path.steps,
    warnings: [...warningsOf(asked, counted, end.isUnclear), ...doubts.warnings],
    alternatives: [...counted.alternatives, ...doubts.alternatives],
  };
}

/**
 * Rule 6(a)(6)(C) counts a state's holidays only after an event. An agreement's business days leave out all legal holidays, and
 * so do a date certain's remark and LCR 7(d)(5), which moves a day onward.
 */
function countsStateHolidays({ period, regime }: TimeRequest): boolean {
  return (
    regime === 'contract' ||
    period.direction === 'after' ||
    period.unit === 'monday_before' ||
    period.unit === 'fixed'
  );
}

/** The circuit clerk by whose clock the last day ends; hours, a maximum on an order and an agreement's time have no such day. */
function clerkOf({ period, regime, place }: TimeRequest): TimeResult['clerk'] | null {
  if (place.court === undefined || period.unit === 'hours' || period.isCap || regime === 'contract')
    return null;
  return circuitClerk(place.court);
}

function count(asked: Asked, off: DaysOff): Counted {
  return endDay(countToDay(asked, off), asked);
}

function countToDay(asked: Asked, off: DaysOff): Counted {
  const { unit } = asked.request.period;
  if (unit === 'fixed') return holdDateCertain(asked, off);
  if (asked.terms) return countByAgreement(asked, asked.terms, off);
  if (unit === 'fridays' || unit === 'monday_before') return countNoting(asked, off);
  return countByRule(asked, off);
}

/** The first instant that is too late, and whether the clocks skip the reading or show it twice. */
function endOf({ path, endsAt }: Counted, asked: Asked): { at: number; isUnclear: boolean } {
  if (endsAt !== undefined) return { at: endsAt, isUnclear: false };
  const { day, minute } = path.at;
  const { period, place } = asked.request;
  if (minute === null) return { at: startOfDay(day + 1, place.timezone), isUnclear: false };
  const { at, kind } = readingOf(day, minute, place.timezone);
  if (kind !== 'plain' && period.unit === 'hours') {
    const elapsed = lastMinuteOf(asked);
    // Hours lead to an instant, of which the clocks then say less.
    if (elapsed.end.day === day && elapsed.end.minute === minute) return { at: elapsed.at, isUnclear: false };
  }
  return { at, isUnclear: kind !== 'plain' };
}
