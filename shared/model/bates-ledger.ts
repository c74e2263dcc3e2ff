import { z } from 'zod';
import { EvidenceId } from './common.ts';
import { BatesState } from './exhibits.ts';

/** One row of the ledger: runs of consecutive pages of one item in one state. */
export const BatesRange = z.object({
  first: z.string(),
  last: z.string(),
  prefix: z.string(),
  state: BatesState,
  /** Null for numbers used elsewhere, which are in the ledger so that nothing here takes them. */
  evidenceId: EvidenceId.nullable(),
  evidenceTitle: z.string().nullable(),
  /** Exhibits of the prefix that bring any of the pages now, whatever they were called when the numbers were given; none for numbers used elsewhere. */
  exhibits: z.array(z.object({ label: z.string(), setName: z.string() })),
  /** Pages of the item; null for numbers used elsewhere and for pages in place of an exhibit. */
  firstPage: z.number().int().nullable(),
  lastPage: z.number().int().nullable(),
  /** Why it is void, or where it was used. */
  reason: z.string().nullable(),
});
export type BatesRange = z.infer<typeof BatesRange>;

/** Consecutive Bates numbers that become void; of one alone both ends are the same. */
export const VoidRange = BatesRange.pick({ first: true, last: true });
export type VoidRange = z.infer<typeof VoidRange>;

/** Numbers of one prefix: one sequence, of one party. */
export const LedgerPrefix = z.object({
  prefix: z.string(),
  suffix: z.string(),
  digits: z.number().int(),
  /** Whose numbers they are, in the user’s words; empty when nobody said. */
  party: z.string(),
  /** As printed; null once the last number there is has been given. */
  nextFree: z.string().nullable(),
  ranges: z.array(BatesRange),
});
export type LedgerPrefix = z.infer<typeof LedgerPrefix>;
