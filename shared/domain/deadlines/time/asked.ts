import { AppError } from '../../../errors/app-error.ts';
import type { ContractTerms, TimeRequest } from '../../../model/time-counting.ts';
import { earnsThreeDays } from './cites.ts';
import { dayNumber, type DayNumber } from './clock/day.ts';
import { parseMoment, type Moment } from './clock/moment.ts';
import { readingOf } from './clock/zone.ts';

/** A request read and found countable. */
export interface Asked {
  readonly request: TimeRequest;
  readonly trigger: Moment;
  /** 1 for a period after its event, -1 for one before. */
  readonly sign: 1 | -1;
  /** Days on which the clerk's office was inaccessible. */
  readonly closed: ReadonlySet<DayNumber>;
  /** Whether Rule 6(d), or FRAP 26(c), adds three days. */
  readonly addsThree: boolean;
  /** Whether a closing on the last day of the bare period counts before the three days are added. */
  readonly isClosureFirst: boolean;
  /** Only for regime `contract`. */
  readonly terms: ContractTerms | null;
}

/**
 * Reads a request.
 *
 * @throws INVALID_INPUT where it cannot be counted as asked
 */
export function readRequest(request: TimeRequest): Asked {
  const { period, service, regime, place, added } = request;
  const { unit, direction, isCap } = period;
  const trigger = parseMoment(request.trigger);
  // Refuses an invalid zone, whatever the period.
  readingOf(trigger.day, 0, place.timezone);
  const isNoting = isNotingDate(unit);
  if (unit === 'hours' && trigger.minute === null)
    throw refused('a period in hours runs from a minute, so the time of the event is needed');
  if (unit === 'fridays' && period.count < 1)
    throw refused('Fridays are counted from one: the first Friday after the filing');
  if (isNoting && isCap)
    throw refused('a noting date is counted from a motion and is no maximum on an order');
  if (regime === 'contract' && !request.contract)
    throw refused('counting by an agreement needs the agreement’s terms');
  if (regime === 'contract' && isNoting)
    throw refused('noting dates belong to a court’s local rules, not to an agreement');
  if (regime === 'contract' && request.contract?.isBusinessDays && unit !== 'days' && unit !== 'fixed')
    throw refused('business days are counted in days, not in hours, weeks, months or years');
  return {
    request,
    trigger,
    sign: direction === 'after' ? 1 : -1,
    closed: new Set(added.filter(({ kind }) => kind === 'closed').map(({ on }) => dayNumber(on))),
    addsThree: mayAddThree(request) && earnsThreeDays(service),
    isClosureFirst: false,
    terms: regime === 'contract' ? request.contract : null,
  };
}

/** Whether three days would be added to a period, were the manner of service one that earns them. */
export function mayAddThree({ regime, period: { unit, direction, isCap } }: TimeRequest): boolean {
  return regime !== 'contract' && direction === 'after' && !isCap && !isNotingDate(unit) && unit !== 'fixed';
}

const isNotingDate = (unit: TimeRequest['period']['unit']): boolean =>
  unit === 'fridays' || unit === 'monday_before';

function refused(summary: string): AppError {
  return new AppError('INVALID_INPUT', { summary });
}
