import type Database from 'better-sqlite3';

/**
 * Which tables each part of the list is read from. Texts and pages change while text is read in the background; the list reads
 * again only what it shows of them.
 */
const tablesOf = {
  items: ['evidence_item', 'inspection'],
  descriptions: ['evidence_description'],
  claims: ['claim'],
  members: ['evidence_member'],
  tags: ['tag', 'evidence_tag'],
  uses: ['exhibit', 'exhibit_set', 'docket_entry'],
  recognised: ['page_text'],
  readings: ['text_reading'],
  bates: ['bates_seen'],
  alike: ['fingerprint'],
} as const;
export type ListPart = keyof typeof tablesOf;
const parts = Object.keys(tablesOf) as ListPart[];

/** How often each part has changed; equal numbers mean equal content. */
export type Versions = { readonly [P in ListPart]: number };

/**
 * Counts changes to what a list of evidence is read from: by triggers that live on this connection only, and by SQLite's own
 * counter for what other connections write. The matter file holds nothing of it.
 *
 * @returns a function that answers the counts as they stand
 */
export function watchTables(db: Database.Database): () => Versions {
  const counts = Object.fromEntries(parts.map((part) => [part, 0])) as { [P in ListPart]: number };
  db.function('forthwith_list_changed', (part: unknown) => {
    counts[part as ListPart] += 1;
    return null;
  });
  for (const part of parts)
    for (const table of tablesOf[part])
      for (const event of ['INSERT', 'UPDATE', 'DELETE'])
        db.exec(
          `CREATE TEMP TRIGGER ${table}_list_${event.toLowerCase()} AFTER ${event} ON main.${table}
             BEGIN SELECT forthwith_list_changed('${part}'); END`,
        );
  let dataVersion = db.pragma('data_version', { simple: true }) as number;
  return () => {
    const now = db.pragma('data_version', { simple: true }) as number;
    if (now !== dataVersion) for (const part of parts) counts[part] += 1;
    dataVersion = now;
    return { ...counts };
  };
}
