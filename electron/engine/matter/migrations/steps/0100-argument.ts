import type { Database } from 'better-sqlite3';
import type { Migration } from '../migration.ts';
import { changeTriggers } from './change-triggers.ts';

/** The tables of this step, with all their columns. */
const undoable = {
  element: ['id', 'claim', 'name', 'standard', 'position', 'created_at'],
  fact: ['id', 'text', 'date', 'dispute', 'allegation', 'note', 'author', 'created_at', 'updated_at'],
  bearing: ['id', 'fact_id', 'element_id', 'side'],
  pin_cite: [
    'id',
    'fact_id',
    'evidence_id',
    'page',
    'at_ms',
    'quote',
    'prefix',
    'suffix',
    'paragraph',
    'created_at',
  ],
} as const;

/** Facts with their pin cites, and the elements they bear on. */
export const argument: Migration = {
  version: 100,
  name: 'argument',
  up(db: Database) {
    db.exec(/* sql */ `
      CREATE TABLE element (
        id TEXT PRIMARY KEY,
        -- The claim or relief it belongs to, as it is written.
        claim TEXT NOT NULL,
        name TEXT NOT NULL,
        standard TEXT NOT NULL,
        position INTEGER NOT NULL,
        created_at TEXT NOT NULL
      ) STRICT;
      CREATE TABLE fact (
        id TEXT PRIMARY KEY,
        text TEXT NOT NULL,
        -- A FactDate; null where nobody knows.
        date TEXT CHECK (date IS NULL OR json_valid(date)),
        dispute TEXT NOT NULL CHECK (dispute IN ('unknown', 'undisputed', 'disputed')),
        allegation TEXT NOT NULL,
        note TEXT NOT NULL,
        author TEXT NOT NULL CHECK (json_valid(author)),
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL
      ) STRICT;
      CREATE TABLE bearing (
        -- fact_id, a space, element_id.
        id TEXT PRIMARY KEY,
        fact_id TEXT NOT NULL REFERENCES fact (id),
        element_id TEXT NOT NULL REFERENCES element (id),
        side TEXT NOT NULL CHECK (side IN ('for', 'against'))
      ) STRICT;
      CREATE INDEX bearing_fact ON bearing (fact_id);
      CREATE INDEX bearing_element ON bearing (element_id);
      CREATE TABLE pin_cite (
        id TEXT PRIMARY KEY,
        fact_id TEXT NOT NULL REFERENCES fact (id),
        evidence_id TEXT NOT NULL REFERENCES evidence_item (id),
        -- Page, or part of what has no pages; null of the item as a whole and of a moment of a recording.
        page INTEGER CHECK (page > 0),
        at_ms INTEGER CHECK (at_ms >= 0),
        -- The words that show it, and what stands before and after them.
        quote TEXT NOT NULL,
        prefix TEXT NOT NULL,
        suffix TEXT NOT NULL,
        paragraph TEXT NOT NULL,
        created_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX pin_cite_fact ON pin_cite (fact_id);
      CREATE INDEX pin_cite_evidence ON pin_cite (evidence_id);
    `);
    for (const [table, columns] of Object.entries(undoable)) db.exec(changeTriggers(table, columns));
  },
};
