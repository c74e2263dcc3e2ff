import { z } from 'zod';
import { EvidenceId, instant, NoteId, Person, TagId } from './common.ts';
import { EvidenceKind, TagColor } from './evidence.ts';
import { textLimits } from './text-limits.ts';

/** Points beyond which no page reaches: the largest of a PDF has 14,400 (ISO 32000-1, Annex C), times a user unit of at most 75. */
const maxPoints = 2_000_000;

/** Points (1/72 inch) from the top left of the page as shown, rotation applied. */
export const NoteRect = z.strictObject({
  x: z.number().min(-maxPoints).max(maxPoints),
  y: z.number().min(-maxPoints).max(maxPoints),
  width: z.number().min(0).max(maxPoints),
  height: z.number().min(0).max(maxPoints),
});
export type NoteRect = z.infer<typeof NoteRect>;

/**
 * Where a note is. Words and place are both kept, so that a note finds its words again after text was recognized again, and
 * its place where the words are gone.
 */
export const NoteAnchor = z.strictObject({
  /** Page, or part of what has no pages, from 1; null for the item as a whole and for a moment of a recording. */
  page: z.number().int().min(1).nullable().default(null),
  /** The words marked, as they were read, white space folded; empty for an area or a whole page. */
  quote: z.string().max(textLimits.notes.quote).default(''),
  /** Up to 64 characters before and after them. */
  prefix: z.string().max(200).default(''),
  suffix: z.string().max(200).default(''),
  /** A rectangle for each line of the words, or the area; empty where none is known (text without pages). */
  rects: z.array(NoteRect).max(2_000).default([]),
  /** Where in a recording, in milliseconds. */
  atMs: z.number().int().min(0).nullable().default(null),
});
export type NoteAnchor = z.infer<typeof NoteAnchor>;

/**
 * `note` is a remark without a mark: on a place, a page, a moment or the item. `bookmark` keeps a page, under a name. `redaction` marks
 * places of a page for redaction, with the reason as its text; nothing is removed until a redacted copy is made.
 */
export const NoteKind = z.enum(['highlight', 'underline', 'box', 'note', 'bookmark', 'redaction']);
export type NoteKind = z.infer<typeof NoteKind>;

/** What a person says of a note. */
export const NoteFields = z.strictObject({
  text: z.string().trim().max(textLimits.notes.text).default(''),
  color: TagColor.default('yellow'),
  tagIds: z.array(TagId).max(50).default([]),
  /** Kept out of everything that is produced or handed on, unless it is asked for by name. */
  isWorkProduct: z.boolean().default(true),
});
export type NoteFields = z.infer<typeof NoteFields>;

/** A mark or remark on an item of evidence. It is kept in the matter; the original never changes. */
export const Note = z.object({
  id: NoteId,
  evidenceId: EvidenceId,
  kind: NoteKind,
  anchor: NoteAnchor,
  ...NoteFields.shape,
  /** Tags may have been added one by one: more than can be added at once. */
  tagIds: z.array(TagId),
  author: Person,
  createdAt: instant,
  updatedAt: instant,
});
export type Note = z.infer<typeof Note>;

/** A note in a list, with what it is on. */
export const NoteRow = Note.extend({
  title: z.string(),
  evidenceKind: EvidenceKind,
  isArchived: z.boolean(),
  /** How the page would be cited: "Ex. C at 4, AMZ000123"; "p. 4" where it is not an exhibit. Empty without a page. */
  cite: z.string(),
});
export type NoteRow = z.infer<typeof NoteRow>;

/** How a list of notes is narrowed. All that is given must hold. */
export const NoteFilter = z.strictObject({
  /** Notes chosen one by one: as many as any list of them holds. */
  ids: z.array(NoteId).max(1_000_000).default([]),
  evidenceIds: z.array(EvidenceId).max(200_000).default([]),
  kinds: z.array(NoteKind).default([]),
  /** Notes with any of these. */
  tagIds: z.array(TagId).default([]),
  authors: z.array(z.string()).default([]),
  /** Words that must all occur in quote, text, title, tags or author. */
  words: z.string().max(textLimits.filter.words).default(''),
  isWorkProduct: z.boolean().nullable().default(null),
  includesArchived: z.boolean().default(false),
});
export type NoteFilter = z.infer<typeof NoteFilter>;
