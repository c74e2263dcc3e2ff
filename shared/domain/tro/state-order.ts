import type { ListedRule } from '../../model/rule-pack.ts';
import { formatMoment } from '../court-words.ts';
import { compareMoments } from '../deadlines/time/index.ts';
import { countCap, type CourtClock, type OrderEnd } from './order-end.ts';

const cite = 'Granny Goose Foods, Inc. v. Teamsters, 415 U.S. 423, 439–40 (1974)';

/**
 * How removal changes the end of an order that a state court granted before it: in force no longer than state law and its own
 * words give it, and at most the time of Rule 65(b)(2) from the removal. The end counted from the order stays the safe one; the
 * later one is shown beside it, since a party that is bound must not act on the earlier.
 *
 * @param removedOn the day of the notice of removal, null where there was none
 * @param cap the rule in force when the order was granted
 * @returns the end as it is, where the order is not older than the removal or was extended since
 * @see 28 U.S.C. § 1450
 */
export function afterRemoval(
  end: OrderEnd | null,
  removedOn: string | null,
  cap: ListedRule | null,
  court: CourtClock,
): OrderEnd | null {
  if (!end || !cap || removedOn === null) return end;
  const { granted, sets } = end;
  // On the same day, either may be the earlier: an order that follows a removal at once is the federal court's.
  if (granted.at.slice(0, 10) >= removedOn || sets.some(({ event }) => event !== granted)) return end;
  const { due: limit } = countCap(removedOn, cap, court);
  const stated = granted.details.expiresAt;
  const latest = stated !== null && compareMoments(stated, limit) < 0 ? stated : limit;
  const say = (moment: string) => formatMoment(moment, court.place.timezone);
  const why = `The most that removal leaves to a state court’s order, if state law gives it as long.`;
  const isLater = compareMoments(latest, end.at) > 0;
  return {
    ...end,
    alternatives: isLater
      ? [...end.alternatives.filter(({ due }) => due !== latest), { due: latest, why, cite }]
      : end.alternatives,
    warnings: [
      ...end.warnings,
      `The order of ${say(granted.at)} is older than the removal of ${say(removedOn)}. A state court’s order stays in force no longer than state law and its own words give it, and at most ${cap.count} ${cap.unit} after removal, ${say(limit)}: ${cite}. ${say(end.at)} is the safe end; check what state law gives it.`,
    ],
  };
}
