import type { Database } from 'better-sqlite3';
import type { Migration } from '../migration.ts';
import { changeTriggers } from './change-triggers.ts';
import { searchTriggers } from './search-triggers.ts';

/** All columns of note. */
const columns = [
  'id',
  'evidence_id',
  'kind',
  'page',
  'quote',
  'prefix',
  'suffix',
  'rects',
  'at_ms',
  'text',
  'color',
  'is_work_product',
  'author',
  'created_at',
  'updated_at',
] as const;

/** Notes can be marks for redaction. */
export const redactionMarks: Migration = {
  version: 110,
  name: 'redaction-marks',
  up(db: Database) {
    // A check cannot be changed: the table is built again, and with it what hangs on it. Ids stay, and with them the rows of the search index.
    db.exec(/* sql */ `
      CREATE TABLE note_anew (
        id TEXT PRIMARY KEY,
        evidence_id TEXT NOT NULL REFERENCES evidence_item (id),
        kind TEXT NOT NULL CHECK (kind IN ('highlight', 'underline', 'box', 'note', 'bookmark', 'redaction')),
        -- Page, or part of what has no pages; null of the item as a whole and of a moment of a recording.
        page INTEGER CHECK (page > 0),
        -- The words marked, and what stands before and after them.
        quote TEXT NOT NULL,
        prefix TEXT NOT NULL,
        suffix TEXT NOT NULL,
        -- Array of {x, y, width, height}: points from the top left of the page as shown.
        rects TEXT NOT NULL CHECK (json_valid(rects)),
        at_ms INTEGER CHECK (at_ms >= 0),
        text TEXT NOT NULL,
        color TEXT NOT NULL,
        is_work_product INTEGER NOT NULL CHECK (is_work_product IN (0, 1)),
        author TEXT NOT NULL CHECK (json_valid(author)),
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL
      ) STRICT;
      INSERT INTO note_anew (${columns.join(', ')}) SELECT ${columns.join(', ')} FROM note;
      DROP TABLE note;
      ALTER TABLE note_anew RENAME TO note;
      CREATE INDEX note_evidence ON note (evidence_id, page);
      ${searchTriggers('note', 'note', 'new.text', ['text'])}
    `);
    db.exec(changeTriggers('note', columns));
  },
};
