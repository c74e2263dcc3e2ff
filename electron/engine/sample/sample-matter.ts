import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { BearingSide, ElementFields, FactFields, PinCiteFields } from '../../../shared/model/argument.ts';
import type { DocketEntryId, EvidenceId } from '../../../shared/model/common.ts';
import { courtMoment } from '../../../shared/model/court-time.ts';
import { DeadlineFields, DeadlineProof } from '../../../shared/model/deadlines.ts';
import { DocketEntryFields } from '../../../shared/model/docket.ts';
import { ExhibitSetFields } from '../../../shared/model/exhibits.ts';
import { MatterFields } from '../../../shared/model/matter.ts';
import { TriggerEvent, TroClock } from '../../../shared/model/rule-pack.ts';
import {
  NoticeEffortFields,
  TroEventDetails,
  TroEventFields,
  TroFields,
  TroItem,
} from '../../../shared/model/tro.ts';

/** Where something is shown: a docket entry by its number or key, a document by its key. */
const shownBy = { entry: z.string().optional(), document: z.string().optional() };

/** A deadline: by a rule, by the agreement, or on a date a person gave. */
const SampleDeadline = z.strictObject({
  ...shownBy,
  rule: z.string().optional(),
  /** The rule's own where left out. */
  title: DeadlineFields.shape.title.optional(),
  period: DeadlineFields.shape.period.optional(),
  contract: DeadlineFields.shape.contract.default(null),
  trigger: z.strictObject({ event: TriggerEvent, at: courtMoment, entry: z.string().optional() }),
  service: DeadlineFields.shape.service.default('none'),
  actor: DeadlineFields.shape.actor.optional(),
  owner: z.string().default(''),
  note: z.string().default(''),
  status: z.enum(['open', 'done', 'dismissed']).default('open'),
  proof: DeadlineProof.pick({ at: true, note: true }).extend(shownBy).optional(),
});
export type SampleDeadline = z.infer<typeof SampleDeadline>;

const SampleRequest = z.strictObject({
  fields: TroFields.partial(),
  notices: z.array(NoticeEffortFields.omit({ evidenceId: true }).extend({ document: shownBy.document })),
  events: z.array(
    TroEventFields.omit({ entryId: true, evidenceId: true }).extend({
      ...shownBy,
      details: TroEventDetails.partial().default({}),
    }),
  ),
  items: z.array(TroItem.omit({ entryId: true, evidenceId: true }).extend(shownBy)),
  /** What a person adds to the clocks that the events start. */
  clocks: z.partialRecord(TroClock, DeadlineFields.pick({ owner: true, note: true }).partial()),
});
export type SampleRequest = z.infer<typeof SampleRequest>;

const SampleArgument = z.strictObject({
  tests: z.array(z.enum(['winter', 'slidingScale'])),
  elements: z.array(ElementFields),
  facts: z.array(
    FactFields.omit({ bearings: true, note: true }).extend({
      /** Sides by the name of the element. */
      bears: z.record(z.string(), BearingSide),
      cites: z.array(
        z.strictObject({
          document: z.string(),
          page: z.number().int(),
          quote: z.string().default(''),
          paragraph: PinCiteFields.shape.paragraph,
        }),
      ),
    }),
  ),
});
export type SampleArgument = z.infer<typeof SampleArgument>;

const SampleMatter = z.strictObject({
  matter: MatterFields,
  pageMark: z.string(),
  caption: z.strictObject({
    court: z.array(z.string()),
    plaintiff: z.string(),
    defendant: z.string(),
    number: z.string(),
  }),
  documents: z.array(
    z.strictObject({
      key: z.string(),
      file: z.string(),
      name: z.string(),
      title: z.string(),
      custodian: z.string(),
      source: z.string(),
    }),
  ),
  docket: z.array(
    DocketEntryFields.partial().required({ text: true }).extend({
      /** Names an entry that has no number of the court's. */
      key: z.string().optional(),
      document: z.string().optional(),
    }),
  ),
  exhibitSet: ExhibitSetFields.pick({ name: true, scheme: true }).extend({
    bates: ExhibitSetFields.shape.bates,
    exhibits: z.array(z.string()),
  }),
  argument: SampleArgument,
  request: SampleRequest,
  deadlines: z.array(SampleDeadline),
});
export type SampleMatter = z.infer<typeof SampleMatter>;

/** Ids in the matter of what the sample names by number or key. */
export interface SampleIds {
  readonly documents: ReadonlyMap<string, EvidenceId>;
  readonly entries: ReadonlyMap<string, DocketEntryId>;
}

/**
 * Reads what the sample matter holds.
 *
 * @throws ZodError where the shipped file is damaged
 */
export function readSample(assetsDirectory: string): SampleMatter {
  return SampleMatter.parse(JSON.parse(readFileSync(join(assetsDirectory, 'sample', 'matter.json'), 'utf8')));
}

/** The links of something that is shown by a docket entry or a document; null where none is named. */
export function linksOf(
  { entry, document }: { readonly entry?: string | undefined; readonly document?: string | undefined },
  ids: SampleIds,
): { entryId: DocketEntryId | null; evidenceId: EvidenceId | null } {
  return {
    entryId: entry === undefined ? null : idOf(ids.entries, entry),
    evidenceId: document === undefined ? null : idOf(ids.documents, document),
  };
}

/**
 * The id of what the sample names.
 *
 * @throws Error where it holds no such thing: a fault in the shipped assets
 */
export function idOf<I>(ids: ReadonlyMap<string, I>, name: string): I {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`The sample names “${name}”, which it does not hold.`);
  return id;
}
