import type Database from 'better-sqlite3';
import { AppError } from '../../../../shared/errors/app-error.ts';
import { attempt, ofDetails, problem, type CheckProblem } from './database-checks.ts';

/**
 * What an item is called and where it came from: the column, where its receipt event records the value and what a receipt
 * without one means, and the name of the field in later change events; null if it never changes.
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
 * Compares items' names and sources, which certificates state to a court, with their custody. A change may have been undone
 * since, so any value that custody records is accepted.
 *
 * @param db a matter of this version's format; only read
 */
export function checkDescriptions(db: Database.Database): CheckProblem[] {
  return alteredRecords(db).map(({ id, title, what }) =>
    problem(id, new AppError('EVIDENCE_RECORD_ALTERED', { title, what })),
  );
}

/** An item whose record differs from its custody. */
export interface AlteredRecord {
  readonly id: string;
  readonly title: string;
  /** Which fields differ, in words: “title, custodian”. */
  readonly what: string;
}

/**
 * Items whose name or source differs from their custody.
 *
 * @param ids of the items to check; all if omitted
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

/** Items whose value of a field appears in no event of their custody. */
function unknownValues(
  db: Database.Database,
  { column, received, unsaid, described }: Omit<(typeof fields)[number], 'words'>,
  ids?: readonly string[],
): { id: string; title: string }[] {
  const change = `SELECT 1 FROM custody_event AS change WHERE change.evidence_id = item.id AND change.action = 'described'`;
  const [before, after] = ['before', 'after'].map((side) => ofDetails('change', `$.${side}.${described}`));
  const isChanged = `EXISTS (${change} AND ${column} IN (${before}, ${after}))`;
  // The app derives the first title from the file name; custody records a title only once it is changed.
  const differs =
    received === null
      ? `EXISTS (${change} AND ${after} IS NOT NULL)`
      : `coalesce(${ofDetails('receipt', received)}, ${unsaid === null ? column : `'${unsaid}'`}) IS NOT ${column}`;
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
