import type { Api } from '../../../shared/contract/api.ts';
import type { ParsedInputOf } from '../../../shared/contract/define.ts';
import { formatNumber } from '../../../shared/domain/amounts.ts';
import { relevanceWords } from '../../../shared/domain/evidence/relevance-words.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { CommandContext } from '../handlers.ts';
import { withoutUndefined } from '../platform/without-undefined.ts';
import { appendCustody } from '../store/custody.ts';
import { oneOf, sql } from '../store/query-builder.ts';
import type { MatterSession } from '../store/session.ts';

/** The fields of items that can be edited; those left out stay as they are. */
type DescriptionFields = ParsedInputOf<Api, 'evidence.update'>['fields'];

/** Columns that say what an item is and how it came: a change of them belongs into its custody. */
const custodyNames = {
  title: 'title',
  custodian: 'custodian',
  source: 'source',
  collected_at: 'collectedAt',
  collected_by: 'collectedBy',
  collected_where: 'collectedWhere',
  collected_how: 'collectedHow',
} as const;
type CustodyColumn = keyof typeof custodyNames;

const columns = [
  ...(Object.keys(custodyNames) as CustodyColumn[]),
  'note',
  'is_reviewed',
  'is_flagged',
  'relevance',
] as const;
type Columns = { [C in (typeof columns)[number]]?: string | number | null };

/**
 * Edits fields of items, all in one step. Custody keeps each change of what an item is and how it came, with what
 * stood before, even after it is undone; notes and coding are counsel's work product and go to the audit only.
 *
 * @returns how many items there were
 * @throws AppError NOT_FOUND
 */
export function describeEvidence(
  ids: readonly string[],
  fields: DescriptionFields,
  { session, person, describe }: CommandContext,
): { updated: number } {
  const rows = readDescriptions(session, ids);
  describe(summaryOf(fields, nameOf(rows)));
  const after = columnsOf(fields);
  const asked = Object.keys(after) as (keyof Columns)[];
  const changed = rows.filter((row) => asked.some((column) => row[column] !== after[column]));
  if (changed.length === 0) return { updated: rows.length };
  session.run(
    sql
      .updateTable('evidence_description')
      .set(after as Record<string, string | number | null>)
      .where('id', 'in', oneOf(changed.map(({ id }) => id))),
  );
  for (const row of changed) {
    const said = asked
      .filter((column): column is CustodyColumn => Object.hasOwn(custodyNames, column))
      .filter((column) => row[column] !== after[column]);
    if (said.length === 0) continue;
    const values = (of: Columns) =>
      Object.fromEntries(said.map((column) => [custodyNames[column], of[column]]));
    const details = { before: values(row), after: values(after) };
    appendCustody(session, { evidenceId: row.id, action: 'described', person, details });
  }
  return { updated: rows.length };
}

/**
 * Puts items out of sight, or back.
 *
 * @returns how many items there were
 * @throws AppError NOT_FOUND
 */
export function archiveEvidence(
  ids: readonly string[],
  isArchived: boolean,
  { session, person, describe }: CommandContext,
): { updated: number } {
  const rows = readDescriptions(session, ids);
  describe(`${isArchived ? 'archive' : 'bring back'} ${nameOf(rows)}`);
  const value = isArchived ? 1 : 0;
  const changed = rows.filter((row) => row.is_archived !== value).map(({ id }) => id);
  session.run(
    sql.updateTable('evidence_description').set({ is_archived: value }).where('id', 'in', oneOf(changed)),
  );
  const action = isArchived ? 'archived' : 'unarchived';
  for (const evidenceId of changed) appendCustody(session, { evidenceId, action, person });
  return { updated: rows.length };
}

/**
 * The editable fields of items, in the order asked for, each item once.
 * @throws AppError NOT_FOUND when one of them is not there
 */
export function readDescriptions(session: MatterSession, ids: readonly string[]) {
  const unique = [...new Set(ids)];
  const rows = session.all(
    sql.selectFrom('evidence_description').selectAll().where('id', 'in', oneOf(unique)),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return unique.map((id) => {
    const row = byId.get(id);
    if (!row) throw new AppError('NOT_FOUND', { what: 'evidence' });
    return row;
  });
}

/** Items as a step of the history names them. @example nameOf([letter]) // '“Letter of suspension”' */
export function nameOf(items: readonly { readonly title: string }[]): string {
  return items.length === 1 ? `“${items[0]!.title}”` : `${formatNumber(items.length)} items of evidence`;
}

function columnsOf({ collected, isReviewed, isFlagged, ...fields }: DescriptionFields): Columns {
  return withoutUndefined({
    ...fields,
    ...(collected && {
      collected_at: collected.at,
      collected_by: collected.by,
      collected_where: collected.where,
      collected_how: collected.how,
    }),
    is_reviewed: isReviewed === undefined ? undefined : Number(isReviewed),
    is_flagged: isFlagged === undefined ? undefined : Number(isFlagged),
  });
}

/** The step in a person's words: one mark by its name, anything more as a description. */
function summaryOf(fields: DescriptionFields, name: string): string {
  const asked = Object.entries(fields).filter(([, value]) => value !== undefined);
  const [only] = asked;
  if (asked.length === 1 && only) {
    if (only[0] === 'isReviewed') return `mark ${name} ${fields.isReviewed ? 'reviewed' : 'not reviewed'}`;
    if (only[0] === 'isFlagged') return `${fields.isFlagged ? 'flag' : 'unflag'} ${name}`;
    if (only[0] === 'relevance')
      return `rate ${name} ${relevanceWords(fields.relevance ?? null).toLowerCase()}`;
    if (only[0] === 'note') return `change the note of ${name}`;
  }
  return `describe ${name}`;
}
