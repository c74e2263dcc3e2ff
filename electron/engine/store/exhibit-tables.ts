import type { Generated } from 'kysely';
import type { BuildId, BuildOutputId } from '../../../shared/model/common.ts';
import type {
  BuildOutput,
  Exhibit,
  ExhibitFields,
  ExhibitSetFields,
} from '../../../shared/model/exhibits.ts';

/** The tables of exhibits, their numbers and builds, as the query builder sees them. */
export interface ExhibitTables {
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
    purpose: ExhibitSetFields['purpose'];
    declarant: string;
    party: ExhibitSetFields['party'];
    bates_suffix: string;
    number_position: ExhibitSetFields['numberPosition'];
    slip_sheet_template: ExhibitSetFields['slipSheetTemplate'];
    sticker_corner: ExhibitSetFields['stickerCorner'];
    sticker_colour: ExhibitSetFields['stickerColour'];
    designation: string;
    flattens_forms: number;
    is_archival: number;
    looks_at_every_page: number;
    numbers_pages: number;
  };
  exhibit: {
    id: string;
    set_id: string;
    parent_id: string | null;
    evidence_id: string | null;
    status: Exhibit['status'];
    status_note: string;
    position: number;
    label: string;
    title: string;
    page_ranges: string;
    treatment: ExhibitFields['treatment'];
    treatment_note: string;
    sponsor: string;
    authentication: ExhibitFields['authentication'];
    authentication_note: string;
    designation: string | null;
    objection: string;
    ruling: ExhibitFields['ruling'];
    ruling_note: string;
    links_citations: number;
    sealed_at: string | null;
    volume: string | null;
    created_at: string;
  };
  exhibit_label_change: {
    id: Generated<number>;
    set_id: string;
    at: string;
    person: string;
    changes: string;
  };
  bates_number: {
    id: Generated<number>;
    prefix: string;
    number: number;
    digits: number;
    suffix: string;
    evidence_id: string;
    page: number;
    exhibit_id: string | null;
    state: 'reserved' | 'used' | 'void';
    reason: string | null;
  };
  bates_elsewhere: {
    id: Generated<number>;
    prefix: string;
    first: number;
    last: number;
    digits: number;
    suffix: string;
    state: 'used' | 'void';
    note: string;
  };
  bates_prefix: { id: string; party: string };
  build: {
    id: BuildId;
    set_id: string;
    built_at: string;
    folder: string;
    plan_sha256: string;
    findings: string;
  };
  build_output: {
    id: BuildOutputId;
    build_id: BuildId;
    role: BuildOutput['role'];
    volume: string | null;
    label: string | null;
    file: string;
    pages: number | null;
    size_bytes: number;
    sha256: string;
  };
  as_filed: {
    id: string;
    build_id: BuildId;
    output_id: BuildOutputId;
    checked_at: string;
    person: string;
    result: string;
  };
  build_exhibit: { build_id: BuildId; exhibit_id: string; volume: string; item_pages: number | null };
  brief_check: { id: string; set_id: string; evidence_id: string; checked_at: string; report: string };
}
