import { formatCount } from '../../../../shared/domain/amounts.ts';
import { correctedBy } from '../../../../shared/domain/evidence/overlay-rows.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { Overlay, OverlayField } from '../../../../shared/model/overlay.ts';
import type { JobContext } from '../../handlers.ts';
import { splitProgress } from '../../jobs/split-progress.ts';
import { appendCustody } from '../../store/custody.ts';
import { sql } from '../../store/query-builder.ts';
import type { MatterSession } from '../../store/session.ts';
import { claimOf, planOverlay } from './plan-overlay.ts';

type Changes = Overlay['documents'][number]['changes'];

/**
 * Applies what a load file corrects of documents that are here, in one step that can be undone whole. Originals, numbers and families
 * stay as they came; custody keeps what each item was called and said to be before, and which row changed it.
 *
 * @param planHash of the plan that was shown
 * @param fields only these; all when left out
 * @returns the plan, with the changes that were made
 * @throws AppError NOT_FOUND, EVIDENCE_NOT_A_LOAD_FILE, EVIDENCE_OVERLAY_CHANGED, EVIDENCE_TOO_DEMANDING, CANCELLED
 */
export async function applyOverlay(
  { id, planHash, fields }: { id: string; planHash: string; fields?: readonly OverlayField[] | undefined },
  context: JobContext,
): Promise<Overlay> {
  const { session, person } = context;
  const [comparing, writing] = splitProgress(context.progress, 0.3);
  const changes = session.prepare('SELECT total_changes()').pluck();
  const before = changes.get();
  let plan = await planOverlay(id, { ...context, progress: comparing }, { isInTurns: true });
  // What is written rests on one comparison, into which nobody wrote.
  if (changes.get() !== before) plan = await planOverlay(id, context);
  if (plan.planHash !== planHash) throw new AppError('EVIDENCE_OVERLAY_CHANGED');
  const documents = plan.documents.map((document) => ({
    ...document,
    changes: document.changes.filter(({ field }) => fields?.includes(field) ?? true),
  }));
  const corrected = correctedBy({ documents });
  session.transact(
    {
      operation: 'evidence.overlay.apply',
      person,
      isUndoable: true,
      summary: () => `correct ${formatCount(corrected.length, 'item')} by “${plan.name}”`,
    },
    () => {
      for (const [at, { evidenceId, row, changes }] of corrected.entries()) {
        writing(at, corrected.length, plan.name);
        describe(session, evidenceId, changes);
        give(session, evidenceId, changes);
        const values = (of: 'was' | 'now') =>
          Object.fromEntries(changes.map((each) => [each.field, each[of]]));
        const details = { overlay: `${plan.name}, row ${row}`, before: values('was'), after: values('now') };
        appendCustody(session, { evidenceId, action: 'described', person, details });
      }
    },
  );
  context.emit({ name: 'history.changed', matterId: session.id });
  return { ...plan, documents };
}

/** What an item is called and whose it was. */
function describe(session: MatterSession, id: string, changes: Changes): void {
  const fields = Object.fromEntries(
    changes.flatMap(({ field, now }) => (field === 'title' || field === 'custodian' ? [[field, now]] : [])),
  );
  if (Object.keys(fields).length > 0)
    session.run(sql.updateTable('evidence_description').set(fields).where('id', '=', id));
}

/** What is said of an item by the load file. */
function give(session: MatterSession, id: string, changes: Changes): void {
  for (const { field, now } of changes) {
    const claim = claimOf(field);
    if (claim === undefined) continue;
    const { changes: updated } = session
      .prepare(
        `UPDATE claim SET value = @now WHERE field = @claim AND is_given = 1
            AND content_id = (SELECT content_id FROM evidence_item WHERE id = @id)`,
      )
      .run({ now, claim, id });
    if (updated === 0)
      session
        .prepare(
          `INSERT INTO claim (content_id, field, value, is_given) SELECT content_id, @claim, @now, 1 FROM evidence_item WHERE id = @id`,
        )
        .run({ now, claim, id });
  }
}
