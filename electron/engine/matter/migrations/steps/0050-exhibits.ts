import type { Database } from 'better-sqlite3';
import { changeTriggers } from './change-triggers.ts';
import type { Migration } from '../migration.ts';

/** Tables whose rows a user edits from this step on, with all their columns. */
const undoable = {
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
    'purpose',
    'declarant',
    'party',
    'bates_suffix',
    'number_position',
    'slip_sheet_template',
    'sticker_corner',
    'sticker_colour',
    'designation',
    'flattens_forms',
  ],
  exhibit: [
    'id',
    'set_id',
    'parent_id',
    'evidence_id',
    'status',
    'status_note',
    'position',
    'label',
    'title',
    'page_ranges',
    'treatment',
    'treatment_note',
    'sponsor',
    'authentication',
    'authentication_note',
    'designation',
    'objection',
    'ruling',
    'ruling_note',
    'links_citations',
    'sealed_at',
    'volume',
    'created_at',
  ],
  bates_prefix: ['id', 'party'],
} as const;

/** Exhibits to the full: purposes, parts, reserved and withdrawn labels, excerpts, volumes, the ledger's other entries, briefs. */
export const exhibits: Migration = {
  version: 50,
  name: 'exhibits',
  up(db: Database) {
    db.exec(sets);
    db.exec(ledger);
    db.exec(builds);
    for (const [table, columns] of Object.entries(undoable)) db.exec(changeTriggers(table, columns));
  },
};

/** What is not shown on paper, as the kinds stood at this step: a page has stood for it, and stands for it now by its treatment. */
const nativeKinds = /* sql */ `
  SELECT id FROM evidence_item
    WHERE kind IN ('audio', 'video', 'zip', 'mbox', 'native')`;

const sets = /* sql */ `
  DROP TRIGGER exhibit_set_seal;
  DROP TRIGGER exhibit_set_log_insert;
  DROP TRIGGER exhibit_set_log_update;
  DROP TRIGGER exhibit_set_log_delete;
  ALTER TABLE exhibit_set ADD COLUMN purpose TEXT NOT NULL DEFAULT 'motion';
  ALTER TABLE exhibit_set ADD COLUMN declarant TEXT NOT NULL DEFAULT '';
  ALTER TABLE exhibit_set ADD COLUMN party TEXT NOT NULL DEFAULT 'none';
  ALTER TABLE exhibit_set ADD COLUMN bates_suffix TEXT NOT NULL DEFAULT '';
  ALTER TABLE exhibit_set ADD COLUMN number_position TEXT NOT NULL DEFAULT 'bottomRight';
  ALTER TABLE exhibit_set ADD COLUMN slip_sheet_template TEXT NOT NULL DEFAULT 'plain';
  ALTER TABLE exhibit_set ADD COLUMN sticker_corner TEXT NOT NULL DEFAULT 'bottomRight';
  ALTER TABLE exhibit_set ADD COLUMN sticker_colour TEXT NOT NULL DEFAULT 'party';
  ALTER TABLE exhibit_set ADD COLUMN designation TEXT NOT NULL DEFAULT '';
  ALTER TABLE exhibit_set ADD COLUMN flattens_forms INTEGER NOT NULL DEFAULT 1 CHECK (flattens_forms IN (0, 1));

  CREATE TABLE exhibit_new (
    id TEXT PRIMARY KEY,
    set_id TEXT NOT NULL REFERENCES exhibit_set (id) ON DELETE CASCADE,
    -- The exhibit it is a part of.
    parent_id TEXT REFERENCES exhibit (id),
    -- Null for a label that is kept for what is to come.
    evidence_id TEXT REFERENCES evidence_item (id),
    status TEXT NOT NULL CHECK (status IN ('active', 'reserved', 'withdrawn')),
    status_note TEXT NOT NULL,
    -- Rank among the set's exhibits; only its order means anything.
    position REAL NOT NULL,
    label TEXT NOT NULL,
    title TEXT NOT NULL,
    page_ranges TEXT NOT NULL,
    treatment TEXT NOT NULL CHECK (treatment IN ('pages', 'withheld', 'sealed', 'native')),
    treatment_note TEXT NOT NULL,
    sponsor TEXT NOT NULL,
    authentication TEXT NOT NULL,
    authentication_note TEXT NOT NULL,
    -- Null takes the set's.
    designation TEXT,
    objection TEXT NOT NULL,
    ruling TEXT NOT NULL,
    ruling_note TEXT NOT NULL,
    links_citations INTEGER NOT NULL CHECK (links_citations IN (0, 1)),
    -- When what it brings was sealed; null for what came since.
    sealed_at TEXT,
    -- The volume its label has stood in since the seal: later exhibits leave it there.
    volume TEXT,
    created_at TEXT NOT NULL,
    CHECK (evidence_id IS NOT NULL OR status <> 'active')
  ) STRICT;
  INSERT INTO exhibit_new
    SELECT x.id, x.set_id, NULL, x.evidence_id, 'active', '', x.position, x.label, x.title, '',
           CASE WHEN x.evidence_id IN (${nativeKinds}) THEN 'native' ELSE 'pages' END, '', '', 'none', '', NULL, '', 'none', '', 0,
           CASE WHEN x.created_at <= s.sealed_at THEN s.sealed_at END,
           CASE WHEN x.created_at <= s.sealed_at THEN '1' END, x.created_at
      FROM exhibit x JOIN exhibit_set s ON s.id = x.set_id;
  DROP TABLE exhibit;
  ALTER TABLE exhibit_new RENAME TO exhibit;
  CREATE UNIQUE INDEX exhibit_label ON exhibit (set_id, label);
  CREATE INDEX exhibit_evidence ON exhibit (evidence_id) WHERE evidence_id IS NOT NULL;
  CREATE INDEX exhibit_parent ON exhibit (parent_id) WHERE parent_id IS NOT NULL;

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

  -- Was/now tables of every time labels changed. Never undone: undoing a step is one more such time.
  CREATE TABLE exhibit_label_change (
    id INTEGER PRIMARY KEY,
    set_id TEXT NOT NULL,
    at TEXT NOT NULL,
    person TEXT NOT NULL,
    -- Array of LabelChange.
    changes TEXT NOT NULL CHECK (json_valid(changes))
  ) STRICT;
  CREATE INDEX exhibit_label_change_set ON exhibit_label_change (set_id, id);
  CREATE TRIGGER exhibit_label_change_no_update BEFORE UPDATE ON exhibit_label_change
    BEGIN SELECT raise(ABORT, 'what labels were never changes'); END;
  CREATE TRIGGER exhibit_label_change_no_delete BEFORE DELETE ON exhibit_label_change
    BEGIN SELECT raise(ABORT, 'what labels were never changes'); END;
`;

const ledger = /* sql */ `
  CREATE TABLE bates_number_new (
    id INTEGER PRIMARY KEY,
    prefix TEXT NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    digits INTEGER NOT NULL,
    suffix TEXT NOT NULL,
    evidence_id TEXT NOT NULL REFERENCES evidence_item (id),
    -- Page of the item, from 1; 0 for the page that stands for it.
    page INTEGER NOT NULL CHECK (page >= 0),
    -- Of a page that says that its exhibit is withheld or under seal: which exhibit. One that stands for an item in native form
    -- is the item's, in every set.
    exhibit_id TEXT CHECK (exhibit_id IS NULL OR page = 0),
    state TEXT NOT NULL CHECK (state IN ('reserved', 'used', 'void')),
    reason TEXT,
    UNIQUE (prefix, number)
  ) STRICT;
  INSERT INTO bates_number_new
    SELECT id, prefix, number, digits, '', evidence_id,
           CASE WHEN evidence_id IN (${nativeKinds}) AND page = 1 THEN 0 ELSE page END, NULL, state, reason
      FROM bates_number;
  DROP TABLE bates_number;
  ALTER TABLE bates_number_new RENAME TO bates_number;
  CREATE UNIQUE INDEX bates_number_page ON bates_number (prefix, evidence_id, page, ifnull(exhibit_id, ''))
    WHERE state <> 'void';
  CREATE TRIGGER bates_number_used_stays BEFORE UPDATE ON bates_number
    WHEN old.state = 'void' OR (old.state = 'used' AND new.state = 'reserved')
    BEGIN SELECT raise(ABORT, 'a used or void number never comes back'); END;
  CREATE TRIGGER bates_number_no_delete BEFORE DELETE ON bates_number WHEN old.state <> 'reserved'
    BEGIN SELECT raise(ABORT, 'a used or void number never comes back'); END;

  -- Numbers that were used outside this matter file, both ends included. Ranges of a prefix do not overlap.
  CREATE TABLE bates_elsewhere (
    id INTEGER PRIMARY KEY,
    prefix TEXT NOT NULL,
    first INTEGER NOT NULL CHECK (first > 0),
    last INTEGER NOT NULL CHECK (last >= first),
    digits INTEGER NOT NULL,
    suffix TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('used', 'void')),
    -- Where they were used, or why they are void.
    note TEXT NOT NULL
  ) STRICT;
  CREATE INDEX bates_elsewhere_prefix ON bates_elsewhere (prefix, first);
  -- Whose numbers a prefix counts; the id is the prefix.
  CREATE TABLE bates_prefix (
    id TEXT PRIMARY KEY,
    party TEXT NOT NULL
  ) STRICT;
`;

const builds = /* sql */ `
  CREATE TABLE build_output_new (
    id TEXT PRIMARY KEY,
    build_id TEXT NOT NULL REFERENCES build (id) ON DELETE CASCADE,
    -- The roles are the model's to name.
    role TEXT NOT NULL CHECK (length(role) BETWEEN 1 AND 30),
    volume TEXT,
    label TEXT,
    file TEXT NOT NULL,
    pages INTEGER,
    size_bytes INTEGER NOT NULL,
    sha256 TEXT NOT NULL
  ) STRICT;
  INSERT INTO build_output_new
    SELECT id, build_id, CASE role WHEN 'binder' THEN 'volume' ELSE role END,
           CASE WHEN role IN ('binder', 'exhibit') THEN '1' END, label, file, pages, size_bytes, sha256
      FROM build_output;
  DROP TABLE build_output;
  ALTER TABLE build_output_new RENAME TO build_output;
  CREATE INDEX build_output_build ON build_output (build_id);
  -- Where each exhibit of a build stands, and what was found behind it; sealing keeps the volume with the exhibit.
  CREATE TABLE build_exhibit (
    build_id TEXT NOT NULL REFERENCES build (id) ON DELETE CASCADE,
    exhibit_id TEXT NOT NULL,
    volume TEXT NOT NULL,
    -- Pages of the whole item as the build read them, whatever its intake counted; null where nothing was read.
    item_pages INTEGER,
    PRIMARY KEY (build_id, exhibit_id)
  ) STRICT, WITHOUT ROWID;

  -- Citations of a set's exhibits in a brief, as they were found.
  CREATE TABLE brief_check (
    id TEXT PRIMARY KEY,
    set_id TEXT NOT NULL,
    evidence_id TEXT NOT NULL REFERENCES evidence_item (id),
    checked_at TEXT NOT NULL,
    -- A CitationReport.
    report TEXT NOT NULL CHECK (json_valid(report)),
    UNIQUE (set_id, evidence_id)
  ) STRICT;
`;
