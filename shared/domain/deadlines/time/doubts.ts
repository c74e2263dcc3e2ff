import type { TimeResult, TimeWarning } from '../../../model/time-counting.ts';
import { closingOn, type Holiday, type Holidays } from '../holidays/index.ts';
import type { Asked } from './asked.ts';
import type { Counted } from './by-rule.ts';
import { citeOf, threeDaysCite } from './cites.ts';
import { dayText, isoOf, type DayNumber } from './clock/day.ts';
import { daysOff, type DaysOff } from './days-off.ts';
import { printMoment } from './clock/moment.ts';

interface Situation {
  readonly asked: Asked;
  readonly counted: Counted;
  readonly holidays: Holidays;
  readonly isForward: boolean;
  /** Counts again under another reading. */
  readonly count: (asked: Asked, off: DaysOff) => Counted;
}

interface Doubts {
  readonly warnings: TimeWarning[];
  readonly alternatives: TimeResult['alternatives'];
}

/**
 * Electronic service added three days from the one day to the other: amendments of 2001 and 2016 to Fed. R. Civ. P. 6 and
 * of 2002 and 2016 to Fed. R. App. P. 26(c).
 */
const ecfAddedSince = { frcp: '2001-12-01', frap: '2002-12-01', contract: '' };
const ecfAddsNothingSince = '2016-12-01';

const isAdded = ({ authority }: Holiday) => authority === 'added';
const isUnconfirmed = ({ authority, confidence }: Holiday) =>
  authority !== 'added' && confidence !== 'confirmed';

/**
 * What a result rests on that a court may see otherwise: days added by hand, holidays that are not confirmed, days the
 * President closed offices, closings of the clerk before three days are added, electronic service in former times. Each with the
 * date that would follow.
 */
export function doubtsOf(situation: Situation): Doubts {
  const { asked, counted, holidays, isForward, count } = situation;
  const { regime, service, trigger, period } = asked.request;
  const doubts: Doubts = { warnings: [], alternatives: [] };
  const end = printMoment(counted.path.at);
  const endBy = (other: Asked, off: DaysOff) => printMoment(count(other, off).path.at);
  const offer = (other: Asked, off: DaysOff, why: string, cite: string) => {
    const due = endBy(other, off);
    const known = [...counted.alternatives, ...doubts.alternatives];
    if (due !== end && !known.some((alternative) => alternative.due === due))
      doubts.alternatives.push({ due, why, cite });
  };
  const without = (isLeftOut: (holiday: Holiday) => boolean) =>
    daysOff(holidays, isForward, (holiday) => !isLeftOut(holiday));
  const passed = counted.path.passed.flatMap(({ holiday }) => holiday ?? []);
  const isDoubtful = (holiday: Holiday) => isAdded(holiday) || isUnconfirmed(holiday);
  // Days that were passed, but without which the same end is reached, are nothing to doubt.
  const isRestingOn = passed.some(isDoubtful) && endBy(asked, without(isDoubtful)) !== end;
  const doubted = isRestingOn ? passed : [];
  const [added, unconfirmed] = [doubted.filter(isAdded), doubted.filter(isUnconfirmed)];

  if (unconfirmed.length > 0) {
    const names = namesOf(unconfirmed);
    doubts.warnings.push({
      code: 'HOLIDAY_UNCONFIRMED',
      message: `This rests on ${names}, not confirmed as a legal holiday for this court. Confirm it, or keep to the other date.`,
    });
    offer(asked, without(isUnconfirmed), `If ${names} is no legal holiday.`, citeOf(regime, '(a)(6)(C)'));
  }
  if (added.length > 0) {
    const names = namesOf(added);
    doubts.warnings.push({
      code: 'CLOSING_UNSETTLED',
      message: `This rests on ${names}, which was added to the court’s calendar by hand. Confirm that the court holds it a legal holiday.`,
    });
    offer(asked, without(isAdded), `If ${names} is no legal holiday.`, citeOf(regime, '(a)(6)'));
  }
  if (added.length > 0 && unconfirmed.length > 0)
    offer(
      asked,
      without(isDoubtful),
      `If neither ${namesOf(unconfirmed)} nor ${namesOf(added)} is a legal holiday.`,
      citeOf(regime, '(a)(6)'),
    );

  const off = daysOff(holidays, isForward);
  const closing = regime === 'contract' ? null : presidentsClosing(counted.path.landings);
  if (closing) {
    doubts.warnings.push({
      code: 'CLOSING_UNSETTLED',
      message: `On ${dayText(closing.day)} the President closed federal offices (${closing.cite}). Whether it is a legal holiday under Rule ${regime === 'frap' ? '26' : '6'}(a)(6)(B) is not settled, and it was not counted as one. Confirm with the court.`,
    });
    offer(
      asked,
      (day) => off(day) ?? asClosing(day),
      `If ${closing.name} is a legal holiday.`,
      citeOf(regime, '(a)(6)(B)'),
    );
  }

  const [bare, final] = [counted.path.landings[0], counted.path.at.day];
  if (asked.addsThree && bare !== undefined && asked.closed.has(bare) && !asked.closed.has(final)) {
    const three = threeDaysCite(regime, service);
    doubts.warnings.push({
      code: 'CHECK',
      message: `The clerk’s office was inaccessible on ${dayText(bare)}, on which the period ended before three days were added. The last day is another, so nothing was extended for it.`,
    });
    offer(
      { ...asked, isClosureFirst: true },
      off,
      'If the closing extends the period before the three days are added.',
      `${citeOf(regime, '(a)(3)')}; ${three}`,
    );
  }

  if (
    service === 'ecf' &&
    trigger >= ecfAddedSince[regime] &&
    trigger < ecfAddsNothingSince &&
    mayAddThree(asked)
  ) {
    doubts.warnings.push({
      code: 'SERVICE_ADDS_NOTHING',
      message: `Electronic service adds no days since December 1, 2016. When this ${period.unit === 'hours' ? 'clock' : 'period'} began, it added three.`,
    });
    offer(
      { ...asked, addsThree: true },
      off,
      'If three days are added for electronic service, as before December 1, 2016.',
      `${threeDaysCite(regime, 'ecf')}, before its amendment of 2016`,
    );
  }
  return doubts;
}

/** Whether three days would be added, were the manner of service one that earns them. */
function mayAddThree({ request: { regime, period } }: Asked): boolean {
  return regime !== 'contract' && period.direction === 'after' && !period.isCap && isCounted(period.unit);
}

function isCounted(unit: Asked['request']['period']['unit']): boolean {
  return unit !== 'fixed' && unit !== 'fridays' && unit !== 'monday_before';
}

function namesOf(holidays: readonly Holiday[]): string {
  const names = holidays.map(({ name, state }) => (state === null ? name : `${name} (${state})`));
  return [...new Set(names)].join(' and ');
}

function presidentsClosing(landings: readonly DayNumber[]) {
  for (const day of landings) {
    const closing = closingOn(isoOf(day));
    if (closing) return { ...closing, day };
  }
  return null;
}

/** A day of the President's closing, as if it were a legal holiday. */
function asClosing(day: DayNumber): ReturnType<DaysOff> {
  const closing = closingOn(isoOf(day));
  return closing && { text: dayText(day), paragraph: '(a)(6)(B)', holiday: null };
}
