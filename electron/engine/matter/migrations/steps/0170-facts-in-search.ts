import type { Database } from 'better-sqlite3';
import type { Migration } from '../migration.ts';
import { folded, searchTriggers } from './search-triggers.ts';

const text = (row: string) => `${row}.text || char(10) || ${row}.note || char(10) || ${row}.allegation`;

/** Facts are found by what they say. */
export const factsInSearch: Migration = {
  version: 170,
  name: 'facts-in-search',
  up(db: Database) {
    db.exec(/* sql */ `
      ${searchTriggers('note', 'fact', text('new'), ['text', 'note', 'allegation'])}
      INSERT INTO search_subject (kind, ref) SELECT 'note', id FROM fact;
      INSERT INTO search_text (rowid, body)
        SELECT s.id, ${folded(text('f'))} FROM search_subject s JOIN fact f ON f.id = s.ref WHERE s.kind = 'note';
    `);
  },
};
