import type { Database } from 'better-sqlite3';
import type { Migration } from '../migration.ts';
import { changeTriggers } from './change-triggers.ts';
import { dropRows, folded, searchTriggers } from './search-triggers.ts';

/** Tables whose rows a user edits from this step on, with all their columns. */
const undoable = {
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
  ],
  tag: ['id', 'name', 'kind', 'color', 'created_at'],
  evidence_tag: ['id', 'evidence_id', 'tag_id'],
  transcript: ['id', 'evidence_id', 'name', 'cues', 'created_at'],
  media_note: ['id', 'evidence_id', 'at_ms', 'text', 'created_at'],
  saved_search: ['id', 'name', 'query', 'options', 'created_at'],
} as const;

/** The evidence vault: more kinds, families, intakes that go on after a crash, page text, recognition, search, tags. */
export const vault: Migration = {
  version: 40,
  name: 'vault',
  up(db: Database) {
    db.exec(items);
    db.exec(derived);
    db.exec(edited);
    db.exec(intakes);
    db.exec(search);
    for (const [table, columns] of Object.entries(undoable)) db.exec(changeTriggers(table, columns));
  },
};

const items = /* sql */ `
  -- The kinds are the model's to name: a list of them in the table would have to be rebuilt for every new one.
  CREATE TABLE evidence_item_new (
    id TEXT PRIMARY KEY,
    content_id INTEGER NOT NULL UNIQUE REFERENCES content (id),
    kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 20),
    original_name TEXT NOT NULL,
    received_at TEXT NOT NULL
  ) STRICT;
  INSERT INTO evidence_item_new SELECT id, content_id, kind, original_name, received_at FROM evidence_item;
  DROP TABLE evidence_item;
  ALTER TABLE evidence_item_new RENAME TO evidence_item;
  CREATE TRIGGER evidence_item_no_update BEFORE UPDATE ON evidence_item
    BEGIN SELECT raise(ABORT, 'what was received never changes'); END;
  CREATE TRIGGER evidence_item_no_delete BEFORE DELETE ON evidence_item
    BEGIN SELECT raise(ABORT, 'what was received never changes'); END;

  DROP TRIGGER evidence_description_log_insert;
  DROP TRIGGER evidence_description_log_update;
  DROP TRIGGER evidence_description_log_delete;
  -- As the person says: an ISO date, or an instant, or empty.
  ALTER TABLE evidence_description ADD COLUMN collected_at TEXT NOT NULL DEFAULT '';
  ALTER TABLE evidence_description ADD COLUMN collected_by TEXT NOT NULL DEFAULT '';
  ALTER TABLE evidence_description ADD COLUMN collected_where TEXT NOT NULL DEFAULT '';
  ALTER TABLE evidence_description ADD COLUMN collected_how TEXT NOT NULL DEFAULT '';
  ALTER TABLE evidence_description ADD COLUMN note TEXT NOT NULL DEFAULT '';
  ALTER TABLE evidence_description ADD COLUMN is_reviewed INTEGER NOT NULL DEFAULT 0 CHECK (is_reviewed IN (0, 1));
  ALTER TABLE evidence_description ADD COLUMN is_flagged INTEGER NOT NULL DEFAULT 0 CHECK (is_flagged IN (0, 1));
  -- 0 not relevant, 1 low, 2 relevant, 3 key; null while nobody has said.
  ALTER TABLE evidence_description ADD COLUMN relevance INTEGER CHECK (relevance BETWEEN 0 AND 3);

  -- What came inside what: attachments of a mail, files of an archive. An item whose bytes came in several is in each of them.
  CREATE TABLE evidence_member (
    parent_id TEXT NOT NULL REFERENCES evidence_item (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    child_id TEXT NOT NULL REFERENCES evidence_item (id),
    -- The name it had in there.
    name TEXT NOT NULL,
    PRIMARY KEY (parent_id, position)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX evidence_member_child ON evidence_member (child_id);
  CREATE TRIGGER evidence_member_no_update BEFORE UPDATE ON evidence_member
    BEGIN SELECT raise(ABORT, 'what was received never changes'); END;
  CREATE TRIGGER evidence_member_no_delete BEFORE DELETE ON evidence_member
    BEGIN SELECT raise(ABORT, 'what was received never changes'); END;
  -- How far the taking out of members is; 'partial' after a crash or a cancel, and then gone on with.
  CREATE TABLE unpacking (
    content_id INTEGER PRIMARY KEY REFERENCES content (id) ON DELETE CASCADE,
    state TEXT NOT NULL CHECK (state IN ('partial', 'done'))
  ) STRICT;
`;

const derived = /* sql */ `
  -- Other digests of an original, for others' lists.
  CREATE TABLE content_digest (
    content_id INTEGER PRIMARY KEY REFERENCES content (id) ON DELETE CASCADE,
    md5 TEXT NOT NULL CHECK (length(md5) = 32),
    sha1 TEXT NOT NULL CHECK (length(sha1) = 40)
  ) STRICT;
  CREATE INDEX content_digest_md5 ON content_digest (md5);
  CREATE INDEX content_digest_sha1 ON content_digest (sha1);
  -- What a file says of itself: its claims, never facts.
  CREATE TABLE claim (
    id INTEGER PRIMARY KEY,
    content_id INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
    field TEXT NOT NULL,
    value TEXT NOT NULL
  ) STRICT;
  CREATE INDEX claim_content ON claim (content_id, field);
  CREATE INDEX claim_field ON claim (field, value);
  -- Equal values make items alike: of mail (message and body), of a picture's pixels, of bands of a text's sketch.
  CREATE TABLE fingerprint (
    content_id INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (content_id, kind, value)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX fingerprint_value ON fingerprint (kind, value);
  -- Which originals have had their text read, with what stood in the way.
  CREATE TABLE text_reading (
    content_id INTEGER PRIMARY KEY REFERENCES content (id) ON DELETE CASCADE,
    read_at TEXT NOT NULL,
    app_version TEXT NOT NULL,
    pages INTEGER NOT NULL,
    -- Array of {page, code, message}.
    problems TEXT NOT NULL CHECK (json_valid(problems))
  ) STRICT;
  -- Text of pages from 1; what has no pages is read in parts, which count as pages.
  CREATE TABLE page_text (
    id INTEGER PRIMARY KEY,
    content_id INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
    page INTEGER NOT NULL CHECK (page > 0),
    -- 'file' as the file has it; 'ocr' as it was recognised.
    origin TEXT NOT NULL CHECK (origin IN ('file', 'ocr')),
    text TEXT NOT NULL,
    -- Whether the page is a picture of text that nobody has recognised yet.
    needs_ocr INTEGER NOT NULL DEFAULT 0 CHECK (needs_ocr IN (0, 1)),
    UNIQUE (content_id, page)
  ) STRICT;
  CREATE INDEX page_text_needs_ocr ON page_text (content_id) WHERE needs_ocr = 1;
  CREATE INDEX page_text_ocr ON page_text (content_id) WHERE origin = 'ocr';
  -- Words recognised on a page, with their places.
  CREATE TABLE recognition (
    content_id INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
    page INTEGER NOT NULL CHECK (page > 0),
    recognised_at TEXT NOT NULL,
    engine TEXT NOT NULL,
    -- Quarter turns clockwise, in degrees, by which the page was turned to be read.
    turned INTEGER NOT NULL CHECK (turned IN (0, 90, 180, 270)),
    -- Mean confidence of the words, 0 to 100.
    confidence REAL NOT NULL,
    -- Array of [text, x, y, width, height, confidence, isLineEnd]: points from the top left of the page as shown.
    words TEXT NOT NULL CHECK (json_valid(words)),
    PRIMARY KEY (content_id, page)
  ) STRICT;
  -- Bates numbers printed on pages, as read from their text.
  CREATE TABLE bates_seen (
    content_id INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
    page INTEGER NOT NULL CHECK (page > 0),
    label TEXT NOT NULL,
    PRIMARY KEY (content_id, page)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX bates_seen_label ON bates_seen (label);
  -- A PDF made from an original that is none, for exhibits and printing. Another version of the app makes its own; those
  -- before it stay, for what was built with them.
  CREATE TABLE rendition (
    content_id INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
    app_version TEXT NOT NULL,
    rendition_id INTEGER NOT NULL REFERENCES content (id),
    made_at TEXT NOT NULL,
    pages INTEGER NOT NULL,
    -- Array of {code, message}.
    problems TEXT NOT NULL CHECK (json_valid(problems)),
    PRIMARY KEY (content_id, app_version)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX rendition_made ON rendition (rendition_id);
  -- Passwords that a person chose to keep with the matter.
  CREATE TABLE content_password (
    content_id INTEGER PRIMARY KEY REFERENCES content (id) ON DELETE CASCADE,
    password TEXT NOT NULL
  ) STRICT;
`;

const edited = /* sql */ `
  CREATE TABLE tag (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('tag', 'issue')),
    color TEXT NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX tag_name ON tag (kind, name COLLATE NOCASE);
  CREATE TABLE evidence_tag (
    id TEXT PRIMARY KEY,
    evidence_id TEXT NOT NULL REFERENCES evidence_item (id),
    tag_id TEXT NOT NULL REFERENCES tag (id)
  ) STRICT;
  CREATE UNIQUE INDEX evidence_tag_pair ON evidence_tag (evidence_id, tag_id);
  CREATE INDEX evidence_tag_tag ON evidence_tag (tag_id);
  -- Of a recording, as imported.
  CREATE TABLE transcript (
    id TEXT PRIMARY KEY,
    evidence_id TEXT NOT NULL REFERENCES evidence_item (id),
    name TEXT NOT NULL,
    -- Array of {startMs, endMs, speaker, text}.
    cues TEXT NOT NULL CHECK (json_valid(cues)),
    created_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX transcript_evidence ON transcript (evidence_id);
  CREATE TABLE media_note (
    id TEXT PRIMARY KEY,
    evidence_id TEXT NOT NULL REFERENCES evidence_item (id),
    at_ms INTEGER NOT NULL CHECK (at_ms >= 0),
    text TEXT NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX media_note_evidence ON media_note (evidence_id, at_ms);
  CREATE TABLE saved_search (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    options TEXT NOT NULL CHECK (json_valid(options)),
    created_at TEXT NOT NULL
  ) STRICT;
`;

const intakes = /* sql */ `
  -- An intake as it was asked for, so that what a crash, a pause or a failure left can be gone on with.
  CREATE TABLE intake (
    id TEXT PRIMARY KEY,
    started_at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('running', 'paused', 'cancelled', 'ended')),
    -- What was asked: custodian, source, how it was collected. JSON.
    asked TEXT NOT NULL CHECK (json_valid(asked)),
    job_id TEXT
  ) STRICT;
  CREATE TABLE intake_file (
    id INTEGER PRIMARY KEY,
    intake_id TEXT NOT NULL REFERENCES intake (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    path TEXT NOT NULL,
    folder_path TEXT,
    size_bytes INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('pending', 'done', 'failed')),
    -- An IntakeItem, without its path.
    result TEXT CHECK (result IS NULL OR json_valid(result)),
    UNIQUE (intake_id, position)
  ) STRICT;
`;

const addCues = /* sql */ `
    INSERT INTO search_subject (kind, ref, page)
      SELECT 'cue', new.id, cue.key + 1 FROM json_each(new.cues) AS cue;
    INSERT INTO search_text (rowid, body)
      SELECT s.id, ${folded("json_extract(new.cues, '$[' || (s.page - 1) || '].text')")} FROM search_subject s
        WHERE s.ref = new.id AND s.kind = 'cue'`;

const search = /* sql */ `
  -- What a row of the index stands for. Page rows are written with their text; the others are kept in step by the triggers.
  CREATE TABLE search_subject (
    -- Never used twice, so that what came since a row can be told by its id.
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('page', 'title', 'docket', 'note', 'cue')),
    -- Of pages: the original. Of all others null.
    content_id INTEGER REFERENCES content (id) ON DELETE CASCADE,
    -- Id of the evidence item, docket entry, deadline or note; null of pages.
    ref TEXT,
    -- Of pages and cues: which, from 1.
    page INTEGER
  ) STRICT;
  CREATE UNIQUE INDEX search_subject_page ON search_subject (content_id, page) WHERE content_id IS NOT NULL;
  CREATE INDEX search_subject_ref ON search_subject (ref, kind) WHERE ref IS NOT NULL;
  CREATE VIRTUAL TABLE search_text USING fts5 (
    body, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
  );
  CREATE VIRTUAL TABLE search_vocabulary USING fts5vocab (search_text, 'row');
  -- The words of the index with about how many rows have each: what longer words begin with a beginning, what is spelled
  -- like a word. The vocabulary above knows it exactly, and reads all places of a word to say so.
  CREATE TABLE search_term (
    term TEXT PRIMARY KEY,
    pages INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  ${searchTriggers('title', 'evidence_description', 'new.title || char(10) || new.note', ['title', 'note'])}
  ${searchTriggers('docket', 'docket_entry', 'new.text || char(10) || new.short_text || char(10) || new.filer', ['text', 'short_text', 'filer'])}
  ${searchTriggers('note', 'deadline', 'new.title || char(10) || new.note', ['title', 'note'])}
  ${searchTriggers('note', 'media_note', 'new.text', ['text'])}

  CREATE TRIGGER transcript_search_insert AFTER INSERT ON transcript BEGIN ${addCues}; END;
  CREATE TRIGGER transcript_search_delete AFTER DELETE ON transcript BEGIN ${dropRows('cue')}; END;
  CREATE TRIGGER transcript_search_update AFTER UPDATE OF cues ON transcript BEGIN
    ${dropRows('cue')};
    ${addCues};
  END;

  INSERT INTO search_subject (kind, ref) SELECT 'title', id FROM evidence_description;
  INSERT INTO search_subject (kind, ref) SELECT 'docket', id FROM docket_entry;
  INSERT INTO search_subject (kind, ref) SELECT 'note', id FROM deadline;
  INSERT INTO search_text (rowid, body)
    SELECT s.id, ${folded('d.title || char(10) || d.note')} FROM search_subject s JOIN evidence_description d ON d.id = s.ref WHERE s.kind = 'title';
  INSERT INTO search_text (rowid, body)
    SELECT s.id, ${folded('e.text || char(10) || e.short_text || char(10) || e.filer')}
      FROM search_subject s JOIN docket_entry e ON e.id = s.ref WHERE s.kind = 'docket';
  INSERT INTO search_text (rowid, body)
    SELECT s.id, ${folded('d.title || char(10) || d.note')} FROM search_subject s JOIN deadline d ON d.id = s.ref WHERE s.kind = 'note';
`;
