import type { Generated } from 'kysely';
import type { DocketSourceKind } from '../../../shared/model/docket.ts';

/** The matter file's tables as the query builder sees them; 0 and 1 stand for false and true. */
export interface Schema {
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
    kind: 'pdf' | 'png' | 'jpeg' | 'native';
    original_name: string;
    received_at: string;
  };
  evidence_description: { id: string; title: string; custodian: string; source: string; is_archived: number };
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
    evidence_id: string;
    at: string;
    action: string;
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
  exhibit_set: {
    id: string;
    name: string;
    scheme: string;
    bates_prefix: string | null;
    bates_digits: number | null;
    bates_start: number | null;
    has_slip_sheets: number;
    has_stickers: number;
    sealed_at: string | null;
    created_at: string;
  };
  exhibit: {
    id: string;
    set_id: string;
    evidence_id: string;
    position: number;
    label: string;
    title: string;
    created_at: string;
  };
  bates_number: {
    id: Generated<number>;
    prefix: string;
    number: number;
    digits: number;
    evidence_id: string;
    page: number;
    state: 'reserved' | 'used' | 'void';
    reason: string | null;
  };
  build: {
    id: string;
    set_id: string;
    built_at: string;
    folder: string;
    plan_sha256: string;
    findings: string;
  };
  build_output: {
    id: string;
    build_id: string;
    role: 'binder' | 'exhibit' | 'index' | 'manifest';
    label: string | null;
    file: string;
    pages: number | null;
    size_bytes: number;
    sha256: string;
  };
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
