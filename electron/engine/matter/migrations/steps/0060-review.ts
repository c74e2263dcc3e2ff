import type { Database } from 'better-sqlite3';
import type { Migration } from '../migration.ts';
import { changeTriggers } from './change-triggers.ts';
import { searchTriggers } from './search-triggers.ts';

/** Tables whose rows a user edits from this step on, with all their columns. */
const undoable = {
  note: [
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
  ],
  note_tag: ['id', 'note_id', 'tag_id'],
  evidence_description: [
    'id',
    'title',
    'custodian',
    'source',
    'is_archived',
    'collected_at',
    'collected_by',
    'collected_where',
    'collected_how',
    'note',
    'is_reviewed',
    'is_flagged',
    'relevance',
    'is_responsive',
    'privilege',
    'privilege_note',
  ],
  coding: [
    'id',
    'evidence_id',
    'reviewer',
    'is_responsive',
    'relevance',
    'privilege',
    'privilege_note',
    'issue_ids',
    'coded_at',
    'copy_id',
  ],
  coding_settled: ['id', 'settled_at', 'settled_by'],
  note_conflict: ['id', 'copy_id', 'note_id', 'evidence_id', 'theirs', 'settled'],
  list_view: ['id', 'name', 'state', 'created_at'],
} as const;

/** Reading and review: notes on every kind of item, what reviewers decide, review copies and what comes back in them, kept lists. */
export const review: Migration = {
  version: 60,
  name: 'review',
  up(db: Database) {
    db.exec(notes);
    db.exec(codings);
    db.exec(copies);
    // The number of a page is asked for wherever the page is cited.
    db.exec('CREATE INDEX bates_number_evidence ON bates_number (evidence_id, page)');
    for (const [table, columns] of Object.entries(undoable)) db.exec(changeTriggers(table, columns));
  },
};

const privileges = `'none', 'attorney_client', 'work_product', 'common_interest', 'other'`;

const notes = /* sql */ `
  CREATE TABLE note (
    id TEXT PRIMARY KEY,
    evidence_id TEXT NOT NULL REFERENCES evidence_item (id),
    kind TEXT NOT NULL CHECK (kind IN ('highlight', 'underline', 'box', 'note', 'bookmark')),
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
  CREATE INDEX note_evidence ON note (evidence_id, page);
  -- Ids stay, and with them the rows of the search index. Who wrote them was never kept.
  INSERT INTO note
    SELECT id, evidence_id, 'note', NULL, '', '', '', '[]', at_ms, text, 'yellow', 1,
           '{"name":"","role":"","barNumber":""}', created_at, created_at
      FROM media_note;
  DROP TABLE media_note;
  ${searchTriggers('note', 'note', 'new.text', ['text'])}
  CREATE TABLE note_tag (
    id TEXT PRIMARY KEY,
    note_id TEXT NOT NULL REFERENCES note (id) ON DELETE CASCADE,
    tag_id TEXT NOT NULL REFERENCES tag (id)
  ) STRICT;
  CREATE UNIQUE INDEX note_tag_pair ON note_tag (note_id, tag_id);
  CREATE INDEX note_tag_tag ON note_tag (tag_id);
`;

const codings = /* sql */ `
  DROP TRIGGER evidence_description_log_insert;
  DROP TRIGGER evidence_description_log_update;
  DROP TRIGGER evidence_description_log_delete;
  -- Null while nobody has said.
  ALTER TABLE evidence_description ADD COLUMN is_responsive INTEGER CHECK (is_responsive IN (0, 1));
  ALTER TABLE evidence_description ADD COLUMN privilege TEXT CHECK (privilege IN (${privileges}));
  ALTER TABLE evidence_description ADD COLUMN privilege_note TEXT NOT NULL DEFAULT '';

  -- What each reviewer decided last about each item; null, '' and [] where nothing was decided.
  CREATE TABLE coding (
    -- evidence_id, a space, the reviewer's name in small letters.
    id TEXT PRIMARY KEY,
    evidence_id TEXT NOT NULL REFERENCES evidence_item (id),
    reviewer TEXT NOT NULL CHECK (json_valid(reviewer)),
    is_responsive INTEGER CHECK (is_responsive IN (0, 1)),
    relevance INTEGER CHECK (relevance BETWEEN 0 AND 3),
    privilege TEXT CHECK (privilege IN (${privileges})),
    privilege_note TEXT NOT NULL,
    -- Ids of tags, sorted.
    issue_ids TEXT NOT NULL CHECK (json_valid(issue_ids)),
    coded_at TEXT NOT NULL,
    -- The review copy it came back in; null for what was decided in this matter.
    copy_id TEXT
  ) STRICT;
  CREATE INDEX coding_evidence ON coding (evidence_id);
  -- Items whose reviewers' differences somebody settled; the id is the item's. What is decided later may differ again.
  CREATE TABLE coding_settled (
    id TEXT PRIMARY KEY REFERENCES evidence_item (id),
    settled_at TEXT NOT NULL,
    settled_by TEXT NOT NULL CHECK (json_valid(settled_by))
  ) STRICT;
  -- Lists of evidence as somebody set them up.
  CREATE TABLE list_view (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    -- {filter, sort, isDescending, grouping}
    state TEXT NOT NULL CHECK (json_valid(state)),
    created_at TEXT NOT NULL
  ) STRICT;
`;

const copies = /* sql */ `
  CREATE TABLE review_copy (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    mode TEXT NOT NULL CHECK (mode IN ('read', 'comment')),
    made_at TEXT NOT NULL,
    made_by TEXT NOT NULL CHECK (json_valid(made_by)),
    items INTEGER NOT NULL CHECK (items >= 0),
    merged_at TEXT,
    -- 1: this very file is that copy.
    is_self INTEGER NOT NULL CHECK (is_self IN (0, 1))
  ) STRICT;
  CREATE UNIQUE INDEX review_copy_self ON review_copy (is_self) WHERE is_self = 1;
  CREATE TRIGGER review_copy_no_update
    BEFORE UPDATE OF id, name, mode, made_at, made_by, items, is_self ON review_copy
    BEGIN SELECT raise(ABORT, 'what was handed out never changes'); END;
  CREATE TRIGGER review_copy_no_delete BEFORE DELETE ON review_copy
    BEGIN SELECT raise(ABORT, 'what was handed out never changes'); END;
  -- Notes and codings as they were when a copy was made, in the copy and in the matter: what came since is told by them.
  CREATE TABLE review_copy_note (
    copy_id TEXT NOT NULL REFERENCES review_copy (id),
    note_id TEXT NOT NULL,
    -- A Note.
    note TEXT NOT NULL CHECK (json_valid(note)),
    PRIMARY KEY (copy_id, note_id)
  ) STRICT;
  CREATE TABLE review_copy_coding (
    copy_id TEXT NOT NULL REFERENCES review_copy (id),
    coding_id TEXT NOT NULL,
    -- A Coding.
    coding TEXT NOT NULL CHECK (json_valid(coding)),
    PRIMARY KEY (copy_id, coding_id)
  ) STRICT;
  -- Notes that were changed both here and in a copy.
  CREATE TABLE note_conflict (
    -- copy_id, a space, note_id.
    id TEXT PRIMARY KEY,
    copy_id TEXT NOT NULL REFERENCES review_copy (id),
    note_id TEXT NOT NULL,
    evidence_id TEXT NOT NULL REFERENCES evidence_item (id),
    -- A Note; null where it was deleted there.
    theirs TEXT CHECK (theirs IS NULL OR json_valid(theirs)),
    settled TEXT NOT NULL CHECK (settled IN ('', 'ours', 'theirs', 'both'))
  ) STRICT;
  CREATE INDEX note_conflict_evidence ON note_conflict (evidence_id);
`;
