import type Database from 'better-sqlite3';

/**
 * Which tables each part of the list is read from. Texts and pages change while text is read in the background; the list reads
 * again only what it shows of them.
 */
const tablesOf = {
  items: ['evidence_item', 'inspection'],
  descriptions: ['evidence_description'],
  // What lists are sorted by and looked for words in: coding of items, done with single keys, leaves it alone.
  names: ['evidence_description'],
  claims: ['claim'],
  members: ['evidence_member'],
  tags: ['tag', 'evidence_tag'],
  uses: ['exhibit', 'exhibit_set', 'docket_entry'],
  recognised: ['page_text'],
  readings: ['text_reading'],
  bates: ['bates_seen'],
  alike: ['fingerprint'],
  notes: ['note'],
  codings: ['coding', 'coding_settled'],
} as const;
export type ListPart = keyof typeof tablesOf;
/** All parts of the list. */
export const listParts = Object.keys(tablesOf) as ListPart[];

/** Columns whose change counts, where not all of a table's do. */
const columnsOf: Partial<Record<ListPart, string>> = { names: 'title, custodian, source' };

/** How often each part has changed; equal numbers mean equal content. */
export type Versions = { readonly [P in ListPart]: number };

export interface TableWatch {
  /** The counts as they stand. */
  readonly versions: () => Versions;
  /** Items whose description changed since this was last asked; null when it could be any. */
  readonly takeDescribed: () => ReadonlySet<string> | null;
}

/**
 * Counts changes to what a list of evidence is read from: by triggers that live on this connection only, and by SQLite's own
 * counter for what other connections write. The matter file holds nothing of it.
 */
export function watchTables(db: Database.Database): TableWatch {
  const counts = Object.fromEntries(listParts.map((part) => [part, 0])) as { [P in ListPart]: number };
  let described: Set<string> | null = null;
  db.function('forthwith_list_changed', (part: unknown, id: unknown) => {
    counts[part as ListPart] += 1;
    if (part === 'descriptions') {
      if (id === null) described = null;
      else described?.add(id as string);
    }
    return null;
  });
  for (const part of listParts)
    for (const table of tablesOf[part])
      for (const event of ['INSERT', 'UPDATE', 'DELETE']) {
        const columns = event === 'UPDATE' ? columnsOf[part] : undefined;
        const id = part === 'descriptions' && event === 'UPDATE' ? 'new.id' : 'NULL';
        db.exec(
          `CREATE TEMP TRIGGER ${table}_list_${part}_${event.toLowerCase()}
             AFTER ${event} ${columns === undefined ? '' : `OF ${columns}`} ON main.${table}
             BEGIN SELECT forthwith_list_changed('${part}', ${id}); END`,
        );
      }
  let dataVersion = db.pragma('data_version', { simple: true }) as number;
  return {
    versions: () => {
      const now = db.pragma('data_version', { simple: true }) as number;
      if (now !== dataVersion) {
        for (const part of listParts) counts[part] += 1;
        described = null;
      }
      dataVersion = now;
      return { ...counts };
    },
    takeDescribed: () => {
      const taken = described;
      described = new Set();
      return taken;
    },
  };
}
