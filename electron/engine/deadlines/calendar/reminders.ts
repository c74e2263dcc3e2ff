import { dueReminders, isMovedUp } from '../../../../shared/domain/deadlines/reminders.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { AreaHandlers } from '../../handlers.ts';
import { sql } from '../../store/query-builder.ts';
import { acknowledgeDeadlines } from '../edit/write-deadlines.ts';
import { getDeadline, listDeadlines } from '../list-deadlines.ts';

type Operations = 'deadlines.reminders' | 'deadlines.remindersSeen' | 'deadlines.snooze';

/** What has to be said now, and what was said already. */
export const reminderHandlers: Pick<AreaHandlers<'deadlines'>, Operations> = {
  'deadlines.reminders': (_input, { session, platform }) => {
    const { timezone } = session.one(sql.selectFrom('matter').select('timezone'));
    const seen = session.all(sql.selectFrom('reminder_seen').selectAll());
    const seenAt = new Map(seen.map(({ deadline_id, seen_at }) => [deadline_id, seen_at]));
    return dueReminders(listDeadlines(session), seenAt, platform.now(), timezone);
  },

  'deadlines.remindersSeen': ({ ids }, { session, platform, describe }) => {
    const seen_at = platform.now();
    const standing = session.all(sql.selectFrom('deadline').select('id').where('id', 'in', ids));
    for (const { id: deadline_id } of standing)
      session.run(
        sql
          .insertInto('reminder_seen')
          .values({ deadline_id, seen_at })
          .onConflict((conflict) => conflict.column('deadline_id').doUpdateSet({ seen_at })),
      );
    // Whoever reads that a deadline ends sooner has seen its new end.
    const asked = new Set<string>(ids);
    const movedUp = listDeadlines(session).filter((one) => asked.has(one.id) && isMovedUp(one));
    if (movedUp.length > 0)
      acknowledgeDeadlines(
        session,
        movedUp.map(({ id }) => id),
      );
    describe('mark reminders as seen');
    return null;
  },

  'deadlines.snooze': ({ id, until }, { session, describe }) => {
    // In the one form that instants are compared in: a caller may leave out the milliseconds.
    const snoozed_until = until === null ? null : new Date(until).toISOString();
    const changed = session.run(sql.updateTable('deadline').set({ snoozed_until }).where('id', '=', id));
    if (changed === 0) throw new AppError('NOT_FOUND', { what: 'deadline' });
    const deadline = getDeadline(session, id);
    describe(`${until === null ? 'end the snooze of' : 'snooze'} deadline “${deadline.title}”`);
    return deadline;
  },
};
