import type { Database } from 'better-sqlite3';
import { changeTriggers } from './change-triggers.ts';
import type { Migration } from '../migration.ts';

/** Tables whose rows a user edits from this step on, with all their columns. */
const undoable = {
  docket_entry: [
    'id',
    'number',
    'attachment',
    'filed_on',
    'entered_on',
    'text',
    'filer',
    'is_text_only',
    'is_sealed',
    'evidence_id',
    'created_at',
    'repeat',
    'short_text',
    'attorney',
    'entered_at',
    'is_restricted',
    'fee_note',
    'document_url',
    'document_id',
    'sequence',
    'page_count',
    'size_bytes',
    'links',
    'position',
    'is_gone',
    'court',
  ],
  docket_thread: ['id', 'parent_id'],
  docket_applied: ['id', 'applied_at'],
  docket_answer: ['id', 'answer'],
} as const;

/** The court's record: what entries say beyond a person's own words, the sources they came from, threads, reading marks. */
export const docketRecord: Migration = {
  version: 20,
  name: 'docket-record',
  up(db: Database) {
    db.exec(tables);
    for (const [table, columns] of Object.entries(undoable)) db.exec(changeTriggers(table, columns));
  },
};

const tables = /* sql */ `
  DROP TRIGGER docket_entry_log_insert;
  DROP TRIGGER docket_entry_log_update;
  DROP TRIGGER docket_entry_log_delete;
  DROP INDEX docket_entry_number;

  -- A court may give a number twice; the second row's repeat is 1.
  ALTER TABLE docket_entry ADD COLUMN repeat INTEGER NOT NULL DEFAULT 0 CHECK (repeat >= 0);
  ALTER TABLE docket_entry ADD COLUMN short_text TEXT NOT NULL DEFAULT '';
  ALTER TABLE docket_entry ADD COLUMN attorney TEXT NOT NULL DEFAULT '';
  ALTER TABLE docket_entry ADD COLUMN entered_at TEXT;
  ALTER TABLE docket_entry ADD COLUMN is_restricted INTEGER NOT NULL DEFAULT 0 CHECK (is_restricted IN (0, 1));
  ALTER TABLE docket_entry ADD COLUMN fee_note TEXT NOT NULL DEFAULT '';
  ALTER TABLE docket_entry ADD COLUMN document_url TEXT;
  ALTER TABLE docket_entry ADD COLUMN document_id TEXT;
  ALTER TABLE docket_entry ADD COLUMN sequence INTEGER;
  ALTER TABLE docket_entry ADD COLUMN page_count INTEGER;
  ALTER TABLE docket_entry ADD COLUMN size_bytes INTEGER;
  -- Array of {number, attachment}.
  ALTER TABLE docket_entry ADD COLUMN links TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(links));
  -- Place in the latest docket sheet, for entries without a number.
  ALTER TABLE docket_entry ADD COLUMN position INTEGER;
  ALTER TABLE docket_entry ADD COLUMN is_gone INTEGER NOT NULL DEFAULT 0 CHECK (is_gone IN (0, 1));
  -- {keys, values}: how sources name the entry, and what they said at the last import; a person's edits are told by it.
  -- Null for an entry kept by hand alone.
  ALTER TABLE docket_entry ADD COLUMN court TEXT CHECK (court IS NULL OR json_valid(court));
  CREATE UNIQUE INDEX docket_entry_number ON docket_entry (number, ifnull(attachment, 0), repeat) WHERE number IS NOT NULL;

  -- Rows of sources, each distinct one once, however many sheets repeat it.
  CREATE TABLE docket_observation (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
    -- A ParsedEntry.
    body TEXT NOT NULL CHECK (json_valid(body))
  ) STRICT;
  CREATE TRIGGER docket_observation_no_update BEFORE UPDATE ON docket_observation
    BEGIN SELECT raise(ABORT, 'what a source said never changes'); END;

  -- A page, notice, feed or table as it came, and what was read in it.
  CREATE TABLE docket_source (
    -- Made from the bytes and what was read in them: the same page read the same way has the same id in every matter.
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    printed_at TEXT,
    -- printed_at, else the latest date among the entries.
    made_at TEXT NOT NULL,
    read_at TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    bytes BLOB NOT NULL,
    is_complete INTEGER NOT NULL CHECK (is_complete IN (0, 1)),
    header TEXT NOT NULL CHECK (json_valid(header)),
    parties TEXT NOT NULL CHECK (json_valid(parties)),
    warnings TEXT NOT NULL CHECK (json_valid(warnings)),
    -- Ids of docket_observation in the order printed.
    observations TEXT NOT NULL CHECK (json_valid(observations)),
    -- 0 while only read for a preview; such rows are swept when the matter is opened. 1 for ever once it was imported, even
    -- where the import was undone.
    was_applied INTEGER NOT NULL DEFAULT 0 CHECK (was_applied IN (0, 1))
  ) STRICT;
  CREATE INDEX docket_source_sha256 ON docket_source (sha256);
  CREATE TRIGGER docket_source_no_update BEFORE UPDATE ON docket_source
    WHEN old.was_applied = 1 OR new.bytes IS NOT old.bytes OR new.observations IS NOT old.observations
    BEGIN SELECT raise(ABORT, 'what a source said never changes'); END;
  CREATE TRIGGER docket_source_no_delete BEFORE DELETE ON docket_source WHEN old.was_applied = 1
    BEGIN SELECT raise(ABORT, 'an imported source is kept'); END;

  -- What was read for a preview, in the order given; swept when the matter is opened.
  CREATE TABLE docket_read (
    id INTEGER PRIMARY KEY,
    import_id TEXT NOT NULL,
    source_id TEXT REFERENCES docket_source (id) ON DELETE CASCADE,
    -- Name, warnings and error of the source.
    report TEXT NOT NULL CHECK (json_valid(report))
  ) STRICT;
  CREATE INDEX docket_read_import ON docket_read (import_id);

  -- Sources the docket is made of now. One row a source; undoing an import takes its rows away.
  CREATE TABLE docket_applied (
    id TEXT PRIMARY KEY REFERENCES docket_source (id),
    applied_at TEXT NOT NULL
  ) STRICT;
  -- Whether two rows of sources are one entry, as a person said.
  CREATE TABLE docket_answer (
    id TEXT PRIMARY KEY,
    answer TEXT NOT NULL CHECK (answer IN ('same', 'different'))
  ) STRICT;
  -- Where a person put an entry; null for the top.
  CREATE TABLE docket_thread (
    id TEXT PRIMARY KEY REFERENCES docket_entry (id) ON DELETE CASCADE,
    parent_id TEXT REFERENCES docket_entry (id) ON DELETE CASCADE
  ) STRICT;
  CREATE INDEX docket_thread_parent ON docket_thread (parent_id) WHERE parent_id IS NOT NULL;
  -- Imported entries that were read. A mark, not an edit.
  CREATE TABLE docket_seen (
    entry_id TEXT PRIMARY KEY
  ) STRICT;
`;
