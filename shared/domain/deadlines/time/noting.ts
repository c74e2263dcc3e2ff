import type { Asked } from './asked.ts';
import { passClosed, type Counted } from './by-rule.ts';
import { dayText, isoOf, weekday, type DayNumber } from './clock/day.ts';
import type { DaysOff } from './days-off.ts';
import { Path } from './path.ts';

const rule = 'W.D. Wash. LCR 7(d)';
const secondFriday = 2;
const [monday, friday] = [1, 5];

/**
 * Noting dates of the older Local Civil Rule 7(d) of the Western District of Washington: the nth Friday after filing, and the Monday
 * before the noting date for papers in opposition. The day of filing is excluded even if a Friday, 7(d)(6). A response or reply
 * that falls on a legal holiday is due on the next court day, 7(d)(5); the rule says nothing of a noting date that does.
 */
export function countNoting(asked: Asked, off: DaysOff): Counted {
  const { request, trigger } = asked;
  const { period } = request;
  const path = new Path(trigger);
  const isFriday = period.unit === 'fridays';
  // Second-Friday motions have a paragraph of their own; third and fourth Fridays, and the Monday before, share the next.
  const track = isFriday && period.count === secondFriday ? `${rule}(2)` : `${rule}(3)`;
  const [from, end] = [
    { day: trigger.day, minute: null },
    { day: notingDay(asked), minute: null },
  ];
  path.go(
    'skip',
    from,
    isFriday
      ? `${dayText(trigger.day)}, the day of the event, is not counted${weekday(trigger.day) === friday ? ', although a Friday' : ''}.`
      : `${dayText(trigger.day)} is the noting date; what is due before it is counted back from there.`,
    isFriday ? `${rule}(6)` : track,
  );
  path.go(
    'count',
    end,
    isFriday
      ? `Friday number ${period.count} ${period.direction} ${dayText(trigger.day)} is ${dayText(end.day)}.`
      : `The Monday before ${dayText(trigger.day)} is ${dayText(end.day)}.`,
    track,
  );
  path.roll(off, isFriday ? asked.sign : 1, () => `${rule}(5)`);
  const isMoved = path.at.day !== end.day;
  passClosed(path, asked, off);
  const fridays = isFriday && isMoved ? [end.day, nextOpenFriday(end.day, asked, off)] : [];
  const alternatives = fridays
    .filter((day) => day !== path.at.day)
    .map((day) => ({
      due: isoOf(day),
      why: `If the motion must be noted for a Friday: ${dayText(day)}${off(day) ? ', though a holiday' : ''}.`,
      cite: track,
    }));
  return { path, alternatives, isOnDayOff: false };
}

function notingDay({ request: { period }, trigger, sign }: Asked): DayNumber {
  if (period.unit === 'monday_before') return trigger.day - daysUntil(trigger.day, monday, -1);
  return trigger.day + sign * (daysUntil(trigger.day, friday, sign) + 7 * (period.count - 1));
}

function nextOpenFriday(from: DayNumber, { sign }: Asked, off: DaysOff): DayNumber {
  let day = from + 7 * sign;
  while (off(day)) day += 7 * sign;
  return day;
}

/** From a day to the next, or last, of a weekday: 1 to 7. */
function daysUntil(day: DayNumber, wanted: number, sign: 1 | -1): number {
  return (sign * (wanted - weekday(day)) + 7) % 7 || 7;
}
