import { z } from 'zod';
import { EvidenceId, instant, Person, Problem, sha256Hex } from './common.ts';

/** Kinds told from content, never from the name. `native` is kept but not shown. */
export const EvidenceKind = z.enum(['pdf', 'png', 'jpeg', 'native']);
export type EvidenceKind = z.infer<typeof EvidenceKind>;

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
  receivedAt: instant,
  hasText: z.boolean(),
  needsOcr: z.boolean(),
  isArchived: z.boolean(),
  problems: z.array(Problem),
  /** Labels it bears, such as "TRO exhibits: C". */
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
  hash: sha256Hex,
});
export type CustodyEvent = z.infer<typeof CustodyEvent>;

/** What became of one path of an intake. */
export interface IntakeItem {
  /** The path as given on the command line; the file's name for the renderer. */
  path: string;
  status: 'added' | 'duplicate' | 'failed';
  id?: string | undefined;
  sha256?: string | undefined;
  kind?: EvidenceKind | undefined;
  pages?: number | null | undefined;
  problems: Problem[];
  children?: IntakeItem[] | undefined;
  error?: { code: string; message: string } | undefined;
  /** For a window: a token with which a failed file can be tried again, without choosing it anew. */
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
