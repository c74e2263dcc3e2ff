import { z } from 'zod';
import { mostItemsInPaper } from '../domain/authenticity/most-items.ts';
import { CertificateRule, Certifier } from '../model/authenticity.ts';
import { EvidenceId, FileRef, MatterId, sha256Hex } from '../model/common.ts';
import { matterJob } from './define.ts';

const ids = z.array(EvidenceId).min(1).max(mostItemsInPaper);
const written = {
  fileName: z.string(),
  path: z.string().optional(),
  pages: z.number().int(),
  sha256: sha256Hex,
};

/** Papers that show where evidence came from, and that it is what came in. None of them writes into the matter. */
export const authenticityContract = {
  /**
   * Writes the custody report of items as a PDF: what each is, how it came, every custody event with its hash, its original hashed
   * and the custody record walked anew. Where something is wrong, the report is written all the same and says so.
   */
  'authenticity.custody': matterJob(
    z.strictObject({ matterId: MatterId, ids, target: FileRef }),
    z.object({
      ...written,
      /** Items whose original is not what came in, or cannot be shown to be. */
      altered: z.array(z.object({ id: EvidenceId, title: z.string() })),
      /** Whether every event of the matter's custody record was as it was written. */
      isCustodyWhole: z.boolean(),
    }),
    { errors: ['NOT_FOUND', 'FILE_EXISTS', 'FILE_UNWRITABLE'] },
  ),
  /**
   * Drafts the certification of a qualified person that items are what they are said to be, as a PDF to be read, corrected and
   * signed. Of an item that is not as it came in none is written.
   */
  'authenticity.certificate': matterJob(
    z.strictObject({
      matterId: MatterId,
      ids,
      rule: CertificateRule,
      certifier: Certifier.default({ name: '', title: '', organization: '', isAbroad: false }),
      target: FileRef,
    }),
    z.object({
      ...written,
      /** What the draft leaves blank, in sentences. */
      missing: z.array(z.string()),
    }),
    {
      errors: [
        'NOT_FOUND',
        'AUTHENTICITY_NOT_CERTIFIED',
        'MATTER_CHAIN_BROKEN',
        'FILE_EXISTS',
        'FILE_UNWRITABLE',
      ],
    },
  ),
} as const;
