import type { Api } from '../../../shared/contract/api.ts';
import type { ParsedInputOf } from '../../../shared/contract/define.ts';
import { formatNumber } from '../../../shared/domain/amounts.ts';
import { decisionWords } from '../../../shared/domain/review/decision-words.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { EvidenceId } from '../../../shared/model/common.ts';
import type { CommandContext } from '../handlers.ts';
import type { MatterSession } from '../store/session.ts';
import { reviewerKey } from './codings.ts';
import { codeValues, issueNames, writeCodes, writeIssues } from './write-codes.ts';

/** What a person decides about items; what is left out stays as it is. */
export type Decision = ParsedInputOf<Api, 'review.code'>['decision'];

/**
 * Codes items in the acting person's name: what holds of them, and the person's own row of each. One that decides nothing is
 * kept as well: the person has read it. A hundred thousand items are a handful of statements.
 *
 * @returns how many items there were
 * @throws AppError NOT_FOUND when an item or an issue is not there
 */
export function codeItems(
  ids: readonly EvidenceId[],
  decision: Decision,
  { session, person, platform, describe }: CommandContext,
): { updated: number } {
  // In the order of their ids, in which indexes are written at half the cost of any other.
  const unique = [...new Set(ids)].toSorted();
  const list = JSON.stringify(unique);
  const issues = {
    // What is both put on and taken off is put on.
    add: [...new Set(decision.addIssueIds)],
    remove: [...new Set(decision.removeIssueIds)].filter((id) => !decision.addIssueIds.includes(id)),
  };
  const words = decisionWords({
    ...decision,
    addIssues: issueNames(session, issues.add),
    removeIssues: issueNames(session, issues.remove),
  });
  const name = nameOf(session, unique, list);
  describe(
    words === '' ? `mark ${name} ${decision.isReviewed ? 'reviewed' : 'read'}` : `code ${name} ${words}`,
  );
  const values = codeValues(decision);
  writeCodes(session, list, [...values, ...(decision.isReviewed ? [['is_reviewed', 1] as const] : [])]);
  writeIssues(session, list, issues);
  session.prepare(upsert(values.map(([column]) => column))).run({
    is_responsive: null,
    relevance: null,
    privilege: null,
    privilege_note: '',
    ...Object.fromEntries(values),
    ids: list,
    key: reviewerKey(person),
    reviewer: JSON.stringify(person),
    add: JSON.stringify(issues.add),
    remove: JSON.stringify(issues.remove),
    at: platform.now(),
  });
  return { updated: unique.length };
}

/** Writes a reviewer's rows; of those that are there, the columns named and the issues are changed. */
function upsert(columns: readonly string[]): string {
  const issues = (before: string) => /* sql */ `(
    SELECT json_group_array(value ORDER BY value) FROM (
      SELECT value FROM json_each(${before}) UNION SELECT value FROM json_each(@add)
    ) WHERE value NOT IN (SELECT value FROM json_each(@remove))
  )`;
  return /* sql */ `
    INSERT INTO coding (id, evidence_id, reviewer, is_responsive, relevance, privilege, privilege_note, issue_ids, coded_at)
      SELECT value || ' ' || @key, value, @reviewer, @is_responsive, @relevance, @privilege, @privilege_note,
             ${issues(`'[]'`)}, @at
        FROM json_each(@ids) WHERE true
      ON CONFLICT (id) DO UPDATE SET
        ${columns.map((column) => `${column} = excluded.${column},`).join(' ')}
        issue_ids = ${issues('coding.issue_ids')}, reviewer = excluded.reviewer, coded_at = excluded.coded_at, copy_id = NULL`;
}

/** Items as a step of the history names them, without reading more of them than that takes. */
function nameOf(session: MatterSession, unique: readonly EvidenceId[], list: string): string {
  const { found, title } = session
    .prepare(
      `SELECT count(*) AS found, min(title) AS title FROM evidence_description
         WHERE id IN (SELECT value FROM json_each(?))`,
    )
    .get(list) as { found: number; title: string };
  if (found !== unique.length) throw new AppError('NOT_FOUND', { what: 'evidence' });
  return found === 1 ? `“${title}”` : `${formatNumber(found)} items of evidence`;
}
