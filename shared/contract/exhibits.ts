import { z } from 'zod';
import { BuildOutputId, EvidenceId, ExhibitId, ExhibitSetId, FileRef, instant } from '../model/common.ts';
import { CourtProfile } from '../model/court-profile.ts';
import { LedgerPrefix, VoidRange } from '../model/bates-ledger.ts';
import {
  AffectedCitation,
  Build,
  BuildComparison,
  BuildResult,
  CitationReport,
  Exhibit,
  ExhibitFields,
  ExhibitSet,
  ExhibitSetFields,
  LabelChange,
  PageRanges,
  VolumePlan,
} from '../model/exhibits.ts';
import { editErrors, inMatter, matterCommand, matterJob, matterQuery, pdfErrors } from './define.ts';
import { textLimits } from '../model/text-limits.ts';

const setInput = inMatter({ setId: ExhibitSetId });
const insertion = setInput.extend({
  /** Defaults to the end. */
  afterLabel: z.string().optional(),
  /**
   * `between` takes labels between two others, so that those after it stay; `sub` makes parts of the exhibit of that label;
   * `push` takes the next labels and moves those after it up, which a sealed set refuses.
   */
  place: z.enum(['between', 'sub', 'push']).default('between'),
});
const addition = insertion.extend({
  evidenceIds: z.array(EvidenceId).min(1),
  /** Pages of each item that the exhibit carries; defaults to all. */
  pageRanges: PageRanges.optional(),
});
const reservation = insertion.extend({
  count: z.number().int().min(1).max(500),
  note: z.string().trim().max(textLimits.exhibits.reserveNote).default(''),
});
const labelPlan = z.object({ changes: z.array(LabelChange), affectedCitations: z.array(AffectedCitation) });
const volumeChoice = {
  /** In millions of bytes; left out for the court's limit. 0 for no limit. */
  volumeMegabytes: z.number().min(0).max(10_000).optional(),
  /** A court whose profile is used; left out for the matter's. */
  court: z.string().optional(),
};
const rangeWithReason = inMatter({
  range: z.string().trim().min(1).max(textLimits.exhibits.numbers),
  reason: z.string().trim().min(1).max(textLimits.exhibits.voidReason),
});
const rangeAct = {
  errors: [...editErrors, 'BATES_RANGE_INVALID'],
  changes: ['exhibits'],
} as const;
const edit = { changes: ['exhibits', 'evidence'], isUndoable: true } as const;
const insertionErrors = [...editErrors, 'EXHIBIT_LABEL_INVALID', 'EXHIBIT_SET_SEALED'] as const;

export const exhibitsContract = {
  'exhibits.set.create': matterCommand(
    inMatter({ fields: ExhibitSetFields.partial().required({ name: true }) }),
    ExhibitSet,
    { errors: ['MATTER_READ_ONLY', 'EXHIBIT_SET_NAME_TAKEN'], ...edit },
  ),
  'exhibits.set.list': matterQuery(inMatter(), z.array(ExhibitSet)),
  'exhibits.set.update': matterCommand(setInput.extend({ fields: ExhibitSetFields.partial() }), ExhibitSet, {
    errors: [...editErrors, 'EXHIBIT_SET_SEALED', 'EXHIBIT_SET_NAME_TAKEN'],
    ...edit,
  }),
  'exhibits.set.delete': matterCommand(setInput, z.null(), {
    errors: [...editErrors, 'EXHIBIT_SET_SEALED'],
    ...edit,
  }),
  /** Exhibits in order, each with its planned, reserved or used Bates range. */
  'exhibits.list': matterQuery(setInput, z.array(Exhibit), { errors: ['NOT_FOUND'] }),
  /** Adds evidence at the end with the next free labels, or after a label, which leaves later labels as they are. */
  'exhibits.add': matterCommand(addition, z.array(Exhibit), {
    errors: [...insertionErrors, 'EXHIBIT_PAGES_INVALID'],
    ...edit,
  }),
  /** What adding would change: the was/now table of all that change or are new, and the citations it would make wrong. */
  'exhibits.planAdd': matterQuery(addition, labelPlan, {
    errors: ['NOT_FOUND', 'EXHIBIT_LABEL_INVALID', 'EXHIBIT_SET_SEALED', 'EXHIBIT_PAGES_INVALID'],
  }),
  /** Keeps labels for exhibits that are to come, at the end or after a label. */
  'exhibits.reserve': matterCommand(reservation, z.array(Exhibit), { errors: insertionErrors, ...edit }),
  /** What reserving would change, as `planAdd` tells it of adding. */
  'exhibits.planReserve': matterQuery(reservation, labelPlan, {
    errors: ['NOT_FOUND', 'EXHIBIT_LABEL_INVALID', 'EXHIBIT_SET_SEALED'],
  }),
  /** Puts evidence behind a reserved label, or replaces the evidence behind one that is not sealed. */
  'exhibits.assign': matterCommand(inMatter({ id: ExhibitId, evidenceId: EvidenceId }), Exhibit, {
    errors: [...editErrors, 'EXHIBIT_SET_SEALED', 'EXHIBIT_WITHDRAWN'],
    ...edit,
  }),
  /**
   * The citations in checked briefs that would lead nowhere if exhibits were withdrawn or removed, and the Bates numbers that
   * would become void if they were withdrawn, of every prefix.
   */
  'exhibits.planTakeOut': matterQuery(
    setInput.extend({ ids: z.array(ExhibitId).min(1) }),
    labelPlan.pick({ affectedCitations: true }).extend({ voidNumbers: z.array(VoidRange) }),
    { errors: ['NOT_FOUND'] },
  ),
  /** Withdraws exhibits: labels stay taken, numbers that a build gave become void; also in a sealed set. */
  'exhibits.withdraw': matterCommand(
    setInput.extend({
      ids: z.array(ExhibitId).min(1),
      reason: z.string().trim().min(1).max(textLimits.exhibits.withdrawReason),
    }),
    z.array(Exhibit),
    { errors: editErrors, ...edit },
  ),
  /** Restores withdrawn exhibits; numbers that became void stay void, and new ones are assigned. */
  'exhibits.reinstate': matterCommand(setInput.extend({ ids: z.array(ExhibitId).min(1) }), z.array(Exhibit), {
    errors: editErrors,
    ...edit,
  }),
  'exhibits.update': matterCommand(
    inMatter({
      id: ExhibitId,
      fields: ExhibitFields.partial(),
    }),
    Exhibit,
    {
      errors: [
        ...editErrors,
        'EXHIBIT_LABEL_TAKEN',
        'EXHIBIT_LABEL_INVALID',
        'EXHIBIT_PAGES_INVALID',
        'EXHIBIT_SET_SEALED',
      ],
      ...edit,
    },
  ),
  /** Sets the same treatment, designation or words of evidence law on several exhibits of a set: on all of them or, if refused, on none. */
  'exhibits.updateMany': matterCommand(
    setInput.extend({
      ids: z.array(ExhibitId).min(1),
      fields: ExhibitFields.omit({ title: true, label: true, pageRanges: true }).partial(),
    }),
    z.array(Exhibit),
    { errors: [...editErrors, 'EXHIBIT_SET_SEALED'], ...edit },
  ),
  /** Moves exhibits to a position (from 0); labels stay with their exhibits. */
  'exhibits.move': matterCommand(
    setInput.extend({ ids: z.array(ExhibitId).min(1), position: z.number().int().min(0) }),
    z.array(Exhibit),
    {
      errors: [...editErrors, 'EXHIBIT_SET_SEALED'],
      ...edit,
    },
  ),
  'exhibits.remove': matterCommand(setInput.extend({ ids: z.array(ExhibitId).min(1) }), z.null(), {
    errors: [...editErrors, 'EXHIBIT_SET_SEALED'],
    ...edit,
  }),
  /** What relabeling in order would change: the was/now table of all exhibits, and the citations it would make wrong. */
  'exhibits.planRelabel': matterQuery(setInput, labelPlan, {
    errors: ['NOT_FOUND', 'EXHIBIT_LABEL_INVALID'],
  }),
  /** Assigns new labels in the present order. */
  'exhibits.relabel': matterCommand(setInput, z.array(Exhibit), {
    errors: [...editErrors, 'EXHIBIT_LABEL_INVALID', 'EXHIBIT_SET_SEALED'],
    ...edit,
  }),
  /** A was/now table for every time labels changed, newest first. */
  'exhibits.labelHistory': matterQuery(
    setInput,
    z.array(z.object({ at: instant, by: z.string(), changes: z.array(LabelChange) })),
    { errors: ['NOT_FOUND'] },
  ),
  /** Courts whose limits are known, each with its sources, and which of them is the matter's; null where that has no profile. */
  'exhibits.courts': matterQuery(
    inMatter(),
    z.object({ ofMatter: CourtProfile.shape.id.nullable(), profiles: z.array(CourtProfile) }),
  ),
  /** How the set would be split into volumes, by estimate until it is built. */
  'exhibits.planVolumes': matterQuery(setInput.extend(volumeChoice), VolumePlan, {
    errors: ['NOT_FOUND', 'COURT_PROFILE_NOT_FOUND'],
  }),
  /** Builds binder, one PDF per exhibit, index and manifest into a folder. Reserves the Bates numbers. */
  'exhibits.build': matterJob(
    setInput.extend({
      target: FileRef,
      ...volumeChoice,
      /** Pictures with more dots an inch are downsampled, in the built copy only; omitted for none. */
      downsampleDpi: z.number().int().min(100).max(600).optional(),
      /** Files are made PDF/A-2b where possible; defaults to the set's own choice. */
      isArchival: z.boolean().optional(),
    }),
    BuildResult,
    {
      errors: [
        ...editErrors,
        'COURT_PROFILE_NOT_FOUND',
        'EXHIBIT_SET_EMPTY',
        'EXHIBIT_SOURCE_UNREADABLE',
        'BATES_NUMBER_TAKEN',
        'BATES_NUMBERS_USED_UP',
        'FILE_UNWRITABLE',
        'FILE_EXISTS',
      ],
      changes: ['exhibits', 'evidence'],
    },
  ),
  /** Rebuilds what a manifest describes and compares every file by its hash. Nothing of the rebuild is kept. */
  'exhibits.compare': matterJob(inMatter({ manifest: FileRef }), BuildComparison, {
    errors: [...editErrors, 'MANIFEST_UNREADABLE', 'EXHIBIT_SOURCE_UNREADABLE', 'FILE_UNWRITABLE'],
  }),
  /**
   * A copy of a volume or of an exhibit's own file to be printed: on both sides of the paper, where index, slip sheets and exhibits
   * each begin on the front of a sheet, or without slip sheets, where tabs separate the exhibits. Slip sheets with nothing
   * behind them stay.
   */
  'exhibits.printCopy': matterJob(
    inMatter({
      buildOutputId: BuildOutputId,
      target: FileRef,
      isDoubleSided: z.boolean(),
      hasSlipSheets: z.boolean(),
    }),
    z.object({
      fileName: z.string(),
      path: z.string().optional(),
      /** Blank ones included. */
      pages: z.number().int(),
      blankPages: z.number().int(),
      sha256: z.string(),
    }),
    {
      errors: [
        'NOT_FOUND',
        'EXHIBIT_BUILD_MISSING',
        'EXHIBIT_BUILD_CHANGED',
        'MANIFEST_UNREADABLE',
        'FILE_EXISTS',
        'FILE_UNWRITABLE',
      ],
    },
  ),
  /** The set's slip sheets, or the list of its tabs, as a PDF to print; the exhibits themselves are printed from a build. */
  'exhibits.printSheets': matterJob(
    setInput.extend({ sheets: z.enum(['slipSheets', 'tabs']), target: FileRef }),
    z.object({
      fileName: z.string(),
      path: z.string().optional(),
      pages: z.number().int(),
      sha256: z.string(),
    }),
    { errors: ['NOT_FOUND', 'EXHIBIT_SET_EMPTY', 'FILE_EXISTS', 'FILE_UNWRITABLE'] },
  ),
  'exhibits.build.list': matterQuery(setInput, z.array(Build), { errors: ['NOT_FOUND'] }),
  /**
   * Turns the reserved numbers into used ones, for good; later exhibits are insertions with the next free numbers. Every
   * file of the build is read first: what is sealed is what was built.
   */
  'exhibits.seal': matterJob(
    setInput,
    z.object({
      sealedAt: instant,
      batesFirst: z.string().nullable(),
      batesLast: z.string().nullable(),
      /** Each run of the numbers: void ones and those of other sets may lie between the first and the last. */
      batesRanges: z.array(z.object({ first: z.string(), last: z.string() })),
    }),
    {
      errors: [
        ...editErrors,
        'EXHIBIT_SET_EMPTY',
        'EXHIBIT_SET_SEALED',
        'EXHIBIT_BUILD_MISSING',
        'EXHIBIT_BUILD_CHANGED',
      ],
      changes: ['exhibits', 'evidence'],
    },
  ),
  /** Every number ever given, by prefix, with the next free one. */
  'exhibits.ledger': matterQuery(inMatter(), z.array(LedgerPrefix)),
  /** Enters ranges used elsewhere (`AMZ000001-AMZ000500`), so that nothing here takes them. */
  'exhibits.ledger.import': matterCommand(
    inMatter({
      ranges: z
        .array(
          z.strictObject({
            range: z.string().trim().min(1).max(textLimits.exhibits.numbers),
            note: z.string().trim().max(textLimits.exhibits.numbersNote),
          }),
        )
        .min(1)
        .max(10_000),
    }),
    z.array(LedgerPrefix),
    { errors: ['MATTER_READ_ONLY', 'BATES_RANGE_INVALID', 'BATES_NUMBER_TAKEN'], changes: ['exhibits'] },
  ),
  /** Makes reserved or used numbers void, for good, with the reason. */
  'exhibits.ledger.void': matterCommand(rangeWithReason, z.array(LedgerPrefix), rangeAct),
  /** Takes back numbers that were wrongly entered as used elsewhere, with the reason: they may be assigned here again. */
  'exhibits.ledger.takeBack': matterCommand(rangeWithReason, z.array(LedgerPrefix), rangeAct),
  /** Says whose numbers a prefix counts. */
  'exhibits.ledger.setParty': matterCommand(
    inMatter({
      prefix: z.string(),
      party: z.string().trim().max(textLimits.exhibits.party),
    }),
    z.array(LedgerPrefix),
    { errors: editErrors, ...edit },
  ),
  /** Citations of the set's exhibits in a brief: a PDF, or an item of evidence, whose citations are then remembered. */
  'exhibits.citations.check': matterJob(
    setInput.extend({
      brief: z.union([z.strictObject({ evidenceId: EvidenceId }), z.strictObject({ file: FileRef })]),
    }),
    CitationReport,
    {
      errors: [...editErrors, ...pdfErrors, 'FILE_NOT_FOUND', 'EVIDENCE_TEXT_NOT_READ'],
      changes: ['exhibits'],
    },
  ),
  /** Reports of briefs checked against the set, as they were found; newest first. */
  'exhibits.citations.list': matterQuery(
    setInput,
    z.array(CitationReport.extend({ evidenceId: EvidenceId, checkedAt: instant })),
    { errors: ['NOT_FOUND'] },
  ),
  /** How a page of an item is cited: in each set that carries it, and by its Bates numbers. */
  'exhibits.pageCites': matterQuery(
    inMatter({ evidenceId: EvidenceId, page: z.number().int().min(1) }),
    z.array(
      z.object({
        setId: ExhibitSetId.nullable(),
        setName: z.string(),
        label: z.string(),
        /** As its cite names it: of the item, or its place in the exhibit where pages show that; null where the exhibit leaves it out. */
        page: z.number().int().nullable(),
        bates: z.string().nullable(),
        /** "Ex. C at 4, AMZ000123". */
        cite: z.string(),
      }),
    ),
    { errors: ['NOT_FOUND'] },
  ),
} as const;
