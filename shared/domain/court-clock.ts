import { courtZone } from './court-zone.ts';
import { instantOf } from './deadlines/time/index.ts';

/** One day of standard time and one of daylight saving time: zones that agree on both show a court the same clock. */
const days = ['2026-01-15T12:00', '2026-07-15T12:00'] as const;

/**
 * A sentence where a matter uses another clock than its court, so that all its hours are wrong; null where they agree or
 * the court's clock is not known.
 *
 * @param court code as in the court's address
 * @param timezone the matter's
 * @example otherClockWarning('nysd', 'America/New_York') // null
 */
export function otherClockWarning(court: string, timezone: string): string | null {
  const zone = courtZone(court.trim().toLowerCase());
  if (zone === null || days.every((day) => instantOf(day, zone) === instantOf(day, timezone))) return null;
  return `The matter is kept on the clock of ${timezone}, but the court’s is ${zone}: every time of day is off until the details of the matter are corrected.`;
}
