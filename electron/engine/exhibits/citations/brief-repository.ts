import type { EvidenceId } from '../../../../shared/model/common.ts';
import type { CitationReport } from '../../../../shared/model/exhibits.ts';
import { sql } from '../../store/query-builder.ts';
import type { MatterSession } from '../../store/session.ts';

/** A brief of the matter as it was last checked against a set. */
export interface CheckedBrief extends CitationReport {
  readonly evidenceId: EvidenceId;
  readonly checkedAt: string;
}

/** Remembers a check in place of the one before. Must run inside a transaction. */
export function storeCheck(
  session: MatterSession,
  setId: string,
  evidenceId: string,
  report: CitationReport,
): void {
  const row = { checked_at: session.platform.now(), report: JSON.stringify(report) };
  session.run(
    sql
      .insertInto('brief_check')
      .values({ id: session.platform.newId(), set_id: setId, evidence_id: evidenceId, ...row })
      .onConflict((conflict) => conflict.columns(['set_id', 'evidence_id']).doUpdateSet(row)),
  );
}

/** Briefs checked against a set, newest check first. */
export function listChecks(session: MatterSession, setId: string): CheckedBrief[] {
  return session
    .all(
      sql
        .selectFrom('brief_check')
        .select(['evidence_id', 'checked_at', 'report'])
        .where('set_id', '=', setId)
        .orderBy('checked_at', 'desc')
        .orderBy('id', 'desc'),
    )
    .map(({ evidence_id: evidenceId, checked_at: checkedAt, report }) => ({
      ...(JSON.parse(report) as CitationReport),
      evidenceId: evidenceId as EvidenceId,
      checkedAt,
    }));
}
