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
import { firstTitles } from '../label-history.ts';
import { reservedTitle } from './insert.ts';
import { nameLabels, pickExhibits } from './order.ts';

/**
 * Withdraws exhibits, also of a sealed set: labels and places stay, pages are left out, and the numbers that a build gave them
 * become void with the reason, also those of pages and of a prefix they have no more, but for pages that another exhibit brings
 * too. Undoing it brings the exhibits back; a void number never comes back, and the next build gives new ones.
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
  voidNumbersOf(session, set, withdrawn, reason);
  for (const { id } of withdrawn) updateExhibit(session, id, { status: 'withdrawn', statusNote: reason });
}

function voidNumbersOf(
  session: MatterSession,
  set: SetRow,
  withdrawn: readonly ExhibitRow[],
  reason: string,
): void {
  const gone = new Map(withdrawn.map(({ id, label }) => [id, label]));
  const itemsOf = ({ id }: SetRow): NumberedItem[] => {
    const [build] = selectBuilds(session, id);
    const built = build && builtExhibits(session, build.id);
    return listExhibits(session, id).map((exhibit) =>
      numberedItem(exhibit, built?.get(exhibit.id)?.itemPages ?? undefined),
    );
  };
  const items = itemsOf(set).filter(({ exhibitId }) => gone.has(exhibitId));
  for (const prefix of prefixesGiven(session, set))
    voidNumbers(
      session,
      prefix,
      items.map((item) => ({
        item,
        reason: `Exhibit ${gone.get(item.exhibitId)} of “${set.name}” withdrawn: ${reason}`,
      })),
      listSets(session)
        .filter((other) => other.bates?.prefix === prefix)
        .flatMap(itemsOf)
        .filter(({ exhibitId }) => !gone.has(exhibitId)),
    );
}

/**
 * The prefixes that a set has given numbers of: its own, and those it had when it was built. A build keeps them nowhere but in the
 * names of its files: `Exhibit A (AMZ000001-AMZ000012).pdf`.
 */
function prefixesGiven(session: MatterSession, { id, bates }: SetRow): Set<string> {
  const ofBuilds = session
    .prepare(
      `SELECT prefix FROM (SELECT DISTINCT prefix FROM bates_number) WHERE EXISTS (
         SELECT 1 FROM build JOIN build_output ON build_output.build_id = build.id
           WHERE build.set_id = ? AND role IN ('exhibit', 'sealed') AND file GLOB '*(' || prefix || '[0-9]*')`,
    )
    .pluck()
    .all(id) as string[];
  return new Set([...(bates ? [bates.prefix] : []), ...ofBuilds]);
}

/** Brings withdrawn exhibits back, as they were: with evidence, or as reserved labels with their notes. @throws AppError NOT_FOUND */
export function reinstateExhibits(
  setId: string,
  ids: readonly string[],
  { session, describe }: CommandContext,
): void {
  getSet(session, setId);
  const back = pickExhibits(listExhibits(session, setId), ids).filter(({ status }) => status === 'withdrawn');
  describe(`bring back ${nameLabels(back.map(({ label }) => label))}`);
  const titles = firstTitles(session, setId);
  for (const { id, original } of back) {
    const title = titles.get(id) ?? reservedTitle;
    const statusNote = original || title === reservedTitle ? '' : title;
    updateExhibit(session, id, { status: original ? 'active' : 'reserved', statusNote });
  }
}
