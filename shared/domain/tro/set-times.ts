import type { CourtMoment } from '../../model/court-time.ts';
import type { TroEvent, TroEventDetails } from '../../model/tro.ts';

/** Times that orders set, as they follow one another. */
export const setTimes = [
  'serveBy',
  'intentBy',
  'responseBy',
  'replyBy',
  'hearingAt',
  'piHearingAt',
  'securityBy',
  'expiresAt',
] as const satisfies readonly (keyof TroEventDetails)[];

/** A time that an order sets. */
export type SetTime = (typeof setTimes)[number];

/**
 * A time as it was set last; null where no event sets it.
 *
 * @param events those of the current request, as they happened
 */
export function timeSetLast(events: readonly TroEvent[], time: SetTime): CourtMoment | null {
  return events.findLast(({ details }) => details[time] !== null)?.details[time] ?? null;
}
