import { z } from 'zod';
import { DocketEntryId, EvidenceId, MatterId } from '../model/common.ts';
import { DocketEntry, DocketEntryFields } from '../model/docket.ts';
import { matterCommand, matterQuery } from './define.ts';

const newEntry = DocketEntryFields.partial()
  .required({ text: true })
  .extend({ evidenceId: EvidenceId.nullable().optional() });

export const docketContract = {
  /** Entries in docket order (number, then attachment; text-only entries by date), or as asked. */
  'docket.list': matterQuery(
    z.strictObject({
      matterId: MatterId,
      /** Words that must all occur in number, text or filer. */
      filter: z.string().max(500).optional(),
      sort: z.enum(['docket', 'filedOn', 'enteredOn', 'filer', 'text']).default('docket'),
      isDescending: z.boolean().default(false),
    }),
    z.array(DocketEntry),
  ),
  'docket.add': matterCommand(
    z.strictObject({ matterId: MatterId, entries: z.array(newEntry).min(1).max(10_000) }),
    z.array(DocketEntry),
    {
      errors: ['DOCKET_NUMBER_TAKEN', 'DOCKET_ATTACHMENT_WITHOUT_ENTRY', 'NOT_FOUND', 'MATTER_READ_ONLY'],
      changes: ['docket', 'evidence'],
      isUndoable: true,
    },
  ),
  'docket.update': matterCommand(
    z.strictObject({ matterId: MatterId, id: DocketEntryId, fields: DocketEntryFields.partial() }),
    DocketEntry,
    {
      errors: ['DOCKET_NUMBER_TAKEN', 'DOCKET_ATTACHMENT_WITHOUT_ENTRY', 'NOT_FOUND', 'MATTER_READ_ONLY'],
      changes: ['docket', 'evidence'],
      isUndoable: true,
    },
  ),
  /** Deletes entries; a lead document takes its attachment rows with it. Linked evidence stays. */
  'docket.delete': matterCommand(
    z.strictObject({ matterId: MatterId, ids: z.array(DocketEntryId).min(1) }),
    z.object({ deleted: z.number().int() }),
    {
      errors: ['NOT_FOUND', 'MATTER_READ_ONLY'],
      changes: ['docket', 'evidence'],
      isUndoable: true,
    },
  ),
  /** Links an entry to the evidence item that is its document, or unlinks it (null). */
  'docket.link': matterCommand(
    z.strictObject({ matterId: MatterId, id: DocketEntryId, evidenceId: EvidenceId.nullable() }),
    DocketEntry,
    {
      errors: ['NOT_FOUND', 'MATTER_READ_ONLY'],
      changes: ['docket', 'evidence'],
      isUndoable: true,
    },
  ),
} as const;
