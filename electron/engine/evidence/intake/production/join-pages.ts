import type { ImageKind } from '../../../formats/images/index.ts';
import type { JobContext } from '../../../handlers.ts';
import { runInWorker } from '../../../jobs/worker-pool.ts';
import type { KnownEvidence } from '../../evidence-repository.ts';

const timeoutMs = 600_000;
const maxMemoryMb = 1_536;

/**
 * Makes one PDF of pictures that were produced as the pages of one document.
 *
 * @param pages pictures, in order
 * @param name what the PDF is called
 * @returns its bytes
 * @throws AppError EVIDENCE_DAMAGED, EVIDENCE_UNSUPPORTED_KIND, EVIDENCE_TOO_DEMANDING when none can be shown; CANCELLED
 */
export async function joinPages(
  pages: readonly Pick<KnownEvidence, 'contentId' | 'kind'>[],
  name: string,
  { session, platform, signal }: JobContext,
): Promise<Uint8Array> {
  const { filePath, passphrase } = session;
  const { bytes } = await runInWorker(
    platform,
    'evidence.joinPages',
    {
      matter: { filePath, passphrase },
      pages: pages.map(({ contentId, kind }) => ({ contentId, kind: kind as ImageKind })),
      name,
    },
    { timeoutMs, maxMemoryMb, limitCode: 'EVIDENCE_TOO_DEMANDING', name, signal },
  );
  return bytes;
}
