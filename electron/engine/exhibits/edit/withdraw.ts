import { printRuns } from '../../../../shared/domain/exhibits/bates.ts';
import type { VoidRange } from '../../../../shared/model/bates-ledger.ts';
import type { CommandContext } from '../../handlers.ts';
import type { MatterSession } from '../../store/session.ts';
import { goingNumbers, voidNumbers, type NumberedItem } from '../bates-ledger.ts';
import { builtExhibits, selectBuilds } from '../build-repository.ts';
import { listExhibits, updateExhibit, type ExhibitRow } from '../exhibit-repository.ts';
import { firstTitles, type TurnedRow } from '../label-history.ts';
import { numberedItem } from '../set-numbers.ts';
import { getSet, listSets, type SetRow } from '../set-repository.ts';
import { reservedTitle } from './insert.ts';
import { nameLabels, pickExhibits } from './order.ts';

/**
 * Withdraws exhibits, also of a sealed set: labels and places stay, pages are left out, and the numbers that a build gave them
 * become void with the reason, also those of pages and of a prefix they no longer have, except pages that another exhibit brings
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
  const withdrawn = pickStanding(session, setId, ids);
  describe(`withdraw ${nameLabels(withdrawn.map(({ label }) => label))}`);
  voidNumbersOf(
    session,
    set,
    withdrawn.map((exhibit) => ({ ...exhibit, statusNote: reason })),
  );
  for (const { id } of withdrawn) updateExhibit(session, id, { status: 'withdrawn', statusNote: reason });
}

/**
 * Makes void what exhibits were given that an undo or redo withdrew again: a build may have numbered them since they were brought
 * back, and what is withdrawn bears no number. Must run in the transaction that turned the step round.
 *
 * @param turned rows that were turned; a withdrawal is one of `exhibit` whose status becomes `withdrawn`
 */
export function voidTurnedNumbers(session: MatterSession, turned: readonly TurnedRow[]): void {
  const again = turned.flatMap(({ table, before, after }) =>
    table === 'exhibit' && before && after?.['status'] === 'withdrawn' && before['status'] !== 'withdrawn'
      ? [after]
      : [],
  );
  for (const [setId, rows] of Map.groupBy(again, (row) => String(row['set_id']))) {
    const ids = new Set(rows.map((row) => row['id']));
    const exhibits = listExhibits(session, setId).filter(
      ({ id, status }) => ids.has(id) && status === 'withdrawn',
    );
    voidNumbersOf(session, getSet(session, setId), exhibits);
  }
}

/**
 * Makes void what withdrawn exhibits left to others that carried their pages too, and that no other carries by now: one was taken out
 * or carries other pages. Done with each build, when new paper is made: until then, taking it out can be undone and the numbers stay.
 * Of exhibits that no build had before they were withdrawn nothing is on paper. Must run in the transaction that records a build.
 */
export function voidLeftNumbers(session: MatterSession): void {
  const wasBuilt = session
    .prepare('SELECT 1 FROM build_exhibit WHERE exhibit_id = ? AND item_pages IS NOT NULL LIMIT 1')
    .pluck();
  for (const set of listSets(session)) {
    const withdrawn = listExhibits(session, set.id).filter(
      ({ id, status, original }) => status === 'withdrawn' && original && wasBuilt.get(id),
    );
    if (withdrawn.length > 0) voidNumbersOf(session, set, withdrawn);
  }
}

/** Voids, permanently, the numbers that go with exhibits. @param withdrawn with the reason as their note */
function voidNumbersOf(session: MatterSession, set: SetRow, withdrawn: readonly ExhibitRow[]): void {
  const byId = new Map(withdrawn.map((exhibit) => [exhibit.id, exhibit]));
  for (const { prefix, numbers } of goingByPrefix(session, set, withdrawn))
    voidNumbers(
      session,
      prefix,
      numbers.map(({ number, exhibitId }) => {
        const { label, statusNote } = byId.get(exhibitId)!;
        return { number, reason: `Exhibit ${label} of “${set.name}” withdrawn: ${statusNote}` };
      }),
    );
}

/**
 * The numbers that would become void if exhibits were withdrawn, of every prefix in which a build gave them any, in order.
 *
 * @throws AppError NOT_FOUND
 */
export function planVoid(session: MatterSession, setId: string, ids: readonly string[]): VoidRange[] {
  const set = getSet(session, setId);
  return goingByPrefix(session, set, pickStanding(session, setId, ids)).flatMap(({ prefix, numbers }) =>
    printRuns(
      prefix,
      numbers.toSorted((one, other) => one.number - other.number),
    ),
  );
}

/** Those of some exhibits that are not withdrawn yet. @throws AppError NOT_FOUND */
function pickStanding(session: MatterSession, setId: string, ids: readonly string[]): ExhibitRow[] {
  return pickExhibits(listExhibits(session, setId), ids).filter(({ status }) => status !== 'withdrawn');
}

/** The numbers that go with exhibits of a set, by prefix. */
function goingByPrefix(session: MatterSession, set: SetRow, withdrawn: readonly ExhibitRow[]) {
  const gone = new Set(withdrawn.map(({ id }) => id));
  const itemsOf = ({ id }: SetRow): NumberedItem[] => {
    const [build] = selectBuilds(session, id);
    const built = build && builtExhibits(session, build.id);
    return listExhibits(session, id).map((exhibit) =>
      // One that an undo or redo withdrew is withdrawn already: what goes is what it bore before.
      numberedItem(
        gone.has(exhibit.id) ? { ...exhibit, status: 'active' } : exhibit,
        built?.get(exhibit.id)?.itemPages ?? undefined,
      ),
    );
  };
  const items = itemsOf(set).filter(({ exhibitId }) => gone.has(exhibitId));
  return [...prefixesGiven(session, set)].map((prefix) => {
    const others = listSets(session)
      .filter((other) => other.bates?.prefix === prefix)
      .flatMap(itemsOf)
      .filter(({ exhibitId }) => !gone.has(exhibitId));
    return { prefix, numbers: goingNumbers(session, prefix, items, others) };
  });
}

/**
 * The prefixes that a set has given numbers of: its own, and those it had when it was built. A build keeps them nowhere but in the
 * names of its files: `Exhibit A - AMZ000001-AMZ000012.pdf`, in earlier builds `Exhibit A (AMZ000001-AMZ000012).pdf`.
 */
function prefixesGiven(session: MatterSession, { id, bates }: SetRow): Set<string> {
  const ofBuilds = session
    .prepare(
      `SELECT prefix FROM (SELECT DISTINCT prefix FROM bates_number) WHERE EXISTS (
         SELECT 1 FROM build JOIN build_output ON build_output.build_id = build.id
           WHERE build.set_id = ? AND role IN ('exhibit', 'sealed')
             AND (file GLOB '* - ' || prefix || '[0-9]*' OR file GLOB '*(' || prefix || '[0-9]*'))`,
    )
    .pluck()
    .all(id) as string[];
  return new Set([...(bates ? [bates.prefix] : []), ...ofBuilds]);
}

/** Restores withdrawn exhibits as they were: with evidence, or as reserved labels with their notes. @throws AppError NOT_FOUND */
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
