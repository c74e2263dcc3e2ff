import { AppError } from '../../../shared/errors/app-error.ts';
import type { MatterSession } from '../store/session.ts';
import { sql } from '../store/query-builder.ts';
import { findRows, listEntries } from './docket-repository.ts';

/**
 * Puts an entry under another by hand, at the top (null), or back where its text puts it.
 *
 * @throws AppError NOT_FOUND; DOCKET_THREAD_LOOP where the entry would come to stand under itself
 */
export function chooseParent(session: MatterSession, id: string, parentId: string | null | 'auto'): void {
  const wanted = parentId === null || parentId === 'auto' ? [id] : [id, parentId];
  if (findRows(session, wanted).length < new Set(wanted).size)
    throw new AppError('NOT_FOUND', { what: 'docket entry' });
  if (parentId !== null && parentId !== 'auto') assertNoLoop(session, id, parentId);
  session.run(sql.deleteFrom('docket_thread').where('id', '=', id));
  if (parentId !== 'auto') session.run(sql.insertInto('docket_thread').values({ id, parent_id: parentId }));
}

function assertNoLoop(session: MatterSession, id: string, parentId: string): void {
  const parents = new Map<string, string | null>(listEntries(session).map((e) => [e.id, e.parentId]));
  for (let at: string | null = parentId; at !== null; at = parents.get(at) ?? null)
    if (at === id) throw new AppError('DOCKET_THREAD_LOOP');
}

/** Marks imported entries as read, or unread again. */
export function markEntries(session: MatterSession, ids: readonly string[], isUnread: boolean): void {
  for (const id of ids) {
    if (isUnread) session.run(sql.deleteFrom('docket_seen').where('entry_id', '=', id));
    else
      session.run(
        sql
          .insertInto('docket_seen')
          .values({ entry_id: id })
          .onConflict((conflict) => conflict.doNothing()),
      );
  }
}
