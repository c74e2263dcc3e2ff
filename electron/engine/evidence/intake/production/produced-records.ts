import type { Person, Problem } from '../../../../../shared/model/common.ts';
import type { ProducedDocument } from '../../../formats/load-files/index.ts';
import { appendCustody } from '../../../store/custody.ts';
import { sql } from '../../../store/query-builder.ts';
import type { MatterSession } from '../../../store/session.ts';
import { getKnown, writeUnpacking, type KnownEvidence } from '../../evidence-repository.ts';
import { missingOf } from './document-files.ts';
import { firstGivenPosition } from './families.ts';

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
      // A killed intake may have come as far as the pages; and files that were missing may have come since.
      .onConflict((conflict) =>
        conflict
          .columns(['load_file_id', 'place', 'is_pages'])
          .doUpdateSet({ evidence_id: record.evidenceId, text_id: record.textId }),
      ),
  );
}

/** The page images of a document that became members of its item, by their keys. @param place in its load file */
export function pagesTaken(
  session: MatterSession,
  loadFileId: string,
  place: number,
): ReadonlyMap<string, KnownEvidence> {
  const rows = session
    .prepare(
      `SELECT m.name, m.child_id FROM produced_document p JOIN evidence_member m ON m.parent_id = p.evidence_id
        WHERE p.load_file_id = ? AND p.place = ? AND m.position < ? ORDER BY m.position DESC`,
    )
    .raw()
    .all(loadFileId, place, firstGivenPosition) as [string, string][];
  return new Map(rows.map(([key, id]) => [key, getKnown(session, id)]));
}

/**
 * Puts an item out of sight in whose place a production has another now, with the files that it lacked. Must run inside a
 * transaction.
 */
export function supersede(session: MatterSession, id: string): void {
  const isProduced = session.prepare('SELECT 1 FROM produced_document WHERE evidence_id = ?').get(id);
  if (isProduced === undefined)
    session.run(sql.updateTable('evidence_description').set({ is_archived: 1 }).where('id', '=', id));
}

/**
 * Gives an item that came before, from elsewhere, what the load file says of it and nobody said yet: its custodian and its claims. Must run
 * inside a transaction.
 *
 * @param by the load file and the row, for custody
 */
export function fillIn(
  session: MatterSession,
  { id, contentId }: Pick<KnownEvidence, 'id' | 'contentId'>,
  { custodian, claims }: Pick<ProducedDocument, 'custodian' | 'claims'>,
  { by, person }: { readonly by: string; readonly person: Person },
): void {
  const claim = session.prepare(
    `INSERT INTO claim (content_id, field, value, is_given) SELECT @contentId, @field, @value, 1
      WHERE NOT EXISTS (SELECT 1 FROM claim WHERE content_id = @contentId AND field = @field)`,
  );
  for (const { field, value } of claims) claim.run({ contentId, field, value });
  if (custodian === '') return;
  const { changes } = session
    .prepare(`UPDATE evidence_description SET custodian = ? WHERE id = ? AND custodian = ''`)
    .run(custodian, id);
  const details = { overlay: by, before: { custodian: '' }, after: { custodian } };
  if (changes > 0) appendCustody(session, { evidenceId: id, action: 'described', person, details });
}

/** Brings an item back into sight. Must run inside a transaction. */
export function showAgain(session: MatterSession, id: string): void {
  session.run(
    sql
      .updateTable('evidence_description')
      .set({ is_archived: 0 })
      .where('id', '=', id)
      .where('is_archived', '=', 1),
  );
}

/**
 * Keeps with the item of a document which of its files were not to be had, so that they are looked for when the production is added
 * again. Must run inside a transaction.
 *
 * @param problems of the document
 * @param where what names the document in its load file
 */
export function keepMissing(
  session: MatterSession,
  id: string,
  problems: readonly Problem[],
  where: string,
): void {
  const item = getKnown(session, id);
  const told = new Set(missingOf(item.problems, where));
  const missing = missingOf(problems, where);
  if (told.size === 0 && missing.length === 0) return;
  const kept = item.problems.filter((each) => !told.has(each));
  writeUnpacking(session, item.contentId, {
    isComplete: !item.isPartial,
    problems: [...kept, ...missing],
  });
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

/** The first numbers of all documents that productions have brought, in capitals. */
export function producedNumbers(session: MatterSession): ReadonlySet<string> {
  const numbers = session.prepare('SELECT DISTINCT upper(bates_first) FROM produced_document').pluck();
  return new Set(numbers.all() as string[]);
}

/**
 * The item that was made here of exactly these originals as its pages, if any.
 *
 * @param pages in their order
 */
export function findJoined(
  session: MatterSession,
  pages: readonly Pick<KnownEvidence, 'id'>[],
): string | undefined {
  const parents = session
    .prepare('SELECT DISTINCT parent_id FROM evidence_member WHERE child_id = ? AND position = 0')
    .pluck()
    .all(pages[0]!.id) as string[];
  const members = session
    .prepare('SELECT child_id FROM evidence_member WHERE parent_id = ? ORDER BY position')
    .pluck();
  return parents.find((id) => {
    const own = members.all(id) as string[];
    return own.length === pages.length && own.every((child, at) => child === pages[at]!.id);
  });
}
