import type { Database } from 'better-sqlite3';
import { changeTriggers } from './change-triggers.ts';
import type { Migration } from '../migration.ts';

/** Tables whose rows a user edits, and may undo. Each has `id TEXT PRIMARY KEY`. */
const undoable = {
  matter: ['id', 'title', 'court', 'number', 'judge', 'timezone', 'is_sample', 'created_at'],
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
  ],
  evidence_description: ['id', 'title', 'custodian', 'source', 'is_archived'],
  exhibit_set: [
    'id',
    'name',
    'scheme',
    'bates_prefix',
    'bates_digits',
    'bates_start',
    'has_slip_sheets',
    'has_stickers',
    'sealed_at',
    'created_at',
  ],
  exhibit: ['id', 'set_id', 'evidence_id', 'position', 'label', 'title', 'created_at'],
} as const;

/** The first format: matter, docket, evidence with custody, exhibits, Bates ledger, jobs, audit, change log. */
export const foundation: Migration = {
  version: 10,
  name: 'foundation',
  up(db: Database) {
    db.exec(tables);
    for (const [table, columns] of Object.entries(undoable)) db.exec(changeTriggers(table, columns));
    for (const table of ['custody_event', 'audit_event']) db.exec(appendOnly(table));
  },
};

const tables = /* sql */ `
  CREATE TABLE matter (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    court TEXT NOT NULL,
    number TEXT NOT NULL,
    judge TEXT NOT NULL,
    timezone TEXT NOT NULL,
    is_sample INTEGER NOT NULL DEFAULT 0 CHECK (is_sample IN (0, 1)),
    created_at TEXT NOT NULL
  ) STRICT;

  -- Evidence: the bytes (content, chunks) apart from what is said about them (item, description, problems).
  CREATE TABLE content (
    id INTEGER PRIMARY KEY,
    sha256 TEXT UNIQUE CHECK (sha256 IS NULL OR length(sha256) = 64),
    size_bytes INTEGER NOT NULL DEFAULT 0,
    -- 'staged' while bytes still arrive; what a crash leaves staged is swept when the matter is opened.
    state TEXT NOT NULL CHECK (state IN ('staged', 'stored')),
    CHECK (state = 'staged' OR sha256 IS NOT NULL)
  ) STRICT;
  CREATE TABLE content_chunk (
    id INTEGER PRIMARY KEY,
    content_id INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 1048576),
    UNIQUE (content_id, position)
  ) STRICT;
  CREATE TRIGGER content_chunk_no_update BEFORE UPDATE ON content_chunk
    BEGIN SELECT raise(ABORT, 'originals never change'); END;
  CREATE TRIGGER content_chunk_no_delete BEFORE DELETE ON content_chunk
    WHEN (SELECT state FROM content WHERE id = old.content_id) = 'stored'
    BEGIN SELECT raise(ABORT, 'originals never change'); END;
  CREATE TRIGGER content_chunk_no_late_insert BEFORE INSERT ON content_chunk
    WHEN (SELECT state FROM content WHERE id = new.content_id) IS NOT 'staged'
    BEGIN SELECT raise(ABORT, 'originals never change'); END;
  CREATE TRIGGER content_no_update BEFORE UPDATE ON content WHEN old.state = 'stored'
    BEGIN SELECT raise(ABORT, 'originals never change'); END;
  CREATE TRIGGER content_no_delete BEFORE DELETE ON content WHEN old.state = 'stored'
    BEGIN SELECT raise(ABORT, 'originals never change'); END;

  CREATE TABLE evidence_item (
    id TEXT PRIMARY KEY,
    content_id INTEGER NOT NULL UNIQUE REFERENCES content (id),
    kind TEXT NOT NULL CHECK (kind IN ('pdf', 'png', 'jpeg', 'native')),
    original_name TEXT NOT NULL,
    received_at TEXT NOT NULL
  ) STRICT;
  CREATE TRIGGER evidence_item_no_update BEFORE UPDATE ON evidence_item
    BEGIN SELECT raise(ABORT, 'what was received never changes'); END;
  CREATE TRIGGER evidence_item_no_delete BEFORE DELETE ON evidence_item
    BEGIN SELECT raise(ABORT, 'what was received never changes'); END;
  -- What the user says about an item; the one part of it that can be edited and undone.
  CREATE TABLE evidence_description (
    id TEXT PRIMARY KEY REFERENCES evidence_item (id),
    title TEXT NOT NULL,
    custodian TEXT NOT NULL,
    source TEXT NOT NULL,
    is_archived INTEGER NOT NULL DEFAULT 0 CHECK (is_archived IN (0, 1))
  ) STRICT;
  -- What the readers found in the bytes; derived, can be made again.
  CREATE TABLE inspection (
    content_id INTEGER PRIMARY KEY REFERENCES content (id) ON DELETE CASCADE,
    inspected_at TEXT NOT NULL,
    app_version TEXT NOT NULL,
    pages INTEGER,
    has_text INTEGER NOT NULL CHECK (has_text IN (0, 1)),
    needs_ocr INTEGER NOT NULL CHECK (needs_ocr IN (0, 1)),
    -- Array of {code, message}.
    problems TEXT NOT NULL CHECK (json_valid(problems)),
    -- Whatever else the reader of this kind reports (PdfInspection, image size).
    report TEXT NOT NULL CHECK (json_valid(report))
  ) STRICT;
  CREATE TABLE custody_event (
    sequence INTEGER PRIMARY KEY,
    evidence_id TEXT NOT NULL REFERENCES evidence_item (id),
    at TEXT NOT NULL,
    action TEXT NOT NULL,
    person TEXT NOT NULL CHECK (json_valid(person)),
    account TEXT NOT NULL,
    machine TEXT NOT NULL,
    app_version TEXT NOT NULL,
    details TEXT NOT NULL CHECK (json_valid(details)),
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
  ) STRICT;
  CREATE INDEX custody_event_evidence ON custody_event (evidence_id, sequence);

  CREATE TABLE docket_entry (
    id TEXT PRIMARY KEY,
    number INTEGER CHECK (number > 0),
    attachment INTEGER CHECK (attachment > 0),
    filed_on TEXT,
    entered_on TEXT,
    text TEXT NOT NULL,
    filer TEXT NOT NULL,
    is_text_only INTEGER NOT NULL CHECK (is_text_only IN (0, 1)),
    is_sealed INTEGER NOT NULL CHECK (is_sealed IN (0, 1)),
    evidence_id TEXT REFERENCES evidence_item (id),
    created_at TEXT NOT NULL,
    CHECK (attachment IS NULL OR number IS NOT NULL)
  ) STRICT;
  CREATE UNIQUE INDEX docket_entry_number ON docket_entry (number, ifnull(attachment, 0)) WHERE number IS NOT NULL;
  CREATE INDEX docket_entry_evidence ON docket_entry (evidence_id) WHERE evidence_id IS NOT NULL;

  CREATE TABLE exhibit_set (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    scheme TEXT NOT NULL,
    bates_prefix TEXT,
    bates_digits INTEGER,
    bates_start INTEGER,
    has_slip_sheets INTEGER NOT NULL CHECK (has_slip_sheets IN (0, 1)),
    has_stickers INTEGER NOT NULL CHECK (has_stickers IN (0, 1)),
    sealed_at TEXT,
    created_at TEXT NOT NULL,
    CHECK ((bates_prefix IS NULL) = (bates_digits IS NULL) AND (bates_prefix IS NULL) = (bates_start IS NULL))
  ) STRICT;
  CREATE TABLE exhibit (
    id TEXT PRIMARY KEY,
    set_id TEXT NOT NULL REFERENCES exhibit_set (id) ON DELETE CASCADE,
    evidence_id TEXT NOT NULL REFERENCES evidence_item (id),
    position REAL NOT NULL,
    label TEXT NOT NULL,
    title TEXT NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX exhibit_label ON exhibit (set_id, label);
  CREATE INDEX exhibit_evidence ON exhibit (evidence_id);
  -- Keyed by prefix, item and page: a page keeps the number it once got in that prefix, in every set.
  CREATE TABLE bates_number (
    id INTEGER PRIMARY KEY,
    prefix TEXT NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    digits INTEGER NOT NULL,
    evidence_id TEXT NOT NULL REFERENCES evidence_item (id),
    page INTEGER NOT NULL CHECK (page > 0),
    state TEXT NOT NULL CHECK (state IN ('reserved', 'used', 'void')),
    reason TEXT,
    UNIQUE (prefix, number)
  ) STRICT;
  CREATE UNIQUE INDEX bates_number_page ON bates_number (prefix, evidence_id, page) WHERE state <> 'void';
  CREATE TRIGGER bates_number_used_stays BEFORE UPDATE ON bates_number
    WHEN old.state = 'void' OR (old.state = 'used' AND new.state = 'reserved')
    BEGIN SELECT raise(ABORT, 'a used or void number never comes back'); END;
  CREATE TRIGGER bates_number_no_delete BEFORE DELETE ON bates_number WHEN old.state <> 'reserved'
    BEGIN SELECT raise(ABORT, 'a used or void number never comes back'); END;
  CREATE TABLE build (
    id TEXT PRIMARY KEY,
    set_id TEXT NOT NULL,
    built_at TEXT NOT NULL,
    folder TEXT NOT NULL,
    -- Hash over what the build was made from; equal while the set still stands as built.
    plan_sha256 TEXT NOT NULL,
    findings TEXT NOT NULL CHECK (json_valid(findings))
  ) STRICT;
  CREATE INDEX build_set ON build (set_id, built_at);
  CREATE TABLE build_output (
    id TEXT PRIMARY KEY,
    build_id TEXT NOT NULL REFERENCES build (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('binder', 'exhibit', 'index', 'manifest')),
    label TEXT,
    file TEXT NOT NULL,
    pages INTEGER,
    size_bytes INTEGER NOT NULL,
    sha256 TEXT NOT NULL
  ) STRICT;
  CREATE INDEX build_output_build ON build_output (build_id);

  CREATE TABLE job (
    id TEXT PRIMARY KEY,
    operation TEXT NOT NULL,
    title TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('running', 'done', 'failed', 'cancelled', 'interrupted')),
    done REAL NOT NULL DEFAULT 0,
    total REAL NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT '',
    started_at TEXT NOT NULL,
    ended_at TEXT,
    result TEXT CHECK (result IS NULL OR json_valid(result)),
    error TEXT CHECK (error IS NULL OR json_valid(error))
  ) STRICT;
  CREATE TABLE audit_event (
    sequence INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    operation TEXT NOT NULL,
    summary TEXT NOT NULL,
    person TEXT NOT NULL CHECK (json_valid(person)),
    account TEXT NOT NULL,
    machine TEXT NOT NULL,
    app_version TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
  ) STRICT;
  CREATE TABLE view_state (
    view TEXT PRIMARY KEY,
    state TEXT NOT NULL CHECK (json_valid(state))
  ) STRICT;
  CREATE TABLE mark (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT;

  -- Undo: triggers write what a row was before; rows of one command share a group.
  CREATE TABLE change_group (
    id INTEGER PRIMARY KEY,
    operation TEXT NOT NULL,
    label TEXT NOT NULL,
    person TEXT NOT NULL,
    at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('done', 'undone'))
  ) STRICT;
  -- Holds one row while an undoable command runs: the group its changes belong to.
  CREATE TABLE change_current (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    group_id INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE change_row (
    id INTEGER PRIMARY KEY,
    group_id INTEGER NOT NULL REFERENCES change_group (id) ON DELETE CASCADE,
    table_name TEXT NOT NULL,
    row_id TEXT NOT NULL,
    -- The row as JSON before the change; null where there was none.
    before TEXT
  ) STRICT;
  CREATE INDEX change_row_group ON change_row (group_id, id);
  -- Sealing, the first time or again after late exhibits, makes a set's edits so far permanent: every step that touched it
  -- leaves the change log.
  CREATE TRIGGER exhibit_set_seal AFTER UPDATE OF sealed_at ON exhibit_set
    WHEN new.sealed_at IS NOT NULL AND new.sealed_at IS NOT old.sealed_at
    BEGIN
      DELETE FROM change_group WHERE id IN (
        SELECT group_id FROM change_row
          WHERE table_name = 'exhibit_set' AND row_id = new.id
             OR table_name = 'exhibit' AND row_id IN (
                  SELECT id FROM exhibit WHERE set_id = new.id
                  UNION SELECT row_id FROM change_row
                    WHERE table_name = 'exhibit' AND json_extract(before, '$.set_id') = new.id
                ));
    END;
`;

function appendOnly(table: string): string {
  return `
    CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table} BEGIN SELECT raise(ABORT, '${table} is append-only'); END;
    CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} BEGIN SELECT raise(ABORT, '${table} is append-only'); END;
  `;
}
