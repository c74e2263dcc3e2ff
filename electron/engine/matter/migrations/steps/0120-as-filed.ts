import type { Database } from 'better-sqlite3';
import type { Migration } from '../migration.ts';

/** Files of a build keep how they came back from the court. */
export const asFiled: Migration = {
  version: 120,
  name: 'as-filed',
  up(db: Database) {
    db.exec(/* sql */ `
      CREATE TABLE as_filed (
        id TEXT PRIMARY KEY,
        build_id TEXT NOT NULL REFERENCES build (id) ON DELETE CASCADE,
        output_id TEXT NOT NULL REFERENCES build_output (id) ON DELETE CASCADE,
        checked_at TEXT NOT NULL,
        person TEXT NOT NULL,
        -- An AsFiledFile.
        result TEXT NOT NULL CHECK (json_valid(result))
      ) STRICT;
      CREATE INDEX as_filed_build ON as_filed (build_id);
    `);
  },
};
