import { z } from 'zod';
import {
  batesPrefixPattern,
  batesSuffixPattern,
  leastBatesDigits,
  maxBatesNumber,
  mostBatesDigits,
} from '../domain/exhibits/bates.ts';
import { isLabelScheme, labelSchemeForms, maxLabelLength } from '../domain/exhibits/exhibit-label.ts';
import { plainPageRanges, plainRangesPattern } from '../domain/page-ranges.ts';
import { AsFiledRecord } from './as-filed.ts';
import { BuildId, BuildOutputId, EvidenceId, ExhibitId, ExhibitSetId, instant, sha256Hex } from './common.ts';
import { EvidenceKind } from './evidence.ts';
import { textLimits } from './text-limits.ts';

/**
 * How labels run: `A` is A…Z, AA, AB…; `AA` is A…Z, AA, BB…; `1` is 1, 2…; `PX-1` (or any prefix and hyphen) is PX-1, PX-2….
 */
export const LabelScheme = z.string().refine(isLabelScheme, `use ${labelSchemeForms}`);

/** Where Bates numbers of a set come from: `AMZ` with 6 digits prints AMZ000123. */
export const BatesSettings = z.strictObject({
  prefix: z.string().regex(batesPrefixPattern, 'begin with a letter; letters, digits, . _ - only'),
  digits: z.number().int().min(leastBatesDigits).max(mostBatesDigits),
  /** First number to use; where the prefix has greater ones already, they go on from there. */
  start: z.number().int().min(1).max(maxBatesNumber),
  /** Printed after the digits, such as `-R`; no digits, so that numbers stay readable back. */
  suffix: z.string().regex(batesSuffixPattern, 'up to 8 letters, after . _ - or nothing').default(''),
});
export type BatesSettings = z.infer<typeof BatesSettings>;

/** Words printed on every page of an exhibit, such as CONFIDENTIAL; empty for none. */
export const Designation = z.string().trim().max(textLimits.exhibits.designation);

/** Where on the page as viewed. The top corners stay below the strip of the court's header. */
export const StickerCorner = z.enum(['bottomRight', 'bottomLeft', 'topRight', 'topLeft']);
export type StickerCorner = z.infer<typeof StickerCorner>;
/** `party` is the color of the set's party by custom: plaintiff yellow, defendant blue, joint white. */
export const StickerColour = z.enum(['party', 'white', 'yellow', 'blue', 'green', 'pink']);
export type StickerColour = z.infer<typeof StickerColour>;
export const NumberPosition = z.enum(['bottomRight', 'bottomCenter', 'bottomLeft']);
export type NumberPosition = z.infer<typeof NumberPosition>;
export const SetParty = z.enum(['plaintiff', 'defendant', 'joint', 'none']);
export type SetParty = z.infer<typeof SetParty>;

export const ExhibitSetFields = z.strictObject({
  name: z.string().trim().min(1, 'a name is needed').max(textLimits.exhibits.set),
  /** What the exhibits belong to. Labels start over in each set, and so for each declaration. */
  purpose: z.enum(['motion', 'declaration', 'hearing', 'other']),
  /** Whose declaration: “Jane Smith” makes “Exhibit A to Declaration of Jane Smith”. Empty for other purposes. */
  declarant: z.string().trim().max(textLimits.exhibits.declarant),
  party: SetParty,
  scheme: LabelScheme,
  bates: BatesSettings.nullable(),
  /** Where numbers go when the place is free; a page where it is not takes the next free place. */
  numberPosition: NumberPosition,
  hasSlipSheets: z.boolean(),
  /** `caption` begins slip sheets with the court's name, the parties and the number. */
  slipSheetTemplate: z.enum(['plain', 'caption']),
  hasStickers: z.boolean(),
  stickerCorner: StickerCorner,
  stickerColour: StickerColour,
  /** For exhibits that have none of their own. */
  designation: Designation,
  /** Every page that is a picture is looked at before anything is printed on it; else only some of each exhibit. */
  looksAtEveryPage: z.boolean(),
  /** Pages show their place in the exhibit (“Exhibit A – Page 3 of 12”) where they have no Bates number. */
  numbersPages: z.boolean(),
  /** Form fields become print. Courts refuse fields that can be filled in, so it is the default. */
  flattensForms: z.boolean(),
  /** Files are built as PDF/A-2b where possible; form fields become print for it. */
  isArchival: z.boolean(),
});
export type ExhibitSetFields = z.infer<typeof ExhibitSetFields>;

export const ExhibitSet = ExhibitSetFields.extend({
  id: ExhibitSetId,
  exhibits: z.number().int(),
  pages: z.number().int(),
  sealedAt: instant.nullable(),
  lastBuiltAt: instant.nullable(),
});
export type ExhibitSet = z.infer<typeof ExhibitSet>;

export const BatesState = z.enum(['planned', 'reserved', 'used', 'void']);
export type BatesState = z.infer<typeof BatesState>;

/**
 * `reserved`: the label is kept for later, without a document; `withdrawn`: the label stays taken, its pages are
 * left out and its numbers are void.
 */
export const ExhibitStatus = z.enum(['active', 'reserved', 'withdrawn']);
export type ExhibitStatus = z.infer<typeof ExhibitStatus>;

/**
 * What goes into the binder: `pages` the exhibit itself; `withheld` one page that says so and why; `sealed` the page “EXHIBIT __
 * FILED UNDER SEAL” (W.D. Wash. LCR 5(g)(4)), the exhibit itself in a file of its own; `native` one page, the original beside the
 * binder. A page in place of an exhibit has a Bates number of its own.
 */
export const Treatment = z.enum(['pages', 'withheld', 'sealed', 'native']);
export type Treatment = z.infer<typeof Treatment>;

/** How an exhibit is to be authenticated (Federal Rules of Evidence 901, 902). */
export const AuthenticationBasis = z.enum([
  'none',
  'stipulated',
  'witness901b1',
  'distinctive901b4',
  'publicRecord902',
  'businessRecord902_11',
  'electronicRecord902_13',
  'copiedData902_14',
  'other',
]);
export type AuthenticationBasis = z.infer<typeof AuthenticationBasis>;

/** Pages of an item as people write them: `3-7, 12`; empty for all of them. */
export const PageRanges = z
  .string()
  .overwrite(plainPageRanges)
  .max(textLimits.exhibits.pageRanges)
  .regex(plainRangesPattern, 'write pages as 3-7, 12');

export const ExhibitFields = z.strictObject({
  title: z.string().trim().min(1).max(textLimits.exhibits.title),
  label: z.string().trim().min(1).max(maxLabelLength),
  pageRanges: PageRanges,
  treatment: Treatment,
  /** Why it is withheld, or under which order it is filed under seal. */
  treatmentNote: z.string().trim().max(textLimits.exhibits.treatmentNote),
  /** The witness through whom it comes in. */
  sponsor: z.string().trim().max(textLimits.exhibits.sponsor),
  authentication: AuthenticationBasis,
  authenticationNote: z.string().trim().max(textLimits.exhibits.authenticationNote),
  /** Null takes the set's. */
  designation: Designation.nullable(),
  objection: z.string().trim().max(textLimits.exhibits.objection),
  ruling: z.enum(['none', 'admitted', 'excluded', 'reserved']),
  rulingNote: z.string().trim().max(textLimits.exhibits.rulingNote),
  /** Citations of exhibits in it become links to the exhibits’ pages in the binder. */
  linksCitations: z.boolean(),
});
export type ExhibitFields = z.infer<typeof ExhibitFields>;

export const Exhibit = ExhibitFields.extend({
  id: ExhibitId,
  setId: ExhibitSetId,
  position: z.number().int(),
  /** The exhibit it is a part of (A-1 of A); null for one that is not a part. */
  parentId: ExhibitId.nullable(),
  status: ExhibitStatus,
  /** Why it was withdrawn, or what the label is reserved for. */
  statusNote: z.string(),
  /** Null for a reserved label. */
  evidenceId: EvidenceId.nullable(),
  evidenceTitle: z.string().nullable(),
  kind: EvidenceKind.nullable(),
  sha256: sha256Hex.nullable(),
  /** Pages of the whole item, of which `pages` are taken; null when not known. */
  itemPages: z.number().int().nullable(),
  /** Bytes of the original: what the size meter begins with. */
  sizeBytes: z.number().int(),
  /** Pages the exhibit brings, without its slip sheet; null when the original cannot be read. */
  pages: z.number().int().nullable(),
  batesFirst: z.string().nullable(),
  batesLast: z.string().nullable(),
  batesState: BatesState.nullable(),
  /** Whether a seal fixes it as it is; what was added since is free until the next seal. */
  isSealed: z.boolean(),
  problems: z.array(z.object({ code: z.string(), message: z.string() })),
});
export type Exhibit = z.infer<typeof Exhibit>;

/** One row of a was/now table. */
export const LabelChange = z.object({
  /** Null for one that is not in the set yet. */
  id: ExhibitId.nullable(),
  title: z.string(),
  /** Null for one that is new. */
  was: z.string().nullable(),
  /** Empty for one that was removed. */
  now: z.string(),
});
export type LabelChange = z.infer<typeof LabelChange>;

const CitedSpan = z.object({ page: z.number().int(), start: z.number().int(), end: z.number().int() });

/** A citation of an exhibit found in a brief. */
export const Citation = z.object({
  /** Page of the brief, from 1. */
  page: z.number().int(),
  /** As written there; of several exhibits cited together, all of it. */
  text: z.string(),
  /** Where that is in the page’s text, in UTF-16 units; of one that runs over to the next page, the part on the first. */
  start: z.number().int(),
  end: z.number().int(),
  /** Where the rest of it is on the next page; left out where there is none. */
  next: CitedSpan.optional(),
  /** Where the rest of that is on the pages after the next, one for each; left out where there is none. */
  further: z.array(CitedSpan).optional(),
  label: z.string(),
  /** Whose declaration’s exhibit, as the brief says; null when it does not. */
  declarant: z.string().nullable(),
  /** Pin cite as written: “4”, “4–6”, “¶ 7”, “AMZ000123”; null when there is none. */
  pin: z.string().nullable(),
  exhibitId: ExhibitId.nullable(),
  status: z.enum(['found', 'absent', 'outOfRange', 'ambiguous']),
  /**
   * Of one that is absent although the matter knows it: its exhibit is withdrawn, its label only reserved, or its Bates number
   * void; left out otherwise.
   */
  absence: z.enum(['withdrawn', 'reserved', 'void']).optional(),
});
export type Citation = z.infer<typeof Citation>;

/** A citation that relabeling, withdrawing or removing exhibits would make wrong. */
export const AffectedCitation = Citation.extend({
  briefTitle: z.string(),
  /** What it should say; empty where an exhibit it cites would be gone, which nothing here can correct. */
  shouldSay: z.string(),
  /** Labels of the exhibits it cites that would be gone; empty where labels only change. */
  gone: z.array(z.string()),
});
export type AffectedCitation = z.infer<typeof AffectedCitation>;

export const CitationReport = z.object({
  brief: z.string(),
  pages: z.number().int(),
  citations: z.array(Citation),
  /** Exhibits that the brief never cites. */
  neverCited: z.array(z.object({ id: ExhibitId, label: z.string(), title: z.string() })),
  /** Citations of exhibits of other documents (“Compl. Ex. A”) or other sets, which were not checked against this one. */
  ofOthers: z.array(Citation.pick({ page: true, text: true, start: true, end: true })),
  /** Pages without text, on which nothing could be looked for. */
  pagesWithoutText: z.array(z.number().int()),
});
export type CitationReport = z.infer<typeof CitationReport>;

/** What a set would be split into. */
export const VolumePlan = z.object({
  /** Null for no limit. */
  limitBytes: z.number().int().nullable(),
  /** Where the limit comes from: a court profile with its date, or the user. */
  limitSource: z.string(),
  totalBytes: z.number().int(),
  volumes: z.array(
    z.object({
      /** `1`, `2`; `2-A` for one that late exhibits made necessary after the seal. */
      name: z.string(),
      firstLabel: z.string(),
      lastLabel: z.string(),
      exhibits: z.number().int(),
      pages: z.number().int(),
      sizeBytes: z.number().int(),
      isOverLimit: z.boolean(),
    }),
  ),
});
export type VolumePlan = z.infer<typeof VolumePlan>;

export const BuildOutput = z.object({
  id: BuildOutputId,
  /**
   * `volume` the binder or a part of it; `sealed` an exhibit filed under seal; `index` for reading, `indexDocx`, `indexCsv` and
   * `tableOfExhibits` for the brief; `dat` and `opt` load files; `original` an original beside the binder (native form, or a
   * signature that only it can prove).
   */
  role: z.enum([
    'volume',
    'exhibit',
    'sealed',
    'index',
    'indexDocx',
    'indexCsv',
    'tableOfExhibits',
    'dat',
    'opt',
    'original',
    'manifest',
  ]),
  /** The volume’s name, for volumes and what is in one; null for the rest. */
  volume: z.string().nullable(),
  label: z.string().nullable(),
  /** File name inside the build's folder. */
  file: z.string(),
  pages: z.number().int().nullable(),
  sizeBytes: z.number().int(),
  sha256: sha256Hex,
});
export type BuildOutput = z.infer<typeof BuildOutput>;

export const Finding = z.object({
  code: z.string(),
  severity: z.enum(['info', 'warning', 'error']),
  message: z.string(),
  label: z.string().nullable(),
  /** Page of the exhibit, from 1, where it is about one. */
  page: z.number().int().min(1).optional(),
});
export type Finding = z.infer<typeof Finding>;

export const DisturbedFile = z.object({
  file: z.string(),
  /**
   * `missing` not where it was written; `resized` longer or shorter than it was; `redated` as long, but of a later time than the build:
   * written to since, or the same bytes put back from elsewhere.
   */
  change: z.enum(['missing', 'resized', 'redated']),
});
export type DisturbedFile = z.infer<typeof DisturbedFile>;

export const Build = z.object({
  id: BuildId,
  setId: ExhibitSetId,
  builtAt: instant,
  folderName: z.string(),
  /** Full path of the folder; only for trusted callers. */
  folderPath: z.string().optional(),
  /** Whether it is the newest, and made from the set as it is now. */
  isOfSet: z.boolean(),
  /** Whether `isOfSet` holds and all its files are there, with the sizes they were written with. */
  isCurrent: z.boolean(),
  /** Files that are not as the build wrote them, as far as their sizes and times tell. */
  disturbedFiles: z.array(DisturbedFile),
  outputs: z.array(BuildOutput),
  findings: z.array(Finding),
  /** How its files came back from the court, newest first: of each file that was compared with it last. */
  asFiled: z.array(AsFiledRecord),
});
export type Build = z.infer<typeof Build>;

/** What `exhibits build --json` prints. */
export const BuildResult = z.object({
  buildId: BuildId,
  binder: z.string(),
  volumes: z.array(z.string()),
  exhibits: z.array(
    z.object({
      label: z.string(),
      file: z.string(),
      /** Pages of the exhibit itself; its slip sheet, which the file holds too, is not counted. */
      pages: z.number().int(),
      batesFirst: z.string().nullable(),
      batesLast: z.string().nullable(),
      sha256: sha256Hex,
    }),
  ),
  manifest: z.string(),
  index: z.string(),
  /** Every other file of the build, by role. */
  others: z.array(z.object({ role: z.string(), file: z.string() })),
  findings: z.array(Finding),
});
export type BuildResult = z.infer<typeof BuildResult>;

/** What building again gave, compared with what a manifest says. */
export const BuildComparison = z.object({
  isSame: z.boolean(),
  files: z.array(
    z.object({
      file: z.string(),
      role: z.string(),
      status: z.enum(['same', 'changed', 'missing', 'new']),
      /** Why it could not be the same: an original, a label, a setting or the version differs. */
      reasons: z.array(z.string()),
    }),
  ),
  /** What has changed since the manifest, whether or not it makes a file differ: building again goes by the manifest alone. */
  changes: z.array(
    z.object({
      kind: z.enum(['manifest', 'version', 'set', 'setting', 'exhibit', 'source']),
      label: z.string().nullable(),
      message: z.string(),
    }),
  ),
});
export type BuildComparison = z.infer<typeof BuildComparison>;
