import { sql } from '../../../store/query-builder.ts';
import type { MatterSession } from '../../../store/session.ts';

/** What is kept of a document that a production brought. */
export interface ProducedRecord {
  readonly loadFileId: string;
  /** Its row in the load file; below zero the line of a document that only the list of page images has. */
  readonly place: number;
  /** Whether it is the page images of a document whose item is its native file. */
  readonly isPages: boolean;
  readonly evidenceId: string;
  readonly first: string;
  readonly last: string;
  /** Content of the text that was produced with it. */
  readonly textId: number | null;
}

/** Writes that a production brought an item, under which numbers. Must run inside a transaction. */
export function insertProduced(session: MatterSession, record: ProducedRecord): void {
  session.run(
    sql
      .insertInto('produced_document')
      .values({
        load_file_id: record.loadFileId,
        place: record.place,
        is_pages: record.isPages ? 1 : 0,
        evidence_id: record.evidenceId,
        bates_first: record.first,
        bates_last: record.last,
        text_id: record.textId,
      })
      // A killed intake may have come as far as the pages.
      .onConflict((conflict) => conflict.doNothing()),
  );
}

/** The items that a load file has brought so far, by their place in it. */
export function producedBy(session: MatterSession, loadFileId: string): Map<number, string> {
  const rows = session.all(
    sql
      .selectFrom('produced_document')
      .select(['place', 'evidence_id'])
      .where('load_file_id', '=', loadFileId)
      .where('is_pages', '=', 0),
  );
  return new Map(rows.map(({ place, evidence_id }) => [place, evidence_id]));
}

/**
 * The item that was made here of exactly these originals as its pages, if any.
 *
 * @param pageIds items, in the order of the pages
 */
export function findJoined(session: MatterSession, pageIds: readonly string[]): string | undefined {
  const parents = session
    .prepare('SELECT DISTINCT parent_id FROM evidence_member WHERE child_id = ? AND position = 0')
    .pluck()
    .all(pageIds[0]) as string[];
  const members = session
    .prepare('SELECT child_id FROM evidence_member WHERE parent_id = ? ORDER BY position')
    .pluck();
  return parents.find((id) => {
    const own = members.all(id) as string[];
    return own.length === pageIds.length && own.every((child, at) => child === pageIds[at]);
  });
}
