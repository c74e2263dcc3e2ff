import { juneteenthLaw } from '../holidays/federal.ts';
import type { Holiday, Holidays } from '../holidays/holiday.ts';
import { dayText, isoOf, weekday, type DayNumber } from './clock/day.ts';

/** A day on which no period ends. */
export interface DayOff {
  /** "Saturday, January 16, 2021", "Monday, September 6, 2021 is Labor Day (federal holiday, 5 U.S.C. § 6103(a))". */
  readonly text: string;
  /** The paragraph of Rule 6(a)(6), the same in FRAP 26(a)(6), that makes it one; empty for the weekend. */
  readonly paragraph: string;
  readonly holiday: Holiday | null;
}

/** Why a day is off; null for a day on which a period may end. */
export type DaysOff = (day: DayNumber) => DayOff | null;

const [sunday, monday, saturday] = [0, 1, 6];

/**
 * Saturdays, Sundays and the legal holidays of one direction.
 *
 * @param isForward whether the period is measured after an event: only then do a state's holidays count, Rule 6(a)(6)(C)
 * @param isCounted leaves a holiday out where it says no
 */
export function daysOff(
  holidays: Holidays,
  isForward: boolean,
  isCounted?: (holiday: Holiday) => boolean,
): DaysOff {
  return (day) => {
    const dayOfWeek = weekday(day);
    if (dayOfWeek === sunday || dayOfWeek === saturday)
      return { text: dayText(day), paragraph: '', holiday: null };
    const holiday = holidays.find(isoOf(day), isForward, isCounted);
    if (!holiday) return null;
    return {
      text: `${dayText(day)} is ${holidayText(holiday)}`,
      paragraph: paragraphOf(holiday, day),
      holiday,
    };
  };
}

function holidayText({ name, authority, state, cite }: Holiday): string {
  const whose = {
    federal: 'federal holiday',
    state: `state holiday of ${state ?? 'the court’s state'}`,
    added: 'added to this court’s calendar',
  }[authority];
  return `${name} (${[whose, cite].filter(Boolean).join(', ')})`;
}

/**
 * 6(a)(6)(A) are the days set aside by statute, (B) those declared by President or Congress, (C) those of the state. An order of
 * the President, not the statute, keeps a Sunday's holiday on Monday.
 */
function paragraphOf({ name, authority, cite }: Holiday, day: DayNumber): string {
  if (authority === 'state') return '(a)(6)(C)';
  if (authority === 'added') return '(a)(6)(B) or (C)';
  const isMondays = name.includes('(observed)') && weekday(day) === monday;
  return isMondays || cite.startsWith(juneteenthLaw) ? '(a)(6)(B)' : '(a)(6)(A)';
}
