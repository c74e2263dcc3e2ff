import type { Problem } from '../../../../../shared/model/common.ts';
import type { JobContext } from '../../../handlers.ts';
import { runInWorker } from '../../../jobs/worker-pool.ts';
import type { KnownEvidence } from '../../evidence-repository.ts';

const timeoutMs = 600_000;
const maxMemoryMb = 1_536;

/** A file of pages; `only` some of them, from 1, or null for all. */
export type PagesToJoin = Pick<KnownEvidence, 'contentId' | 'kind' | 'sha256'> & {
  readonly only: readonly number[] | null;
};

/** A PDF of several files. */
export interface JoinedPages {
  readonly bytes: Uint8Array;
  /** Pages that could not be shown, or only in part. */
  readonly problems: readonly Problem[];
}

/**
 * Makes one PDF of pictures and PDFs that were produced as the pages of one document.
 *
 * @param pages in order
 * @param name what the PDF is called
 * @throws AppError EVIDENCE_DAMAGED, EVIDENCE_UNSUPPORTED_KIND, EVIDENCE_TOO_DEMANDING when none can be shown, or a PDF cannot be read; CANCELLED
 */
export async function joinPages(
  pages: readonly PagesToJoin[],
  name: string,
  { session, platform, signal }: JobContext,
): Promise<JoinedPages> {
  const { filePath, passphrase } = session;
  return runInWorker(
    platform,
    'evidence.joinPages',
    {
      matter: { filePath, passphrase },
      pages: pages.map(({ contentId, kind, sha256, only }) => ({ contentId, kind, sha256, only })),
      name,
    },
    { timeoutMs, maxMemoryMb, limitCode: 'EVIDENCE_TOO_DEMANDING', name, signal },
  );
}
