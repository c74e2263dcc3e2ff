import type { Period } from '../../../../shared/model/time-counting.ts';

const [hour, day] = [60, 24 * 60];

/**
 * When to remind of a deadline for which nobody said it, in minutes before its end: a clock of hours in the last day, any
 * other in the last three.
 *
 * @example defaultReminders({ count: 48, unit: 'hours', direction: 'after', isCap: false }) // [1440, 240, 60]
 */
export function defaultReminders({ unit, isCap }: Period): number[] {
  return unit === 'hours' || isCap ? [day, 4 * hour, hour] : [3 * day, day, 2 * hour];
}
