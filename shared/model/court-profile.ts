import { z } from 'zod';
import { identifierKinds } from '../domain/redaction/index.ts';
import { isoDate } from './common.ts';

/** Where something a court asks for was read, and how far to trust it. */
const sourced = {
  source: z.string().trim().min(1).max(300),
  /** When the source says so or was read; null where neither is known. */
  dated: isoDate.nullable(),
  /** `confirmed` was read on the court's own pages or in its rules; `reported` only elsewhere. */
  confidence: z.enum(['confirmed', 'reported']),
};

/** The largest file that the court's filing system accepts. */
export const FileSizeLimit = z.strictObject({
  /** Millions of bytes a PDF, as courts count them. */
  megabytes: z.number().positive().max(10_000),
  ...sourced,
});
export type FileSizeLimit = z.infer<typeof FileSizeLimit>;

/** What is looked at in a file before it is filed. */
export const FilingCheckKind = z.enum([
  'blankPages',
  'damage',
  'embeddedFiles',
  'encryption',
  'externalLinks',
  'failedRedactions',
  'fileNames',
  'formFields',
  'launchActions',
  'media',
  'metadata',
  'pageSize',
  'personalIdentifiers',
  'scripts',
  'searchableText',
]);
export type FilingCheckKind = z.infer<typeof FilingCheckKind>;

/** How a court treats what a check finds, in its rule's words or near them. */
export const FilingRule = z.strictObject({
  check: FilingCheckKind,
  /** What a finding means: `error` it is refused or must not be shown, `none` it is accepted. */
  severity: z.enum(['error', 'warning', 'info', 'none']),
  text: z.string().trim().min(1).max(400),
  /** Only of `personalIdentifiers`: what is to be done with each kind; one that is left out is not named by the rule. */
  identifiers: z.partialRecord(z.enum(identifierKinds), z.string().trim().min(1).max(200)).optional(),
  /** Only of `fileNames`: words that do not belong in a public name. */
  words: z.array(z.string().trim().min(1).max(60)).max(100).optional(),
  /** Only of `fileNames`: signs that a name may have besides letters, digits and the point before its ending. */
  signs: z.string().max(60).optional(),
  ...sourced,
});
export type FilingRule = z.infer<typeof FilingRule>;

/** How long a paper may be without leave. */
export const LengthLimit = z.strictObject({
  /** A motion with its memorandum, what answers it, both of them (`brief`), or a reply. */
  paper: z.enum(['motion', 'opposition', 'brief', 'reply']),
  /** The motions it is for; none where it is for every other. */
  motions: z.array(
    z.enum([
      'restraint',
      'injunction',
      'dismissal',
      'summaryJudgment',
      'classCertification',
      'reconsideration',
    ]),
  ),
  most: z.number().int().min(1).max(100_000),
  unit: z.enum(['words', 'pages']),
  /** Whether the paper is to state its number of words itself. */
  isCertified: z.boolean(),
  /** Whether its cover and its tables of contents and authorities count too. */
  isOfAllParts: z.boolean().optional(),
  ...sourced,
});
export type LengthLimit = z.infer<typeof LengthLimit>;

/** What holds in every court that does not say otherwise. */
export const GeneralFilingRules = z.strictObject({
  profileDate: isoDate,
  rules: z.array(FilingRule).max(60),
});
export type GeneralFilingRules = z.infer<typeof GeneralFilingRules>;

/** What a court asks of exhibits that are filed with it. */
export const CourtProfile = z.strictObject({
  /** Court code such as wawd. */
  id: z.string().regex(/^[a-z]{2,8}$/),
  /** As captions print it, a line each. */
  name: z.array(z.string().trim().min(1).max(120)).min(1).max(3),
  /** When the profile was last looked through. */
  profileDate: isoDate,
  /** The limit to go by, and what other sources say. */
  fileSize: FileSizeLimit.nullable(),
  otherFileSizes: z.array(FileSizeLimit).max(10),
  /** Where the court asks for something else than all courts do, or says so itself. */
  filing: z.array(FilingRule).max(60),
  /** Judges’ own pages may say otherwise. */
  lengths: z.array(LengthLimit).max(20),
});
export type CourtProfile = z.infer<typeof CourtProfile>;
