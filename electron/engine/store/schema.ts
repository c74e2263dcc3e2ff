import type { Generated } from 'kysely';
import type {
  CourtDayId,
  DeadlineId,
  DocketEntryId,
  EvidenceId,
  SavedSearchId,
  TagId,
  TroEventId,
} from '../../../shared/model/common.ts';
import type { CourtDay, DeadlineFields } from '../../../shared/model/deadlines.ts';
import type {
  Claim,
  CustodyEvent,
  EvidenceKind,
  Privilege,
  TagColor,
} from '../../../shared/model/evidence.ts';
import type { DocketSourceKind } from '../../../shared/model/docket.ts';
import type { ArgumentTables } from './argument-tables.ts';
import type { ExhibitTables } from './exhibit-tables.ts';
import type { ReviewTables } from './review-tables.ts';

/** The matter file's tables as the query builder sees them; 0 and 1 stand for false and true. */
export interface Schema extends ArgumentTables, ExhibitTables, ReviewTables {
  matter: {
    id: string;
    title: string;
    court: string;
    number: string;
    judge: string;
    timezone: string;
    is_sample: number;
    created_at: string;
  };
  content: { id: Generated<number>; sha256: string | null; size_bytes: number; state: 'staged' | 'stored' };
  content_chunk: { id: Generated<number>; content_id: number; position: number; bytes: Uint8Array };
  evidence_item: {
    id: string;
    content_id: number;
    kind: EvidenceKind;
    original_name: string;
    received_at: string;
  };
  evidence_description: {
    id: string;
    title: string;
    custodian: string;
    source: string;
    is_archived: number;
    collected_at: Generated<string>;
    collected_by: Generated<string>;
    collected_where: Generated<string>;
    collected_how: Generated<string>;
    note: Generated<string>;
    is_reviewed: Generated<number>;
    is_flagged: Generated<number>;
    relevance: number | null;
    is_responsive: number | null;
    privilege: Privilege | null;
    privilege_note: Generated<string>;
  };
  evidence_member: { parent_id: string; position: number; child_id: string; name: string };
  produced_document: {
    load_file_id: string;
    place: number;
    is_pages: number;
    evidence_id: string;
    bates_first: string;
    bates_last: string;
    text_id: number | null;
  };
  unpacking: { content_id: number; state: 'partial' | 'done' };
  content_digest: { content_id: number; md5: string; sha1: string };
  claim: {
    id: Generated<number>;
    content_id: number;
    field: Claim['field'];
    value: string;
    is_given: Generated<number>;
  };
  fingerprint: { content_id: number; kind: string; value: string };
  text_reading: {
    content_id: number;
    read_at: string;
    app_version: string;
    pages: number;
    problems: string;
    reader: number;
  };
  page_text: {
    id: Generated<number>;
    content_id: number;
    page: number;
    origin: 'file' | 'ocr';
    text: string;
    needs_ocr: Generated<number>;
  };
  recognition: {
    content_id: number;
    page: number;
    recognised_at: string;
    engine: string;
    turned: number;
    confidence: number;
    words: string;
  };
  bates_seen: { content_id: number; page: number; label: string };
  rendition: {
    content_id: number;
    app_version: string;
    rendition_id: number;
    made_at: string;
    pages: number;
    problems: string;
  };
  content_password: { content_id: number; password: string };
  tag: { id: TagId; name: string; kind: 'tag' | 'issue'; color: TagColor; created_at: string };
  evidence_tag: { id: string; evidence_id: string; tag_id: TagId };
  transcript: { id: string; evidence_id: string; name: string; cues: string; created_at: string };
  summary_description: { id: EvidenceId; shows: string };
  saved_search: { id: SavedSearchId; name: string; query: string; options: string; created_at: string };
  intake: {
    id: string;
    started_at: string;
    state: 'running' | 'paused' | 'cancelled' | 'ended';
    asked: string;
    job_id: string | null;
  };
  intake_file: {
    id: Generated<number>;
    intake_id: string;
    position: number;
    path: string;
    folder_path: string | null;
    size_bytes: number;
    state: 'pending' | 'done' | 'failed';
    result: string | null;
  };
  search_subject: {
    id: Generated<number>;
    kind: 'page' | 'title' | 'docket' | 'note' | 'cue';
    content_id: number | null;
    ref: string | null;
    page: number | null;
    folding: Generated<number>;
  };
  search_term: { term: string; pages: number };
  inspection: {
    content_id: number;
    inspected_at: string;
    app_version: string;
    pages: number | null;
    has_text: number;
    needs_ocr: number;
    problems: string;
    report: string;
  };
  custody_event: {
    sequence: Generated<number>;
    evidence_id: EvidenceId;
    at: string;
    action: CustodyEvent['action'];
    person: string;
    account: string;
    machine: string;
    app_version: string;
    details: string;
    previous_hash: string;
    hash: string;
  };
  docket_entry: {
    id: string;
    number: number | null;
    attachment: number | null;
    filed_on: string | null;
    entered_on: string | null;
    text: string;
    filer: string;
    is_text_only: number;
    is_sealed: number;
    evidence_id: string | null;
    created_at: string;
    repeat: Generated<number>;
    short_text: Generated<string>;
    attorney: Generated<string>;
    entered_at: string | null;
    is_restricted: Generated<number>;
    fee_note: Generated<string>;
    document_url: string | null;
    document_id: string | null;
    sequence: number | null;
    page_count: number | null;
    size_bytes: number | null;
    links: Generated<string>;
    position: number | null;
    is_gone: Generated<number>;
    court: string | null;
  };
  deadline: {
    id: DeadlineId;
    title: string;
    source: DeadlineFields['source'];
    rule: string | null;
    trigger: string;
    period: string;
    service: DeadlineFields['service'];
    regime: DeadlineFields['regime'];
    contract: string | null;
    printed: string | null;
    actor: DeadlineFields['actor'];
    owner: string;
    note: string;
    entry_id: DocketEntryId | null;
    evidence_id: EvidenceId | null;
    reminders: string;
    tro_clock: DeadlineFields['troClock'];
    status: 'open' | 'done' | 'dismissed';
    proof: string | null;
    snoozed_until: string | null;
    seen_due: string;
    created_at: string;
  };
  deadline_override: {
    id: string;
    deadline_id: DeadlineId;
    due: string;
    entry_id: DocketEntryId | null;
    note: string;
    tro_event_id: TroEventId | null;
    created_at: string;
  };
  court_day: {
    id: CourtDayId;
    day: string;
    kind: CourtDay['kind'];
    name: string;
    note: string;
  };
  tro_request: {
    id: string;
    side: string;
    reason_against_notice: string;
    attorney: string;
    bar_number: string;
    firm: string;
    contact: string;
    party: string;
    security_proposed_usd: number | null;
    security_reason: string;
    security_posted_at: string | null;
    is_united_states: number;
  };
  tro_event: {
    id: string;
    kind: string;
    at: string;
    entry_id: string | null;
    evidence_id: string | null;
    note: string;
    details: string;
    created_at: string;
  };
  tro_notice: {
    id: string;
    who: string;
    how: string;
    at: string;
    by_whom: string;
    result: string;
    evidence_id: string | null;
  };
  tro_item: {
    id: string;
    state: string;
    note: string;
    entry_id: string | null;
    evidence_id: string | null;
  };
  reminder_seen: { deadline_id: string; seen_at: string };
  calendar_export: { deadline_id: DeadlineId; sequence: number; sha256: string; event: string };
  docket_observation: { id: Generated<number>; sha256: string; body: string };
  docket_source: {
    id: string;
    name: string;
    kind: DocketSourceKind;
    printed_at: string | null;
    made_at: string;
    read_at: string;
    sha256: string;
    bytes: Uint8Array;
    is_complete: number;
    header: string;
    parties: string;
    warnings: string;
    observations: string;
    was_applied: Generated<number>;
  };
  docket_read: { id: Generated<number>; import_id: string; source_id: string | null; report: string };
  docket_applied: { id: string; applied_at: string };
  docket_answer: { id: string; answer: 'same' | 'different' };
  docket_thread: { id: string; parent_id: string | null };
  docket_seen: { entry_id: string };
  job: {
    id: string;
    operation: string;
    title: string;
    state: 'running' | 'done' | 'failed' | 'cancelled' | 'interrupted';
    done: number;
    total: number;
    note: string;
    started_at: string;
    ended_at: string | null;
    result: string | null;
    error: string | null;
  };
  audit_event: {
    sequence: Generated<number>;
    at: string;
    operation: string;
    summary: string;
    person: string;
    account: string;
    machine: string;
    app_version: string;
    previous_hash: string;
    hash: string;
  };
  view_state: { view: string; state: string };
  mark: { name: string; value: string };
  change_group: {
    id: Generated<number>;
    operation: string;
    label: string;
    person: string;
    at: string;
    state: 'done' | 'undone';
  };
  change_current: { id: number; group_id: number };
  change_row: {
    id: Generated<number>;
    group_id: number;
    table_name: string;
    row_id: string;
    before: string | null;
  };
}
