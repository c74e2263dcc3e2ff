import type { BatesSettings } from '../../../../shared/model/exhibits.ts';
import type { CommandContext } from '../../handlers.ts';
import type { MatterSession } from '../../store/session.ts';
import { voidNumbers, type NumberedItem } from '../bates-ledger.ts';
import { builtExhibits, selectBuilds } from '../build-repository.ts';
import { numberedItem } from '../carried-pages.ts';
import {
  getSet,
  listExhibits,
  listSets,
  updateExhibit,
  type ExhibitRow,
  type SetRow,
} from '../exhibit-repository.ts';
import { nameLabels, pickExhibits } from './order.ts';

/**
 * Withdraws exhibits, also of a sealed set: labels and places stay, pages are left out, and the numbers that a build gave them
 * become void with the reason, but for pages that another exhibit brings too. Undoing it brings the exhibits back; a void number
 * never comes back, and the next build gives new ones.
 *
 * @throws AppError NOT_FOUND
 */
export function withdrawExhibits(
  setId: string,
  ids: readonly string[],
  reason: string,
  { session, describe }: CommandContext,
): void {
  const set = getSet(session, setId);
  const exhibits = listExhibits(session, setId);
  const withdrawn = pickExhibits(exhibits, ids).filter(({ status }) => status !== 'withdrawn');
  describe(`withdraw ${nameLabels(withdrawn.map(({ label }) => label))}`);
  if (set.bates) voidNumbersOf(session, set, set.bates, withdrawn, reason);
  for (const { id } of withdrawn) updateExhibit(session, id, { status: 'withdrawn', statusNote: reason });
}

function voidNumbersOf(
  session: MatterSession,
  set: SetRow,
  bates: BatesSettings,
  withdrawn: readonly ExhibitRow[],
  reason: string,
): void {
  const gone = new Set(withdrawn.map(({ id }) => id));
  const itemsOf = ({ id }: SetRow): NumberedItem[] => {
    const [build] = selectBuilds(session, id);
    const built = build && builtExhibits(session, build.id);
    return listExhibits(session, id).map((exhibit) =>
      numberedItem(exhibit, built?.get(exhibit.id)?.itemPages ?? undefined),
    );
  };
  const items = listSets(session)
    .filter((other) => other.bates?.prefix === bates.prefix)
    .flatMap(itemsOf);
  const labels = new Map(withdrawn.map(({ id, label }) => [id, label]));
  voidNumbers(
    session,
    bates,
    items
      .filter(({ exhibitId }) => gone.has(exhibitId))
      .map((item) => ({
        item,
        reason: `Exhibit ${labels.get(item.exhibitId)} of “${set.name}” withdrawn: ${reason}`,
      })),
    items.filter(({ exhibitId }) => !gone.has(exhibitId)),
  );
}

/** Brings withdrawn exhibits back, as they were: with evidence, or as reserved labels. @throws AppError NOT_FOUND */
export function reinstateExhibits(
  setId: string,
  ids: readonly string[],
  { session, describe }: CommandContext,
): void {
  getSet(session, setId);
  const back = pickExhibits(listExhibits(session, setId), ids).filter(({ status }) => status === 'withdrawn');
  describe(`reinstate ${nameLabels(back.map(({ label }) => label))}`);
  for (const { id, original } of back)
    updateExhibit(session, id, { status: original ? 'active' : 'reserved', statusNote: '' });
}
