import { compareMoments } from '../../../shared/domain/deadlines/time/index.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { Deadline } from '../../../shared/model/deadlines.ts';
import type { MatterSession } from '../store/session.ts';
import { calendarOf, type CourtCalendar } from './standing/court-calendar.ts';
import { listStored, type StoredDeadline } from './deadline-repository.ts';
import { withDoubts } from './propose/doubts.ts';
import { withConflicts } from './standing/flags.ts';
import { standingOf } from './standing/standing.ts';
import { readTriggerSources } from './standing/trigger-moments.ts';

/**
 * Every deadline of a matter as it stands now, soonest first.
 *
 * @example listDeadlines(session).find(({ status }) => status === 'open') // what is due next
 */
export function listDeadlines(session: MatterSession): Deadline[] {
  return standInMatter(session, listStored(session));
}

/**
 * One deadline as it stands now.
 *
 * @throws AppError NOT_FOUND
 */
export function getDeadline(session: MatterSession, id: string): Deadline {
  const deadline = listDeadlines(session).find((one) => one.id === id);
  if (!deadline) throw new AppError('NOT_FOUND', { what: 'deadline' });
  return deadline;
}

/**
 * What these deadlines come to in this matter, soonest first.
 *
 * @param stored every deadline of the matter, some perhaps with other fields than are stored
 */
export function standInMatter(
  session: MatterSession,
  stored: readonly StoredDeadline[],
  calendar: CourtCalendar = calendarOf(session),
): Deadline[] {
  const sources = readTriggerSources(
    session,
    stored.map(({ fields }) => fields.trigger),
  );
  const standing = withConflicts(standingOf(stored, sources, calendar));
  return withDoubts(session, standing).toSorted(bySoonest);
}

/** The instant decides; of one instant, an hour comes before a day that ends then, and the older before the newer. */
function bySoonest(a: Deadline, b: Deadline): number {
  if (a.endsAt !== b.endsAt) return a.endsAt < b.endsAt ? -1 : 1;
  return compareMoments(a.dueAt ?? a.due, b.dueAt ?? b.due) || (a.createdAt < b.createdAt ? -1 : 1);
}
