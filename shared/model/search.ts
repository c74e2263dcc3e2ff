import { z } from 'zod';
import { DeadlineId, DocketEntryId, EvidenceId, FactId, SavedSearchId } from './common.ts';
import { EvidenceKind } from './evidence.ts';

/** A part of a snippet; parts that were looked for are marked. */
export const SnippetPart = z.object({ text: z.string(), isHit: z.boolean() });
export type SnippetPart = z.infer<typeof SnippetPart>;

/** One place where the words occur: a page of evidence, an item's own title or note, a docket entry, a deadline, a fact, a note, a spoken line. */
export const SearchHit = z.object({
  kind: z.enum(['page', 'title', 'docket', 'note', 'cue']),
  /** The item of evidence it belongs to; null for facts, and for docket entries and deadlines without one. */
  evidenceId: EvidenceId.nullable(),
  /** What the item is; null where there is none. */
  evidenceKind: EvidenceKind.nullable(),
  entryId: DocketEntryId.nullable(),
  deadlineId: DeadlineId.nullable(),
  factId: FactId.nullable(),
  title: z.string(),
  /** Page (or part) from 1; null where there is none. */
  page: z.number().int().nullable(),
  /** Of cues and notes at a time: where in the recording. */
  atMs: z.number().int().nullable(),
  /** Whether the words were recognized from a picture and may be wrong. */
  isOcr: z.boolean(),
  snippet: z.array(SnippetPart),
  /** Docket numbers the item is filed as: "2-3". */
  docket: z.array(z.string()),
  /** Labels of the item: "TRO exhibits: C". */
  exhibit: z.array(z.string()),
  /** Whether the item, entry or deadline is hidden. */
  isArchived: z.boolean(),
});
export type SearchHit = z.infer<typeof SearchHit>;

export const SearchOptions = z.strictObject({
  /** Whether "suspend" also finds "suspended" and "suspension". */
  isStemmed: z.boolean().default(false),
  order: z.enum(['rank', 'date', 'title']).default('rank'),
  includesArchived: z.boolean().default(false),
});
export type SearchOptions = z.infer<typeof SearchOptions>;

export const SavedSearch = z.object({
  id: SavedSearchId,
  name: z.string(),
  query: z.string(),
  options: SearchOptions,
});
export type SavedSearch = z.infer<typeof SavedSearch>;
