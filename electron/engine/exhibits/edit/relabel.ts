import {
  isValidLabel,
  planRelabel,
  type LabeledExhibit,
  type Relabeled,
} from '../../../../shared/domain/exhibits/exhibit-label.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { ExhibitId } from '../../../../shared/model/common.ts';
import type { LabelChange } from '../../../../shared/model/exhibits.ts';
import type { CommandContext } from '../../handlers.ts';
import type { MatterSession } from '../../store/session.ts';
import { listExhibits, updateExhibit, type ExhibitRow } from '../exhibit-repository.ts';
import { recordLabelChanges } from '../label-history.ts';
import { getSet } from '../set-repository.ts';
import { getOpenSet } from './edit-sets.ts';

/**
 * The was/now table of relabeling in the present order, those that stay the same included; nothing is changed.
 *
 * @throws AppError NOT_FOUND, EXHIBIT_LABEL_INVALID
 */
export function planLabels(
  session: MatterSession,
  setId: string,
): (LabelChange & { id: ExhibitId; was: string })[] {
  const { scheme } = getSet(session, setId);
  const exhibits = listExhibits(session, setId);
  return planRelabel(scheme, exhibits.map(toLabeled)).map(({ id, was, now }, at) => {
    if (!isValidLabel(now)) throw new AppError('EXHIBIT_LABEL_INVALID', { label: now });
    return { id: id as ExhibitId, title: exhibits[at]!.title, was, now };
  });
}

/** Relabels exhibits in the present order. @throws AppError NOT_FOUND, EXHIBIT_SET_SEALED, EXHIBIT_LABEL_INVALID */
export function relabelExhibits(setId: string, context: CommandContext): void {
  const { session, describe } = context;
  const set = getOpenSet(session, setId);
  describe(`relabel “${set.name}” in order`);
  const changes = planLabels(session, setId).filter(({ was, now }) => was !== now);
  changeLabels(session, changes);
  recordLabelChanges(setId, changes, context);
}

/** Gives exhibits of a set their new labels, by way of temporary ones: labels are unique within a set at every moment. */
export function changeLabels(session: MatterSession, changes: readonly Relabeled[]): void {
  for (const { id } of changes) updateExhibit(session, id, { label: `\u0000${id}` });
  for (const { id, now } of changes) updateExhibit(session, id, { label: now });
}

/** An exhibit as the rules of labels see it. */
export function toLabeled({ id, label, parentId, status }: ExhibitRow): LabeledExhibit {
  return { id, label, parentId, isFixed: status !== 'active' };
}
