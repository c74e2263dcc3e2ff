import { z } from 'zod';
import { EvidenceId, FileRef, MatterId } from '../model/common.ts';
import { CustodyEvent, EvidenceItem, IntakeItem } from '../model/evidence.ts';
import { matterCommand, matterJob, matterQuery } from './define.ts';

export const evidenceContract = {
  /** Takes files in, byte for byte, with hash and custody. One bad file never stops the rest. */
  'evidence.add': matterJob(
    z.strictObject({
      matterId: MatterId,
      sources: z.array(FileRef).min(1).max(100_000),
      custodian: z.string().trim().max(200).default(''),
      source: z.string().trim().max(500).default(''),
      isRecursive: z.boolean().default(false),
    }),
    z.object({ items: z.array(IntakeItem) }),
    { errors: ['DISK_FULL', 'MATTER_READ_ONLY'], changes: ['evidence'] },
  ),
  'evidence.list': matterQuery(
    z.strictObject({
      matterId: MatterId,
      filter: z.string().max(500).optional(),
      sort: z.enum(['receivedAt', 'title', 'kind', 'custodian', 'pages', 'sizeBytes']).default('receivedAt'),
      isDescending: z.boolean().default(false),
      includesArchived: z.boolean().default(false),
    }),
    z.array(EvidenceItem),
  ),
  /** One item with its whole custody history. */
  'evidence.get': matterQuery(
    z.strictObject({ matterId: MatterId, id: EvidenceId }),
    EvidenceItem.extend({ custody: z.array(CustodyEvent) }),
    {
      errors: ['NOT_FOUND'],
    },
  ),
  'evidence.update': matterCommand(
    z.strictObject({
      matterId: MatterId,
      ids: z.array(EvidenceId).min(1),
      fields: z
        .strictObject({
          title: z.string().trim().min(1).max(300),
          custodian: z.string().trim().max(200),
          source: z.string().trim().max(500),
        })
        .partial(),
    }),
    z.array(EvidenceItem),
    {
      errors: ['NOT_FOUND', 'MATTER_READ_ONLY'],
      changes: ['evidence', 'docket', 'exhibits'],
      isUndoable: true,
    },
  ),
  /** Puts items out of sight, or back. Nothing is ever removed. */
  'evidence.archive': matterCommand(
    z.strictObject({ matterId: MatterId, ids: z.array(EvidenceId).min(1), isArchived: z.boolean() }),
    z.array(EvidenceItem),
    { errors: ['NOT_FOUND', 'MATTER_READ_ONLY'], changes: ['evidence'], isUndoable: true },
  ),
  /** Writes the original bytes into a folder. Never overwrites: a clashing name gets a number. */
  'evidence.export': matterJob(
    z.strictObject({ matterId: MatterId, ids: z.array(EvidenceId).min(1), target: FileRef }),
    z.object({
      files: z.array(
        z.object({ id: EvidenceId, fileName: z.string(), path: z.string().optional(), sha256: z.string() }),
      ),
    }),
    { errors: ['NOT_FOUND', 'FILE_UNWRITABLE', 'EVIDENCE_ALTERED', 'DISK_FULL'] },
  ),
} as const;
