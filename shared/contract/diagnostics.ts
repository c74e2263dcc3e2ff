import { z } from 'zod';
import { FileRef } from '../model/common.ts';
import { appAct, appQuery } from './define.ts';

export const diagnosticsContract = {
  /** Exactly what an export would hold, for the user to read first. No document text, names or paths. */
  'diagnostics.preview': appQuery(
    z.strictObject({}),
    z.array(z.object({ file: z.string(), content: z.string() })),
  ),
  'diagnostics.export': appAct(
    z.strictObject({ target: FileRef }),
    z.object({ fileName: z.string(), sizeBytes: z.number().int() }),
    {
      errors: ['FILE_EXISTS', 'FILE_UNWRITABLE'],
    },
  ),
} as const;
