import { z } from 'zod';
import { BuildId, BuildOutputId, EvidenceId, ExhibitId, ExhibitSetId, instant, sha256Hex } from './common.ts';

/** How labels run: `A` is A…Z, AA, AB…; `1` is 1, 2…; `PX-1` (or any prefix and hyphen) is PX-1, PX-2…. */
export const LabelScheme = z.string().regex(/^(A|1|[A-Z]{1,6}-1)$/, 'use A, 1, or a prefix such as PX-1');

/** Where Bates numbers of a set come from: `AMZ` with 6 digits prints AMZ000123. */
export const BatesSettings = z.strictObject({
  prefix: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9._-]{0,19}$/, 'begin with a letter; letters, digits, . _ - only'),
  digits: z.number().int().min(3).max(10),
  /** First number to use; where the prefix has greater ones already, they go on from there. */
  start: z.number().int().min(1).max(9_999_999_999),
});
export type BatesSettings = z.infer<typeof BatesSettings>;

export const ExhibitSetFields = z.strictObject({
  name: z.string().trim().min(1, 'a name is needed').max(200),
  scheme: LabelScheme,
  bates: BatesSettings.nullable(),
  hasSlipSheets: z.boolean(),
  hasStickers: z.boolean(),
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

export const Exhibit = z.object({
  id: ExhibitId,
  setId: ExhibitSetId,
  label: z.string(),
  position: z.number().int(),
  title: z.string(),
  evidenceId: EvidenceId,
  evidenceTitle: z.string(),
  kind: z.string(),
  sha256: sha256Hex,
  /** Pages the exhibit brings, without its slip sheet; null when the original cannot be read. */
  pages: z.number().int().nullable(),
  batesFirst: z.string().nullable(),
  batesLast: z.string().nullable(),
  batesState: BatesState.nullable(),
  problems: z.array(z.object({ code: z.string(), message: z.string() })),
});
export type Exhibit = z.infer<typeof Exhibit>;

/** One row of the ledger: runs of consecutive pages of one item in one state. */
export const BatesRange = z.object({
  first: z.string(),
  last: z.string(),
  prefix: z.string(),
  state: BatesState,
  evidenceId: EvidenceId,
  evidenceTitle: z.string(),
  firstPage: z.number().int(),
  lastPage: z.number().int(),
  reason: z.string().nullable(),
});
export type BatesRange = z.infer<typeof BatesRange>;

export const BuildOutput = z.object({
  id: BuildOutputId,
  role: z.enum(['binder', 'exhibit', 'index', 'manifest']),
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
});
export type Finding = z.infer<typeof Finding>;

export const Build = z.object({
  id: BuildId,
  setId: ExhibitSetId,
  builtAt: instant,
  folderName: z.string(),
  /** Full path of the folder; only for trusted callers. */
  folderPath: z.string().optional(),
  isCurrent: z.boolean(),
  outputs: z.array(BuildOutput),
  findings: z.array(Finding),
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
  findings: z.array(Finding),
});
export type BuildResult = z.infer<typeof BuildResult>;
