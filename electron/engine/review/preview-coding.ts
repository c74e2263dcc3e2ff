import type { Api } from '../../../shared/contract/api.ts';
import type { OutputOf } from '../../../shared/contract/define.ts';
import type { DecisionField } from '../../../shared/domain/review/decision-words.ts';
import type { EvidenceId } from '../../../shared/model/common.ts';
import type { MatterSession } from '../store/session.ts';
import type { Decision } from './code-items.ts';
import { codeValues, type CodeColumn } from './write-codes.ts';

const fieldOf: Readonly<Record<CodeColumn, DecisionField>> = {
  is_responsive: 'isResponsive',
  relevance: 'relevance',
  privilege: 'privilege',
  privilege_note: 'privilegeNote',
};

/** One thing a decision changes: which items it would give a value to, and which would lose another, as SQL over `d`. */
interface Change {
  readonly field: DecisionField;
  readonly filled: string;
  readonly replaced: string;
  readonly bound: Readonly<Record<string, string | number | null>>;
}

/**
 * What a decision about many items would change of what holds of them; items that are not there are left out. Of issues
 * `filled` counts items that would get one, `replaced` those that would lose one; of the review mark, items that would get it.
 */
export function previewCoding(
  session: MatterSession,
  ids: readonly EvidenceId[],
  decision: Decision,
): OutputOf<Api, 'review.preview'> {
  const changes = [
    ...codeValues(decision).map(columnChange),
    ...issueChange(decision),
    ...reviewChange(decision),
  ];
  const counts = changes.flatMap(({ filled, replaced }, at) => [
    `count(*) FILTER (WHERE ${filled}) AS filled_${at}`,
    `count(*) FILTER (WHERE ${replaced}) AS replaced_${at}`,
  ]);
  const anything = changes.map(({ filled, replaced }) => `${filled} OR ${replaced}`).join(' OR ') || 'false';
  const row = session
    .prepare(
      `SELECT count(*) AS items, count(*) FILTER (WHERE ${anything}) AS changed${counts.map((each) => `, ${each}`).join('')}
         FROM evidence_description d WHERE d.id IN (SELECT value FROM json_each(@ids))`,
    )
    .get({
      ids: JSON.stringify(ids),
      ...Object.assign({}, ...changes.map(({ bound }) => bound)),
    }) as Record<string, number>;
  return {
    items: row['items']!,
    changed: row['changed']!,
    fields: changes.map(({ field }, at) => ({
      field,
      filled: row[`filled_${at}`]!,
      replaced: row[`replaced_${at}`]!,
    })),
  };
}

function columnChange([column, value]: readonly [CodeColumn, string | number | null]): Change {
  const isNothing = value === null || value === '';
  const decided = `coalesce(d.${column}, '') <> ''`;
  return {
    field: fieldOf[column],
    filled: isNothing ? 'false' : `NOT ${decided}`,
    replaced: `(${decided} AND d.${column} IS NOT @${column})`,
    bound: { [column]: value },
  };
}

function issueChange({ addIssueIds, removeIssueIds }: Decision): Change[] {
  if (addIssueIds.length + removeIssueIds.length === 0) return [];
  const has = `EXISTS (SELECT 1 FROM evidence_tag e WHERE e.evidence_id = d.id AND e.tag_id`;
  return [
    {
      field: 'issueIds',
      filled: `EXISTS (SELECT 1 FROM json_each(@add) a WHERE NOT ${has} = a.value))`,
      replaced: `${has} IN (SELECT value FROM json_each(@remove)))`,
      bound: {
        add: JSON.stringify(addIssueIds),
        remove: JSON.stringify(removeIssueIds.filter((id) => !addIssueIds.includes(id))),
      },
    },
  ];
}

function reviewChange({ isReviewed }: Decision): Change[] {
  return isReviewed
    ? [{ field: 'isReviewed', filled: 'd.is_reviewed = 0', replaced: 'false', bound: {} }]
    : [];
}
