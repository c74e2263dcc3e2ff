import { z } from 'zod';
import { EvidenceId, FileRef, NoteId, ReviewCopyId, TagId } from '../model/common.ts';
import { Privilege, Relevance } from '../model/evidence.ts';
import { Codes, Coding, CodingConflict, NoteConflict, ReviewCopy, ReviewQueue } from '../model/review.ts';
import { editErrors, inMatter, matterCommand, matterJob, matterQuery } from './define.ts';
import { passphrase } from './matter.ts';
import { textLimits } from '../model/text-limits.ts';

const ids = z.array(EvidenceId).min(1).max(200_000);
/** What is left out stays as it is. */
const decision = z.strictObject({
  isResponsive: z.boolean().nullable().optional(),
  relevance: Relevance.nullable().optional(),
  privilege: Privilege.nullable().optional(),
  privilegeNote: z.string().trim().max(textLimits.review.privilegeNote).optional(),
  addIssueIds: z.array(TagId).default([]),
  removeIssueIds: z.array(TagId).default([]),
  /** Whether the items count as reviewed with it. */
  isReviewed: z.boolean().default(true),
});
const coding = inMatter({ ids, decision });
const edit = { changes: ['review', 'evidence', 'search'], isUndoable: true } as const;

export const reviewContract = {
  /** Queues with their counts: unread, flagged, uncoded, hot, privileged, conflicts, and one for each issue. */
  'review.queues': matterQuery(inMatter(), z.array(ReviewQueue)),
  /** Previews what a decision about many items would change. */
  'review.preview': matterQuery(
    coding,
    z.object({
      items: z.number().int(),
      /** Items in which anything would change. */
      changed: z.number().int(),
      /** Of each decided field, items that would get a value and had none, and items that would lose another. */
      fields: z.array(
        z.object({
          field: z.enum([...CodingConflict.shape.fields.element.options, 'isReviewed']),
          filled: z.number().int(),
          replaced: z.number().int(),
        }),
      ),
    }),
  ),
  /** Codes items in the acting person's name. */
  'review.code': matterCommand(coding, z.object({ updated: z.number().int() }), {
    errors: editErrors,
    ...edit,
    isForReviewers: true,
  }),
  /** Who decided what about an item, and when; newest first. */
  'review.codings': matterQuery(
    inMatter({ evidenceId: EvidenceId }),
    z.object({ codes: Codes, codings: z.array(Coding) }),
    { errors: ['NOT_FOUND'] },
  ),
  'review.conflicts': matterQuery(
    inMatter(),
    z.object({ codings: z.array(CodingConflict), notes: z.array(NoteConflict) }),
  ),
  /** Decides between reviewers: the codes hold in the matter, and the item is no conflict until somebody codes it again. */
  'review.settleCoding': matterCommand(inMatter({ evidenceId: EvidenceId, codes: Codes }), z.null(), {
    errors: editErrors,
    ...edit,
  }),
  /** Decides between two versions of a note: one of them, or both, side by side. */
  'review.settleNote': matterCommand(
    inMatter({
      noteId: NoteId,
      copyId: ReviewCopyId,
      keep: z.enum(['ours', 'theirs', 'both']),
    }),
    z.null(),
    {
      errors: editErrors,
      changes: ['review', 'notes', 'search'],
      isUndoable: true,
    },
  ),
  /** Writes the privilege log of what is withheld (Fed. R. Civ. P. 26(b)(5)(A)). */
  'review.privilegeLog': matterJob(
    inMatter({ form: z.enum(['csv', 'docx']), target: FileRef }),
    z.object({
      fileName: z.string(),
      path: z.string().optional(),
      sha256: z.string(),
      entries: z.number().int(),
      /** Withheld items whose entry lacks what the rule asks for, with the names of the columns. */
      incomplete: z.array(z.object({ evidenceId: EvidenceId, missing: z.array(z.string()) })),
    }),
    { errors: ['FILE_EXISTS', 'FILE_UNWRITABLE'] },
  ),
  'review.copy.list': matterQuery(
    inMatter(),
    z.object({
      /** Copies made of this matter, newest first. */
      copies: z.array(ReviewCopy),
      /** What this matter is, where it is a review copy itself. */
      self: ReviewCopy.nullable(),
    }),
  ),
  /** Makes one encrypted matter file for a colleague, with chosen items and nothing else. */
  'review.copy.export': matterJob(
    inMatter({
      ids,
      target: FileRef,
      name: z.string().trim().min(1).max(textLimits.review.copyName),
      passphrase,
      mode: z.enum(['read', 'comment']),
      includesNotes: z.boolean().default(true),
      /** Notes marked as work product go along only when this is set. */
      includesWorkProduct: z.boolean().default(false),
      includesCoding: z.boolean().default(false),
      includesDocket: z.boolean().default(true),
    }),
    z.object({
      copyId: ReviewCopyId,
      fileName: z.string(),
      path: z.string().optional(),
      sha256: z.string(),
      items: z.number().int(),
      notes: z.number().int(),
      /** Notes left out as work product. */
      leftOut: z.number().int(),
    }),
    {
      errors: [...editErrors, 'FILE_EXISTS', 'FILE_UNWRITABLE'],
      changes: ['review', 'evidence'],
    },
  ),
  /** Merges a colleague's notes and coding back in. Doing it twice changes nothing; what both changed becomes a conflict. */
  'review.copy.merge': matterJob(
    inMatter({ source: FileRef, passphrase }),
    z.object({
      copyId: ReviewCopyId,
      /** Whether the file was changed separately from an earlier one of the same copy: it is kept as a copy of its own. */
      isApart: z.boolean(),
      notes: z.object({
        added: z.number().int(),
        updated: z.number().int(),
        /** Deleted there; each stays here, as a conflict. */
        deleted: z.number().int(),
        unchanged: z.number().int(),
        conflicts: z.number().int(),
      }),
      codings: z.object({
        added: z.number().int(),
        updated: z.number().int(),
        unchanged: z.number().int(),
        /** Items on which what came back differs from another reviewer. */
        conflicts: z.number().int(),
      }),
      /** Notes and codings that could not be merged: on items that were not in the copy, or malformed. */
      skipped: z.number().int(),
      /** Tags and issues that came along and were not here. */
      tagsAdded: z.array(z.string()),
    }),
    {
      errors: [
        'REVIEW_COPY_FOREIGN',
        'REVIEW_COPY_DAMAGED',
        'MATTER_WRONG_PASSPHRASE',
        'MATTER_NEWER_THAN_APP',
        'MATTER_NEEDS_UPDATE',
        'FILE_NOT_FOUND',
        'MATTER_READ_ONLY',
      ],
      changes: ['review', 'notes', 'evidence', 'search'],
    },
  ),
} as const;
