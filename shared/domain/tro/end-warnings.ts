import type { TroEvent, TroFields } from '../../model/tro.ts';
import { formatNumber } from '../amounts.ts';
import { formatMoment } from '../court-words.ts';
import { instantOf } from '../deadlines/time/index.ts';
import { securitySet } from './gates/known-facts.ts';
import type { OrderEnd } from './order-end.ts';
import { timeSetLast } from './set-times.ts';

/**
 * What the end of an order in force means now, in sentences: it has passed, or the preliminary injunction hearing comes
 * after it.
 *
 * @param events those of the current request
 * @param now the instant it is asked
 * @param timezone the court's
 */
export function endWarnings(
  end: OrderEnd,
  events: readonly TroEvent[],
  now: string,
  timezone: string,
): string[] {
  const ends = formatMoment(end.at, timezone);
  const hearing = timeSetLast(events, 'piHearingAt');
  return [
    ...(now >= end.endsAt ? [ended(end, ends)] : []),
    ...(hearing && instantOf(hearing, timezone) > end.endsAt
      ? [
          `The preliminary injunction hearing (${formatMoment(hearing, timezone)}) is set after the order ends (${ends}). Ask for an earlier hearing, or for an extension before the order ends.`,
        ]
      : []),
  ];
}

/**
 * That an order in force asks for security of which nothing is recorded: many courts hold that it binds nobody before.
 *
 * @param events those of the current request
 * @param timezone the court's
 * @see Fed. R. Civ. P. 65(c)
 */
export function securityWarnings(
  { isUnitedStates, securityPostedAt }: Pick<TroFields, 'isUnitedStates' | 'securityPostedAt'>,
  events: readonly TroEvent[],
  timezone: string,
): string[] {
  const amount = securitySet(events);
  const by = timeSetLast(events, 'securityBy');
  if (isUnitedStates || securityPostedAt !== null || amount === null || amount === 0) return [];
  return [
    `The order sets security of $${formatNumber(amount)}, and none is recorded as given: the order may have no force before it is, Fed. R. Civ. P. 65(c). ${
      by
        ? `It is to be given by ${formatMoment(by, timezone)}; record when it was.`
        : 'Read by when it is to be given and record that with the order, which starts its clock; then record when it was given.'
    }`,
  ];
}

/** An order that names a later end should not be relied on, nor disobeyed. */
function ended({ alternatives }: OrderEnd, ends: string): string {
  return alternatives.length === 0
    ? `The order ended ${ends}, unless it was extended before then and the extension is not recorded.`
    : `The order’s safe end has passed: ${ends}. Another reading gives a later end: do not rely on that, and do not act against the order before the court has said that it ended.`;
}
