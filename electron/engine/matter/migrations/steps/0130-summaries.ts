import type { Database } from 'better-sqlite3';
import type { Migration } from '../migration.ts';
import { changeTriggers } from './change-triggers.ts';

/** Items keep what they show, for summaries under Fed. R. Evid. 1006. */
export const summaries: Migration = {
  version: 130,
  name: 'summaries',
  up(db: Database) {
    db.exec(/* sql */ `
      CREATE TABLE summary_description (
        id TEXT PRIMARY KEY REFERENCES evidence_item (id),
        shows TEXT NOT NULL
      ) STRICT;
    `);
    db.exec(changeTriggers('summary_description', ['id', 'shows']));
  },
};
