import { AppError } from '../../../shared/errors/app-error.ts';
import type { Problem } from '../../../shared/model/common.ts';
import type { Collected, EvidenceKind } from '../../../shared/model/evidence.ts';
import type { Reading } from '../formats/reading.ts';
import { sql } from '../store/query-builder.ts';
import type { MatterSession } from '../store/session.ts';

/** An item as an intake needs to know it. */
export interface KnownEvidence {
  readonly id: string;
  readonly contentId: number;
  readonly kind: EvidenceKind;
  readonly name: string;
  readonly sha256: string;
  readonly pages: number | null;
  readonly problems: readonly Problem[];
  /** Whether files that came in it are still to be extracted. */
  readonly isPartial: boolean;
}

const selectKnown = /* sql */ `
  SELECT item.id, item.content_id AS contentId, item.kind, item.original_name AS name, content.sha256,
         inspection.pages, inspection.problems, unpacking.state AS unpacking
    FROM evidence_item AS item
    JOIN content ON content.id = item.content_id
    LEFT JOIN inspection ON inspection.content_id = item.content_id
    LEFT JOIN unpacking ON unpacking.content_id = item.content_id`;

type KnownRow = Omit<KnownEvidence, 'problems' | 'isPartial'> & {
  readonly problems: string | null;
  readonly unpacking: 'partial' | 'done' | null;
};

function knownOf({ problems, unpacking, ...row }: KnownRow): KnownEvidence {
  return {
    ...row,
    problems: problems === null ? [] : (JSON.parse(problems) as Problem[]),
    isPartial: unpacking === 'partial',
  };
}

/** The item whose original has these bytes, if any. */
export function findBySha256(session: MatterSession, sha256: string): KnownEvidence | undefined {
  const row = session.prepare(`${selectKnown} WHERE content.sha256 = ?`).get(sha256) as KnownRow | undefined;
  return row && knownOf(row);
}

/** @throws AppError NOT_FOUND */
export function getKnown(session: MatterSession, id: string): KnownEvidence {
  const row = session.prepare(`${selectKnown} WHERE item.id = ?`).get(id) as KnownRow | undefined;
  if (!row) throw new AppError('NOT_FOUND', { what: 'evidence' });
  return knownOf(row);
}

/** What has been extracted from an item so far, by its position in it. */
export function listMembers(session: MatterSession, parentId: string): Map<number, KnownEvidence> {
  const rows = session
    .prepare(
      `SELECT member.position, known.* FROM evidence_member AS member JOIN (${selectKnown}) AS known
         ON known.id = member.child_id WHERE member.parent_id = ?`,
    )
    .all(parentId) as (KnownRow & { position: number })[];
  return new Map(rows.map(({ position, ...row }) => [position, knownOf(row)]));
}

/** Writes that an item came in another. Must run inside a transaction. */
export function insertMember(
  session: MatterSession,
  member: {
    readonly parentId: string;
    readonly position: number;
    readonly childId: string;
    readonly name: string;
  },
): void {
  const { parentId, position, childId, name } = member;
  session.run(
    sql.insertInto('evidence_member').values({ parent_id: parentId, position, child_id: childId, name }),
  );
}

/** Writes how the extraction of members ended, with the problems the item now has. Must run inside a transaction. */
export function writeUnpacking(
  session: MatterSession,
  contentId: number,
  { isComplete, problems }: { readonly isComplete: boolean; readonly problems: readonly Problem[] },
): void {
  session.run(
    sql
      .updateTable('unpacking')
      .set({ state: isComplete ? 'done' : 'partial' })
      .where('content_id', '=', contentId),
  );
  session.run(
    sql
      .updateTable('inspection')
      .set({ problems: JSON.stringify(problems) })
      .where('content_id', '=', contentId),
  );
}

/** Lower-case hexadecimal digests of an original, for other people's lists. */
export interface OtherDigests {
  readonly md5: string;
  readonly sha1: string;
}

/** Must run inside a transaction. */
export function insertDigests(session: MatterSession, contentId: number, { md5, sha1 }: OtherDigests): void {
  session.run(
    sql
      .insertInto('content_digest')
      .values({ content_id: contentId, md5, sha1 })
      .onConflict((conflict) => conflict.doNothing()),
  );
}

/** What makes stored content an item of evidence. */
export interface NewEvidence {
  readonly id: string;
  readonly contentId: number;
  readonly kind: EvidenceKind;
  readonly originalName: string;
  readonly title: string;
  readonly custodian: string;
  readonly source: string;
  readonly collected: Collected;
  readonly isArchived: boolean;
  readonly reading: Reading;
}

/** Writes the rows that make stored content an item of evidence. Must run inside a transaction. */
export function insertEvidence(session: MatterSession, item: NewEvidence): void {
  const { id, contentId, title, custodian, source, collected } = item;
  session.run(
    sql.insertInto('evidence_item').values({
      id,
      content_id: contentId,
      kind: item.kind,
      original_name: item.originalName,
      received_at: session.platform.now(),
    }),
  );
  session.run(
    sql.insertInto('evidence_description').values({
      id,
      title,
      custodian,
      source,
      is_archived: item.isArchived ? 1 : 0,
      collected_at: collected.at,
      collected_by: collected.by,
      collected_where: collected.where,
      collected_how: collected.how,
    }),
  );
  writeReading(session, contentId, item.reading);
}

/** What a file does not say itself, the load file of its production says, also once the file is read again. */
function writeClaims(session: MatterSession, contentId: number, { claims, given = [] }: Reading): void {
  const said = claims.map(({ field }) => field);
  session.run(
    sql
      .deleteFrom('claim')
      .where('content_id', '=', contentId)
      .where(({ or, eb }) => or([eb('is_given', '=', 0), eb('field', 'in', said)])),
  );
  for (const { field, value } of claims)
    session.run(sql.insertInto('claim').values({ content_id: contentId, field, value }));
  for (const { field, value } of given)
    if (!said.includes(field))
      session.run(sql.insertInto('claim').values({ content_id: contentId, field, value, is_given: 1 }));
}

/**
 * Writes what a reader found in an original, in place of what one found before. Must run inside a transaction.
 * Whether members are still to be extracted is `unpacking`'s to say; it begins as partial where there are any.
 */
export function writeReading(session: MatterSession, contentId: number, reading: Reading): void {
  const found = {
    inspected_at: session.platform.now(),
    app_version: session.platform.appVersion,
    pages: reading.pages,
    has_text: reading.hasText ? 1 : 0,
    needs_ocr: reading.needsOcr ? 1 : 0,
    problems: JSON.stringify(reading.problems),
    report: JSON.stringify(reading.report),
  };
  session.run(
    sql
      .insertInto('inspection')
      .values({ content_id: contentId, ...found })
      .onConflict((conflict) => conflict.column('content_id').doUpdateSet(found)),
  );
  writeClaims(session, contentId, reading);
  session.run(
    sql.deleteFrom('fingerprint').where('content_id', '=', contentId).where('kind', 'in', ['mail', 'image']),
  );
  for (const { kind, value } of reading.fingerprints)
    session.run(
      sql
        .insertInto('fingerprint')
        .values({ content_id: contentId, kind, value })
        .onConflict((conflict) => conflict.doNothing()),
    );
  if (reading.hasMembers)
    session.run(
      sql
        .insertInto('unpacking')
        .values({ content_id: contentId, state: 'partial' })
        .onConflict((conflict) => conflict.doNothing()),
    );
}
