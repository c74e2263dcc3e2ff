import type { Database } from 'better-sqlite3';
import { changeTriggers } from './change-triggers.ts';
import type { Migration } from '../migration.ts';

/** Tables whose rows a user edits from this step on, with all their columns. */
const undoable = {
  deadline: [
    'id',
    'title',
    'source',
    'rule',
    'trigger',
    'period',
    'service',
    'regime',
    'contract',
    'printed',
    'actor',
    'owner',
    'note',
    'entry_id',
    'evidence_id',
    'reminders',
    'tro_clock',
    'status',
    'proof',
    'snoozed_until',
    'seen_due',
    'created_at',
  ],
  deadline_override: ['id', 'deadline_id', 'due', 'entry_id', 'note', 'tro_event_id', 'created_at'],
  court_day: ['id', 'day', 'kind', 'name', 'note'],
  tro_request: [
    'id',
    'side',
    'reason_against_notice',
    'attorney',
    'bar_number',
    'firm',
    'contact',
    'party',
    'security_proposed_usd',
    'security_reason',
    'security_posted_at',
    'is_united_states',
  ],
  tro_event: ['id', 'kind', 'at', 'entry_id', 'evidence_id', 'note', 'details', 'created_at'],
  tro_notice: ['id', 'who', 'how', 'at', 'by_whom', 'result', 'evidence_id'],
  tro_item: ['id', 'state', 'note', 'entry_id', 'evidence_id'],
} as const;

/** Deadlines and the TRO desk. What a deadline comes to is counted when it is read; only what a person decided is stored. */
export const deadlines: Migration = {
  version: 30,
  name: 'deadlines',
  up(db: Database) {
    db.exec(tables);
    for (const [table, columns] of Object.entries(undoable)) db.exec(changeTriggers(table, columns));
  },
};

const tables = /* sql */ `
  -- Entries, items and events are named without foreign keys: a trigger that is gone is shown as gone, and undo brings it back.
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
  CREATE UNIQUE INDEX deadline_tro_clock ON deadline (tro_clock) WHERE tro_clock IS NOT NULL;
  -- Times a court's order set, oldest first.
  CREATE TABLE deadline_override (
    id TEXT PRIMARY KEY,
    deadline_id TEXT NOT NULL REFERENCES deadline (id) ON DELETE CASCADE,
    due TEXT NOT NULL,
    entry_id TEXT,
    note TEXT NOT NULL,
    tro_event_id TEXT,
    created_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX deadline_override_deadline ON deadline_override (deadline_id);
  -- Days a person added to the court's calendar.
  CREATE TABLE court_day (
    id TEXT PRIMARY KEY,
    day TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('closed', 'holiday')),
    name TEXT NOT NULL,
    note TEXT NOT NULL
  ) STRICT;
  -- Up to when a deadline's reminders were seen.
  CREATE TABLE reminder_seen (
    deadline_id TEXT PRIMARY KEY,
    seen_at TEXT NOT NULL
  ) STRICT;
  -- What calendars were last given of each deadline, so that an update replaces it and a deletion cancels it.
  CREATE TABLE calendar_export (
    deadline_id TEXT PRIMARY KEY,
    sequence INTEGER NOT NULL CHECK (sequence >= 0),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    -- {summary, due}: enough to cancel it after the deadline is gone.
    event TEXT NOT NULL CHECK (json_valid(event))
  ) STRICT;

  -- One row: the matter's request.
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
  CREATE TABLE tro_notice (
    id TEXT PRIMARY KEY,
    who TEXT NOT NULL,
    how TEXT NOT NULL,
    at TEXT NOT NULL,
    by_whom TEXT NOT NULL,
    result TEXT NOT NULL,
    evidence_id TEXT
  ) STRICT;
  -- Lines of checklists a person ticked; id is the line's key.
  CREATE TABLE tro_item (
    id TEXT PRIMARY KEY,
    state TEXT NOT NULL CHECK (state IN ('open', 'met', 'not_needed')),
    note TEXT NOT NULL,
    entry_id TEXT,
    evidence_id TEXT
  ) STRICT;
`;
