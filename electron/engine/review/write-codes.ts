import { AppError } from '../../../shared/errors/app-error.ts';
import type { Codes } from '../../../shared/model/review.ts';
import type { MatterSession } from '../store/session.ts';

/** Columns of what holds of an item, by the field they keep. */
const codeColumns = {
  isResponsive: 'is_responsive',
  relevance: 'relevance',
  privilege: 'privilege',
  privilegeNote: 'privilege_note',
} as const;
export type CodeColumn = (typeof codeColumns)[keyof typeof codeColumns];

/** Values of the columns that fields are kept in; fields that are undefined are left out. */
export function codeValues(codes: { readonly [F in keyof typeof codeColumns]?: Codes[F] | undefined }): [
  column: CodeColumn,
  value: string | number | null,
][] {
  return (Object.keys(codeColumns) as (keyof typeof codeColumns)[]).flatMap((field) => {
    const value = codes[field];
    if (value === undefined) return [];
    return [[codeColumns[field], typeof value === 'boolean' ? Number(value) : value] as const];
  });
}

/**
 * Writes what holds of many items, in one statement; rows that say so already are left alone, and out of the change log.
 *
 * @param ids items as a JSON array
 */
export function writeCodes(
  session: MatterSession,
  ids: string,
  values: readonly (readonly [column: CodeColumn | 'is_reviewed', value: string | number | null])[],
): void {
  if (values.length === 0) return;
  const assigned = values.map(([column]) => `${column} = ?`).join(', ');
  const differs = values.map(([column]) => `${column} IS NOT ?`).join(' OR ');
  const bound = values.map(([, value]) => value);
  session
    .prepare(
      `UPDATE evidence_description SET ${assigned}
         WHERE id IN (SELECT value FROM json_each(?)) AND (${differs})`,
    )
    .run(...bound, ids, ...bound);
}

/**
 * Puts issues on many items and takes others off; those that already have them, or do not, are left alone.
 *
 * @param ids items as a JSON array
 */
export function writeIssues(
  session: MatterSession,
  ids: string,
  { add, remove }: { add: readonly string[]; remove: readonly string[] },
): void {
  if (remove.length > 0)
    session
      .prepare(
        `DELETE FROM evidence_tag WHERE tag_id IN (SELECT value FROM json_each(?))
           AND evidence_id IN (SELECT value FROM json_each(?))`,
      )
      .run(JSON.stringify(remove), ids);
  // The pair is the id: one statement for any number of items.
  const insert = session.prepare(
    `INSERT INTO evidence_tag (id, evidence_id, tag_id) SELECT value || ' ' || ?, value, ? FROM json_each(?) WHERE true
       ON CONFLICT DO NOTHING`,
  );
  for (const issueId of add) insert.run(issueId, issueId, ids);
}

/**
 * The names of issues.
 * @throws AppError NOT_FOUND where one is not there, or is a tag of another kind
 */
export function issueNames(session: MatterSession, ids: readonly string[]): string[] {
  const find = session.prepare(`SELECT name FROM tag WHERE id = ? AND kind = 'issue'`).pluck();
  return ids.map((id) => {
    const name = find.get(id) as string | undefined;
    if (name === undefined) throw new AppError('NOT_FOUND', { what: 'issue code' });
    return name;
  });
}
