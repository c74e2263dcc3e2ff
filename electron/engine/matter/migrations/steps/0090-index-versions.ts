import type { Database } from 'better-sqlite3';
import type { Migration } from '../migration.ts';

/** Rows of the index and readings of texts say by which version of the rules they were made. */
export const indexVersions: Migration = {
  version: 90,
  name: 'index-versions',
  up(db: Database) {
    db.exec(/* sql */ `
      -- The folding a row was indexed by (foldingVersion); 0 where it was the triggers' own, or is not known.
      ALTER TABLE search_subject ADD COLUMN folding INTEGER NOT NULL DEFAULT 0;
      CREATE INDEX search_subject_folding ON search_subject (kind, folding);
      -- The version of its kind's reader that read a text (textReaders); 0 where it is not known.
      ALTER TABLE text_reading ADD COLUMN reader INTEGER NOT NULL DEFAULT 0;
      -- Pictures and unknown files hold no text that could be read better.
      UPDATE text_reading SET reader = 1 WHERE content_id IN (
        SELECT content_id FROM evidence_item
          WHERE kind IN ('jpeg', 'png', 'webp', 'gif', 'tiff', 'heic', 'avif', 'bmp', 'native'));
    `);
  },
};
