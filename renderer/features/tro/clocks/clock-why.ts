import { eventWords } from '../../../../shared/domain/deadlines/event-words.ts';
import { periodWords } from '../../../../shared/domain/deadlines/reason.ts';
import { formatMoment } from '../../../client/index.ts';
import { clocksWords as words } from '../words.ts';
import type { Clock } from './clock-state.ts';

/**
 * How a clock's own rule comes to its time, within a sentence: "48 hours after service of the TRO motion, Mon, Jan 11, 2021,
 * 5:00 PM PST (LCR 65(b)(5))". Empty where nothing is counted.
 *
 * @param timezone the court's IANA zone
 */
export function countOfClock({ period, trigger, triggerAt, rule }: Clock, timezone: string): string {
  if (period.unit === 'fixed') return '';
  const cite = rule === null ? '' : ` (${rule.cite})`;
  return `${periodWords(period)} ${eventWords[trigger.event]}, ${formatMoment(triggerAt, timezone)}${cite}`;
}

/**
 * One sentence that says why a clock has the time it has.
 *
 * @param orderName the entry of the order that set the time, as a list shows it; empty where none is linked
 */
export function whyOfClock(clock: Clock, timezone: string, orderName: string): string {
  if (clock.overrides.length > 0) return words.setByOrder(orderName);
  const counted = countOfClock(clock, timezone);
  if (counted !== '') return `${capital(counted)}.${clock.period.isCap ? ` ${words.cap}` : ''}`;
  if (clock.source === 'order') return words.setByOrder(orderName);
  if (clock.troClock === 'extension' && clock.rule) return words.inTime(clock.rule.cite);
  return clock.rule === null ? '' : `${clock.rule.cite}.`;
}

/** A length of time in its parts for large figures: whole minutes only, whichever way it lies. */
export function partsOf(leftMs: number): {
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
} {
  const all = Math.floor(Math.abs(leftMs) / 60_000);
  return { days: Math.floor(all / 1440), hours: Math.floor((all % 1440) / 60), minutes: all % 60 };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
