import { addDays, weekdayOf } from '../../../../shared/domain/deadlines/time/index.ts';

/** Days of the weeks that a month touches, from Sunday to Saturday. */
export function monthDays(day: string): string[] {
  const first = `${day.slice(0, 7)}-01`;
  const start = addDays(first, -weekdayOf(first));
  const next = addDays(first, 31).slice(0, 7);
  const days: string[] = [];
  for (let at = start; at.slice(0, 7) < next || weekdayOf(at) !== 0; at = addDays(at, 1)) days.push(at);
  return days;
}

/** The week of a day, from Sunday to Saturday. */
export function weekDays(day: string): string[] {
  const start = addDays(day, -weekdayOf(day));
  return Array.from({ length: 7 }, (_, at) => addDays(start, at));
}

/** The same day some months later; the last of the month where it is shorter. */
export function monthsLater(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  const wanted = Math.min(date, last.getUTCDate());
  return `${last.toISOString().slice(0, 8)}${String(wanted).padStart(2, '0')}`;
}
