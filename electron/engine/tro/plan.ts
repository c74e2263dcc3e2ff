import { holidaysOf } from '../../../shared/domain/deadlines/holidays/index.ts';
import { readEvents } from '../../../shared/domain/deadlines/reading/index.ts';
import { planClocks, type TroPlan } from '../../../shared/domain/tro/index.ts';
import { calendarOf, listCourtDays, listRules } from '../deadlines/index.ts';
import { findEntries, findEntriesSaying } from '../docket/index.ts';
import type { Platform } from '../platform/platform.ts';
import type { TroEvent } from '../../../shared/model/tro.ts';
import type { MatterSession } from '../store/session.ts';
import { listEvents, readFields } from './tro-repository.ts';

/** What the recorded events make of the request's clocks now, by the rules and the calendar of the matter's court. */
export function planOf(session: MatterSession, platform: Platform): TroPlan {
  const { court, timezone, states } = calendarOf(session);
  const added = listCourtDays(session).map(({ on, kind, name, note }) => ({ on, kind, name, note }));
  const clock = { place: { timezone, states: [...states] }, added, holidays: holidaysOf(states, added) };
  const events = eventsOnDocket(session);
  const isGranted = events.some(({ kind }) => kind === 'granted');
  return planClocks(events, listRules(platform), court, clock, {
    removedOn: isGranted ? removalDay(session) : null,
    securityPostedAt: readFields(session).securityPostedAt,
  });
}

/** The day of the first notice of removal on the docket; null where there is none. */
function removalDay(session: MatterSession): string | null {
  const days = findEntriesSaying(session, 'removal').flatMap((entry) =>
    readEvents(entry).flatMap(({ event, at }) => (event === 'removal_filed' && at ? [at.slice(0, 10)] : [])),
  );
  return days.toSorted()[0] ?? null;
}

/** The events, each with its docket entry as long as that is in the matter. */
function eventsOnDocket(session: MatterSession): TroEvent[] {
  const events = listEvents(session);
  const ids = events.flatMap(({ entryId }) => entryId ?? []);
  const standing = new Set(findEntries(session, ids).map(({ id }) => id));
  return events.map((event) => ({
    ...event,
    entryId: event.entryId !== null && standing.has(event.entryId) ? event.entryId : null,
  }));
}
