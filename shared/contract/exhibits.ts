import { z } from 'zod';
import { EvidenceId, ExhibitId, ExhibitSetId, FileRef, MatterId, instant } from '../model/common.ts';
import { BatesRange, Build, BuildResult, Exhibit, ExhibitSet, ExhibitSetFields } from '../model/exhibits.ts';
import { matterCommand, matterJob, matterQuery } from './define.ts';

const setInput = z.strictObject({ matterId: MatterId, setId: ExhibitSetId });
const edit = { changes: ['exhibits', 'evidence'], isUndoable: true } as const;
const commonErrors = ['NOT_FOUND', 'MATTER_READ_ONLY'] as const;

export const exhibitsContract = {
  'exhibits.set.create': matterCommand(
    z.strictObject({ matterId: MatterId, fields: ExhibitSetFields.partial().required({ name: true }) }),
    ExhibitSet,
    { errors: commonErrors, ...edit },
  ),
  'exhibits.set.list': matterQuery(z.strictObject({ matterId: MatterId }), z.array(ExhibitSet)),
  'exhibits.set.update': matterCommand(setInput.extend({ fields: ExhibitSetFields.partial() }), ExhibitSet, {
    errors: [...commonErrors, 'EXHIBIT_SET_SEALED'],
    ...edit,
  }),
  'exhibits.set.delete': matterCommand(setInput, z.null(), {
    errors: [...commonErrors, 'EXHIBIT_SET_SEALED'],
    ...edit,
  }),
  /** Exhibits in order, each with its planned, reserved or used Bates range. */
  'exhibits.list': matterQuery(setInput, z.array(Exhibit), { errors: ['NOT_FOUND'] }),
  /** Adds evidence at the end with the next free labels, or after a label, which leaves later labels as they are. */
  'exhibits.add': matterCommand(
    setInput.extend({ evidenceIds: z.array(EvidenceId).min(1), afterLabel: z.string().optional() }),
    z.array(Exhibit),
    { errors: [...commonErrors, 'EXHIBIT_LABEL_TAKEN'], ...edit },
  ),
  'exhibits.update': matterCommand(
    z.strictObject({
      matterId: MatterId,
      id: ExhibitId,
      fields: z
        .strictObject({ title: z.string().trim().min(1).max(300), label: z.string().trim().min(1).max(20) })
        .partial(),
    }),
    Exhibit,
    {
      errors: [...commonErrors, 'EXHIBIT_LABEL_TAKEN', 'EXHIBIT_LABEL_INVALID', 'EXHIBIT_SET_SEALED'],
      ...edit,
    },
  ),
  /** Moves exhibits to a position (from 0); labels stay with their exhibits. */
  'exhibits.move': matterCommand(
    setInput.extend({ ids: z.array(ExhibitId).min(1), position: z.number().int().min(0) }),
    z.array(Exhibit),
    {
      errors: [...commonErrors, 'EXHIBIT_SET_SEALED'],
      ...edit,
    },
  ),
  'exhibits.remove': matterCommand(setInput.extend({ ids: z.array(ExhibitId).min(1) }), z.null(), {
    errors: [...commonErrors, 'EXHIBIT_SET_SEALED'],
    ...edit,
  }),
  /** What relabelling in order would change: the was/now table. */
  'exhibits.planRelabel': matterQuery(
    setInput,
    z.array(z.object({ id: ExhibitId, title: z.string(), was: z.string(), now: z.string() })),
    {
      errors: ['NOT_FOUND'],
    },
  ),
  /** Gives labels anew in the present order. */
  'exhibits.relabel': matterCommand(setInput, z.array(Exhibit), {
    errors: [...commonErrors, 'EXHIBIT_SET_SEALED'],
    ...edit,
  }),
  /** Builds binder, one PDF an exhibit, index and manifest into a folder. Reserves the Bates numbers. */
  'exhibits.build': matterJob(setInput.extend({ target: FileRef }), BuildResult, {
    errors: [
      ...commonErrors,
      'EXHIBIT_SET_EMPTY',
      'EXHIBIT_SOURCE_UNREADABLE',
      'BATES_NUMBER_TAKEN',
      'FILE_UNWRITABLE',
      'FILE_EXISTS',
      'DISK_FULL',
    ],
    changes: ['exhibits', 'evidence'],
  }),
  'exhibits.build.list': matterQuery(setInput, z.array(Build), { errors: ['NOT_FOUND'] }),
  /** Makes the reserved numbers used, for good; later exhibits are insertions with the next free numbers. */
  'exhibits.seal': matterCommand(
    setInput,
    z.object({ sealedAt: instant, batesFirst: z.string().nullable(), batesLast: z.string().nullable() }),
    {
      errors: [...commonErrors, 'EXHIBIT_SET_EMPTY', 'EXHIBIT_SET_SEALED', 'EXHIBIT_BUILD_MISSING'],
      changes: ['exhibits', 'evidence'],
    },
  ),
  /** Every number ever given, by prefix, with the next free one. */
  'exhibits.ledger': matterQuery(
    z.strictObject({ matterId: MatterId }),
    z.array(
      z.object({
        prefix: z.string(),
        digits: z.number().int(),
        nextFree: z.string(),
        ranges: z.array(BatesRange),
      }),
    ),
  ),
} as const;
