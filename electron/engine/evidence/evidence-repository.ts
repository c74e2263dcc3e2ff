import type { EvidenceKind } from '../../../shared/model/evidence.ts';
import { sql } from '../store/query-builder.ts';
import type { MatterSession } from '../store/session.ts';
import type { Inspection } from './intake/inspection.ts';

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

/** Writes the rows that make stored content an item of evidence. Must run inside a transaction. */
export function insertEvidence(
  session: MatterSession,
  item: {
    id: string;
    contentId: number;
    kind: EvidenceKind;
    originalName: string;
    title: string;
    custodian: string;
    source: string;
    inspection: Inspection;
  },
): void {
  const now = session.platform.now();
  const { id, contentId, title, custodian, source, inspection } = item;
  session.run(
    sql.insertInto('evidence_item').values({
      id,
      content_id: contentId,
      kind: item.kind,
      original_name: item.originalName,
      received_at: now,
    }),
  );
  session.run(
    sql.insertInto('evidence_description').values({ id, title, custodian, source, is_archived: 0 }),
  );
  session.run(
    sql.insertInto('inspection').values({
      content_id: contentId,
      inspected_at: now,
      app_version: session.platform.appVersion,
      pages: inspection.pages,
      has_text: inspection.hasText ? 1 : 0,
      needs_ocr: inspection.needsOcr ? 1 : 0,
      problems: JSON.stringify(inspection.problems),
      report: JSON.stringify(inspection.report),
    }),
  );
}
