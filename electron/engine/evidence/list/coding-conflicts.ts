import { differingFields } from '../../../../shared/domain/review/differing-fields.ts';
import type { Privilege } from '../../../../shared/model/evidence.ts';
import type { MatterSession } from '../../store/session.ts';

type CodingRow = [
  evidenceId: string,
  isResponsive: number | null,
  relevance: number | null,
  privilege: Privilege | null,
  privilegeNote: string,
  issueIds: string,
  codedAt: string,
  settledAt: string | null,
];

/** Codings of the items that more than one reviewer coded; few of all there are. */
const selectShared = (where: string) => /* sql */ `
  SELECT c.evidence_id, c.is_responsive, c.relevance, c.privilege, c.privilege_note, c.issue_ids, c.coded_at, s.settled_at
    FROM coding c LEFT JOIN coding_settled s ON s.id = c.evidence_id
    WHERE c.evidence_id IN (
      SELECT evidence_id FROM coding ${where} GROUP BY evidence_id HAVING count(*) > 1
    ) ORDER BY c.evidence_id`;
const selectAll = selectShared('');
const selectSome = selectShared('WHERE evidence_id IN (SELECT value FROM json_each(?))');

/**
 * Items about which reviewers decided differently, and nobody has settled that since the last of them decided.
 *
 * @param ids all items when null
 */
export function itemsInConflict(session: MatterSession, ids: readonly string[] | null): Set<string> {
  const rows = (
    ids === null
      ? session.prepare(selectAll).raw().all()
      : session.prepare(selectSome).raw().all(JSON.stringify(ids))
  ) as CodingRow[];
  const issues = new Set(
    session.prepare(`SELECT id FROM tag WHERE kind = 'issue'`).pluck().all() as string[],
  );
  const found = new Set<string>();
  for (let from = 0, to = 0; from < rows.length; from = to) {
    const [id] = rows[from]!;
    while (to < rows.length && rows[to]![0] === id) to += 1;
    if (isConflict(rows.slice(from, to), issues)) found.add(id);
  }
  return found;
}

/** @param issues there are: one that was deleted is decided by nobody any more */
function isConflict(rows: readonly CodingRow[], issues: ReadonlySet<string>): boolean {
  const settledAt = rows[0]![7];
  if (settledAt !== null && rows.every(([, , , , , , codedAt]) => codedAt <= settledAt)) return false;
  const codes = rows.map(([, isResponsive, relevance, privilege, privilegeNote, issueIds]) => ({
    isResponsive: isResponsive === null ? null : isResponsive === 1,
    relevance,
    privilege,
    privilegeNote,
    issueIds: (JSON.parse(issueIds) as string[]).filter((id) => issues.has(id)),
  }));
  return differingFields(codes).length > 0;
}
