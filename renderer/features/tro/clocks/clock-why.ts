import { citedBasisOf, orderSentence, sentence } from '../../../../shared/domain/deadlines/reason.ts';
import { clocksWords as words } from '../words.ts';
import type { Clock } from './clock-state.ts';

/**
 * One sentence that says why a clock has the time it has.
 *
 * @param timezone the court's IANA zone
 * @param orderName the entry of the order that set the time, as a list shows it; empty where none is linked
 */
export function whyOfClock(clock: Clock, timezone: string, orderName: string): string {
  const { overrides, source, period, troClock, rule } = clock;
  if (overrides.length > 0 || (source === 'order' && period.unit === 'fixed'))
    return orderSentence(orderName && words.entry(orderName));
  if (troClock === 'extension' && rule && period.unit === 'fixed')
    return rule.id === 'tro_extend_again' ? words.again(rule.cite) : words.inTime(rule.cite);
  return `${sentence(citedBasisOf(clock, timezone))}${period.isCap ? ` ${words.cap}` : ''}`;
}

/** A length of time in its parts for large figures: whole minutes only, past or future. */
export function partsOf(leftMs: number): {
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
} {
  const all = Math.floor(Math.abs(leftMs) / 60_000);
  return { days: Math.floor(all / 1440), hours: Math.floor((all % 1440) / 60), minutes: all % 60 };
}
