import { AppError } from '../../../shared/errors/app-error.ts';
import { recordTurnedLabels, renameTurnedSets, voidTurnedNumbers } from '../exhibits/index.ts';
import type { AreaHandlers, MatterContext } from '../handlers.ts';
import { appendCustody } from '../store/custody.ts';
import { sql } from '../store/query-builder.ts';
import type { MatterSession } from '../store/session.ts';
import { findRedo, findUndo, turnRound, type Step, type TurnedRow } from './change-log.ts';

/**
 * Undo and redo, over the change log that the matter's triggers keep (migrations/0010). Steps stand in the matter, so they
 * outlive closing it. What is never undone is not in the log: originals, custody, audit, Bates numbers. Sealing an exhibit set
 * removes that set's earlier steps from the log, by a trigger, in the transaction that seals it.
 */
export const historyHandlers: AreaHandlers<'history'> = {
  'history.get': (_input, { session }) => ({
    undo: withoutId(findUndo(session)),
    redo: withoutId(findRedo(session)),
  }),
  'history.undo': (_input, context) => turn(context, 'undo'),
  'history.redo': (_input, context) => turn(context, 'redo'),
};

function withoutId(step: Step | null): Omit<Step, 'id'> | null {
  return step && { label: step.label, by: step.by, at: step.at };
}

function turn({ session, person }: MatterContext, direction: 'undo' | 'redo'): { label: string } {
  const operation = `history.${direction}` as const;
  const act = { operation, person, isUndoable: false };
  let label = '';
  return session.transact({ ...act, summary: () => `${direction}: ${label}` }, () => {
    const step = direction === 'undo' ? findUndo(session) : findRedo(session);
    if (!step) throw new AppError(direction === 'undo' ? 'NOTHING_TO_UNDO' : 'NOTHING_TO_REDO');
    ({ label } = step);
    const turned = turnRound(session, step.id, direction === 'undo' ? 'undone' : 'done');
    // Custody is never taken back: reversing the change of a description is a new act, recorded as such.
    const acts = new Map<string, ReturnType<typeof custodyAction>>(
      turned.flatMap((row) => claimedOf(session, row)),
    );
    for (const row of turned.filter(isOfCustody)) acts.set(row.id, custodyAction(row));
    for (const [evidenceId, action] of acts)
      appendCustody(session, { evidenceId, action, person, details: { by: operation, step: label } });
    recordTurnedLabels(turned, { session, person });
    voidTurnedNumbers(session, turned);
    for (const { was, now } of renameTurnedSets(session, turned))
      label += ` (another set is named “${was}” now, so this one is “${now}”)`;
    return { label };
  });
}

/** What people think of an item (notes, coding) is no part of its custody; what it is, how it came and where it is kept, is. */
function isOfCustody({ table, before, after }: TurnedRow): boolean {
  return (
    table === 'evidence_description' && custodyColumns.some((column) => before?.[column] !== after?.[column])
  );
}

/** The item of which a load file says something else now: a description changed. */
function claimedOf(session: MatterSession, { table, before, after }: TurnedRow): [string, 'described'][] {
  if (table !== 'claim') return [];
  const contentId = (after ?? before)?.['content_id'] as number;
  const item = sql.selectFrom('evidence_item').select('id').where('content_id', '=', contentId);
  return [[session.one(item).id, 'described']];
}

const custodyColumns = [
  'title',
  'custodian',
  'source',
  'collected_at',
  'collected_by',
  'collected_where',
  'collected_how',
  'is_archived',
] as const;

function custodyAction({ before, after }: TurnedRow): 'described' | 'archived' | 'unarchived' {
  if (before?.['is_archived'] === after?.['is_archived']) return 'described';
  return after?.['is_archived'] === 1 ? 'archived' : 'unarchived';
}
