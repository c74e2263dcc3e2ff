import { AppError } from '../../../../shared/errors/app-error.ts';
import type { DocketPreview } from '../../../../shared/model/docket.ts';
import { sql } from '../../store/query-builder.ts';
import type { MatterSession } from '../../store/session.ts';
import { deleteEntries, insertEntries, updateEntry } from '../docket-repository.ts';
import { handOverDeadlines } from './hand-over.ts';
import type { DocketPlan } from './plan.ts';
import { planImport, type ImportPlan } from './preview.ts';

/** Beyond any repeat a court gives: where rows wait whose numbers are exchanged. */
const waiting = 1_000_000;

/**
 * Applies what a preview showed. Must run inside the command's transaction.
 *
 * @param planHash of the preview the person saw
 * @throws AppError NOT_FOUND; DOCKET_IMPORT_CHANGED when it would now do something else
 */
export function applyImport(
  session: MatterSession,
  importId: string,
  answers: ImportPlan['answers'],
  planHash: string,
): DocketPreview {
  const found = planImport(session, importId, answers);
  if (found.preview.planHash !== planHash) throw new AppError('DOCKET_IMPORT_CHANGED');
  writeSources(session, found);
  writeEntries(session, found.plan);
  for (const { field, value } of found.preview.matterFields)
    session.run(sql.updateTable('matter').set({ [field]: value }));
  session.run(sql.deleteFrom('docket_read').where('import_id', '=', importId));
  return found.preview;
}

function writeSources(session: MatterSession, { sourceIds, replacedIds, answers }: ImportPlan): void {
  for (const id of replacedIds) session.run(sql.deleteFrom('docket_applied').where('id', '=', id));
  for (const id of sourceIds) {
    session.run(
      sql
        .updateTable('docket_source')
        .set({ was_applied: 1 })
        .where('id', '=', id)
        .where('was_applied', '=', 0),
    );
    session.run(
      sql
        .insertInto('docket_applied')
        .values({ id, applied_at: session.platform.now() })
        .onConflict((conflict) => conflict.doNothing()),
    );
  }
  for (const [id, answer] of Object.entries(answers)) {
    session.run(
      sql
        .insertInto('docket_answer')
        .values({ id, answer })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ answer })),
    );
  }
}

function writeEntries(session: MatterSession, { inserts, updates, removes }: DocketPlan): void {
  for (const { row, into } of removes) {
    if (row.evidence_id !== null && into.evidence_id === null)
      updateEntry(session, into.id, { evidence_id: row.evidence_id });
    handOverThreads(session, row.id, into.id);
    handOverDeadlines(session, row.id, into.id);
  }
  deleteEntries(
    session,
    removes.map(({ row }) => row.id),
  );
  // Numbers may change places; a row that gets another's number must not meet it there.
  for (const [at, { row, patch }] of updates.entries()) {
    if (
      row.number !== null &&
      (row.number !== patch.number || row.attachment !== patch.attachment || row.repeat !== patch.repeat)
    )
      updateEntry(session, row.id, { repeat: waiting + at });
  }
  for (const { row, patch, isNews } of updates) {
    updateEntry(session, row.id, patch);
    if (isNews) session.run(sql.deleteFrom('docket_seen').where('entry_id', '=', row.id));
  }
  const { newId, now } = session.platform;
  const createdAt = now();
  insertEntries(
    session,
    inserts.map(({ patch }) => ({ ...patch, id: newId(), evidence_id: null, created_at: createdAt })),
  );
}

/** What stood under a row, and where a person put the row itself, goes on with the entry that takes it over. */
function handOverThreads(session: MatterSession, from: string, to: string): void {
  session.run(
    sql
      .updateTable('docket_thread')
      .set({ parent_id: to })
      .where('parent_id', '=', from)
      .where('id', '!=', to),
  );
  const own = session.get(sql.selectFrom('docket_thread').select('parent_id').where('id', '=', from));
  if (!own || own.parent_id === to) return;
  session.run(
    sql
      .insertInto('docket_thread')
      .values({ id: to, parent_id: own.parent_id })
      .onConflict((conflict) => conflict.doNothing()),
  );
}
