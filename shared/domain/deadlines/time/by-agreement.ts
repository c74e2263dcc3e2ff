import type { ContractTerms } from '../../../model/time-counting.ts';
import type { Asked } from './asked.ts';
import type { Counted } from './by-rule.ts';
import { dayText, type DayNumber } from './clock/day.ts';
import type { DayOff, DaysOff } from './days-off.ts';
import { lapse, lastDayOf, lastMinuteOf, periodText, spanText } from './elapse.ts';
import { momentText } from './clock/moment.ts';
import { Path } from './path.ts';

const maxNamed = 6;

/** Where the steps of an agreement's period are from. */
export function agreementCite({ clause }: ContractTerms): string {
  return clause === '' ? 'The agreement' : `Agreement ${clause}`;
}

/**
 * Counts as an agreement says, not by Rule 6. A last day that is not a business day stays, unless the agreement moves it; then it
 * moves on in the direction of the count.
 */
export function countByAgreement(asked: Asked, terms: ContractTerms, off: DaysOff): Counted {
  const { request, sign } = asked;
  const path = new Path(asked.trigger);
  const cite = agreementCite(terms);
  if (request.period.unit === 'hours') {
    const { end } = lastMinuteOf(asked);
    path.go('count', end, `${spanText(asked)} is ${momentText(end)}; every hour counts.`, cite);
  } else countDays(path, asked, terms, off);
  const dayOff = off(path.at.day);
  if (terms.isRolled && !request.period.isCap) path.roll(off, sign, () => cite);
  else if (dayOff)
    path.go('hold', path.at, `${dayOff.text}. The agreement does not move its last day, so it stays.`, cite);
  return { path, alternatives: [], isOnDayOff: off(path.at.day) !== null };
}

function countDays(path: Path, asked: Asked, terms: ContractTerms, off: DaysOff): void {
  const { trigger, request, sign } = asked;
  const { period } = request;
  const cite = agreementCite(terms);
  const minute = period.isCap ? trigger.minute : null;
  const isFirstCounted = terms.isFirstDayCounted && period.count > 0;
  if (!isFirstCounted)
    path.go(
      'skip',
      { day: trigger.day, minute },
      `${dayText(trigger.day)}, the day of the event, is not counted.`,
      cite,
    );
  const firstText = isFirstCounted ? ' The day of the event is the first day counted.' : '';
  if (terms.isBusinessDays) {
    const { day, left } = businessDay(asked, isFirstCounted, off);
    path.passed.push(...left);
    const { end, remarks } = lapse(asked, day, null);
    path.go(
      'count',
      end,
      `${periodText(period.count, 'days').replace(' day', ' business day')} ${period.direction} ${dayText(trigger.day)} is ${momentText(end)}; Saturdays, Sundays and legal holidays are not counted.${firstText}${holidaysText(left)}${remarks}`,
      cite,
    );
    return;
  }
  const { day, missing } = lastDayOf(asked);
  const { end, remarks } = lapse(asked, isFirstCounted ? day - sign : day, missing);
  path.go(
    'count',
    end,
    `${spanText(asked)} is ${momentText(end)}; every day counts.${firstText}${remarks}`,
    cite,
  );
}

/** The nth business day, and the days off in between. */
function businessDay(
  { trigger, request: { period }, sign }: Asked,
  isFirstCounted: boolean,
  off: DaysOff,
): { day: DayNumber; left: DayOff[] } {
  const left: DayOff[] = [];
  let day = trigger.day;
  let open = isFirstCounted && !off(day) ? 1 : 0;
  while (open < period.count) {
    day += sign;
    const dayOff = off(day);
    if (dayOff) left.push(dayOff);
    else open += 1;
  }
  return { day, left };
}

function holidaysText(left: readonly DayOff[]): string {
  const holidays = left.filter(({ holiday }) => holiday);
  if (holidays.length === 0) return '';
  const named = holidays.slice(0, maxNamed).map(({ text }) => text);
  const rest = holidays.length - named.length;
  return ` Left out: ${named.join('; ')}${rest > 0 ? `; and ${rest} more` : ''}.`;
}
