import type { Holidays } from '../holidays/holiday.ts';
import type { TimeRequest, TimeResult } from '../../../model/time-counting.ts';
import { readRequest, type Asked } from './asked.ts';
import { countByAgreement } from './by-agreement.ts';
import { countByRule, type Counted } from './by-rule.ts';
import { holdDateCertain } from './date-certain.ts';
import { isoOf } from './clock/day.ts';
import { daysOff, type DaysOff } from './days-off.ts';
import { doubtsOf } from './doubts.ts';
import { clockText, printMoment, type Moment } from './clock/moment.ts';
import { countNoting } from './noting.ts';
import { warningsOf } from './warnings.ts';
import { clockAt, printInstant, readingOf, startOfDay } from './clock/zone.ts';

/**
 * Counts a period and says how: Fed. R. Civ. P. 6, Fed. R. App. P. 26, an agreement's own terms, or the noting dates of an older
 * local rule. The method in force since 1 December 2009 is used for every date.
 *
 * `endsAt` is the first instant that is too late: the start of the next day in the court's zone (Rule 6(a)(4)(A)), or, where the
 * result has a minute, the instant its clock shows that minute; of two such instants the earlier.
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
  const settled = onTheClock(path.at, request);
  const steps = settled.isMoved ? withLastTo(path.steps, settled.at, path.at) : path.steps;
  const doubts = doubtsOf({ asked, counted, holidays, isForward: countsStateHolidays(request), count });
  return {
    due: isoOf(settled.at.day),
    dueAt: settled.at.minute === null ? null : printMoment(settled.at),
    timezone,
    endsAt: printInstant(settled.endsAt),
    steps,
    warnings: [...warningsOf(asked, counted, settled.isUnclear), ...doubts.warnings],
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

function count(asked: Asked, off: DaysOff): Counted {
  const { unit } = asked.request.period;
  if (unit === 'fixed') return holdDateCertain(asked, off);
  if (asked.terms) return countByAgreement(asked, asked.terms, off);
  if (unit === 'fridays' || unit === 'monday_before') return countNoting(asked, off);
  return countByRule(asked, off);
}

interface OnTheClock {
  readonly at: Moment;
  readonly endsAt: number;
  /** Whether the clocks skip the reading or show it twice. */
  readonly isUnclear: boolean;
  /** Whether the reading was skipped and another stands for it. */
  readonly isMoved: boolean;
}

/** The end as the court's clocks can show it. */
function onTheClock(at: Moment, { period, place }: TimeRequest): OnTheClock {
  if (at.minute === null)
    return { at, endsAt: startOfDay(at.day + 1, place.timezone), isUnclear: false, isMoved: false };
  const reading = readingOf(at.day, at.minute, place.timezone);
  // A date certain stays as the court printed it.
  const isMoved = reading.kind === 'gap' && period.unit !== 'fixed';
  return {
    at: isMoved ? clockAt(reading.at, place.timezone) : at,
    endsAt: reading.at,
    isUnclear: reading.kind !== 'plain',
    isMoved,
  };
}

function withLastTo(steps: TimeResult['steps'], to: Moment, skipped: Moment): TimeResult['steps'] {
  return steps.map((step, index) =>
    index < steps.length - 1
      ? step
      : {
          ...step,
          to: printMoment(to),
          why: `${step.why} Clocks are put forward past ${clockText(skipped.minute ?? 0)} that day; ${clockText(to.minute ?? 0)} is taken.`,
        },
  );
}
