import type { Database } from 'better-sqlite3';
import type { Migration } from '../migration.ts';

/** Items keep the numbers under which a production brought them. */
export const productions: Migration = {
  version: 160,
  name: 'productions',
  up(db: Database) {
    db.exec(/* sql */ `
      CREATE TABLE produced_document (
        -- The load file that lists it, which is evidence itself.
        load_file_id TEXT NOT NULL REFERENCES evidence_item (id),
        -- Its row there; below zero the line of a document that only the list of page images has.
        place INTEGER NOT NULL,
        -- 1: the page images of a document whose item is its native file, as an item beside it.
        is_pages INTEGER NOT NULL CHECK (is_pages IN (0, 1)),
        evidence_id TEXT NOT NULL REFERENCES evidence_item (id),
        bates_first TEXT NOT NULL,
        bates_last TEXT NOT NULL,
        -- The text that was produced with it.
        text_id INTEGER REFERENCES content (id),
        PRIMARY KEY (load_file_id, place, is_pages)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX produced_document_item ON produced_document (evidence_id);
      CREATE INDEX produced_document_text ON produced_document (text_id);
      -- Page images come archived, by the ten thousand: how many are out of sight is asked with every look at the matter.
      CREATE INDEX evidence_description_archived ON evidence_description (id) WHERE is_archived = 1;
    `);
  },
};
