import { z } from 'zod';
import { EvidenceId, FileRef, NoteId, Problem, TagId } from '../model/common.ts';
import { Note, NoteAnchor, NoteFields, NoteFilter, NoteKind, NoteRect, NoteRow } from '../model/notes.ts';
import { editErrors, inMatter, matterCommand, matterJob, matterQuery } from './define.ts';

const edit = { changes: ['notes', 'search'], isUndoable: true, isForReviewers: true } as const;
/** Without defaults: what is left out stays as it is. */
const changes = z
  .strictObject({
    kind: NoteKind,
    text: NoteFields.shape.text.unwrap(),
    color: NoteFields.shape.color.unwrap(),
    isWorkProduct: NoteFields.shape.isWorkProduct.unwrap(),
    /** Moves a note on an area to this place on its page; refused for a note on words. */
    area: NoteRect,
  })
  .partial();
const noteIds = z.array(NoteId).min(1).max(50_000);

export const notesContract = {
  /** Notes in the order of their items' titles, then of page and place. */
  'notes.list': matterQuery(inMatter({ filter: NoteFilter }), z.array(NoteRow)),
  /** Marks words or an area, or keeps a page. An item without pages takes parts as its pages; a recording takes moments. */
  'notes.add': matterCommand(
    inMatter({
      evidenceId: EvidenceId,
      kind: NoteKind,
      anchor: NoteAnchor,
      fields: NoteFields,
    }),
    Note,
    { errors: [...editErrors, 'NOTE_ANCHOR_INVALID'], ...edit },
  ),
  /** Marks places of an item's pages for redaction, all in one step. What marks cover already is not marked again. */
  'notes.markForRedaction': matterCommand(
    inMatter({
      evidenceId: EvidenceId,
      places: z
        .array(z.strictObject({ anchor: NoteAnchor, text: NoteFields.shape.text }))
        .min(1)
        .max(50_000),
    }),
    z.object({ added: z.number().int(), known: z.number().int() }),
    { errors: [...editErrors, 'NOTE_ANCHOR_INVALID'], ...edit },
  ),
  /** Edits notes, many at once where they share a field. Pages and words stay; an area can be moved on its page. */
  'notes.update': matterCommand(
    inMatter({
      ids: noteIds,
      fields: changes,
      addTagIds: z.array(TagId).default([]),
      removeTagIds: z.array(TagId).default([]),
    }),
    z.object({ updated: z.number().int() }),
    { errors: [...editErrors, 'NOTE_ANCHOR_INVALID'], ...edit },
  ),
  'notes.delete': matterCommand(inMatter({ ids: noteIds }), z.null(), {
    errors: editErrors,
    ...edit,
  }),
  /** Writes a report of notes (CSV or DOCX) as one file, or into a folder copies of PDFs with the notes as annotations. */
  'notes.export': matterJob(
    inMatter({
      filter: NoteFilter,
      form: z.enum(['csv', 'docx', 'pdf']),
      /** A file for a report, a folder for copies. */
      target: FileRef,
      /** Notes marked as work product are left out, and counted, unless this is set. */
      includesWorkProduct: z.boolean().default(false),
    }),
    z.object({
      files: z.array(
        z.object({
          fileName: z.string(),
          path: z.string().optional(),
          sha256: z.string(),
          notes: z.number().int(),
        }),
      ),
      notes: z.number().int(),
      leftOut: z.number().int(),
      /** Items whose notes could not be drawn on a copy, and notes whose words are no longer there. */
      problems: z.array(z.object({ evidenceId: EvidenceId, problem: Problem })),
    }),
    { errors: ['FILE_EXISTS', 'FILE_UNWRITABLE', 'NOT_FOUND'] },
  ),
} as const;
