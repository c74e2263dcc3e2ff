import { z } from 'zod';
import { FileRef, JobId } from '../model/common.ts';
import { Matter, MatterFields, MatterInfo, RecentMatter, Verification } from '../model/matter.ts';
import { appAct, appQuery, inMatter, matterAct, matterCommand, matterJob, matterQuery } from './define.ts';

export const passphrase = z
  .string()
  .min(1)
  .max(1_000)
  .refine((text) => !text.includes('\0'), 'a passphrase cannot hold the character 0');
const openErrors = [
  'MATTER_NOT_FOUND',
  'MATTER_NOT_A_MATTER',
  'MATTER_LOCKED',
  'MATTER_WRONG_PASSPHRASE',
  'MATTER_COPY_OPEN',
  'MATTER_NOT_WRITABLE',
  'MATTER_NEEDS_UPDATE',
  'MATTER_NEWER_THAN_APP',
  'MATTER_LOG_FOREIGN',
  'MATTER_MIGRATION_FAILED',
] as const;

export const matterContract = {
  /** Makes a new matter file and opens it. Never overwrites. */
  'matter.create': appAct(
    z.strictObject({
      target: FileRef,
      fields: MatterFields.partial().required({ title: true }),
      passphrase: passphrase.optional(),
    }),
    Matter,
    { errors: ['MATTER_EXISTS', 'FILE_UNWRITABLE'] },
  ),
  /** Makes the sample matter, opens it, and begins the job that fills it. */
  'matter.createSample': appAct(
    z.strictObject({ target: FileRef.optional(), isReset: z.boolean().default(false) }),
    z.object({ matter: Matter, jobId: JobId.nullable() }),
    { errors: [...openErrors, 'MATTER_EXISTS', 'FILE_UNWRITABLE'] },
  ),
  /** Opens a matter file, bringing it up to this version if it is older. */
  'matter.open': appAct(
    z.strictObject({
      source: z.union([FileRef, z.strictObject({ recentId: z.string() })]),
      passphrase: passphrase.optional(),
      isReadOnly: z.boolean().default(false),
    }),
    Matter,
    { errors: openErrors },
  ),
  'matter.listOpen': appQuery(z.strictObject({}), z.array(Matter)),
  'matter.listRecent': appQuery(z.strictObject({}), z.array(RecentMatter)),
  'matter.forgetRecent': appAct(z.strictObject({ recentId: z.string() }), z.null()),
  /** Copies a verified backup to a new matter file. Never overwrites. */
  'matter.restore': appAct(
    z.strictObject({ backup: FileRef, target: FileRef, passphrase: passphrase.optional() }),
    z.object({
      fileName: z.string(),
      path: z.string().optional(),
      sha256: z.string(),
      bytes: z.number().int(),
    }),
    { errors: [...openErrors, 'MATTER_EXISTS', 'MATTER_BACKUP_FAILED', 'FILE_UNWRITABLE'] },
  ),
  /** Leaves one file behind: no journal beside it. Running jobs are cancelled first. */
  'matter.close': matterAct(inMatter(), z.null()),
  /** Closes an encrypted matter and forgets its passphrase. */
  'matter.lock': matterAct(inMatter(), z.object({ recentId: z.string() })),
  /** Sets (`current` null), changes, or removes (`next` null) the passphrase. */
  'matter.setPassphrase': matterAct(
    inMatter({ current: passphrase.nullable(), next: passphrase.nullable() }),
    Matter,
    {
      errors: ['MATTER_WRONG_PASSPHRASE', 'MATTER_READ_ONLY'],
      changes: ['matter'],
    },
  ),
  'matter.get': matterQuery(inMatter(), MatterInfo),
  'matter.update': matterCommand(inMatter({ fields: MatterFields.partial() }), Matter, {
    errors: ['MATTER_READ_ONLY'],
    changes: ['matter'],
    isUndoable: true,
  }),
  /** Writes a consistent copy while the matter stays open, then verifies the copy. */
  'matter.backup': matterJob(
    inMatter({ target: FileRef }),
    z.object({
      fileName: z.string(),
      path: z.string().optional(),
      sha256: z.string(),
      bytes: z.number().int(),
    }),
    { errors: ['FILE_EXISTS', 'FILE_UNWRITABLE', 'MATTER_BACKUP_FAILED'] },
  ),
  /** Checks the database, rehashes every original, walks the custody and audit chains. */
  /** Works in a matter opened read-only too, but there a clean result is not remembered. */
  'matter.verify': matterJob(inMatter(), Verification),
} as const;
