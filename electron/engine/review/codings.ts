import { AppError } from '../../../shared/errors/app-error.ts';
import type { EvidenceId, Person, TagId } from '../../../shared/model/common.ts';
import type { Codes, Coding } from '../../../shared/model/review.ts';
import type { MatterSession } from '../store/session.ts';
import type { ReviewTables } from '../store/review-tables.ts';

type CodingRow = ReviewTables['coding'];

/** The id of a reviewer's row of an item: a person is known by the name alone, however it is written. */
export function codingId(evidenceId: string, reviewer: Pick<Person, 'name'>): string {
  return `${evidenceId} ${reviewerKey(reviewer)}`;
}

/** A reviewer's name in the form that tells reviewers apart; empty of an unnamed person. */
export function reviewerKey({ name }: Pick<Person, 'name'>): string {
  return name.trim().toLowerCase();
}

/** A row as the coding it is. */
export function codingOf(row: CodingRow): Coding {
  return {
    evidenceId: row.evidence_id,
    reviewer: JSON.parse(row.reviewer) as Person,
    codes: {
      isResponsive: row.is_responsive === null ? null : row.is_responsive === 1,
      relevance: row.relevance,
      privilege: row.privilege,
      privilegeNote: row.privilege_note,
      issueIds: JSON.parse(row.issue_ids) as TagId[],
    },
    codedAt: row.coded_at,
    copyId: row.copy_id,
  };
}

/** The row of a coding. Issues are kept sorted. */
export function codingRow({ evidenceId, reviewer, codes, codedAt, copyId }: Coding): CodingRow {
  return {
    id: codingId(evidenceId, reviewer),
    evidence_id: evidenceId,
    reviewer: JSON.stringify(reviewer),
    is_responsive: codes.isResponsive === null ? null : Number(codes.isResponsive),
    relevance: codes.relevance,
    privilege: codes.privilege,
    privilege_note: codes.privilegeNote,
    issue_ids: JSON.stringify([...new Set(codes.issueIds)].toSorted()),
    coded_at: codedAt,
    copy_id: copyId,
  };
}

/** What was decided about items, by item, newest first; a fixed number of queries. */
export function readCodings(session: MatterSession, ids: readonly string[]): Map<string, Coding[]> {
  const rows = session
    .prepare(
      `SELECT * FROM coding WHERE evidence_id IN (SELECT value FROM json_each(?)) ORDER BY coded_at DESC, id`,
    )
    .all(JSON.stringify(ids)) as CodingRow[];
  return Map.groupBy(rows.map(codingOf), ({ evidenceId }) => evidenceId);
}

/** What holds of items in the matter; items that are not there are left out. */
export function readCodes(session: MatterSession, ids: readonly string[]): Map<string, Codes> {
  const list = JSON.stringify(ids);
  const issues = session
    .prepare(
      `SELECT e.evidence_id, e.tag_id FROM evidence_tag e JOIN tag t ON t.id = e.tag_id
         WHERE t.kind = 'issue' AND e.evidence_id IN (SELECT value FROM json_each(?)) ORDER BY e.tag_id`,
    )
    .all(list) as { evidence_id: string; tag_id: TagId }[];
  const issueIds = Map.groupBy(issues, (row) => row.evidence_id);
  const rows = session
    .prepare(
      `SELECT id, is_responsive, relevance, privilege, privilege_note FROM evidence_description
         WHERE id IN (SELECT value FROM json_each(?))`,
    )
    .all(list) as (Pick<CodingRow, 'is_responsive' | 'relevance' | 'privilege' | 'privilege_note'> & {
    id: string;
  })[];
  return new Map(
    rows.map((row) => [
      row.id,
      {
        isResponsive: row.is_responsive === null ? null : row.is_responsive === 1,
        relevance: row.relevance,
        privilege: row.privilege,
        privilegeNote: row.privilege_note,
        issueIds: (issueIds.get(row.id) ?? []).map(({ tag_id: tagId }) => tagId),
      },
    ]),
  );
}

/**
 * Who decided what about an item, and when, newest first; and what holds.
 * @throws AppError NOT_FOUND
 */
export function listCodings(
  session: MatterSession,
  evidenceId: EvidenceId,
): { codes: Codes; codings: Coding[] } {
  const codes = readCodes(session, [evidenceId]).get(evidenceId);
  if (!codes) throw new AppError('NOT_FOUND', { what: 'evidence' });
  return { codes, codings: readCodings(session, [evidenceId]).get(evidenceId) ?? [] };
}
