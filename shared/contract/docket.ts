import { z } from 'zod';
import { DocketEntryId, DocketImportId, DocketSourceId, EvidenceId, FileRef } from '../model/common.ts';
import {
  DocketChange,
  DocketEntry,
  DocketEntryFields,
  DocketHeader,
  DocketParty,
  DocketPreview,
  DocketSource,
  DocketSourceReport,
  ParsedSource,
  StampPlan,
} from '../model/docket.ts';
import { appAct, editErrors, inMatter, matterAct, matterCommand, matterJob, matterQuery } from './define.ts';
import { textLimits } from '../model/text-limits.ts';

const newEntry = DocketEntryFields.partial()
  .required({ text: true })
  .extend({ evidenceId: EvidenceId.nullable().optional() });

/** Answers a person gave to a preview's questions: question key → answer. */
const answers = z.record(z.string(), z.enum(['same', 'different'])).default({});
const ofImport = inMatter({ importId: DocketImportId, answers });

export const docketContract = {
  /** Entries in docket order (number, then attachment; text-only entries by date), or as asked. */
  'docket.list': matterQuery(
    inMatter({
      /** Words that must all occur in number, text or filer. */
      filter: z.string().max(textLimits.filter.words).optional(),
      sort: z.enum(['docket', 'filedOn', 'enteredOn', 'filer', 'text']).default('docket'),
      isDescending: z.boolean().default(false),
    }),
    z.array(DocketEntry),
  ),
  'docket.add': matterCommand(
    inMatter({ entries: z.array(newEntry).min(1).max(10_000) }),
    z.array(DocketEntry),
    {
      errors: ['DOCKET_NUMBER_TAKEN', 'DOCKET_ATTACHMENT_WITHOUT_ENTRY', ...editErrors],
      changes: ['docket', 'evidence'],
      isUndoable: true,
    },
  ),
  'docket.update': matterCommand(
    inMatter({ id: DocketEntryId, fields: DocketEntryFields.partial() }),
    DocketEntry,
    {
      errors: ['DOCKET_NUMBER_TAKEN', 'DOCKET_ATTACHMENT_WITHOUT_ENTRY', ...editErrors],
      changes: ['docket', 'evidence'],
      isUndoable: true,
    },
  ),
  /** Deletes entries; a lead document takes its attachment rows with it. Linked evidence stays. */
  'docket.delete': matterCommand(
    inMatter({ ids: z.array(DocketEntryId).min(1) }),
    z.object({ deleted: z.number().int() }),
    {
      errors: editErrors,
      changes: ['docket', 'evidence'],
      isUndoable: true,
    },
  ),
  /** Links an entry to the evidence item that is its document, or unlinks it (null). */
  'docket.link': matterCommand(
    inMatter({ id: DocketEntryId, evidenceId: EvidenceId.nullable() }),
    DocketEntry,
    {
      errors: editErrors,
      changes: ['docket', 'evidence'],
      isUndoable: true,
    },
  ),
  /** Puts an entry under another by hand, at the top (null), or back where its text puts it (`auto`). */
  'docket.thread': matterCommand(
    inMatter({
      id: DocketEntryId,
      parentId: z.union([DocketEntryId, z.null(), z.literal('auto')]),
    }),
    DocketEntry,
    {
      errors: [...editErrors, 'DOCKET_THREAD_LOOP'],
      changes: ['docket'],
      isUndoable: true,
    },
  ),
  /** Marks entries as read or unread. A read mark rather than an edit, so it cannot be undone. */
  'docket.mark': matterCommand(
    inMatter({ ids: z.array(DocketEntryId).min(1), isUnread: z.boolean() }),
    z.null(),
    { errors: ['MATTER_READ_ONLY'], changes: ['docket'] },
  ),
  /** The docket's header and parties, from the latest sources; the header is null when none says anything of the case. */
  'docket.header': matterQuery(
    inMatter(),
    z.object({ header: DocketHeader.nullable(), parties: z.array(DocketParty) }),
  ),

  /** Reads sources without any matter. */
  'docket.parse': appAct(
    z.strictObject({ sources: z.array(FileRef).min(1).max(10_000) }),
    z.array(
      z.object({
        path: z.string(),
        source: ParsedSource.nullable(),
        error: z.object({ code: z.string(), message: z.string() }).optional(),
      }),
    ),
  ),
  /** Which of these PDFs are prints of docket sheets, of which only the first page is read. Tokens can be used again. */
  'docket.findPrints': appAct(
    z.strictObject({ files: z.array(FileRef).min(1).max(10_000) }),
    z.array(z.boolean()),
  ),
  /** Reads sources and keeps them for a preview. Nothing of the docket changes. */
  'docket.import.read': matterJob(
    inMatter({ sources: z.array(FileRef).min(1).max(10_000) }),
    z.object({
      importId: DocketImportId,
      /** Sources that could be read; the rest carry their error. */
      readable: z.number().int(),
      sources: z.array(DocketSourceReport),
    }),
    { errors: ['MATTER_READ_ONLY'], changes: [] },
  ),
  /** The redline of what was read against the docket as it is now. */
  'docket.import.preview': matterQuery(ofImport, DocketPreview, { errors: ['NOT_FOUND'] }),
  /** Applies a preview, as one step that can be undone. */
  'docket.import.apply': matterCommand(ofImport.extend({ planHash: z.string() }), DocketPreview, {
    errors: [...editErrors, 'DOCKET_IMPORT_CHANGED'],
    changes: ['docket', 'evidence', 'matter'],
    isUndoable: true,
  }),
  /** Discards what was read for a preview. */
  'docket.import.discard': matterCommand(inMatter({ importId: DocketImportId }), z.null(), {
    errors: ['MATTER_READ_ONLY'],
  }),
  /** Imported sources, newest first. */
  'docket.source.list': matterQuery(inMatter(), z.array(DocketSource)),
  /** Writes imported sources into a folder as they came, byte for byte. Never overwrites: a clashing name gets a number. */
  'docket.source.export': matterAct(
    inMatter({ ids: z.array(DocketSourceId).min(1), target: FileRef }),
    z.object({
      files: z.array(
        z.object({
          id: DocketSourceId,
          fileName: z.string(),
          path: z.string().optional(),
          sha256: z.string(),
        }),
      ),
    }),
    { errors: ['NOT_FOUND', 'FILE_UNWRITABLE', 'DOCKET_SOURCE_ALTERED'] },
  ),
  /** What differs between two imported sources, the first taken as the earlier. */
  'docket.source.compare': matterQuery(
    inMatter({ from: DocketSourceId, to: DocketSourceId }),
    z.object({ changes: z.array(DocketChange), unchanged: z.number().int() }),
    { errors: ['NOT_FOUND'] },
  ),

  /** Reads the courts' stamps on evidence items and says where each belongs. */
  'docket.stamp.plan': matterQuery(
    inMatter({ evidenceIds: z.array(EvidenceId).min(1).max(10_000) }),
    z.array(StampPlan),
    { errors: ['NOT_FOUND'] },
  ),
  /** Links stamped documents to their entries, adding an entry the docket does not have yet. One step that can be undone. */
  'docket.stamp.file': matterCommand(
    inMatter({
      filings: z
        .array(
          StampPlan.pick({ evidenceId: true, stamp: true, entryId: true })
            .required()
            .extend({
              action: z.enum(['link', 'add']),
            }),
        )
        .min(1)
        .max(10_000),
    }),
    z.array(DocketEntry),
    {
      errors: [...editErrors, 'DOCKET_STAMP_UNUSABLE'],
      changes: ['docket', 'evidence'],
      isUndoable: true,
    },
  ),

  /** The docket as CSV or JSON: into a file, or as text where no target is given. */
  'docket.export': matterAct(
    inMatter({
      format: z.enum(['csv', 'json']),
      /** Only these entries; all where left out. */
      ids: z.array(DocketEntryId).optional(),
      target: FileRef.optional(),
    }),
    z.object({ entries: z.number().int(), content: z.string().nullable() }),
    { errors: ['FILE_EXISTS', 'FILE_UNWRITABLE', 'NOT_FOUND'] },
  ),
  /** Writes the linked originals of entries into a folder as "034-1 Order denying PI.pdf". Never overwrites. */
  'docket.exportDocuments': matterJob(
    inMatter({ ids: z.array(DocketEntryId).min(1), target: FileRef }),
    z.object({
      files: z.array(
        z.object({
          entryId: DocketEntryId,
          fileName: z.string(),
          path: z.string().optional(),
          sha256: z.string(),
        }),
      ),
      /** Entries among the chosen that have no document in this matter. */
      withoutDocument: z.number().int(),
    }),
    { errors: [...editErrors, 'FILE_UNWRITABLE', 'EVIDENCE_ALTERED'] },
  ),
  /** The docket sheet as a PDF to print or keep: header, parties, entries. */
  'docket.print': matterJob(
    inMatter({ ids: z.array(DocketEntryId).optional(), target: FileRef }),
    z.object({
      fileName: z.string(),
      path: z.string().optional(),
      pages: z.number().int(),
      sha256: z.string(),
    }),
    { errors: ['FILE_EXISTS', 'FILE_UNWRITABLE', 'NOT_FOUND'] },
  ),
} as const;
