import type Database from 'better-sqlite3';
import { AppError } from '../../../../shared/errors/app-error.ts';
import { attempt, problem, type CheckProblem } from './database-checks.ts';

/**
 * What an item is called and where it came from: its column, where the event of its receipt says it and what that means which does
 * not, and what events of later changes call it; null where it never changes.
 */
const fields = [
  { words: 'file name', column: 'item.original_name', received: '$.name', unsaid: null, described: null },
  { words: 'title', column: 'description.title', received: null, unsaid: null, described: 'title' },
  {
    words: 'custodian',
    column: 'description.custodian',
    received: '$.custodian',
    unsaid: null,
    described: 'custodian',
  },
  { words: 'source', column: 'description.source', received: '$.source', unsaid: null, described: 'source' },
  ...(['at', 'by', 'where', 'how'] as const).map((part) => ({
    words: 'collection',
    column: `description.collected_${part}`,
    received: `$.collected.${part}`,
    unsaid: '',
    described: `collected${part[0]!.toUpperCase()}${part.slice(1)}`,
  })),
];

/**
 * Compares what items are called and where they came from, which certificates tell a court, with their custody. A change may have
 * been undone since: any value that custody knows will do.
 *
 * @param db a matter of this version's format; only read
 */
export function checkDescriptions(db: Database.Database): CheckProblem[] {
  return alteredRecords(db).map(({ id, title, what }) =>
    problem(id, new AppError('EVIDENCE_RECORD_ALTERED', { title, what })),
  );
}

/** An item whose record is not what its custody says. */
export interface AlteredRecord {
  readonly id: string;
  readonly title: string;
  /** What of it differs, in words: “title, custodian”. */
  readonly what: string;
}

/**
 * Items that are called otherwise, or came from elsewhere, than their custody says.
 *
 * @param ids of those that are looked at; left out for all
 */
export function alteredRecords(db: Database.Database, ids?: readonly string[]): AlteredRecord[] {
  const altered = new Map<string, { title: string; words: Set<string> }>();
  for (const { words, ...field } of fields)
    for (const { id, title } of attempt(() => unknownValues(db, field, ids)) ?? []) {
      const known = altered.get(id) ?? { title, words: new Set() };
      altered.set(id, { title, words: known.words.add(words) });
    }
  return [...altered].map(([id, { title, words }]) => ({ id, title, what: [...words].join(', ') }));
}

/** Items with a value of a field that no event of their custody has. */
function unknownValues(
  db: Database.Database,
  { column, received, unsaid, described }: Omit<(typeof fields)[number], 'words'>,
  ids?: readonly string[],
): { id: string; title: string }[] {
  const change = `SELECT 1 FROM custody_event AS change WHERE change.evidence_id = item.id AND change.action = 'described'`;
  const [before, after] = ['before', 'after'].map(
    (side) => `json_extract(change.details, '$.${side}.${described}')`,
  );
  const isChanged = `EXISTS (${change} AND ${column} IN (${before}, ${after}))`;
  // The first title is made of the name by the app: only where it was changed is it in the record.
  const differs =
    received === null
      ? `EXISTS (${change} AND ${after} IS NOT NULL)`
      : `coalesce(json_extract(receipt.details, '${received}'), ${unsaid === null ? column : `'${unsaid}'`}) IS NOT ${column}`;
  return db
    .prepare<{ ids: string | null }, { id: string; title: string }>(
      `SELECT item.id, description.title FROM evidence_item AS item
         JOIN evidence_description AS description ON description.id = item.id
         JOIN custody_event AS receipt ON receipt.evidence_id = item.id AND receipt.action = 'received'
        WHERE (@ids IS NULL OR item.id IN (SELECT value FROM json_each(@ids))) AND ${differs}${described === null ? '' : ` AND NOT ${isChanged}`}
        ORDER BY item.id`,
    )
    .all({ ids: ids ? JSON.stringify(ids) : null });
}
