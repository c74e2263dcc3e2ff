import { z } from 'zod';
import { EvidenceId, instant, NoteId, Person, ReviewCopyId, TagId } from './common.ts';
import { EvidenceFilter, Privilege, Relevance } from './evidence.ts';
import { Note } from './notes.ts';
import { textLimits } from './text-limits.ts';

/** What a reviewer decides about an item. What is null has not been decided. */
export const Codes = z.strictObject({
  isResponsive: z.boolean().nullable(),
  /** 3 is hot. */
  relevance: Relevance.nullable(),
  privilege: Privilege.nullable(),
  /** For the privilege log: what is withheld, without revealing what is privileged in it (Fed. R. Civ. P. 26(b)(5)(A)). */
  privilegeNote: z.string().trim().max(textLimits.review.privilegeNote),
  issueIds: z.array(TagId),
});
export type Codes = z.infer<typeof Codes>;

/** One reviewer's decisions about one item, as they last were. */
export const Coding = z.object({
  evidenceId: EvidenceId,
  reviewer: Person,
  codes: Codes,
  codedAt: instant,
  /** The review copy it came back in; null for what was decided in this matter. */
  copyId: ReviewCopyId.nullable(),
});
export type Coding = z.infer<typeof Coding>;

/** What differs between reviewers of one item, until somebody settles it. */
export const CodingConflict = z.object({
  evidenceId: EvidenceId,
  title: z.string(),
  fields: z.array(z.enum(['isResponsive', 'relevance', 'privilege', 'privilegeNote', 'issueIds'])),
  codings: z.array(Coding),
  /** What holds in the matter meanwhile. */
  codes: Codes,
});
export type CodingConflict = z.infer<typeof CodingConflict>;

/** A stack of items to go through. Its items are those that `evidence.find` gives for the filter. */
export const ReviewQueue = z.object({
  key: z.string(),
  kind: z.enum(['unread', 'flagged', 'uncoded', 'hot', 'privileged', 'conflicts', 'issue']),
  /** Of an issue: its name. */
  name: z.string(),
  /** All items of the queue; `done` those reviewed. */
  filter: EvidenceFilter,
  total: z.number().int(),
  done: z.number().int(),
});
export type ReviewQueue = z.infer<typeof ReviewQueue>;

/** A review copy as this matter remembers it, or as the copy knows itself. */
export const ReviewCopy = z.object({
  id: ReviewCopyId,
  name: z.string(),
  /** `read`: nothing can be changed. `comment`: notes and coding only. */
  mode: z.enum(['read', 'comment']),
  madeAt: instant,
  madeBy: Person,
  items: z.number().int(),
  /** When it last came back; null while it has not. */
  mergedAt: instant.nullable(),
});
export type ReviewCopy = z.infer<typeof ReviewCopy>;

/** A note that was changed both here and in a copy, or changed here and deleted there (`theirs` null), or the other way. */
export const NoteConflict = z.object({
  noteId: NoteId,
  copyId: ReviewCopyId,
  evidenceId: EvidenceId,
  title: z.string(),
  ours: Note.nullable(),
  theirs: Note.nullable(),
});
export type NoteConflict = z.infer<typeof NoteConflict>;
