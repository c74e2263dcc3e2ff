import type { TimeResult } from '../../../model/time-counting.ts';
import type { Asked } from './asked.ts';
import { citeOf, mannerText, threeDaysCite } from './cites.ts';
import { dayText } from './clock/day.ts';
import type { DaysOff } from './days-off.ts';
import { lapse, lastDayOf, lastMinuteOf, spanText } from './elapse.ts';
import { momentText, printMoment, type Moment } from './clock/moment.ts';
import { Path } from './path.ts';

/** A period counted to its end, and what else a court might hold about it. */
export interface Counted {
  readonly path: Path;
  readonly alternatives: TimeResult['alternatives'];
  /** Whether it stayed on a day off. */
  readonly isOnDayOff: boolean;
  /** The first instant that is too late, in milliseconds since 1970, where that is after the day's own end; else left out. */
  readonly endsAt?: number;
}

/** Counts by Fed. R. Civ. P. 6(a) and (d), or by Fed. R. App. P. 26(a) and (c). */
export function countByRule(asked: Asked, off: DaysOff): Counted {
  const { request, sign, addsThree, isClosureFirst } = asked;
  const { regime, service } = request;
  const path = new Path(asked.trigger);
  if (request.period.unit === 'hours') countHours(path, asked);
  else countDays(path, asked);
  if (request.period.isCap) {
    const isOnDayOff = off(path.at.day) !== null;
    return { path, alternatives: hold(path, asked, off), isOnDayOff };
  }
  const paragraph = lastDayParagraph(asked);
  path.roll(off, sign, (ofHoliday) =>
    citeOf(regime, ...[paragraph, sign < 0 ? '(a)(5)' : '', ofHoliday].filter(Boolean)),
  );
  if (addsThree) {
    if (isClosureFirst) passClosed(path, asked, off);
    path.go(
      'add',
      { ...path.at, day: path.at.day + 3 },
      `Three days are added for ${mannerText[service]}, after the period as it ended above.`,
      threeDaysCite(regime, service),
    );
    path.roll(off, 1, (ofHoliday) => citeOf(regime, ...[paragraph, ofHoliday].filter(Boolean)));
  }
  passClosed(path, asked, off);
  if (request.period.isDayAfter)
    path.go(
      'count',
      { ...path.at, day: path.at.day + 1 },
      `The period runs until the end of ${dayText(path.at.day)}: the first day after it is ${dayText(path.at.day + 1)}.`,
      citeOf(regime, '(a)(4)'),
    );
  return { path, alternatives: [], isOnDayOff: false };
}

function countDays(path: Path, asked: Asked): void {
  const { request, trigger } = asked;
  const { regime, period } = request;
  // A cap on an order entered at a known hour ends at the same hour.
  const minute = period.isCap ? trigger.minute : null;
  path.go(
    'skip',
    { day: trigger.day, minute },
    `${dayText(trigger.day)}, the day of the event, is not counted.`,
    citeOf(regime, '(a)(1)(A)'),
  );
  const { day, missing } = lastDayOf(asked);
  const { end, remarks } = lapse(asked, day, missing);
  path.go(
    'count',
    end,
    `${spanText(asked)} is ${momentText(end)}; Saturdays, Sundays and holidays in between count.${remarks}`,
    citeOf(regime, '(a)(1)(B)', ...(period.direction === 'before' ? ['(a)(5)'] : [])),
  );
}

function countHours(path: Path, asked: Asked): void {
  const { end, isClockChanged } = lastMinuteOf(asked);
  path.go(
    'count',
    end,
    `${spanText(asked)} is ${momentText(end)}; every hour counts${isClockChanged ? ', and because the clocks are changed in between, the clock shows another time' : ''}.`,
    citeOf(asked.request.regime, '(a)(2)(A)', '(a)(2)(B)'),
  );
}

function lastDayParagraph({ request: { period } }: Asked): string {
  return period.unit === 'hours' ? '(a)(2)(C)' : '(a)(1)(C)';
}

/**
 * Leaves a cap where it is, even on a day off and at the hour at which it began, and adds the later end that a period would have:
 * the next open day, and of days the whole of it.
 */
function hold(path: Path, asked: Asked, off: DaysOff): TimeResult['alternatives'] {
  const { regime, period } = asked.request;
  const isOfDays = period.unit !== 'hours' && period.direction === 'after';
  const dayOff = off(path.at.day);
  if (!dayOff) return isOfDays && path.at.minute !== null ? [wholeDay(path.at, regime)] : [];
  const next = nextOpen(path.at, off, asked.sign);
  const rolled = isOfDays ? { ...next, minute: null } : next;
  const cite = citeOf(regime, lastDayParagraph(asked));
  path.go(
    'hold',
    path.at,
    `${dayOff.text}. A period would go on to ${momentText(rolled)}; a maximum set on an order is not lengthened, so it ends here.`,
    period.unit !== 'hours' && regime === 'frcp' ? 'Fed. R. Civ. P. 65(b)(2)' : `${cite}, not applied`,
  );
  return [
    {
      due: printMoment(rolled),
      why: `If a court held that ${cite} applies to the maximum too${isOfDays ? ', until the end of that day' : ''}. Do not rely on it.`,
      cite,
    },
  ];
}

/** Days are counted whole, and the last one ends at midnight: whoever is bound by an order must expect that. */
function wholeDay({ day }: Moment, regime: Asked['request']['regime']): TimeResult['alternatives'][number] {
  const cite = citeOf(regime, '(a)(1)', '(a)(4)');
  return {
    due: printMoment({ day, minute: null }),
    why: `If a court held that ${cite} applies to the maximum too, until the end of that day. Do not rely on it.`,
    cite,
  };
}

function nextOpen(from: Moment, off: DaysOff, sign: 1 | -1): Moment {
  let { day } = from;
  while (off(day)) day += sign;
  return { ...from, day };
}

/**
 * Goes on to the first day on which the clerk's office is accessible and that is not a day off, where it was inaccessible on the
 * last day: always to later days, as the 2009 committee note says of periods counted backward.
 */
export function passClosed(path: Path, { request, closed }: Asked, off: DaysOff): void {
  if (!closed.has(path.at.day)) return;
  const paragraph = request.period.unit === 'hours' ? '(a)(3)(B)' : '(a)(3)(A)';
  const cite = (ofHoliday: string) => citeOf(request.regime, ...[paragraph, ofHoliday].filter(Boolean));
  for (;;) {
    const dayOff = off(path.at.day);
    if (dayOff) path.pass(dayOff, 1, cite(dayOff.paragraph));
    else if (closed.has(path.at.day))
      path.go(
        'closed',
        { ...path.at, day: path.at.day + 1 },
        `The clerk’s office was inaccessible on ${dayText(path.at.day)}: on to the next day, unless the court orders otherwise.`,
        cite(''),
      );
    else break;
  }
  path.landings.push(path.at.day);
}
