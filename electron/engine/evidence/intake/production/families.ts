import { batesRun } from '../../../../../shared/domain/exhibits/bates.ts';
import type { ProducedDocument } from '../../../formats/load-files/index.ts';
import type { JobContext } from '../../../handlers.ts';
import type { MatterSession } from '../../../store/session.ts';
import { insertMember } from '../../evidence-repository.ts';

/** Members that a load file gives stand after all that were extracted from the file itself: there are never so many. */
export const firstGivenPosition = 1_000_000;
/** Pages that stand beside the first one come after all rows of a load file. */
const firstPagePosition = 3_000_000;
/** How far behind a place that is taken the next one is. */
const nextPositions = 10_000_000;

/** Where a document stands among what came with another. @param row of the load file */
export const positionOfRow = (row: number): number => firstGivenPosition + row;
/** Where a page stands that is a file of its own. @param page from 0 */
export const positionOfPage = (page: number): number => firstPagePosition + page;

/**
 * Writes that an item came with another, as a load file says, unless that is written already or would make a circle. Must run
 * inside a transaction.
 *
 * @param position of `positionOfRow` or `positionOfPage`
 */
export function insertGivenMember(
  session: MatterSession,
  member: {
    readonly parentId: string;
    readonly childId: string;
    readonly position: number;
    readonly name: string;
  },
): void {
  const { parentId, childId, position, name } = member;
  const stands = session
    .prepare(
      `WITH RECURSIVE above (id) AS (
         SELECT @parentId UNION SELECT m.parent_id FROM evidence_member m JOIN above ON m.child_id = above.id)
       SELECT EXISTS (SELECT 1 FROM above WHERE id = @childId)
         OR EXISTS (SELECT 1 FROM evidence_member WHERE parent_id = @parentId AND child_id = @childId)`,
    )
    .pluck();
  if (stands.get({ parentId, childId }) === 1) return;
  const taken = session.prepare('SELECT 1 FROM evidence_member WHERE parent_id = ? AND position = ?');
  let free = position;
  // Another load file may have given it a member of the same row, or this one another item for the row.
  while (taken.get(parentId, free) !== undefined) free += nextPositions;
  insertMember(session, { parentId, position: free, childId, name });
}

/** Documents whose families are written in one transaction, which holds the engine's thread while it lasts. */
const linkedAtOnce = 500;

/** Writes which documents were attached to which, once all are there. @param places items by row */
export async function linkFamilies(
  { session, signal, commit }: JobContext,
  places: ReadonlyMap<number, string>,
  documents: readonly ProducedDocument[],
): Promise<void> {
  const attached = documents.filter(({ parentRow }) => parentRow !== null);
  for (let from = 0; from < attached.length; from += linkedAtOnce) {
    signal.throwIfAborted();
    commit('keep the families of a production', () => {
      for (const { row, parentRow, first, last } of attached.slice(from, from + linkedAtOnce)) {
        const [parentId, childId] = [places.get(parentRow!), places.get(row)];
        const [position, name] = [positionOfRow(row), batesRun(first, last)];
        if (parentId !== undefined && childId !== undefined)
          insertGivenMember(session, { parentId, childId, position, name });
      }
    });
    await new Promise(setImmediate);
  }
}
