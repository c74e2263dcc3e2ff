import { z } from 'zod';
import { DocketEntryId, DocketSourceId, EvidenceId, instant, isoDate } from './common.ts';
import { courtMinute } from './court-time.ts';
import { textLimits } from './text-limits.ts';

/** What a person says of an entry. What a court adds is in `DocketEntry`. */
export const DocketEntryFields = z.strictObject({
  /** Court's number; null for a text-only entry without one. */
  number: z.number().int().min(1).max(999_999).nullable(),
  /** Null for the lead document of the entry, else the attachment's number. */
  attachment: z.number().int().min(1).max(9_999).nullable(),
  filedOn: isoDate.nullable(),
  enteredOn: isoDate.nullable(),
  text: z.string().trim().min(1, 'the entry needs its text').max(textLimits.docket.text),
  /** The party on whose behalf it was filed. */
  filer: z.string().trim().max(textLimits.docket.filer),
  isTextOnly: z.boolean(),
  isSealed: z.boolean(),
});
export type DocketEntryFields = z.infer<typeof DocketEntryFields>;

/** An entry that another entry's text refers to ("re 105 MOTION", "re 12-3"). */
export const DocketLink = z.object({
  number: z.number().int(),
  attachment: z.number().int().nullable(),
});
export type DocketLink = z.infer<typeof DocketLink>;

/** What an entry is in the course of a motion; read from its text (shared/domain/docket/threads/role.ts). */
export const DocketRole = z.enum([
  'complaint',
  'answer',
  'motion',
  'opposition',
  'reply',
  'support',
  'exhibit',
  'order',
  'notice',
  'hearing',
  'judgment',
  'appeal',
  'other',
]);
export type DocketRole = z.infer<typeof DocketRole>;

export const DocketEntry = DocketEntryFields.extend({
  id: DocketEntryId,
  /** Empty where no source has given it yet: an attachment page names an entry without its text. */
  text: z.string(),
  /** The court's own short name for it ("Motion for TRO"); empty where not given. */
  shortText: z.string(),
  /** Who filed it, as printed in the text's closing parentheses: "Geisler, Kimberly". */
  attorney: z.string(),
  /** When the court entered it, to the minute, where a notice said so. */
  enteredAt: courtMinute.nullable(),
  isRestricted: z.boolean(),
  /** What the text says of fee and receipt: "Filing fee $402, receipt number ANJDC-14125450"; empty where nothing. */
  feeNote: z.string(),
  /** Where the court keeps the document; shown and copied, never opened by the app. */
  documentUrl: z.string().nullable(),
  /** The court's id of the document. */
  documentId: z.string().nullable(),
  pageCount: z.number().int().nullable(),
  sizeBytes: z.number().nullable(),
  /** Entries its text refers to. */
  links: z.array(DocketLink),
  role: DocketRole,
  /** The entry it belongs under: its own lead document, or the motion it answers. Null at the top. */
  parentId: DocketEntryId.nullable(),
  /** Whether a person chose `parentId`. */
  isParentChosen: z.boolean(),
  /** For a motion: whether an order has decided it. Null for everything else. */
  isOpenMotion: z.boolean().nullable(),
  isUnread: z.boolean(),
  /** Whether an import gave it; false for an entry kept by hand alone. */
  isFromCourt: z.boolean(),
  /** Whether it was in an earlier docket sheet and is no longer in the latest. */
  isGone: z.boolean(),
  evidenceId: EvidenceId.nullable(),
  /** Title of the linked evidence item, for lists. */
  evidenceTitle: z.string().nullable(),
  createdAt: instant,
});
export type DocketEntry = z.infer<typeof DocketEntry>;

/** How a source came to be read. Names are those of the command line's `kind`. */
export const DocketSourceKind = z.enum([
  'docket_sheet',
  'docket_print',
  'docket_history',
  'attachment_page',
  'case_query',
  'notice',
  'appellate_notice',
  'opinions_report',
  'rss',
  'archive_xml',
  'csv',
  'json',
]);
export type DocketSourceKind = z.infer<typeof DocketSourceKind>;

/** Something a reader could not make sense of: said loudly, with the raw text, and never guessed at. */
export const DocketWarning = z.object({
  code: z.string(),
  message: z.string(),
  /** The words as printed; empty where there are none. */
  raw: z.string(),
});
export type DocketWarning = z.infer<typeof DocketWarning>;

/** The head of a docket sheet. Empty string, null or empty list where not said. */
export const DocketHeader = z.object({
  /** Court code such as wawd. */
  court: z.string(),
  /** As printed: "U.S. District Court, Western District of Washington (Seattle)". */
  courtName: z.string(),
  /** Docket number as printed, with judges' initials: 2:21-cv-00031-BJR. */
  number: z.string(),
  title: z.string(),
  /** Assigned judge as printed. */
  judge: z.string(),
  /** Judge it is referred to. */
  referredTo: z.string(),
  filedOn: isoDate.nullable(),
  terminatedOn: isoDate.nullable(),
  lastFiledOn: isoDate.nullable(),
  /** Of the Bankruptcy Code, such as 11; empty for all other cases. */
  chapter: z.string(),
  /** When the case was converted from another chapter. */
  convertedOn: isoDate.nullable(),
  /** When the debtor was discharged; of joint debtors, the first that was. */
  dischargedOn: isoDate.nullable(),
  cause: z.string(),
  natureOfSuit: z.string(),
  juryDemand: z.string(),
  jurisdiction: z.string(),
  demand: z.string(),
  /** Such as CLOSED, JURY, APPEAL. */
  flags: z.array(z.string()),
  relatedCases: z.array(z.string()),
  /** The court's own id of the case; tells pages apart that print no number. */
  courtCaseId: z.string(),
});
export type DocketHeader = z.infer<typeof DocketHeader>;

export const DocketAttorney = z.object({
  name: z.string(),
  /** Address, telephone and e-mail, a line each, as printed. */
  contact: z.string(),
  email: z.string(),
  phone: z.string(),
  /** Such as LEAD ATTORNEY, PRO HAC VICE, ATTORNEY TO BE NOTICED. */
  roles: z.array(z.string()),
  terminatedOn: isoDate.nullable(),
});
export type DocketAttorney = z.infer<typeof DocketAttorney>;

export const DocketParty = z.object({
  name: z.string(),
  /** Plaintiff, Defendant, Intervenor … */
  role: z.string(),
  /** What comes below the name: "a Delaware corporation", "also known as …". A line each. */
  details: z.string(),
  terminatedOn: isoDate.nullable(),
  attorneys: z.array(DocketAttorney),
});
export type DocketParty = z.infer<typeof DocketParty>;

/** One row of a source, as printed, with what was read out of it beside it. */
export const ParsedEntry = z.object({
  number: z.number().int().nullable(),
  /** Whether a number is printed that could not be read; until its text was read (`completeEntries`), for such an entry may have a document. */
  isNumberUnread: z.boolean().optional(),
  attachment: z.number().int().nullable(),
  filedOn: isoDate.nullable(),
  /** Whether `filedOn` only repeats the date of entry: a docket ordered by entry prints no filing dates. */
  isFiledOnAssumed: z.boolean(),
  enteredOn: isoDate.nullable(),
  enteredAt: courtMinute.nullable(),
  /** The whole text as printed, white space folded; "(Attachments: …)" and "(Entered: …)" included. */
  text: z.string(),
  shortText: z.string(),
  filer: z.string(),
  attorney: z.string(),
  documentUrl: z.string().nullable(),
  documentId: z.string().nullable(),
  /** The court's running number of the docket event (`de_seq_num`). */
  sequence: z.number().int().nullable(),
  pageCount: z.number().int().nullable(),
  sizeBytes: z.number().nullable(),
  isTextOnly: z.boolean(),
  /** Null where the source cannot tell. */
  isSealed: z.boolean().nullable(),
  isRestricted: z.boolean().nullable(),
  feeNote: z.string(),
  links: z.array(DocketLink),
});
export type ParsedEntry = z.infer<typeof ParsedEntry>;

export const ParsedDocket = z.object({
  header: DocketHeader,
  parties: z.array(DocketParty),
  /** In the order printed; each lead document is followed by its attachments. */
  entries: z.array(ParsedEntry),
  /** Whether every entry of the docket is listed, so that one that is missing is gone. */
  isComplete: z.boolean(),
});
export type ParsedDocket = z.infer<typeof ParsedDocket>;

/** A page, notice, feed or table, read. */
export const ParsedSource = z.object({
  kind: DocketSourceKind,
  /** When the court made it, as printed, in the court's own zone; null where it does not say. */
  printedAt: courtMinute.nullable(),
  /** One; several in feeds, reports and notices for several cases. */
  dockets: z.array(ParsedDocket).min(1),
  warnings: z.array(DocketWarning),
});
export type ParsedSource = z.infer<typeof ParsedSource>;

/** A source that was imported: kept as it came, to look at and to compare with later ones. */
export const DocketSource = z.object({
  id: DocketSourceId,
  /** File name without folder. */
  name: z.string(),
  kind: DocketSourceKind,
  printedAt: courtMinute.nullable(),
  importedAt: instant,
  sha256: z.string(),
  entries: z.number().int(),
  isComplete: z.boolean(),
  warnings: z.array(DocketWarning),
});
export type DocketSource = z.infer<typeof DocketSource>;

/** The part of an entry a redline shows. */
export const DocketVersion = ParsedEntry.pick({
  number: true,
  attachment: true,
  filedOn: true,
  enteredOn: true,
  text: true,
  shortText: true,
  filer: true,
  isSealed: true,
  isRestricted: true,
  documentUrl: true,
  pageCount: true,
});
export type DocketVersion = z.infer<typeof DocketVersion>;

export const DocketChange = z.object({
  /** Names the change within its preview. */
  key: z.string(),
  /** `kept`: the court's record differs, and what a person wrote stays. */
  kind: z.enum(['added', 'changed', 'gone', 'kept']),
  before: DocketVersion.nullable(),
  after: DocketVersion.nullable(),
  /** Names of the fields that differ; empty unless `changed` or `kept`. */
  fields: z.array(z.string()),
  /** Names of the sources that say so. */
  sources: z.array(z.string()),
});
export type DocketChange = z.infer<typeof DocketChange>;

/** Two rows that may be one entry: a person decides. */
export const DocketQuestion = z.object({
  key: z.string(),
  one: DocketVersion,
  other: DocketVersion,
  /** Why it is asked, in a sentence. */
  reason: z.string(),
  answer: z.enum(['same', 'different']).nullable(),
});
export type DocketQuestion = z.infer<typeof DocketQuestion>;

/** What became of one source of an import. */
export const DocketSourceReport = z.object({
  /** The path as given on the command line; the file's name for the renderer. */
  path: z.string(),
  kind: DocketSourceKind.nullable(),
  added: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  warnings: z.array(DocketWarning),
  error: z.object({ code: z.string(), message: z.string() }).optional(),
});
export type DocketSourceReport = z.infer<typeof DocketSourceReport>;

/** What an import would do, before it does it. */
export const DocketPreview = z.object({
  /** Identifies exactly this preview; required when it is applied. */
  planHash: z.string(),
  sources: z.array(DocketSourceReport),
  changes: z.array(DocketChange),
  questions: z.array(DocketQuestion),
  /** Matter fields still empty that the header fills: court (and with it the time zone), number, judge. */
  matterFields: z.array(z.object({ field: z.string(), value: z.string() })),
  warnings: z.array(DocketWarning),
  unchanged: z.number().int(),
  /** Readable sources that were not imported before: they are kept, with their header and parties, even where no entry differs. */
  newSources: z.number().int(),
});
export type DocketPreview = z.infer<typeof DocketPreview>;

/** What a court prints along the top of each page of a filed document. */
export const CourtStamp = z.object({
  /** As printed: 2:21-cv-00031-BJR. Empty where the stamp has none. */
  caseNumber: z.string(),
  number: DocketEntryFields.shape.number,
  attachment: DocketEntryFields.shape.attachment,
  filedOn: isoDate.nullable(),
  /** Of how many pages, as the stamp says. */
  pageCount: z.number().int().nullable(),
  pageId: z.string(),
  /** The line itself. */
  raw: z.string(),
});
export type CourtStamp = z.infer<typeof CourtStamp>;

/** Where a court-stamped document belongs. */
export const StampPlan = z.object({
  evidenceId: EvidenceId,
  title: z.string(),
  stamp: CourtStamp.nullable(),
  /**
   * `link` to an entry that is there; `add` the entry the stamp names, then link; `none` where there is no stamp, or it is
   * of another matter, or filed already.
   */
  action: z.enum(['link', 'add', 'none']),
  entryId: DocketEntryId.nullable(),
  /** What does not fit; a person looks before it is filed. */
  conflicts: z.array(z.object({ code: z.string(), message: z.string() })),
});
export type StampPlan = z.infer<typeof StampPlan>;
