import { z } from 'zod';
import {
  EvidenceId,
  instant,
  IntakeId,
  isoDate,
  ListViewId,
  Person,
  Problem,
  sha256Hex,
  TagId,
} from './common.ts';
import { textLimits } from './text-limits.ts';

/** Kinds told from content, never from the name. `native` is kept and handed out, and not shown. */
export const EvidenceKind = z.enum([
  'pdf',
  'jpeg',
  'png',
  'webp',
  'gif',
  'tiff',
  'heic',
  'avif',
  'bmp',
  'eml',
  'msg',
  /** A winmail.dat on its own. */
  'tnef',
  'mbox',
  'zip',
  'tar',
  /** One file, packed; often a tape archive. */
  'gzip',
  'text',
  'markdown',
  'csv',
  'html',
  'word',
  'spreadsheet',
  'presentation',
  'audio',
  'video',
  'native',
]);
export type EvidenceKind = z.infer<typeof EvidenceKind>;

/** Kept apart, so that a window can tell groups without the schemas: its policy forbids building those. */
export { groupOf, kindGroups, type KindGroup } from '../domain/evidence/kind-groups.ts';

/** Something a file says of itself; `value` as it says it, dates as instants or ISO dates where they could be read. */
export const Claim = z.object({
  field: z.enum([
    'title',
    'subject',
    'author',
    'from',
    'to',
    'cc',
    'bcc',
    'replyTo',
    'sentAt',
    'receivedAt',
    'createdAt',
    'modifiedAt',
    'takenAt',
    'messageId',
    'inReplyTo',
    'references',
    'device',
    'software',
    'location',
    'durationMs',
    'dimensions',
    'signedBy',
    /** As the load file of a production gives it: “CONFIDENTIAL”. */
    'confidentiality',
  ]),
  value: z.string(),
});
export type Claim = z.infer<typeof Claim>;

/** How an item came to the person who took it in, as they say. */
export const Collected = z.strictObject({
  /** An ISO date or an instant; empty while not said. */
  at: z
    .union([isoDate, instant, z.literal('')], {
      error: 'write a day that there is, like 2021-01-31, or a moment like 2021-01-31T15:20:00Z',
    })
    .default(''),
  by: z.string().trim().max(textLimits.evidence.collectedBy).default(''),
  where: z.string().trim().max(textLimits.evidence.collectedWhere).default(''),
  how: z.string().trim().max(textLimits.evidence.collectedHow).default(''),
});
export type Collected = z.infer<typeof Collected>;

/** 0 not relevant, 1 somewhat, 2 relevant, 3 hot. */
export const Relevance = z.number().int().min(0).max(3);

/** Why an item may be withheld; `none` once somebody has said that it may not. */
export const Privilege = z.enum(['none', 'attorney_client', 'work_product', 'common_interest', 'other']);
export type Privilege = z.infer<typeof Privilege>;

export const TagColor = z.enum(['grey', 'red', 'orange', 'yellow', 'green', 'blue', 'purple']);
export type TagColor = z.infer<typeof TagColor>;
/** A word that marks items: a tag, or an issue code of the matter. */
export const Tag = z.object({
  id: TagId,
  name: z.string(),
  kind: z.enum(['tag', 'issue']),
  color: TagColor,
  /** Items that have it, archived ones left out. */
  items: z.number().int(),
});
export type Tag = z.infer<typeof Tag>;

export const EvidenceItem = z.object({
  id: EvidenceId,
  sha256: sha256Hex,
  kind: EvidenceKind,
  title: z.string(),
  /** The name the file came with. */
  originalName: z.string(),
  sizeBytes: z.number().int(),
  /** Null when pages cannot be counted. */
  pages: z.number().int().nullable(),
  custodian: z.string(),
  source: z.string(),
  collected: Collected,
  note: z.string(),
  receivedAt: instant,
  /** Whether any page has text, of the file's own or recognized. */
  hasText: z.boolean(),
  /** Whether pages are pictures of text that nobody has recognized yet. */
  needsOcr: z.boolean(),
  /** Pages whose text was recognized and may be wrong. */
  ocrPages: z.number().int(),
  isArchived: z.boolean(),
  isReviewed: z.boolean(),
  isFlagged: z.boolean(),
  relevance: Relevance.nullable(),
  /** Whether it answers to what was asked for; null while nobody has said. */
  isResponsive: z.boolean().nullable(),
  /** Null while nobody has said. */
  privilege: Privilege.nullable(),
  /** Whether reviewers decided differently about it and nobody has settled that. */
  hasCodingConflict: z.boolean(),
  /** Notes on it. */
  notes: z.number().int(),
  tagIds: z.array(TagId),
  problems: z.array(Problem),
  /** What the file claims: when it was sent, taken or written, by whom, to whom. Null where it says nothing. */
  claimedAt: z.string().nullable(),
  claimedFrom: z.string().nullable(),
  claimedTo: z.string().nullable(),
  /** The items it came in: a mail, an archive. More than one where the same bytes came in several. */
  parentIds: z.array(EvidenceId),
  /** How many items came in it. */
  members: z.number().int(),
  /** Bates numbers printed on its pages, first to last: "AMZ000123–AMZ000130"; null where none was read. */
  batesSeen: z.string().nullable(),
  /** Its labels, such as "TRO exhibits: C". */
  exhibitLabels: z.array(z.string()),
  /** Docket numbers it is filed as, such as "2-3". */
  docketNumbers: z.array(z.string()),
});
export type EvidenceItem = z.infer<typeof EvidenceItem>;

/** A fact about who held an item, appended and never changed; each row's hash covers the one before. */
export const CustodyEvent = z.object({
  sequence: z.number().int(),
  evidenceId: EvidenceId,
  at: instant,
  action: z.enum([
    'received',
    'received_again',
    'described',
    'verified',
    'exported',
    'used_in_exhibit',
    'archived',
    'unarchived',
  ]),
  person: Person,
  /** System account and machine, as found. */
  account: z.string(),
  machine: z.string(),
  appVersion: z.string(),
  details: z.record(z.string(), z.unknown()),
  /** Of the event before it in the matter's custody record, whichever item that is about; zeros for the first. */
  previousHash: sha256Hex,
  hash: sha256Hex,
});
export type CustodyEvent = z.infer<typeof CustodyEvent>;

/** What became of one path of an intake. */
export interface IntakeItem {
  /** The path as given on the command line; the file's name for the renderer; of members the name they had inside. */
  path: string;
  status: 'added' | 'duplicate' | 'failed';
  id?: string | undefined;
  sha256?: string | undefined;
  kind?: EvidenceKind | undefined;
  pages?: number | null | undefined;
  problems: Problem[];
  children?: IntakeItem[] | undefined;
  error?: { code: string; message: string } | undefined;
  /** For a window: a token with which a failed file can be tried again, without choosing it again. */
  retryToken?: string | undefined;
}
export const IntakeItem: z.ZodType<IntakeItem> = z.object({
  path: z.string(),
  status: z.enum(['added', 'duplicate', 'failed']),
  id: z.string().optional(),
  sha256: z.string().optional(),
  kind: EvidenceKind.optional(),
  pages: z.number().int().nullable().optional(),
  problems: z.array(Problem),
  get children() {
    return z.array(IntakeItem).optional();
  },
  error: z.object({ code: z.string(), message: z.string() }).optional(),
  retryToken: z.string().optional(),
});

/** An intake that can still be resumed, or some of whose files failed. */
export const Intake = z.object({
  id: IntakeId,
  startedAt: instant,
  /** `interrupted`: the app or the machine stopped under it. */
  state: z.enum(['running', 'paused', 'cancelled', 'interrupted', 'ended']),
  custodian: z.string(),
  source: z.string(),
  total: z.number().int(),
  done: z.number().int(),
  failed: z.number().int(),
  jobId: z.string().nullable(),
});
export type Intake = z.infer<typeof Intake>;

/** Text of one page, or of one part of what has no pages. */
export const PageOfText = z.object({
  page: z.number().int(),
  origin: z.enum(['file', 'ocr']),
  text: z.string(),
});
export type PageOfText = z.infer<typeof PageOfText>;

/** A mail as it is shown. */
export const MailView = z.object({
  /** In the order people read them: From, To, Cc, Bcc, Date, Subject, then others that were shown. */
  headers: z.array(z.object({ name: z.string(), value: z.string() })),
  /** Plain text of the body, for copying and reading aloud. */
  text: z.string(),
  /** Whether the body came as HTML; its safe form is served by `matter://`. */
  hasHtml: z.boolean(),
  /** Pictures and other things on other machines that the body names; none is ever fetched. */
  remoteReferences: z.number().int(),
  attachments: z.array(
    z.object({
      name: z.string(),
      sizeBytes: z.number().int(),
      kind: EvidenceKind.nullable(),
      /** Null where it could not be extracted. */
      evidenceId: EvidenceId.nullable(),
    }),
  ),
});
export type MailView = z.infer<typeof MailView>;

export const Cue = z.object({
  startMs: z.number().int().min(0),
  endMs: z.number().int().min(0),
  speaker: z.string(),
  text: z.string(),
});
export type Cue = z.infer<typeof Cue>;

/** Why items belong together. */
export const Likeness = z.enum(['family', 'same_mail', 'same_image', 'near_text', 'conversation']);
export type Likeness = z.infer<typeof Likeness>;

/** How a list is narrowed. All that is given must hold. */
export const EvidenceFilter = z.strictObject({
  /** Words that must all occur in title, name, custodian, source, people of the mail, confidentiality, tags, docket numbers or labels. */
  words: z.string().max(textLimits.filter.words).default(''),
  kinds: z.array(EvidenceKind).default([]),
  custodians: z.array(z.string()).default([]),
  /** Items with any of these. */
  tagIds: z.array(TagId).default([]),
  isReviewed: z.boolean().nullable().default(null),
  isFlagged: z.boolean().nullable().default(null),
  relevance: z.array(Relevance).default([]),
  isResponsive: z.boolean().nullable().default(null),
  /** Whether anybody has decided anything about it: responsive, relevant, privileged. */
  isCoded: z.boolean().nullable().default(null),
  privilege: z.array(Privilege).default([]),
  has: z
    .array(
      z.enum([
        'problems',
        'no_text',
        'ocr',
        'duplicates',
        'members',
        'docket',
        'exhibit',
        'bates',
        'notes',
        'conflict',
      ]),
    )
    .default([]),
  /** Days the files claim, both ends included. */
  from: isoDate.nullable().default(null),
  to: isoDate.nullable().default(null),
  includesArchived: z.boolean().default(false),
});
export type EvidenceFilter = z.infer<typeof EvidenceFilter>;

export const EvidenceSort = z.enum([
  'receivedAt',
  'title',
  'kind',
  'custodian',
  'pages',
  'sizeBytes',
  'claimedAt',
  'claimedFrom',
  'relevance',
  'batesSeen',
]);
export type EvidenceSort = z.infer<typeof EvidenceSort>;
export const EvidenceGrouping = z.enum([
  'none',
  'family',
  'conversation',
  'custodian',
  'date',
  'kind',
  'duplicates',
]);
export type EvidenceGrouping = z.infer<typeof EvidenceGrouping>;

/** A list of evidence as somebody set it up, saved under a name. */
export const ListView = z.object({
  id: ListViewId,
  name: z.string(),
  filter: EvidenceFilter,
  sort: EvidenceSort,
  isDescending: z.boolean(),
  grouping: EvidenceGrouping,
});
export type ListView = z.infer<typeof ListView>;

/** A long list, as order alone: rows are asked for as they come into view. */
export const EvidenceList = z.object({
  ids: z.array(EvidenceId),
  /** Headings, each over `count` ids from `start`; none when nothing is grouped. */
  groups: z.array(
    z.object({ key: z.string(), label: z.string(), start: z.number().int(), count: z.number().int() }),
  ),
  /** Of `ids`, how deep each is in its family; empty unless grouped by family. */
  depths: z.array(z.number().int()),
  /** Items there are without any filter, archived ones as asked. */
  total: z.number().int(),
  /** Bytes of the originals listed. */
  totalBytes: z.number(),
});
export type EvidenceList = z.infer<typeof EvidenceList>;
