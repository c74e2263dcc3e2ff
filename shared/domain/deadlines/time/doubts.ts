import type { TimeResult, TimeWarning } from '../../../model/time-counting.ts';
import { closingOn, type Holiday, type Holidays } from '../holidays/index.ts';
import { mayAddThree, type Asked } from './asked.ts';
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

/** What a court may see differently, and how it is counted then. */
interface Doubt {
  /** Left out where the doubts it joins are listed already. */
  readonly warning?: TimeWarning;
  readonly asked: Asked;
  readonly off: DaysOff;
  readonly why: string;
  readonly cite: string;
}

/**
 * Electronic service added three days from the first date to the second: amendments of 2001 and 2016 to Fed. R. Civ. P. 6 and
 * of 2002 and 2016 to Fed. R. App. P. 26(c).
 */
const ecfAddedSince = { frcp: '2001-12-01', frap: '2002-12-01', contract: '' };
const ecfAddsNothingSince = '2016-12-01';

/**
 * What a result rests on that a court may see differently: days added by hand, holidays that are not confirmed, days the
 * President closed offices, closings of the clerk before three days are added, electronic service in former times. Each with the
 * date that would follow.
 */
export function doubtsOf(situation: Situation): Pick<TimeResult, 'warnings' | 'alternatives'> {
  const { counted } = situation;
  const doubts = [
    ...holidayDoubts(situation),
    ...presidentDoubt(situation),
    ...closureFirstDoubt(situation),
    ...formerServiceDoubt(situation),
  ];
  const end = printMoment(counted.path.at);
  const alternatives: TimeResult['alternatives'] = [];
  for (const { asked, off, why, cite } of doubts) {
    const due = endBy(situation, asked, off);
    const known = [...counted.alternatives, ...alternatives];
    if (due !== end && !known.some((alternative) => alternative.due === due))
      alternatives.push({ due, why, cite });
  }
  return { warnings: doubts.flatMap(({ warning }) => warning ?? []), alternatives };
}

function endBy({ count }: Situation, asked: Asked, off: DaysOff): string {
  return printMoment(count(asked, off).path.at);
}

const isAdded = ({ authority }: Holiday) => authority === 'added';
const isUnconfirmed = ({ authority, confidence }: Holiday) =>
  authority !== 'added' && confidence !== 'confirmed';
const isDoubtful = (holiday: Holiday) => isAdded(holiday) || isUnconfirmed(holiday);

/** Days that were passed as holidays, added by hand or not confirmed: each kind, and both together. */
function holidayDoubts(situation: Situation): readonly Doubt[] {
  const { asked, counted, holidays, isForward } = situation;
  const { regime } = asked.request;
  const without = (isLeftOut: (holiday: Holiday) => boolean) =>
    daysOff(holidays, isForward, (holiday) => !isLeftOut(holiday));
  const passed = counted.path.passed.flatMap(({ holiday }) => holiday ?? []);
  // Days passed without effect on the end are nothing to doubt.
  if (
    !passed.some(isDoubtful) ||
    endBy(situation, asked, without(isDoubtful)) === printMoment(counted.path.at)
  )
    return [];
  const [added, unconfirmed] = [namesOf(passed.filter(isAdded)), namesOf(passed.filter(isUnconfirmed))];
  const doubts: Doubt[] = [];
  if (unconfirmed !== '')
    doubts.push({
      warning: {
        code: 'HOLIDAY_UNCONFIRMED',
        message: `This rests on ${unconfirmed}, not confirmed as a legal holiday for this court. Confirm it, or keep to the other date.`,
      },
      asked,
      off: without(isUnconfirmed),
      why: `If ${unconfirmed} is no legal holiday.`,
      cite: citeOf(regime, '(a)(6)(C)'),
    });
  if (added !== '')
    doubts.push({
      warning: {
        code: 'CLOSING_UNSETTLED',
        message: `This rests on ${added}, which was added to the court’s calendar by hand. Confirm that the court holds it a legal holiday.`,
      },
      asked,
      off: without(isAdded),
      why: `If ${added} is no legal holiday.`,
      cite: citeOf(regime, '(a)(6)'),
    });
  if (added !== '' && unconfirmed !== '')
    doubts.push({
      asked,
      off: without(isDoubtful),
      why: `If neither ${unconfirmed} nor ${added} is a legal holiday.`,
      cite: citeOf(regime, '(a)(6)'),
    });
  return doubts;
}

/** A day on which the President closed federal offices, which was counted as any other. */
function presidentDoubt({ asked, counted, holidays, isForward }: Situation): readonly Doubt[] {
  const { regime } = asked.request;
  const closing = regime === 'contract' ? null : presidentsClosing(counted.path.landings);
  if (!closing) return [];
  const off = daysOff(holidays, isForward);
  return [
    {
      warning: {
        code: 'CLOSING_UNSETTLED',
        message: `On ${dayText(closing.day)} the President closed federal offices (${closing.cite}). Whether it is a legal holiday under Rule ${regime === 'frap' ? '26' : '6'}(a)(6)(B) is not settled, and it was not counted as one. Confirm with the court.`,
      },
      asked,
      off: (day) => off(day) ?? asClosing(day),
      why: `If ${closing.name} is a legal holiday.`,
      cite: citeOf(regime, '(a)(6)(B)'),
    },
  ];
}

/** A closing of the clerk on the day a period ended before three days were added. */
function closureFirstDoubt(situation: Situation): readonly Doubt[] {
  const { asked, counted, holidays, isForward } = situation;
  const { regime, service } = asked.request;
  const [bare] = counted.path.landings;
  if (!asked.addsThree || bare === undefined || !asked.closed.has(bare)) return [];
  const off = daysOff(holidays, isForward);
  const closureFirst = { ...asked, isClosureFirst: true };
  // Where the day after three more is closed too, both readings may end alike.
  if (endBy(situation, closureFirst, off) === printMoment(counted.path.at)) return [];
  return [
    {
      warning: {
        code: 'CHECK',
        message: `The clerk’s office was inaccessible on ${dayText(bare)}, on which the period ended before three days were added. The last day is another, so nothing was extended for it.`,
      },
      asked: closureFirst,
      off,
      why: 'If the closing extends the period before the three days are added.',
      cite: `${citeOf(regime, '(a)(3)')}; ${threeDaysCite(regime, service)}`,
    },
  ];
}

/** Electronic service, while it added three days. */
function formerServiceDoubt({ asked, holidays, isForward }: Situation): readonly Doubt[] {
  const { regime, service, trigger, period } = asked.request;
  if (
    service !== 'ecf' ||
    trigger < ecfAddedSince[regime] ||
    trigger >= ecfAddsNothingSince ||
    !mayAddThree(asked.request)
  )
    return [];
  return [
    {
      warning: {
        code: 'SERVICE_ADDS_NOTHING',
        message: `Electronic service adds no days since December 1, 2016. When this ${period.unit === 'hours' ? 'clock' : 'period'} began, it added three.`,
      },
      asked: { ...asked, addsThree: true },
      off: daysOff(holidays, isForward),
      why: 'If three days are added for electronic service, as before December 1, 2016.',
      cite: `${threeDaysCite(regime, 'ecf')}, before its amendment of 2016`,
    },
  ];
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
