import { z } from 'zod';
import { EvidenceId, FileRef, IntakeId, Problem, sha256Hex, TagId, TranscriptId } from '../model/common.ts';
import {
  Claim,
  Collected,
  Cue,
  CustodyEvent,
  EvidenceFilter,
  EvidenceGrouping,
  EvidenceItem,
  EvidenceKind,
  EvidenceList,
  EvidenceSort,
  Intake,
  IntakeItem,
  Likeness,
  MailView,
  PageOfText,
  Relevance,
  Tag,
  TagColor,
} from '../model/evidence.ts';
import { editErrors, inMatter, matterAct, matterCommand, matterJob, matterQuery } from './define.ts';
import { evidenceOverlayContract } from './evidence-overlay.ts';
import { evidenceViewContract } from './evidence-views.ts';
import { textLimits } from '../model/text-limits.ts';

const one = inMatter({ id: EvidenceId });
const ids = z.array(EvidenceId).min(1).max(200_000);
const intake = inMatter({ intakeId: IntakeId });
const intakeResult = z.object({ items: z.array(IntakeItem) });
const intakeChanges = { changes: ['evidence', 'search'] } as const;
const goingOn = {
  errors: [...editErrors, 'EVIDENCE_INTAKE_RUNNING'],
  ...intakeChanges,
} as const;
const tagFields = z.strictObject({
  name: z.string().trim().min(1).max(textLimits.evidence.tag),
  kind: z.enum(['tag', 'issue']),
  color: TagColor,
});
const edit = { changes: ['evidence', 'search'], isUndoable: true } as const;
const editOfKnown = { errors: editErrors, ...edit } as const;

/** Intake of files, and what is known about them. */
const intakeContract = {
  /** Adds files, folders and archives byte for byte, with hash and custody. One bad file never stops the rest. */
  'evidence.add': matterJob(
    inMatter({
      sources: z.array(FileRef).min(1).max(100_000),
      custodian: z.string().trim().max(textLimits.evidence.custodian).default(''),
      source: z.string().trim().max(textLimits.evidence.source).default(''),
      collected: Collected.optional(),
      isRecursive: z.boolean().default(false),
    }),
    intakeResult,
    { errors: ['MATTER_READ_ONLY'], ...intakeChanges },
  ),
  /** Intakes that were not finished or had failures, newest first. */
  'evidence.intake.list': matterQuery(inMatter(), z.array(Intake)),
  /** Pauses an intake after the current file; `evidence.intake.resume` continues it. */
  'evidence.intake.pause': matterAct(intake, z.null(), {
    errors: editErrors,
    ...intakeChanges,
  }),
  /** Continues after a pause, a cancel or a crash; what is already stored is not stored again. */
  'evidence.intake.resume': matterJob(intake, intakeResult, goingOn),
  /** Retries what failed, and nothing else. */
  'evidence.intake.retry': matterJob(intake, intakeResult, goingOn),
  /** Removes an intake from the list. What it stored stays. */
  'evidence.intake.dismiss': matterAct(intake, z.null(), {
    errors: [...editErrors, 'EVIDENCE_INTAKE_RUNNING'],
    ...intakeChanges,
  }),
  /** Opens a locked original for reading; with `isKept` the password is stored in the matter. */
  'evidence.unlock': matterAct(
    inMatter({ id: EvidenceId, password: z.string().min(1).max(1_000), isKept: z.boolean() }),
    EvidenceItem,
    {
      errors: [
        ...editErrors,
        'EVIDENCE_WRONG_PASSWORD',
        'EVIDENCE_NOT_LOCKED',
        'EVIDENCE_UNLOCK_UNSUPPORTED',
      ],
      ...intakeChanges,
    },
  ),
  /** Hashes originals again and records the result in their custody; all of them when no ids are given. */
  'evidence.verify': matterJob(
    inMatter({ ids: ids.optional() }),
    z.object({
      verified: z.number().int(),
      bytes: z.number(),
      altered: z.array(z.object({ id: EvidenceId, title: z.string() })),
    }),
    { errors: editErrors, changes: ['evidence'] },
  ),
  /** Compares a supplied list of hashes (SHA-256, SHA-1 or MD5; as sha256sum writes it, or CSV) with the originals. */
  'evidence.matchHashes': matterJob(
    inMatter({ source: FileRef }),
    z.object({
      listed: z.number().int(),
      matched: z.array(
        z.object({ line: z.number().int(), hash: z.string(), name: z.string(), evidenceId: EvidenceId }),
      ),
      /** In the list and not in the matter. */
      missing: z.array(z.object({ line: z.number().int(), hash: z.string(), name: z.string() })),
      /** In the matter and not in the list. */
      unlisted: z.array(EvidenceId),
      /** Lines in which no hash was read. */
      unread: z.array(z.number().int()),
    }),
    { errors: ['EVIDENCE_HASH_LIST_UNREADABLE'] },
  ),
} as const;

/** Which items, in which order. */
const search = {
  filter: EvidenceFilter,
  sort: EvidenceSort.default('receivedAt'),
  isDescending: z.boolean().default(false),
  grouping: EvidenceGrouping.default('none'),
};

/** Lists of items, and how items relate to each other. */
const listContract = {
  'evidence.list': matterQuery(
    inMatter({
      /** Words that must all occur in title, name, custodian, source, people, tags, docket numbers or labels. */
      filter: z.string().max(textLimits.filter.words).optional(),
      sort: EvidenceSort.default('receivedAt'),
      isDescending: z.boolean().default(false),
      includesArchived: z.boolean().default(false),
    }),
    z.array(EvidenceItem),
  ),
  /** The order of a list of any length; its rows come from `evidence.rows`. */
  'evidence.find': matterQuery(inMatter({ ...search }), EvidenceList),
  /** Items in the order requested; missing ones are omitted. */
  'evidence.rows': matterQuery(inMatter({ ids: z.array(EvidenceId).max(1_000) }), z.array(EvidenceItem)),
  /** Every item that is an exhibit, with its labels ("TRO exhibits: C"): for lists of other things that show it. */
  'evidence.labels': matterQuery(
    inMatter(),
    z.array(z.object({ evidenceId: EvidenceId, labels: z.array(z.string()) })),
  ),
  /** Values to narrow a list by, with how many items have each; archived items left out. */
  'evidence.facets': matterQuery(
    inMatter(),
    z.object({
      kinds: z.array(z.object({ kind: EvidenceKind, items: z.number().int() })),
      custodians: z.array(z.object({ custodian: z.string(), items: z.number().int() })),
    }),
  ),
  /** What many items have in common, for editing them together; missing ones are left out. */
  'evidence.summary': matterQuery(
    inMatter({ ids: z.array(EvidenceId).max(200_000) }),
    z.object({
      items: z.number().int(),
      bytes: z.number(),
      pages: z.number().int(),
      /** The value all of them have; null where they differ. */
      custodian: z.string().nullable(),
      source: z.string().nullable(),
      archived: z.number().int(),
      reviewed: z.number().int(),
      flagged: z.number().int(),
      /** The rating all of them have: `same` false where they differ. */
      relevance: z.object({ same: z.boolean(), value: Relevance.nullable() }),
      /** How many of them have each tag. */
      tags: z.array(z.object({ tagId: TagId, items: z.number().int() })),
    }),
  ),
  /** The next item of the same list whose title begins with these letters, wrapping around at the end; null for none. */
  'evidence.byLetters': matterQuery(
    inMatter({
      ...search,
      letters: z.string().min(1).max(100),
      /** The search starts after this item; at the first when null. */
      after: EvidenceId.nullable(),
    }),
    z.object({ id: EvidenceId.nullable() }),
  ),
  /** One item with its whole custody history, what it claims, and its digests. */
  'evidence.get': matterQuery(
    one,
    EvidenceItem.extend({
      custody: z.array(CustodyEvent),
      claims: z.array(Claim),
      md5: z.string().nullable(),
      sha1: z.string().nullable(),
    }),
    { errors: ['NOT_FOUND'] },
  ),
  /**
   * Items that belong with one: what it came in, what came in it, the same mail or picture, nearly the same text, and the other mails
   * of its conversation, the first first.
   */
  'evidence.related': matterQuery(
    one,
    z.array(
      z.object({
        likeness: Likeness,
        /** Of `near_text`: the share of word sequences both have, 0 to 1. Else 1. */
        share: z.number(),
        /** Of `family`: levels above (negative) or below the item. Else 0. */
        depth: z.number().int(),
        item: EvidenceItem,
      }),
    ),
    { errors: ['NOT_FOUND'] },
  ),
} as const;

/** What people record about items. */
const descriptionContract = {
  'evidence.update': matterCommand(
    inMatter({
      ids,
      fields: z
        .strictObject({
          title: z.string().trim().min(1).max(textLimits.evidence.title),
          custodian: z.string().trim().max(textLimits.evidence.custodian),
          source: z.string().trim().max(textLimits.evidence.source),
          collected: Collected,
          note: z.string().trim().max(textLimits.evidence.note),
          isReviewed: z.boolean(),
          isFlagged: z.boolean(),
          relevance: Relevance.nullable(),
        })
        .partial(),
    }),
    /** How many items there were. Callers that show their rows fetch them again. */
    z.object({ updated: z.number().int() }),
    {
      errors: editErrors,
      changes: ['evidence', 'docket', 'exhibits', 'search'],
      isUndoable: true,
    },
  ),
  /** Hides items, or brings them back. Nothing is ever removed. */
  'evidence.archive': matterCommand(
    inMatter({ ids, isArchived: z.boolean() }),
    z.object({ updated: z.number().int() }),
    editOfKnown,
  ),
  'evidence.tag.list': matterQuery(inMatter(), z.array(Tag)),
  'evidence.tag.add': matterCommand(inMatter({ fields: tagFields }), Tag, {
    errors: ['EVIDENCE_TAG_EXISTS', 'MATTER_READ_ONLY'],
    ...edit,
  }),
  'evidence.tag.update': matterCommand(inMatter({ id: TagId, fields: tagFields.partial() }), Tag, {
    errors: [...editErrors, 'EVIDENCE_TAG_EXISTS'],
    ...edit,
  }),
  /** Takes a tag off every item and removes it. */
  'evidence.tag.delete': matterCommand(inMatter({ id: TagId }), z.null(), {
    ...editOfKnown,
    changes: [...edit.changes, 'notes'],
  }),
  /** Puts tags on items and takes others off. */
  'evidence.tag.assign': matterCommand(
    inMatter({ ids, add: z.array(TagId).default([]), remove: z.array(TagId).default([]) }),
    z.object({ updated: z.number().int() }),
    editOfKnown,
  ),
} as const;

/** What is in items: text, mail, recordings. */
const contentContract = {
  /** Reads the text of what has not been read yet, so that it can be found; the app does so automatically after an intake. */
  'evidence.readText': matterJob(inMatter(), z.object({ items: z.number().int(), pages: z.number().int() }), {
    errors: ['MATTER_READ_ONLY'],
    changes: ['evidence', 'search'],
  }),
  /** Recognizes text on scanned pages. With `pages`, those pages of one item, even if they were recognized before. */
  'evidence.ocr': matterJob(
    inMatter({ ids: ids.optional(), pages: z.array(z.number().int().min(1)).optional() }),
    z.object({
      items: z.array(
        z.object({
          id: EvidenceId,
          /** Pages it has. */
          pages: z.number().int(),
          /** Pages on which text was recognized now. */
          recognised: z.number().int(),
          problems: z.array(Problem),
        }),
      ),
    }),
    { errors: editErrors, changes: ['evidence', 'search'] },
  ),
  'evidence.text': matterQuery(
    inMatter({
      id: EvidenceId,
      fromPage: z.number().int().min(1).default(1),
      limit: z.number().int().min(1).max(200).default(20),
    }),
    z.object({ pages: z.array(PageOfText), total: z.number().int() }),
    { errors: ['NOT_FOUND'] },
  ),
  /** Pages by how their text came: those on which it was recognized, and those that are still pictures of text. */
  'evidence.recognised': matterQuery(
    one,
    z.object({ recognised: z.array(z.number().int()), waiting: z.array(z.number().int()) }),
    { errors: ['NOT_FOUND'] },
  ),
  'evidence.mail': matterQuery(one, MailView, {
    errors: ['NOT_FOUND', 'EVIDENCE_DAMAGED', 'EVIDENCE_TOO_DEMANDING', 'EVIDENCE_NOT_MAIL'],
  }),
  'evidence.transcript.list': matterQuery(
    one,
    z.array(z.object({ id: TranscriptId, name: z.string(), cues: z.array(Cue) })),
    { errors: ['NOT_FOUND'] },
  ),
  /** Adds a transcript (SRT or WebVTT) to a recording. */
  'evidence.transcript.import': matterCommand(
    inMatter({ id: EvidenceId, source: FileRef }),
    /** `unread`: cues whose times could not be read. */
    z.object({ id: TranscriptId, cues: z.number().int(), unread: z.number().int() }),
    {
      errors: [...editErrors, 'EVIDENCE_NOT_MEDIA', 'EVIDENCE_TRANSCRIPT_UNREADABLE'],
      ...edit,
    },
  ),
  'evidence.transcript.delete': matterCommand(inMatter({ id: TranscriptId }), z.null(), editOfKnown),
} as const;

const exportContract = {
  /** Writes originals, or the PDFs made of them, into a folder. Never overwrites: a clashing name gets a number. */
  'evidence.export': matterJob(
    inMatter({
      ids,
      target: FileRef,
      form: z.enum(['original', 'rendition', 'both']).default('original'),
    }),
    z.object({
      files: z.array(
        z.object({ id: EvidenceId, fileName: z.string(), path: z.string().optional(), sha256: z.string() }),
      ),
    }),
    {
      errors: [...editErrors, 'FILE_UNWRITABLE', 'EVIDENCE_ALTERED', 'EVIDENCE_NOT_RENDERED'],
    },
  ),
  /** Makes the PDF that replaces an original that is not a PDF (mail, picture, text, native) in exhibits and print. */
  'evidence.render': matterJob(
    inMatter({ ids }),
    z.object({
      items: z.array(
        z.object({ id: EvidenceId, pages: z.number().int(), sha256: sha256Hex, problems: z.array(Problem) }),
      ),
      /** Items of which none can be made, with the reason. */
      failed: z.array(z.object({ id: EvidenceId, problem: Problem })),
    }),
    { errors: editErrors, changes: ['evidence', 'exhibits'] },
  ),
} as const;

export const evidenceContract = {
  ...intakeContract,
  ...listContract,
  ...evidenceViewContract,
  ...descriptionContract,
  ...evidenceOverlayContract,
  ...contentContract,
  ...exportContract,
} as const;
