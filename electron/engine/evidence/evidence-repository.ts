import type { Collected, EvidenceKind } from '../../../shared/model/evidence.ts';
import type { Reading } from '../formats/reading.ts';
import { sql } from '../store/query-builder.ts';
import type { MatterSession } from '../store/session.ts';

/** The item whose original has these bytes, if any. */
export function findBySha256(
  session: MatterSession,
  sha256: string,
): { id: string; kind: EvidenceKind; pages: number | null } | undefined {
  return session.get(
    sql
      .selectFrom('content')
      .innerJoin('evidence_item', 'evidence_item.content_id', 'content.id')
      .leftJoin('inspection', 'inspection.content_id', 'content.id')
      .select(['evidence_item.id', 'evidence_item.kind', 'inspection.pages'])
      .where('content.sha256', '=', sha256),
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
      is_archived: 0,
      collected_at: collected.at,
      collected_by: collected.by,
      collected_where: collected.where,
      collected_how: collected.how,
    }),
  );
  writeReading(session, contentId, item.reading);
}

/**
 * Writes what a reader found in an original, in place of what one found before. Must run inside a transaction.
 * Whether members are still to be taken out is `unpacking`'s to say; it begins as partial where there are any.
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
  session.run(sql.deleteFrom('claim').where('content_id', '=', contentId));
  for (const { field, value } of reading.claims)
    session.run(sql.insertInto('claim').values({ content_id: contentId, field, value }));
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
