import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { DeadlineId, FileRef } from '../../../../shared/model/common.ts';
import type { Deadline } from '../../../../shared/model/deadlines.ts';
import { writeCalendar, type CalendarEvent } from '../../formats/icalendar.ts';
import type { MatterContext } from '../../handlers.ts';
import { writeNewFile } from '../../platform/write-file.ts';
import { sql } from '../../store/query-builder.ts';
import { isToReadOnly } from '../../store/review-copies.ts';
import type { MatterSession } from '../../store/session.ts';
import { listDeadlines } from '../list-deadlines.ts';
import { eventOf, type DeadlineEvent } from './events.ts';

/**
 * Writes deadlines as an iCalendar file. Each keeps its id forever and its running number rises when it changed since the last
 * export, so that what a calendar took before is replaced; what is gone since is canceled.
 *
 * @throws AppError FILE_EXISTS, FILE_UNWRITABLE, NOT_FOUND
 */
export async function exportCalendar(
  { ids, target }: { readonly ids?: readonly string[] | undefined; readonly target?: FileRef | undefined },
  context: MatterContext,
): Promise<{ events: number; content: string | null }> {
  const { session, platform, person } = context;
  const matter = session.one(sql.selectFrom('matter').select(['id', 'title', 'number', 'timezone']));
  const deadlines = chosenDeadlines(listDeadlines(session), ids);
  const known = new Map(
    session.all(sql.selectFrom('calendar_export').selectAll()).map((row) => [row.deadline_id, row]),
  );
  const shown = deadlines
    .filter(({ status }) => status !== 'dismissed')
    .map((deadline) => ({ id: deadline.id, event: eventOf(deadline, matter) }));
  const isShown = new Set(shown.map(({ id }) => id));
  const gone = [...known.values()]
    .filter(({ deadline_id }) => !isShown.has(deadline_id) && isWanted(deadline_id, ids))
    .map(({ deadline_id, event }) => ({
      id: deadline_id,
      event: { ...(JSON.parse(event) as DeadlineEvent), isCanceled: true, alarms: [] },
    }));
  const numbered = [...shown, ...gone].map(({ id, event }) => {
    const sha256 = createHash('sha256').update(JSON.stringify(event)).digest('hex');
    const before = known.get(id);
    const sequence = before === undefined ? 0 : before.sequence + (before.sha256 === sha256 ? 0 : 1);
    return { id, sha256, event: { ...event, sequence } satisfies CalendarEvent };
  });
  const content = writeCalendar({
    name: [matter.title, matter.number].filter((part) => part !== '').join(' · '),
    timezone: matter.timezone,
    now: platform.now(),
    events: numbered.map(({ event }) => event),
  });
  if (target)
    await writeNewFile(context.resolveFile(target), platform.newId(), (staged) =>
      writeFile(staged, content, { flag: 'wx' }),
    );
  // A matter opened to read only cannot keep the numbers; its calendar counts on from those kept before.
  if (!isToReadOnly(session))
    session.transact(
      {
        operation: 'deadlines.ics',
        person,
        isUndoable: false,
        summary: () => `export ${numbered.length} calendar events`,
      },
      () => keepNumbers(session, numbered),
    );
  return { events: numbered.length, content: target ? null : content };
}

function keepNumbers(
  session: MatterSession,
  numbered: readonly { id: DeadlineId; sha256: string; event: CalendarEvent }[],
): void {
  for (const { id, sha256, event } of numbered) {
    const { sequence, ...rest } = event;
    const row = { deadline_id: id, sequence, sha256, event: JSON.stringify(rest) };
    session.run(
      sql
        .insertInto('calendar_export')
        .values(row)
        .onConflict((conflict) => conflict.column('deadline_id').doUpdateSet(row)),
    );
  }
}

/** @throws AppError NOT_FOUND when one of the ids is not there */
function chosenDeadlines(all: readonly Deadline[], ids: readonly string[] | undefined): Deadline[] {
  if (!ids) return [...all];
  const wanted = new Set(ids);
  const chosen = all.filter(({ id }) => wanted.has(id));
  if (chosen.length < wanted.size) throw new AppError('NOT_FOUND', { what: 'deadline' });
  return chosen;
}

function isWanted(id: string, ids: readonly string[] | undefined): boolean {
  return !ids || ids.includes(id);
}
