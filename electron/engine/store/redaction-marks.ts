import type { EvidenceId } from '../../../shared/model/common.ts';
import type { NoteRect } from '../../../shared/model/notes.ts';
import type { MatterSession } from './session.ts';

/** A place that is marked for redaction. */
export interface RedactionMark {
  readonly evidenceId: EvidenceId;
  /** From 1. */
  readonly page: number;
  /** In points from the top left of the page as the reader shows it. */
  readonly rects: readonly NoteRect[];
  /** The words marked; empty for a drawn area. */
  readonly quote: string;
}

/** The redaction marks of some items, by page. */
export function readRedactionMarks(
  session: MatterSession,
  evidenceIds: readonly EvidenceId[],
): RedactionMark[] {
  const rows = session
    .prepare(
      `SELECT evidence_id AS evidenceId, page, rects, quote FROM note
        WHERE kind = 'redaction' AND evidence_id IN (SELECT value FROM json_each(?)) ORDER BY page, id`,
    )
    .all(JSON.stringify(evidenceIds)) as {
    evidenceId: EvidenceId;
    page: number;
    rects: string;
    quote: string;
  }[];
  return rows.map(({ rects, ...mark }) => ({ ...mark, rects: JSON.parse(rects) as NoteRect[] }));
}
