CREATE INDEX as_filed_build ON as_filed (build_id);

CREATE INDEX bates_elsewhere_prefix ON bates_elsewhere (prefix, first);

CREATE INDEX bates_number_evidence ON bates_number (evidence_id, page);

CREATE UNIQUE INDEX bates_number_page ON bates_number (prefix, evidence_id, page, ifnull(exhibit_id, ''))
    WHERE state <> 'void';

CREATE INDEX bates_seen_label ON bates_seen (label);

CREATE INDEX bearing_element ON bearing (element_id);

CREATE INDEX bearing_fact ON bearing (fact_id);

CREATE INDEX build_output_build ON build_output (build_id);

CREATE INDEX build_set ON build (set_id, built_at);

CREATE INDEX change_row_group ON change_row (group_id, id);

CREATE INDEX claim_content ON claim (content_id, field);

CREATE INDEX claim_field ON claim (field, value);

CREATE INDEX coding_evidence ON coding (evidence_id);

CREATE INDEX content_digest_md5 ON content_digest (md5);

CREATE INDEX content_digest_sha1 ON content_digest (sha1);

CREATE INDEX custody_event_evidence ON custody_event (evidence_id, sequence);

CREATE INDEX deadline_override_deadline ON deadline_override (deadline_id);

CREATE UNIQUE INDEX deadline_tro_clock ON deadline (tro_clock) WHERE tro_clock IS NOT NULL;

CREATE INDEX docket_entry_evidence ON docket_entry (evidence_id) WHERE evidence_id IS NOT NULL;

CREATE UNIQUE INDEX docket_entry_number ON docket_entry (number, ifnull(attachment, 0), repeat) WHERE number IS NOT NULL;

CREATE INDEX docket_read_import ON docket_read (import_id);

CREATE INDEX docket_source_sha256 ON docket_source (sha256);

CREATE INDEX docket_thread_parent ON docket_thread (parent_id) WHERE parent_id IS NOT NULL;

CREATE INDEX evidence_description_archived ON evidence_description (id) WHERE is_archived = 1;

CREATE INDEX evidence_member_child ON evidence_member (child_id);

CREATE UNIQUE INDEX evidence_tag_pair ON evidence_tag (evidence_id, tag_id);

CREATE INDEX evidence_tag_tag ON evidence_tag (tag_id);

CREATE INDEX exhibit_evidence ON exhibit (evidence_id) WHERE evidence_id IS NOT NULL;

CREATE UNIQUE INDEX exhibit_label ON exhibit (set_id, label);

CREATE INDEX exhibit_label_change_set ON exhibit_label_change (set_id, id);

CREATE INDEX exhibit_parent ON exhibit (parent_id) WHERE parent_id IS NOT NULL;

CREATE INDEX fingerprint_value ON fingerprint (kind, value);

CREATE INDEX note_conflict_evidence ON note_conflict (evidence_id);

CREATE INDEX note_evidence ON note (evidence_id, page);

CREATE UNIQUE INDEX note_tag_pair ON note_tag (note_id, tag_id);

CREATE INDEX note_tag_tag ON note_tag (tag_id);

CREATE INDEX page_text_needs_ocr ON page_text (content_id) WHERE needs_ocr = 1;

CREATE INDEX page_text_ocr ON page_text (content_id) WHERE origin = 'ocr';

CREATE INDEX pin_cite_evidence ON pin_cite (evidence_id);

CREATE INDEX pin_cite_fact ON pin_cite (fact_id);

CREATE INDEX produced_document_item ON produced_document (evidence_id);

CREATE INDEX produced_document_text ON produced_document (text_id);

CREATE INDEX rendition_made ON rendition (rendition_id);

CREATE UNIQUE INDEX review_copy_self ON review_copy (is_self) WHERE is_self = 1;

CREATE INDEX search_subject_folding ON search_subject (kind, folding);

CREATE UNIQUE INDEX search_subject_page ON search_subject (content_id, page) WHERE content_id IS NOT NULL;

CREATE INDEX search_subject_ref ON search_subject (ref, kind) WHERE ref IS NOT NULL;

CREATE UNIQUE INDEX tag_name ON tag (kind, name COLLATE NOCASE);

CREATE INDEX transcript_evidence ON transcript (evidence_id);

CREATE TABLE as_filed (
        id TEXT PRIMARY KEY,
        build_id TEXT NOT NULL REFERENCES build (id) ON DELETE CASCADE,
        output_id TEXT NOT NULL REFERENCES build_output (id) ON DELETE CASCADE,
        checked_at TEXT NOT NULL,
        person TEXT NOT NULL,
        -- An AsFiledFile.
        result TEXT NOT NULL CHECK (json_valid(result))
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

CREATE TABLE "bates_number" (
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

CREATE TABLE bates_prefix (
    id TEXT PRIMARY KEY,
    party TEXT NOT NULL
  ) STRICT;

CREATE TABLE bates_seen (
    content_id INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
    page INTEGER NOT NULL CHECK (page > 0),
    label TEXT NOT NULL,
    PRIMARY KEY (content_id, page)
  ) STRICT, WITHOUT ROWID;

CREATE TABLE bearing (
        -- fact_id, a space, element_id.
        id TEXT PRIMARY KEY,
        fact_id TEXT NOT NULL REFERENCES fact (id),
        element_id TEXT NOT NULL REFERENCES element (id),
        side TEXT NOT NULL CHECK (side IN ('for', 'against'))
      ) STRICT;

CREATE TABLE brief_check (
    id TEXT PRIMARY KEY,
    set_id TEXT NOT NULL,
    evidence_id TEXT NOT NULL REFERENCES evidence_item (id),
    checked_at TEXT NOT NULL,
    -- A CitationReport.
    report TEXT NOT NULL CHECK (json_valid(report)),
    UNIQUE (set_id, evidence_id)
  ) STRICT;

CREATE TABLE build (
    id TEXT PRIMARY KEY,
    set_id TEXT NOT NULL,
    built_at TEXT NOT NULL,
    folder TEXT NOT NULL,
    -- Hash over what the build was made from; equal while the set still stands as built.
    plan_sha256 TEXT NOT NULL,
    findings TEXT NOT NULL CHECK (json_valid(findings))
  ) STRICT;

CREATE TABLE build_exhibit (
    build_id TEXT NOT NULL REFERENCES build (id) ON DELETE CASCADE,
    exhibit_id TEXT NOT NULL,
    volume TEXT NOT NULL,
    -- Pages of the whole item as the build read them, whatever its intake counted; null where nothing was read.
    item_pages INTEGER,
    PRIMARY KEY (build_id, exhibit_id)
  ) STRICT, WITHOUT ROWID;

CREATE TABLE "build_output" (
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

CREATE TABLE calendar_export (
    deadline_id TEXT PRIMARY KEY,
    sequence INTEGER NOT NULL CHECK (sequence >= 0),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    -- {summary, due}: enough to cancel it after the deadline is gone.
    event TEXT NOT NULL CHECK (json_valid(event))
  ) STRICT;

CREATE TABLE change_current (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    group_id INTEGER NOT NULL
  ) STRICT;

CREATE TABLE change_group (
    id INTEGER PRIMARY KEY,
    operation TEXT NOT NULL,
    label TEXT NOT NULL,
    person TEXT NOT NULL,
    at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('done', 'undone'))
  ) STRICT;

CREATE TABLE change_row (
    id INTEGER PRIMARY KEY,
    group_id INTEGER NOT NULL REFERENCES change_group (id) ON DELETE CASCADE,
    table_name TEXT NOT NULL,
    row_id TEXT NOT NULL,
    -- The row as JSON before the change; null where there was none.
    before TEXT
  ) STRICT;

CREATE TABLE "claim" (
        -- No number is given twice: a step that is done again puts rows back under theirs.
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        content_id INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
        field TEXT NOT NULL,
        value TEXT NOT NULL,
        -- 1: said by the load file of a production, of a file that does not say it itself.
        is_given INTEGER NOT NULL DEFAULT 0 CHECK (is_given IN (0, 1))
      ) STRICT;

CREATE TABLE coding (
    -- evidence_id, a space, the reviewer's name in small letters.
    id TEXT PRIMARY KEY,
    evidence_id TEXT NOT NULL REFERENCES evidence_item (id),
    reviewer TEXT NOT NULL CHECK (json_valid(reviewer)),
    is_responsive INTEGER CHECK (is_responsive IN (0, 1)),
    relevance INTEGER CHECK (relevance BETWEEN 0 AND 3),
    privilege TEXT CHECK (privilege IN ('none', 'attorney_client', 'work_product', 'common_interest', 'other')),
    privilege_note TEXT NOT NULL,
    -- Ids of tags, sorted.
    issue_ids TEXT NOT NULL CHECK (json_valid(issue_ids)),
    coded_at TEXT NOT NULL,
    -- The review copy it came back in; null for what was decided in this matter.
    copy_id TEXT
  ) STRICT;

CREATE TABLE coding_settled (
    id TEXT PRIMARY KEY REFERENCES evidence_item (id),
    settled_at TEXT NOT NULL,
    settled_by TEXT NOT NULL CHECK (json_valid(settled_by))
  ) STRICT;

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

CREATE TABLE content_digest (
    content_id INTEGER PRIMARY KEY REFERENCES content (id) ON DELETE CASCADE,
    md5 TEXT NOT NULL CHECK (length(md5) = 32),
    sha1 TEXT NOT NULL CHECK (length(sha1) = 40)
  ) STRICT;

CREATE TABLE content_password (
    content_id INTEGER PRIMARY KEY REFERENCES content (id) ON DELETE CASCADE,
    password TEXT NOT NULL
  ) STRICT;

CREATE TABLE court_day (
    id TEXT PRIMARY KEY,
    day TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('closed', 'holiday')),
    name TEXT NOT NULL,
    note TEXT NOT NULL
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

CREATE TABLE deadline (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('rule', 'printed', 'contract', 'order', 'hand')),
    -- A CitedRule: the rule as it stood.
    rule TEXT CHECK (rule IS NULL OR json_valid(rule)),
    -- A DeadlineTrigger.
    trigger TEXT NOT NULL CHECK (json_valid(trigger)),
    period TEXT NOT NULL CHECK (json_valid(period)),
    service TEXT NOT NULL,
    regime TEXT NOT NULL CHECK (regime IN ('frcp', 'frap', 'contract')),
    contract TEXT CHECK (contract IS NULL OR json_valid(contract)),
    -- {due, quote} as the clerk printed it.
    printed TEXT CHECK (printed IS NULL OR json_valid(printed)),
    actor TEXT NOT NULL,
    owner TEXT NOT NULL,
    note TEXT NOT NULL,
    entry_id TEXT,
    evidence_id TEXT,
    -- Minutes before the end.
    reminders TEXT NOT NULL CHECK (json_valid(reminders)),
    tro_clock TEXT,
    status TEXT NOT NULL CHECK (status IN ('open', 'done', 'dismissed')),
    proof TEXT CHECK (proof IS NULL OR json_valid(proof)),
    snoozed_until TEXT,
    -- The moment it was due when a person last looked.
    seen_due TEXT NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT;

CREATE TABLE deadline_override (
    id TEXT PRIMARY KEY,
    deadline_id TEXT NOT NULL REFERENCES deadline (id) ON DELETE CASCADE,
    due TEXT NOT NULL,
    entry_id TEXT,
    note TEXT NOT NULL,
    tro_event_id TEXT,
    created_at TEXT NOT NULL
  ) STRICT;

CREATE TABLE docket_answer (
    id TEXT PRIMARY KEY,
    answer TEXT NOT NULL CHECK (answer IN ('same', 'different'))
  ) STRICT;

CREATE TABLE docket_applied (
    id TEXT PRIMARY KEY REFERENCES docket_source (id),
    applied_at TEXT NOT NULL
  ) STRICT;

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
    created_at TEXT NOT NULL, repeat INTEGER NOT NULL DEFAULT 0 CHECK (repeat >= 0), short_text TEXT NOT NULL DEFAULT '', attorney TEXT NOT NULL DEFAULT '', entered_at TEXT, is_restricted INTEGER NOT NULL DEFAULT 0 CHECK (is_restricted IN (0, 1)), fee_note TEXT NOT NULL DEFAULT '', document_url TEXT, document_id TEXT, sequence INTEGER, page_count INTEGER, size_bytes INTEGER, links TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(links)), position INTEGER, is_gone INTEGER NOT NULL DEFAULT 0 CHECK (is_gone IN (0, 1)), court TEXT CHECK (court IS NULL OR json_valid(court)),
    CHECK (attachment IS NULL OR number IS NOT NULL)
  ) STRICT;

CREATE TABLE docket_observation (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
    -- A ParsedEntry.
    body TEXT NOT NULL CHECK (json_valid(body))
  ) STRICT;

CREATE TABLE docket_read (
    id INTEGER PRIMARY KEY,
    import_id TEXT NOT NULL,
    source_id TEXT REFERENCES docket_source (id) ON DELETE CASCADE,
    -- Name, warnings and error of the source.
    report TEXT NOT NULL CHECK (json_valid(report))
  ) STRICT;

CREATE TABLE docket_seen (
    entry_id TEXT PRIMARY KEY
  ) STRICT;

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

CREATE TABLE docket_thread (
    id TEXT PRIMARY KEY REFERENCES docket_entry (id) ON DELETE CASCADE,
    parent_id TEXT REFERENCES docket_entry (id) ON DELETE CASCADE
  ) STRICT;

CREATE TABLE element (
        id TEXT PRIMARY KEY,
        -- The claim or relief it belongs to, as it is written.
        claim TEXT NOT NULL,
        name TEXT NOT NULL,
        standard TEXT NOT NULL,
        position INTEGER NOT NULL,
        created_at TEXT NOT NULL
      ) STRICT;

CREATE TABLE evidence_description (
    id TEXT PRIMARY KEY REFERENCES evidence_item (id),
    title TEXT NOT NULL,
    custodian TEXT NOT NULL,
    source TEXT NOT NULL,
    is_archived INTEGER NOT NULL DEFAULT 0 CHECK (is_archived IN (0, 1))
  , collected_at TEXT NOT NULL DEFAULT '', collected_by TEXT NOT NULL DEFAULT '', collected_where TEXT NOT NULL DEFAULT '', collected_how TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '', is_reviewed INTEGER NOT NULL DEFAULT 0 CHECK (is_reviewed IN (0, 1)), is_flagged INTEGER NOT NULL DEFAULT 0 CHECK (is_flagged IN (0, 1)), relevance INTEGER CHECK (relevance BETWEEN 0 AND 3), is_responsive INTEGER CHECK (is_responsive IN (0, 1)), privilege TEXT CHECK (privilege IN ('none', 'attorney_client', 'work_product', 'common_interest', 'other')), privilege_note TEXT NOT NULL DEFAULT '') STRICT;

CREATE TABLE "evidence_item" (
    id TEXT PRIMARY KEY,
    content_id INTEGER NOT NULL UNIQUE REFERENCES content (id),
    kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 20),
    original_name TEXT NOT NULL,
    received_at TEXT NOT NULL
  ) STRICT;

CREATE TABLE evidence_member (
    parent_id TEXT NOT NULL REFERENCES evidence_item (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    child_id TEXT NOT NULL REFERENCES evidence_item (id),
    -- The name it had in there.
    name TEXT NOT NULL,
    PRIMARY KEY (parent_id, position)
  ) STRICT, WITHOUT ROWID;

CREATE TABLE evidence_tag (
    id TEXT PRIMARY KEY,
    evidence_id TEXT NOT NULL REFERENCES evidence_item (id),
    tag_id TEXT NOT NULL REFERENCES tag (id)
  ) STRICT;

CREATE TABLE "exhibit" (
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

CREATE TABLE exhibit_label_change (
    id INTEGER PRIMARY KEY,
    set_id TEXT NOT NULL,
    at TEXT NOT NULL,
    person TEXT NOT NULL,
    -- Array of LabelChange.
    changes TEXT NOT NULL CHECK (json_valid(changes))
  ) STRICT;

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
    created_at TEXT NOT NULL, purpose TEXT NOT NULL DEFAULT 'motion', declarant TEXT NOT NULL DEFAULT '', party TEXT NOT NULL DEFAULT 'none', bates_suffix TEXT NOT NULL DEFAULT '', number_position TEXT NOT NULL DEFAULT 'bottomRight', slip_sheet_template TEXT NOT NULL DEFAULT 'plain', sticker_corner TEXT NOT NULL DEFAULT 'bottomRight', sticker_colour TEXT NOT NULL DEFAULT 'party', designation TEXT NOT NULL DEFAULT '', flattens_forms INTEGER NOT NULL DEFAULT 1 CHECK (flattens_forms IN (0, 1)), is_archival INTEGER NOT NULL DEFAULT 0 CHECK (is_archival IN (0, 1)), looks_at_every_page INTEGER NOT NULL DEFAULT 0 CHECK (looks_at_every_page IN (0, 1)), numbers_pages INTEGER NOT NULL DEFAULT 0 CHECK (numbers_pages IN (0, 1)),
    CHECK ((bates_prefix IS NULL) = (bates_digits IS NULL) AND (bates_prefix IS NULL) = (bates_start IS NULL))
  ) STRICT;

CREATE TABLE fact (
        id TEXT PRIMARY KEY,
        text TEXT NOT NULL,
        -- A FactDate; null where nobody knows.
        date TEXT CHECK (date IS NULL OR json_valid(date)),
        dispute TEXT NOT NULL CHECK (dispute IN ('unknown', 'undisputed', 'disputed')),
        allegation TEXT NOT NULL,
        note TEXT NOT NULL,
        author TEXT NOT NULL CHECK (json_valid(author)),
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL
      ) STRICT;

CREATE TABLE fingerprint (
    content_id INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (content_id, kind, value)
  ) STRICT, WITHOUT ROWID;

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

CREATE TABLE list_view (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    -- {filter, sort, isDescending, grouping}
    state TEXT NOT NULL CHECK (json_valid(state)),
    created_at TEXT NOT NULL
  ) STRICT;

CREATE TABLE mark (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT;

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

CREATE TABLE "note" (
        id TEXT PRIMARY KEY,
        evidence_id TEXT NOT NULL REFERENCES evidence_item (id),
        kind TEXT NOT NULL CHECK (kind IN ('highlight', 'underline', 'box', 'note', 'bookmark', 'redaction')),
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

CREATE TABLE note_tag (
    id TEXT PRIMARY KEY,
    note_id TEXT NOT NULL REFERENCES note (id) ON DELETE CASCADE,
    tag_id TEXT NOT NULL REFERENCES tag (id)
  ) STRICT;

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

CREATE TABLE pin_cite (
        id TEXT PRIMARY KEY,
        fact_id TEXT NOT NULL REFERENCES fact (id),
        evidence_id TEXT NOT NULL REFERENCES evidence_item (id),
        -- Page, or part of what has no pages; null of the item as a whole and of a moment of a recording.
        page INTEGER CHECK (page > 0),
        at_ms INTEGER CHECK (at_ms >= 0),
        -- The words that show it, and what stands before and after them.
        quote TEXT NOT NULL,
        prefix TEXT NOT NULL,
        suffix TEXT NOT NULL,
        paragraph TEXT NOT NULL,
        created_at TEXT NOT NULL
      ) STRICT;

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

CREATE TABLE reminder_seen (
    deadline_id TEXT PRIMARY KEY,
    seen_at TEXT NOT NULL
  ) STRICT;

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

CREATE TABLE review_copy_coding (
    copy_id TEXT NOT NULL REFERENCES review_copy (id),
    coding_id TEXT NOT NULL,
    -- A Coding.
    coding TEXT NOT NULL CHECK (json_valid(coding)),
    PRIMARY KEY (copy_id, coding_id)
  ) STRICT;

CREATE TABLE review_copy_note (
    copy_id TEXT NOT NULL REFERENCES review_copy (id),
    note_id TEXT NOT NULL,
    -- A Note.
    note TEXT NOT NULL CHECK (json_valid(note)),
    PRIMARY KEY (copy_id, note_id)
  ) STRICT;

CREATE TABLE saved_search (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    options TEXT NOT NULL CHECK (json_valid(options)),
    created_at TEXT NOT NULL
  ) STRICT;

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
  , folding INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE TABLE search_term (
    term TEXT PRIMARY KEY,
    pages INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE search_text USING fts5 (
    body, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
  );

CREATE TABLE 'search_text_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'search_text_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'search_text_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);

CREATE TABLE 'search_text_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE VIRTUAL TABLE search_vocabulary USING fts5vocab (search_text, 'row');

CREATE TABLE sqlite_sequence(name,seq);

CREATE TABLE summary_description (
        id TEXT PRIMARY KEY REFERENCES evidence_item (id),
        shows TEXT NOT NULL
      ) STRICT;

CREATE TABLE tag (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('tag', 'issue')),
    color TEXT NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT;

CREATE TABLE text_reading (
    content_id INTEGER PRIMARY KEY REFERENCES content (id) ON DELETE CASCADE,
    read_at TEXT NOT NULL,
    app_version TEXT NOT NULL,
    pages INTEGER NOT NULL,
    -- Array of {page, code, message}.
    problems TEXT NOT NULL CHECK (json_valid(problems))
  , reader INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE TABLE transcript (
    id TEXT PRIMARY KEY,
    evidence_id TEXT NOT NULL REFERENCES evidence_item (id),
    name TEXT NOT NULL,
    -- Array of {startMs, endMs, speaker, text}.
    cues TEXT NOT NULL CHECK (json_valid(cues)),
    created_at TEXT NOT NULL
  ) STRICT;

CREATE TABLE tro_event (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    -- A day or a minute in the court's zone.
    at TEXT NOT NULL,
    entry_id TEXT,
    evidence_id TEXT,
    note TEXT NOT NULL,
    -- TroEventDetails.
    details TEXT NOT NULL CHECK (json_valid(details)),
    created_at TEXT NOT NULL
  ) STRICT;

CREATE TABLE tro_item (
    id TEXT PRIMARY KEY,
    state TEXT NOT NULL CHECK (state IN ('open', 'met', 'not_needed')),
    note TEXT NOT NULL,
    entry_id TEXT,
    evidence_id TEXT
  ) STRICT;

CREATE TABLE tro_notice (
    id TEXT PRIMARY KEY,
    who TEXT NOT NULL,
    how TEXT NOT NULL,
    at TEXT NOT NULL,
    by_whom TEXT NOT NULL,
    result TEXT NOT NULL,
    evidence_id TEXT
  ) STRICT;

CREATE TABLE tro_request (
    id TEXT PRIMARY KEY CHECK (id = 'tro'),
    side TEXT NOT NULL CHECK (side IN ('movant', 'opponent')),
    reason_against_notice TEXT NOT NULL,
    attorney TEXT NOT NULL,
    bar_number TEXT NOT NULL,
    firm TEXT NOT NULL,
    contact TEXT NOT NULL,
    party TEXT NOT NULL,
    security_proposed_usd REAL,
    security_reason TEXT NOT NULL,
    security_posted_at TEXT,
    is_united_states INTEGER NOT NULL CHECK (is_united_states IN (0, 1))
  ) STRICT;

CREATE TABLE unpacking (
    content_id INTEGER PRIMARY KEY REFERENCES content (id) ON DELETE CASCADE,
    state TEXT NOT NULL CHECK (state IN ('partial', 'done'))
  ) STRICT;

CREATE TABLE view_state (
    view TEXT PRIMARY KEY,
    state TEXT NOT NULL CHECK (json_valid(state))
  ) STRICT;

CREATE TRIGGER audit_event_no_delete BEFORE DELETE ON audit_event BEGIN SELECT raise(ABORT, 'audit_event is append-only'); END;

CREATE TRIGGER audit_event_no_update BEFORE UPDATE ON audit_event BEGIN SELECT raise(ABORT, 'audit_event is append-only'); END;

CREATE TRIGGER bates_number_no_delete BEFORE DELETE ON bates_number WHEN old.state <> 'reserved'
    BEGIN SELECT raise(ABORT, 'a used or void number never comes back'); END;

CREATE TRIGGER bates_number_used_stays BEFORE UPDATE ON bates_number
    WHEN old.state = 'void' OR (old.state = 'used' AND new.state = 'reserved')
    BEGIN SELECT raise(ABORT, 'a used or void number never comes back'); END;

CREATE TRIGGER bates_prefix_log_delete AFTER DELETE ON bates_prefix WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'bates_prefix', old.id, json_object('id', old.id, 'party', old.party)); END;

CREATE TRIGGER bates_prefix_log_insert AFTER INSERT ON bates_prefix WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'bates_prefix', new.id, NULL); END;

CREATE TRIGGER bates_prefix_log_update AFTER UPDATE ON bates_prefix WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'bates_prefix', old.id, json_object('id', old.id, 'party', old.party)); END;

CREATE TRIGGER bearing_log_delete AFTER DELETE ON bearing WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'bearing', old.id, json_object('id', old.id, 'fact_id', old.fact_id, 'element_id', old.element_id, 'side', old.side)); END;

CREATE TRIGGER bearing_log_insert AFTER INSERT ON bearing WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'bearing', new.id, NULL); END;

CREATE TRIGGER bearing_log_update AFTER UPDATE ON bearing WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'bearing', old.id, json_object('id', old.id, 'fact_id', old.fact_id, 'element_id', old.element_id, 'side', old.side)); END;

CREATE TRIGGER claim_log_delete AFTER DELETE ON claim WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'claim', old.id, json_object('id', old.id, 'content_id', old.content_id, 'field', old.field, 'value', old.value, 'is_given', old.is_given)); END;

CREATE TRIGGER claim_log_insert AFTER INSERT ON claim WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'claim', new.id, NULL); END;

CREATE TRIGGER claim_log_update AFTER UPDATE ON claim WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'claim', old.id, json_object('id', old.id, 'content_id', old.content_id, 'field', old.field, 'value', old.value, 'is_given', old.is_given)); END;

CREATE TRIGGER coding_log_delete AFTER DELETE ON coding WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'coding', old.id, json_object('id', old.id, 'evidence_id', old.evidence_id, 'reviewer', old.reviewer, 'is_responsive', old.is_responsive, 'relevance', old.relevance, 'privilege', old.privilege, 'privilege_note', old.privilege_note, 'issue_ids', old.issue_ids, 'coded_at', old.coded_at, 'copy_id', old.copy_id)); END;

CREATE TRIGGER coding_log_insert AFTER INSERT ON coding WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'coding', new.id, NULL); END;

CREATE TRIGGER coding_log_update AFTER UPDATE ON coding WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'coding', old.id, json_object('id', old.id, 'evidence_id', old.evidence_id, 'reviewer', old.reviewer, 'is_responsive', old.is_responsive, 'relevance', old.relevance, 'privilege', old.privilege, 'privilege_note', old.privilege_note, 'issue_ids', old.issue_ids, 'coded_at', old.coded_at, 'copy_id', old.copy_id)); END;

CREATE TRIGGER coding_settled_log_delete AFTER DELETE ON coding_settled WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'coding_settled', old.id, json_object('id', old.id, 'settled_at', old.settled_at, 'settled_by', old.settled_by)); END;

CREATE TRIGGER coding_settled_log_insert AFTER INSERT ON coding_settled WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'coding_settled', new.id, NULL); END;

CREATE TRIGGER coding_settled_log_update AFTER UPDATE ON coding_settled WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'coding_settled', old.id, json_object('id', old.id, 'settled_at', old.settled_at, 'settled_by', old.settled_by)); END;

CREATE TRIGGER content_chunk_no_delete BEFORE DELETE ON content_chunk
    WHEN (SELECT state FROM content WHERE id = old.content_id) = 'stored'
    BEGIN SELECT raise(ABORT, 'originals never change'); END;

CREATE TRIGGER content_chunk_no_late_insert BEFORE INSERT ON content_chunk
    WHEN (SELECT state FROM content WHERE id = new.content_id) IS NOT 'staged'
    BEGIN SELECT raise(ABORT, 'originals never change'); END;

CREATE TRIGGER content_chunk_no_update BEFORE UPDATE ON content_chunk
    BEGIN SELECT raise(ABORT, 'originals never change'); END;

CREATE TRIGGER content_no_delete BEFORE DELETE ON content WHEN old.state = 'stored'
    BEGIN SELECT raise(ABORT, 'originals never change'); END;

CREATE TRIGGER content_no_update BEFORE UPDATE ON content WHEN old.state = 'stored'
    BEGIN SELECT raise(ABORT, 'originals never change'); END;

CREATE TRIGGER court_day_log_delete AFTER DELETE ON court_day WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'court_day', old.id, json_object('id', old.id, 'day', old.day, 'kind', old.kind, 'name', old.name, 'note', old.note)); END;

CREATE TRIGGER court_day_log_insert AFTER INSERT ON court_day WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'court_day', new.id, NULL); END;

CREATE TRIGGER court_day_log_update AFTER UPDATE ON court_day WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'court_day', old.id, json_object('id', old.id, 'day', old.day, 'kind', old.kind, 'name', old.name, 'note', old.note)); END;

CREATE TRIGGER custody_event_no_delete BEFORE DELETE ON custody_event BEGIN SELECT raise(ABORT, 'custody_event is append-only'); END;

CREATE TRIGGER custody_event_no_update BEFORE UPDATE ON custody_event BEGIN SELECT raise(ABORT, 'custody_event is append-only'); END;

CREATE TRIGGER deadline_log_delete AFTER DELETE ON deadline WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'deadline', old.id, json_object('id', old.id, 'title', old.title, 'source', old.source, 'rule', old.rule, 'trigger', old.trigger, 'period', old.period, 'service', old.service, 'regime', old.regime, 'contract', old.contract, 'printed', old.printed, 'actor', old.actor, 'owner', old.owner, 'note', old.note, 'entry_id', old.entry_id, 'evidence_id', old.evidence_id, 'reminders', old.reminders, 'tro_clock', old.tro_clock, 'status', old.status, 'proof', old.proof, 'snoozed_until', old.snoozed_until, 'seen_due', old.seen_due, 'created_at', old.created_at)); END;

CREATE TRIGGER deadline_log_insert AFTER INSERT ON deadline WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'deadline', new.id, NULL); END;

CREATE TRIGGER deadline_log_update AFTER UPDATE ON deadline WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'deadline', old.id, json_object('id', old.id, 'title', old.title, 'source', old.source, 'rule', old.rule, 'trigger', old.trigger, 'period', old.period, 'service', old.service, 'regime', old.regime, 'contract', old.contract, 'printed', old.printed, 'actor', old.actor, 'owner', old.owner, 'note', old.note, 'entry_id', old.entry_id, 'evidence_id', old.evidence_id, 'reminders', old.reminders, 'tro_clock', old.tro_clock, 'status', old.status, 'proof', old.proof, 'snoozed_until', old.snoozed_until, 'seen_due', old.seen_due, 'created_at', old.created_at)); END;

CREATE TRIGGER deadline_override_log_delete AFTER DELETE ON deadline_override WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'deadline_override', old.id, json_object('id', old.id, 'deadline_id', old.deadline_id, 'due', old.due, 'entry_id', old.entry_id, 'note', old.note, 'tro_event_id', old.tro_event_id, 'created_at', old.created_at)); END;

CREATE TRIGGER deadline_override_log_insert AFTER INSERT ON deadline_override WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'deadline_override', new.id, NULL); END;

CREATE TRIGGER deadline_override_log_update AFTER UPDATE ON deadline_override WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'deadline_override', old.id, json_object('id', old.id, 'deadline_id', old.deadline_id, 'due', old.due, 'entry_id', old.entry_id, 'note', old.note, 'tro_event_id', old.tro_event_id, 'created_at', old.created_at)); END;

CREATE TRIGGER deadline_search_delete AFTER DELETE ON deadline BEGIN 
    DELETE FROM search_text WHERE rowid IN (SELECT id FROM search_subject WHERE ref = old.id AND kind = 'note');
    DELETE FROM search_subject WHERE ref = old.id AND kind = 'note'; END;

CREATE TRIGGER deadline_search_insert AFTER INSERT ON deadline BEGIN 
    INSERT INTO search_subject (kind, ref) VALUES ('note', new.id);
    INSERT INTO search_text (rowid, body)
      SELECT id, replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(new.title || char(10) || new.note, char(173), ''), char(8203), ''), char(8288), ''), char(65279), ''), char(64256), 'ff'), char(64257), 'fi'), char(64258), 'fl'), char(64259), 'ffi'), char(64260), 'ffl'), char(8482), ' '), char(223), 'ss'), char(7838), 'SS'), char(230), 'ae'), char(198), 'AE'), char(339), 'oe'), char(338), 'OE'), char(248), 'o'), char(216), 'O'), char(322), 'l'), char(321), 'L'), char(273), 'd'), char(272), 'D') FROM search_subject WHERE ref = new.id AND kind = 'note'; END;

CREATE TRIGGER deadline_search_update AFTER UPDATE OF title, note ON deadline BEGIN
      
    DELETE FROM search_text WHERE rowid IN (SELECT id FROM search_subject WHERE ref = old.id AND kind = 'note');
    DELETE FROM search_subject WHERE ref = old.id AND kind = 'note';
      
    INSERT INTO search_subject (kind, ref) VALUES ('note', new.id);
    INSERT INTO search_text (rowid, body)
      SELECT id, replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(new.title || char(10) || new.note, char(173), ''), char(8203), ''), char(8288), ''), char(65279), ''), char(64256), 'ff'), char(64257), 'fi'), char(64258), 'fl'), char(64259), 'ffi'), char(64260), 'ffl'), char(8482), ' '), char(223), 'ss'), char(7838), 'SS'), char(230), 'ae'), char(198), 'AE'), char(339), 'oe'), char(338), 'OE'), char(248), 'o'), char(216), 'O'), char(322), 'l'), char(321), 'L'), char(273), 'd'), char(272), 'D') FROM search_subject WHERE ref = new.id AND kind = 'note';
    END;

CREATE TRIGGER docket_answer_log_delete AFTER DELETE ON docket_answer WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'docket_answer', old.id, json_object('id', old.id, 'answer', old.answer)); END;

CREATE TRIGGER docket_answer_log_insert AFTER INSERT ON docket_answer WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'docket_answer', new.id, NULL); END;

CREATE TRIGGER docket_answer_log_update AFTER UPDATE ON docket_answer WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'docket_answer', old.id, json_object('id', old.id, 'answer', old.answer)); END;

CREATE TRIGGER docket_applied_log_delete AFTER DELETE ON docket_applied WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'docket_applied', old.id, json_object('id', old.id, 'applied_at', old.applied_at)); END;

CREATE TRIGGER docket_applied_log_insert AFTER INSERT ON docket_applied WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'docket_applied', new.id, NULL); END;

CREATE TRIGGER docket_applied_log_update AFTER UPDATE ON docket_applied WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'docket_applied', old.id, json_object('id', old.id, 'applied_at', old.applied_at)); END;

CREATE TRIGGER docket_entry_log_delete AFTER DELETE ON docket_entry WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'docket_entry', old.id, json_object('id', old.id, 'number', old.number, 'attachment', old.attachment, 'filed_on', old.filed_on, 'entered_on', old.entered_on, 'text', old.text, 'filer', old.filer, 'is_text_only', old.is_text_only, 'is_sealed', old.is_sealed, 'evidence_id', old.evidence_id, 'created_at', old.created_at, 'repeat', old.repeat, 'short_text', old.short_text, 'attorney', old.attorney, 'entered_at', old.entered_at, 'is_restricted', old.is_restricted, 'fee_note', old.fee_note, 'document_url', old.document_url, 'document_id', old.document_id, 'sequence', old.sequence, 'page_count', old.page_count, 'size_bytes', old.size_bytes, 'links', old.links, 'position', old.position, 'is_gone', old.is_gone, 'court', old.court)); END;

CREATE TRIGGER docket_entry_log_insert AFTER INSERT ON docket_entry WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'docket_entry', new.id, NULL); END;

CREATE TRIGGER docket_entry_log_update AFTER UPDATE ON docket_entry WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'docket_entry', old.id, json_object('id', old.id, 'number', old.number, 'attachment', old.attachment, 'filed_on', old.filed_on, 'entered_on', old.entered_on, 'text', old.text, 'filer', old.filer, 'is_text_only', old.is_text_only, 'is_sealed', old.is_sealed, 'evidence_id', old.evidence_id, 'created_at', old.created_at, 'repeat', old.repeat, 'short_text', old.short_text, 'attorney', old.attorney, 'entered_at', old.entered_at, 'is_restricted', old.is_restricted, 'fee_note', old.fee_note, 'document_url', old.document_url, 'document_id', old.document_id, 'sequence', old.sequence, 'page_count', old.page_count, 'size_bytes', old.size_bytes, 'links', old.links, 'position', old.position, 'is_gone', old.is_gone, 'court', old.court)); END;

CREATE TRIGGER docket_entry_search_delete AFTER DELETE ON docket_entry BEGIN 
    DELETE FROM search_text WHERE rowid IN (SELECT id FROM search_subject WHERE ref = old.id AND kind = 'docket');
    DELETE FROM search_subject WHERE ref = old.id AND kind = 'docket'; END;

CREATE TRIGGER docket_entry_search_insert AFTER INSERT ON docket_entry BEGIN 
    INSERT INTO search_subject (kind, ref) VALUES ('docket', new.id);
    INSERT INTO search_text (rowid, body)
      SELECT id, replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(new.text || char(10) || new.short_text || char(10) || new.filer, char(173), ''), char(8203), ''), char(8288), ''), char(65279), ''), char(64256), 'ff'), char(64257), 'fi'), char(64258), 'fl'), char(64259), 'ffi'), char(64260), 'ffl'), char(8482), ' '), char(223), 'ss'), char(7838), 'SS'), char(230), 'ae'), char(198), 'AE'), char(339), 'oe'), char(338), 'OE'), char(248), 'o'), char(216), 'O'), char(322), 'l'), char(321), 'L'), char(273), 'd'), char(272), 'D') FROM search_subject WHERE ref = new.id AND kind = 'docket'; END;

CREATE TRIGGER docket_entry_search_update AFTER UPDATE OF text, short_text, filer ON docket_entry BEGIN
      
    DELETE FROM search_text WHERE rowid IN (SELECT id FROM search_subject WHERE ref = old.id AND kind = 'docket');
    DELETE FROM search_subject WHERE ref = old.id AND kind = 'docket';
      
    INSERT INTO search_subject (kind, ref) VALUES ('docket', new.id);
    INSERT INTO search_text (rowid, body)
      SELECT id, replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(new.text || char(10) || new.short_text || char(10) || new.filer, char(173), ''), char(8203), ''), char(8288), ''), char(65279), ''), char(64256), 'ff'), char(64257), 'fi'), char(64258), 'fl'), char(64259), 'ffi'), char(64260), 'ffl'), char(8482), ' '), char(223), 'ss'), char(7838), 'SS'), char(230), 'ae'), char(198), 'AE'), char(339), 'oe'), char(338), 'OE'), char(248), 'o'), char(216), 'O'), char(322), 'l'), char(321), 'L'), char(273), 'd'), char(272), 'D') FROM search_subject WHERE ref = new.id AND kind = 'docket';
    END;

CREATE TRIGGER docket_observation_no_update BEFORE UPDATE ON docket_observation
    BEGIN SELECT raise(ABORT, 'what a source said never changes'); END;

CREATE TRIGGER docket_source_no_delete BEFORE DELETE ON docket_source WHEN old.was_applied = 1
    BEGIN SELECT raise(ABORT, 'an imported source is kept'); END;

CREATE TRIGGER docket_source_no_update BEFORE UPDATE ON docket_source
    WHEN old.was_applied = 1 OR new.bytes IS NOT old.bytes OR new.observations IS NOT old.observations
    BEGIN SELECT raise(ABORT, 'what a source said never changes'); END;

CREATE TRIGGER docket_thread_log_delete AFTER DELETE ON docket_thread WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'docket_thread', old.id, json_object('id', old.id, 'parent_id', old.parent_id)); END;

CREATE TRIGGER docket_thread_log_insert AFTER INSERT ON docket_thread WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'docket_thread', new.id, NULL); END;

CREATE TRIGGER docket_thread_log_update AFTER UPDATE ON docket_thread WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'docket_thread', old.id, json_object('id', old.id, 'parent_id', old.parent_id)); END;

CREATE TRIGGER element_log_delete AFTER DELETE ON element WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'element', old.id, json_object('id', old.id, 'claim', old.claim, 'name', old.name, 'standard', old.standard, 'position', old.position, 'created_at', old.created_at)); END;

CREATE TRIGGER element_log_insert AFTER INSERT ON element WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'element', new.id, NULL); END;

CREATE TRIGGER element_log_update AFTER UPDATE ON element WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'element', old.id, json_object('id', old.id, 'claim', old.claim, 'name', old.name, 'standard', old.standard, 'position', old.position, 'created_at', old.created_at)); END;

CREATE TRIGGER evidence_description_log_delete AFTER DELETE ON evidence_description WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'evidence_description', old.id, json_object('id', old.id, 'title', old.title, 'custodian', old.custodian, 'source', old.source, 'is_archived', old.is_archived, 'collected_at', old.collected_at, 'collected_by', old.collected_by, 'collected_where', old.collected_where, 'collected_how', old.collected_how, 'note', old.note, 'is_reviewed', old.is_reviewed, 'is_flagged', old.is_flagged, 'relevance', old.relevance, 'is_responsive', old.is_responsive, 'privilege', old.privilege, 'privilege_note', old.privilege_note)); END;

CREATE TRIGGER evidence_description_log_insert AFTER INSERT ON evidence_description WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'evidence_description', new.id, NULL); END;

CREATE TRIGGER evidence_description_log_update AFTER UPDATE ON evidence_description WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'evidence_description', old.id, json_object('id', old.id, 'title', old.title, 'custodian', old.custodian, 'source', old.source, 'is_archived', old.is_archived, 'collected_at', old.collected_at, 'collected_by', old.collected_by, 'collected_where', old.collected_where, 'collected_how', old.collected_how, 'note', old.note, 'is_reviewed', old.is_reviewed, 'is_flagged', old.is_flagged, 'relevance', old.relevance, 'is_responsive', old.is_responsive, 'privilege', old.privilege, 'privilege_note', old.privilege_note)); END;

CREATE TRIGGER evidence_description_search_delete AFTER DELETE ON evidence_description BEGIN 
    DELETE FROM search_text WHERE rowid IN (SELECT id FROM search_subject WHERE ref = old.id AND kind = 'title');
    DELETE FROM search_subject WHERE ref = old.id AND kind = 'title'; END;

CREATE TRIGGER evidence_description_search_insert AFTER INSERT ON evidence_description BEGIN 
    INSERT INTO search_subject (kind, ref) VALUES ('title', new.id);
    INSERT INTO search_text (rowid, body)
      SELECT id, replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(new.title || char(10) || new.note, char(173), ''), char(8203), ''), char(8288), ''), char(65279), ''), char(64256), 'ff'), char(64257), 'fi'), char(64258), 'fl'), char(64259), 'ffi'), char(64260), 'ffl'), char(8482), ' '), char(223), 'ss'), char(7838), 'SS'), char(230), 'ae'), char(198), 'AE'), char(339), 'oe'), char(338), 'OE'), char(248), 'o'), char(216), 'O'), char(322), 'l'), char(321), 'L'), char(273), 'd'), char(272), 'D') FROM search_subject WHERE ref = new.id AND kind = 'title'; END;

CREATE TRIGGER evidence_description_search_update AFTER UPDATE OF title, note ON evidence_description BEGIN
      
    DELETE FROM search_text WHERE rowid IN (SELECT id FROM search_subject WHERE ref = old.id AND kind = 'title');
    DELETE FROM search_subject WHERE ref = old.id AND kind = 'title';
      
    INSERT INTO search_subject (kind, ref) VALUES ('title', new.id);
    INSERT INTO search_text (rowid, body)
      SELECT id, replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(new.title || char(10) || new.note, char(173), ''), char(8203), ''), char(8288), ''), char(65279), ''), char(64256), 'ff'), char(64257), 'fi'), char(64258), 'fl'), char(64259), 'ffi'), char(64260), 'ffl'), char(8482), ' '), char(223), 'ss'), char(7838), 'SS'), char(230), 'ae'), char(198), 'AE'), char(339), 'oe'), char(338), 'OE'), char(248), 'o'), char(216), 'O'), char(322), 'l'), char(321), 'L'), char(273), 'd'), char(272), 'D') FROM search_subject WHERE ref = new.id AND kind = 'title';
    END;

CREATE TRIGGER evidence_item_no_delete BEFORE DELETE ON evidence_item
    BEGIN SELECT raise(ABORT, 'what was received never changes'); END;

CREATE TRIGGER evidence_item_no_update BEFORE UPDATE ON evidence_item
    BEGIN SELECT raise(ABORT, 'what was received never changes'); END;

CREATE TRIGGER evidence_member_no_delete BEFORE DELETE ON evidence_member
    BEGIN SELECT raise(ABORT, 'what was received never changes'); END;

CREATE TRIGGER evidence_member_no_update BEFORE UPDATE ON evidence_member
    BEGIN SELECT raise(ABORT, 'what was received never changes'); END;

CREATE TRIGGER evidence_tag_log_delete AFTER DELETE ON evidence_tag WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'evidence_tag', old.id, json_object('id', old.id, 'evidence_id', old.evidence_id, 'tag_id', old.tag_id)); END;

CREATE TRIGGER evidence_tag_log_insert AFTER INSERT ON evidence_tag WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'evidence_tag', new.id, NULL); END;

CREATE TRIGGER evidence_tag_log_update AFTER UPDATE ON evidence_tag WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'evidence_tag', old.id, json_object('id', old.id, 'evidence_id', old.evidence_id, 'tag_id', old.tag_id)); END;

CREATE TRIGGER exhibit_label_change_no_delete BEFORE DELETE ON exhibit_label_change
    BEGIN SELECT raise(ABORT, 'what labels were never changes'); END;

CREATE TRIGGER exhibit_label_change_no_update BEFORE UPDATE ON exhibit_label_change
    BEGIN SELECT raise(ABORT, 'what labels were never changes'); END;

CREATE TRIGGER exhibit_log_delete AFTER DELETE ON exhibit WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'exhibit', old.id, json_object('id', old.id, 'set_id', old.set_id, 'parent_id', old.parent_id, 'evidence_id', old.evidence_id, 'status', old.status, 'status_note', old.status_note, 'position', old.position, 'label', old.label, 'title', old.title, 'page_ranges', old.page_ranges, 'treatment', old.treatment, 'treatment_note', old.treatment_note, 'sponsor', old.sponsor, 'authentication', old.authentication, 'authentication_note', old.authentication_note, 'designation', old.designation, 'objection', old.objection, 'ruling', old.ruling, 'ruling_note', old.ruling_note, 'links_citations', old.links_citations, 'sealed_at', old.sealed_at, 'volume', old.volume, 'created_at', old.created_at)); END;

CREATE TRIGGER exhibit_log_insert AFTER INSERT ON exhibit WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'exhibit', new.id, NULL); END;

CREATE TRIGGER exhibit_log_update AFTER UPDATE ON exhibit WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'exhibit', old.id, json_object('id', old.id, 'set_id', old.set_id, 'parent_id', old.parent_id, 'evidence_id', old.evidence_id, 'status', old.status, 'status_note', old.status_note, 'position', old.position, 'label', old.label, 'title', old.title, 'page_ranges', old.page_ranges, 'treatment', old.treatment, 'treatment_note', old.treatment_note, 'sponsor', old.sponsor, 'authentication', old.authentication, 'authentication_note', old.authentication_note, 'designation', old.designation, 'objection', old.objection, 'ruling', old.ruling, 'ruling_note', old.ruling_note, 'links_citations', old.links_citations, 'sealed_at', old.sealed_at, 'volume', old.volume, 'created_at', old.created_at)); END;

CREATE TRIGGER exhibit_set_log_delete AFTER DELETE ON exhibit_set WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'exhibit_set', old.id, json_object('id', old.id, 'name', old.name, 'scheme', old.scheme, 'bates_prefix', old.bates_prefix, 'bates_digits', old.bates_digits, 'bates_start', old.bates_start, 'has_slip_sheets', old.has_slip_sheets, 'has_stickers', old.has_stickers, 'sealed_at', old.sealed_at, 'created_at', old.created_at, 'purpose', old.purpose, 'declarant', old.declarant, 'party', old.party, 'bates_suffix', old.bates_suffix, 'number_position', old.number_position, 'slip_sheet_template', old.slip_sheet_template, 'sticker_corner', old.sticker_corner, 'sticker_colour', old.sticker_colour, 'designation', old.designation, 'flattens_forms', old.flattens_forms, 'is_archival', old.is_archival, 'looks_at_every_page', old.looks_at_every_page, 'numbers_pages', old.numbers_pages)); END;

CREATE TRIGGER exhibit_set_log_insert AFTER INSERT ON exhibit_set WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'exhibit_set', new.id, NULL); END;

CREATE TRIGGER exhibit_set_log_update AFTER UPDATE ON exhibit_set WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'exhibit_set', old.id, json_object('id', old.id, 'name', old.name, 'scheme', old.scheme, 'bates_prefix', old.bates_prefix, 'bates_digits', old.bates_digits, 'bates_start', old.bates_start, 'has_slip_sheets', old.has_slip_sheets, 'has_stickers', old.has_stickers, 'sealed_at', old.sealed_at, 'created_at', old.created_at, 'purpose', old.purpose, 'declarant', old.declarant, 'party', old.party, 'bates_suffix', old.bates_suffix, 'number_position', old.number_position, 'slip_sheet_template', old.slip_sheet_template, 'sticker_corner', old.sticker_corner, 'sticker_colour', old.sticker_colour, 'designation', old.designation, 'flattens_forms', old.flattens_forms, 'is_archival', old.is_archival, 'looks_at_every_page', old.looks_at_every_page, 'numbers_pages', old.numbers_pages)); END;

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

CREATE TRIGGER fact_log_delete AFTER DELETE ON fact WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'fact', old.id, json_object('id', old.id, 'text', old.text, 'date', old.date, 'dispute', old.dispute, 'allegation', old.allegation, 'note', old.note, 'author', old.author, 'created_at', old.created_at, 'updated_at', old.updated_at)); END;

CREATE TRIGGER fact_log_insert AFTER INSERT ON fact WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'fact', new.id, NULL); END;

CREATE TRIGGER fact_log_update AFTER UPDATE ON fact WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'fact', old.id, json_object('id', old.id, 'text', old.text, 'date', old.date, 'dispute', old.dispute, 'allegation', old.allegation, 'note', old.note, 'author', old.author, 'created_at', old.created_at, 'updated_at', old.updated_at)); END;

CREATE TRIGGER fact_search_delete AFTER DELETE ON fact BEGIN 
    DELETE FROM search_text WHERE rowid IN (SELECT id FROM search_subject WHERE ref = old.id AND kind = 'note');
    DELETE FROM search_subject WHERE ref = old.id AND kind = 'note'; END;

CREATE TRIGGER fact_search_insert AFTER INSERT ON fact BEGIN 
    INSERT INTO search_subject (kind, ref) VALUES ('note', new.id);
    INSERT INTO search_text (rowid, body)
      SELECT id, replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(new.text || char(10) || new.note || char(10) || new.allegation, char(173), ''), char(8203), ''), char(8288), ''), char(65279), ''), char(64256), 'ff'), char(64257), 'fi'), char(64258), 'fl'), char(64259), 'ffi'), char(64260), 'ffl'), char(8482), ' '), char(223), 'ss'), char(7838), 'SS'), char(230), 'ae'), char(198), 'AE'), char(339), 'oe'), char(338), 'OE'), char(248), 'o'), char(216), 'O'), char(322), 'l'), char(321), 'L'), char(273), 'd'), char(272), 'D') FROM search_subject WHERE ref = new.id AND kind = 'note'; END;

CREATE TRIGGER fact_search_update AFTER UPDATE OF text, note, allegation ON fact BEGIN
      
    DELETE FROM search_text WHERE rowid IN (SELECT id FROM search_subject WHERE ref = old.id AND kind = 'note');
    DELETE FROM search_subject WHERE ref = old.id AND kind = 'note';
      
    INSERT INTO search_subject (kind, ref) VALUES ('note', new.id);
    INSERT INTO search_text (rowid, body)
      SELECT id, replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(new.text || char(10) || new.note || char(10) || new.allegation, char(173), ''), char(8203), ''), char(8288), ''), char(65279), ''), char(64256), 'ff'), char(64257), 'fi'), char(64258), 'fl'), char(64259), 'ffi'), char(64260), 'ffl'), char(8482), ' '), char(223), 'ss'), char(7838), 'SS'), char(230), 'ae'), char(198), 'AE'), char(339), 'oe'), char(338), 'OE'), char(248), 'o'), char(216), 'O'), char(322), 'l'), char(321), 'L'), char(273), 'd'), char(272), 'D') FROM search_subject WHERE ref = new.id AND kind = 'note';
    END;

CREATE TRIGGER list_view_log_delete AFTER DELETE ON list_view WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'list_view', old.id, json_object('id', old.id, 'name', old.name, 'state', old.state, 'created_at', old.created_at)); END;

CREATE TRIGGER list_view_log_insert AFTER INSERT ON list_view WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'list_view', new.id, NULL); END;

CREATE TRIGGER list_view_log_update AFTER UPDATE ON list_view WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'list_view', old.id, json_object('id', old.id, 'name', old.name, 'state', old.state, 'created_at', old.created_at)); END;

CREATE TRIGGER matter_log_delete AFTER DELETE ON matter WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'matter', old.id, json_object('id', old.id, 'title', old.title, 'court', old.court, 'number', old.number, 'judge', old.judge, 'timezone', old.timezone, 'is_sample', old.is_sample, 'created_at', old.created_at)); END;

CREATE TRIGGER matter_log_insert AFTER INSERT ON matter WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'matter', new.id, NULL); END;

CREATE TRIGGER matter_log_update AFTER UPDATE ON matter WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'matter', old.id, json_object('id', old.id, 'title', old.title, 'court', old.court, 'number', old.number, 'judge', old.judge, 'timezone', old.timezone, 'is_sample', old.is_sample, 'created_at', old.created_at)); END;

CREATE TRIGGER note_conflict_log_delete AFTER DELETE ON note_conflict WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'note_conflict', old.id, json_object('id', old.id, 'copy_id', old.copy_id, 'note_id', old.note_id, 'evidence_id', old.evidence_id, 'theirs', old.theirs, 'settled', old.settled)); END;

CREATE TRIGGER note_conflict_log_insert AFTER INSERT ON note_conflict WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'note_conflict', new.id, NULL); END;

CREATE TRIGGER note_conflict_log_update AFTER UPDATE ON note_conflict WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'note_conflict', old.id, json_object('id', old.id, 'copy_id', old.copy_id, 'note_id', old.note_id, 'evidence_id', old.evidence_id, 'theirs', old.theirs, 'settled', old.settled)); END;

CREATE TRIGGER note_log_delete AFTER DELETE ON note WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'note', old.id, json_object('id', old.id, 'evidence_id', old.evidence_id, 'kind', old.kind, 'page', old.page, 'quote', old.quote, 'prefix', old.prefix, 'suffix', old.suffix, 'rects', old.rects, 'at_ms', old.at_ms, 'text', old.text, 'color', old.color, 'is_work_product', old.is_work_product, 'author', old.author, 'created_at', old.created_at, 'updated_at', old.updated_at)); END;

CREATE TRIGGER note_log_insert AFTER INSERT ON note WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'note', new.id, NULL); END;

CREATE TRIGGER note_log_update AFTER UPDATE ON note WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'note', old.id, json_object('id', old.id, 'evidence_id', old.evidence_id, 'kind', old.kind, 'page', old.page, 'quote', old.quote, 'prefix', old.prefix, 'suffix', old.suffix, 'rects', old.rects, 'at_ms', old.at_ms, 'text', old.text, 'color', old.color, 'is_work_product', old.is_work_product, 'author', old.author, 'created_at', old.created_at, 'updated_at', old.updated_at)); END;

CREATE TRIGGER note_search_delete AFTER DELETE ON note BEGIN 
    DELETE FROM search_text WHERE rowid IN (SELECT id FROM search_subject WHERE ref = old.id AND kind = 'note');
    DELETE FROM search_subject WHERE ref = old.id AND kind = 'note'; END;

CREATE TRIGGER note_search_insert AFTER INSERT ON note BEGIN 
    INSERT INTO search_subject (kind, ref) VALUES ('note', new.id);
    INSERT INTO search_text (rowid, body)
      SELECT id, replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(new.text, char(173), ''), char(8203), ''), char(8288), ''), char(65279), ''), char(64256), 'ff'), char(64257), 'fi'), char(64258), 'fl'), char(64259), 'ffi'), char(64260), 'ffl'), char(8482), ' '), char(223), 'ss'), char(7838), 'SS'), char(230), 'ae'), char(198), 'AE'), char(339), 'oe'), char(338), 'OE'), char(248), 'o'), char(216), 'O'), char(322), 'l'), char(321), 'L'), char(273), 'd'), char(272), 'D') FROM search_subject WHERE ref = new.id AND kind = 'note'; END;

CREATE TRIGGER note_search_update AFTER UPDATE OF text ON note BEGIN
      
    DELETE FROM search_text WHERE rowid IN (SELECT id FROM search_subject WHERE ref = old.id AND kind = 'note');
    DELETE FROM search_subject WHERE ref = old.id AND kind = 'note';
      
    INSERT INTO search_subject (kind, ref) VALUES ('note', new.id);
    INSERT INTO search_text (rowid, body)
      SELECT id, replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(new.text, char(173), ''), char(8203), ''), char(8288), ''), char(65279), ''), char(64256), 'ff'), char(64257), 'fi'), char(64258), 'fl'), char(64259), 'ffi'), char(64260), 'ffl'), char(8482), ' '), char(223), 'ss'), char(7838), 'SS'), char(230), 'ae'), char(198), 'AE'), char(339), 'oe'), char(338), 'OE'), char(248), 'o'), char(216), 'O'), char(322), 'l'), char(321), 'L'), char(273), 'd'), char(272), 'D') FROM search_subject WHERE ref = new.id AND kind = 'note';
    END;

CREATE TRIGGER note_tag_log_delete AFTER DELETE ON note_tag WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'note_tag', old.id, json_object('id', old.id, 'note_id', old.note_id, 'tag_id', old.tag_id)); END;

CREATE TRIGGER note_tag_log_insert AFTER INSERT ON note_tag WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'note_tag', new.id, NULL); END;

CREATE TRIGGER note_tag_log_update AFTER UPDATE ON note_tag WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'note_tag', old.id, json_object('id', old.id, 'note_id', old.note_id, 'tag_id', old.tag_id)); END;

CREATE TRIGGER pin_cite_log_delete AFTER DELETE ON pin_cite WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'pin_cite', old.id, json_object('id', old.id, 'fact_id', old.fact_id, 'evidence_id', old.evidence_id, 'page', old.page, 'at_ms', old.at_ms, 'quote', old.quote, 'prefix', old.prefix, 'suffix', old.suffix, 'paragraph', old.paragraph, 'created_at', old.created_at)); END;

CREATE TRIGGER pin_cite_log_insert AFTER INSERT ON pin_cite WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'pin_cite', new.id, NULL); END;

CREATE TRIGGER pin_cite_log_update AFTER UPDATE ON pin_cite WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'pin_cite', old.id, json_object('id', old.id, 'fact_id', old.fact_id, 'evidence_id', old.evidence_id, 'page', old.page, 'at_ms', old.at_ms, 'quote', old.quote, 'prefix', old.prefix, 'suffix', old.suffix, 'paragraph', old.paragraph, 'created_at', old.created_at)); END;

CREATE TRIGGER review_copy_no_delete BEFORE DELETE ON review_copy
    BEGIN SELECT raise(ABORT, 'what was handed out never changes'); END;

CREATE TRIGGER review_copy_no_update
    BEFORE UPDATE OF id, name, mode, made_at, made_by, items, is_self ON review_copy
    BEGIN SELECT raise(ABORT, 'what was handed out never changes'); END;

CREATE TRIGGER saved_search_log_delete AFTER DELETE ON saved_search WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'saved_search', old.id, json_object('id', old.id, 'name', old.name, 'query', old.query, 'options', old.options, 'created_at', old.created_at)); END;

CREATE TRIGGER saved_search_log_insert AFTER INSERT ON saved_search WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'saved_search', new.id, NULL); END;

CREATE TRIGGER saved_search_log_update AFTER UPDATE ON saved_search WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'saved_search', old.id, json_object('id', old.id, 'name', old.name, 'query', old.query, 'options', old.options, 'created_at', old.created_at)); END;

CREATE TRIGGER summary_description_log_delete AFTER DELETE ON summary_description WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'summary_description', old.id, json_object('id', old.id, 'shows', old.shows)); END;

CREATE TRIGGER summary_description_log_insert AFTER INSERT ON summary_description WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'summary_description', new.id, NULL); END;

CREATE TRIGGER summary_description_log_update AFTER UPDATE ON summary_description WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'summary_description', old.id, json_object('id', old.id, 'shows', old.shows)); END;

CREATE TRIGGER tag_log_delete AFTER DELETE ON tag WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'tag', old.id, json_object('id', old.id, 'name', old.name, 'kind', old.kind, 'color', old.color, 'created_at', old.created_at)); END;

CREATE TRIGGER tag_log_insert AFTER INSERT ON tag WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'tag', new.id, NULL); END;

CREATE TRIGGER tag_log_update AFTER UPDATE ON tag WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'tag', old.id, json_object('id', old.id, 'name', old.name, 'kind', old.kind, 'color', old.color, 'created_at', old.created_at)); END;

CREATE TRIGGER transcript_log_delete AFTER DELETE ON transcript WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'transcript', old.id, json_object('id', old.id, 'evidence_id', old.evidence_id, 'name', old.name, 'cues', old.cues, 'created_at', old.created_at)); END;

CREATE TRIGGER transcript_log_insert AFTER INSERT ON transcript WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'transcript', new.id, NULL); END;

CREATE TRIGGER transcript_log_update AFTER UPDATE ON transcript WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'transcript', old.id, json_object('id', old.id, 'evidence_id', old.evidence_id, 'name', old.name, 'cues', old.cues, 'created_at', old.created_at)); END;

CREATE TRIGGER transcript_search_delete AFTER DELETE ON transcript BEGIN 
    DELETE FROM search_text WHERE rowid IN (SELECT id FROM search_subject WHERE ref = old.id AND kind = 'cue');
    DELETE FROM search_subject WHERE ref = old.id AND kind = 'cue'; END;

CREATE TRIGGER transcript_search_insert AFTER INSERT ON transcript BEGIN 
    INSERT INTO search_subject (kind, ref, page)
      SELECT 'cue', new.id, cue.key + 1 FROM json_each(new.cues) AS cue;
    INSERT INTO search_text (rowid, body)
      SELECT (SELECT min(id) FROM search_subject WHERE ref = new.id AND kind = 'cue') + cue.key,
             replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(json_extract(cue.value, '$.text'), char(173), ''), char(8203), ''), char(8288), ''), char(65279), ''), char(64256), 'ff'), char(64257), 'fi'), char(64258), 'fl'), char(64259), 'ffi'), char(64260), 'ffl'), char(8482), ' '), char(223), 'ss'), char(7838), 'SS'), char(230), 'ae'), char(198), 'AE'), char(339), 'oe'), char(338), 'OE'), char(248), 'o'), char(216), 'O'), char(322), 'l'), char(321), 'L'), char(273), 'd'), char(272), 'D') FROM json_each(new.cues) AS cue; END;

CREATE TRIGGER transcript_search_update AFTER UPDATE OF cues ON transcript BEGIN
        
    DELETE FROM search_text WHERE rowid IN (SELECT id FROM search_subject WHERE ref = old.id AND kind = 'cue');
    DELETE FROM search_subject WHERE ref = old.id AND kind = 'cue';
        
    INSERT INTO search_subject (kind, ref, page)
      SELECT 'cue', new.id, cue.key + 1 FROM json_each(new.cues) AS cue;
    INSERT INTO search_text (rowid, body)
      SELECT (SELECT min(id) FROM search_subject WHERE ref = new.id AND kind = 'cue') + cue.key,
             replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(json_extract(cue.value, '$.text'), char(173), ''), char(8203), ''), char(8288), ''), char(65279), ''), char(64256), 'ff'), char(64257), 'fi'), char(64258), 'fl'), char(64259), 'ffi'), char(64260), 'ffl'), char(8482), ' '), char(223), 'ss'), char(7838), 'SS'), char(230), 'ae'), char(198), 'AE'), char(339), 'oe'), char(338), 'OE'), char(248), 'o'), char(216), 'O'), char(322), 'l'), char(321), 'L'), char(273), 'd'), char(272), 'D') FROM json_each(new.cues) AS cue;
      END;

CREATE TRIGGER tro_event_log_delete AFTER DELETE ON tro_event WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'tro_event', old.id, json_object('id', old.id, 'kind', old.kind, 'at', old.at, 'entry_id', old.entry_id, 'evidence_id', old.evidence_id, 'note', old.note, 'details', old.details, 'created_at', old.created_at)); END;

CREATE TRIGGER tro_event_log_insert AFTER INSERT ON tro_event WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'tro_event', new.id, NULL); END;

CREATE TRIGGER tro_event_log_update AFTER UPDATE ON tro_event WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'tro_event', old.id, json_object('id', old.id, 'kind', old.kind, 'at', old.at, 'entry_id', old.entry_id, 'evidence_id', old.evidence_id, 'note', old.note, 'details', old.details, 'created_at', old.created_at)); END;

CREATE TRIGGER tro_item_log_delete AFTER DELETE ON tro_item WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'tro_item', old.id, json_object('id', old.id, 'state', old.state, 'note', old.note, 'entry_id', old.entry_id, 'evidence_id', old.evidence_id)); END;

CREATE TRIGGER tro_item_log_insert AFTER INSERT ON tro_item WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'tro_item', new.id, NULL); END;

CREATE TRIGGER tro_item_log_update AFTER UPDATE ON tro_item WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'tro_item', old.id, json_object('id', old.id, 'state', old.state, 'note', old.note, 'entry_id', old.entry_id, 'evidence_id', old.evidence_id)); END;

CREATE TRIGGER tro_notice_log_delete AFTER DELETE ON tro_notice WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'tro_notice', old.id, json_object('id', old.id, 'who', old.who, 'how', old.how, 'at', old.at, 'by_whom', old.by_whom, 'result', old.result, 'evidence_id', old.evidence_id)); END;

CREATE TRIGGER tro_notice_log_insert AFTER INSERT ON tro_notice WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'tro_notice', new.id, NULL); END;

CREATE TRIGGER tro_notice_log_update AFTER UPDATE ON tro_notice WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'tro_notice', old.id, json_object('id', old.id, 'who', old.who, 'how', old.how, 'at', old.at, 'by_whom', old.by_whom, 'result', old.result, 'evidence_id', old.evidence_id)); END;

CREATE TRIGGER tro_request_log_delete AFTER DELETE ON tro_request WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'tro_request', old.id, json_object('id', old.id, 'side', old.side, 'reason_against_notice', old.reason_against_notice, 'attorney', old.attorney, 'bar_number', old.bar_number, 'firm', old.firm, 'contact', old.contact, 'party', old.party, 'security_proposed_usd', old.security_proposed_usd, 'security_reason', old.security_reason, 'security_posted_at', old.security_posted_at, 'is_united_states', old.is_united_states)); END;

CREATE TRIGGER tro_request_log_insert AFTER INSERT ON tro_request WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'tro_request', new.id, NULL); END;

CREATE TRIGGER tro_request_log_update AFTER UPDATE ON tro_request WHEN EXISTS (SELECT 1 FROM change_current) BEGIN INSERT INTO change_row (group_id, table_name, row_id, before)
       VALUES ((SELECT group_id FROM change_current), 'tro_request', old.id, json_object('id', old.id, 'side', old.side, 'reason_against_notice', old.reason_against_notice, 'attorney', old.attorney, 'bar_number', old.bar_number, 'firm', old.firm, 'contact', old.contact, 'party', old.party, 'security_proposed_usd', old.security_proposed_usd, 'security_reason', old.security_reason, 'security_posted_at', old.security_posted_at, 'is_united_states', old.is_united_states)); END;
