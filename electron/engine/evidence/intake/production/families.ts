import { batesRun } from '../../../../../shared/domain/exhibits/bates.ts';
import type { ProducedDocument } from '../../../formats/load-files/index.ts';
import type { JobContext } from '../../../handlers.ts';
import type { MatterSession } from '../../../store/session.ts';
import { insertMember } from '../../evidence-repository.ts';

/** Members that a load file gives stand after all that were extracted from the file itself: there are never so many. */
const firstGivenPosition = 1_000_000;

/**
 * Writes that an item came with another, as a load file says, unless that is written already or would make a circle. Must run
 * inside a transaction.
 *
 * @param row of the load file, by which it has its place among the parent's members
 */
export function insertGivenMember(
  session: MatterSession,
  member: {
    readonly parentId: string;
    readonly childId: string;
    readonly row: number;
    readonly name: string;
  },
): void {
  const { parentId, childId, row, name } = member;
  const stands = session
    .prepare(
      `WITH RECURSIVE above (id) AS (
         SELECT @parentId UNION SELECT m.parent_id FROM evidence_member m JOIN above ON m.child_id = above.id)
       SELECT EXISTS (SELECT 1 FROM above WHERE id = @childId)
         OR EXISTS (SELECT 1 FROM evidence_member WHERE parent_id = @parentId AND child_id = @childId)
         OR EXISTS (SELECT 1 FROM evidence_member WHERE parent_id = @parentId AND position = @position)`,
    )
    .pluck();
  const position = firstGivenPosition + row;
  if (stands.get({ parentId, childId, position }) === 1) return;
  insertMember(session, { parentId, position, childId, name });
}

/** Writes which documents were attached to which, once all are there. @param places items by row */
export function linkFamilies(
  { session, commit }: JobContext,
  places: ReadonlyMap<number, string>,
  documents: readonly ProducedDocument[],
): void {
  const attached = documents.filter(({ parentRow }) => parentRow !== null);
  if (attached.length === 0) return;
  commit('keep the families of a production', () => {
    for (const { row, parentRow, first, last } of attached) {
      const [parentId, childId] = [places.get(parentRow!), places.get(row)];
      if (parentId !== undefined && childId !== undefined)
        insertGivenMember(session, { parentId, childId, row, name: batesRun(first, last) });
    }
  });
}
