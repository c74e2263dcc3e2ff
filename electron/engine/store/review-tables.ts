import type { EvidenceId, ListViewId, NoteId, ReviewCopyId } from '../../../shared/model/common.ts';
import type { Privilege, TagColor } from '../../../shared/model/evidence.ts';
import type { NoteKind } from '../../../shared/model/notes.ts';
import type { ReviewCopy } from '../../../shared/model/review.ts';

/** The tables of notes, of what reviewers decide and of review copies, as the query builder sees them. */
export interface ReviewTables {
  note: {
    id: NoteId;
    evidence_id: string;
    kind: NoteKind;
    page: number | null;
    quote: string;
    prefix: string;
    suffix: string;
    rects: string;
    at_ms: number | null;
    text: string;
    color: TagColor;
    is_work_product: number;
    author: string;
    created_at: string;
    updated_at: string;
  };
  note_tag: { id: string; note_id: string; tag_id: string };
  coding: {
    id: string;
    evidence_id: EvidenceId;
    reviewer: string;
    is_responsive: number | null;
    relevance: number | null;
    privilege: Privilege | null;
    privilege_note: string;
    issue_ids: string;
    coded_at: string;
    copy_id: ReviewCopyId | null;
  };
  coding_settled: { id: string; settled_at: string; settled_by: string };
  review_copy: {
    id: ReviewCopyId;
    name: string;
    mode: ReviewCopy['mode'];
    made_at: string;
    made_by: string;
    items: number;
    merged_at: string | null;
    is_self: number;
  };
  review_copy_note: { copy_id: string; note_id: string; note: string };
  review_copy_coding: { copy_id: string; coding_id: string; coding: string };
  note_conflict: {
    id: string;
    copy_id: ReviewCopyId;
    note_id: NoteId;
    evidence_id: EvidenceId;
    theirs: string | null;
    settled: '' | 'ours' | 'theirs' | 'both';
  };
  list_view: { id: ListViewId; name: string; state: string; created_at: string };
}
