import type { Database } from 'better-sqlite3';
import type { Migration } from '../migration.ts';
import { changeTriggers } from './change-triggers.ts';

/** What load files say of documents stands apart from what files say of themselves, and can be corrected. */
export const givenClaims: Migration = {
  version: 220,
  name: 'given-claims',
  up(db: Database) {
    db.exec(/* sql */ `
      CREATE TABLE claim_new (
        -- No number is given twice: a step that is done again puts rows back under theirs.
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        content_id INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
        field TEXT NOT NULL,
        value TEXT NOT NULL,
        -- 1: said by the load file of a production, of a file that does not say it itself.
        is_given INTEGER NOT NULL DEFAULT 0 CHECK (is_given IN (0, 1))
      ) STRICT;
      INSERT INTO claim_new (id, content_id, field, value) SELECT id, content_id, field, value FROM claim;
      DROP TABLE claim;
      ALTER TABLE claim_new RENAME TO claim;
      CREATE INDEX claim_content ON claim (content_id, field);
      CREATE INDEX claim_field ON claim (field, value);
      ${changeTriggers('claim', ['id', 'content_id', 'field', 'value', 'is_given'])}
    `);
  },
};
