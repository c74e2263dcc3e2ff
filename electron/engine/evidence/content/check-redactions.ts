import type { JobResult } from '../../../../shared/contract/api.ts';
import { formatCount, formatNumber, formatShare } from '../../../../shared/domain/amounts.ts';
import { isAppError } from '../../../../shared/errors/app-error.ts';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import type { JobContext } from '../../handlers.ts';
import { poolThreads, runInWorker } from '../../jobs/worker-pool.ts';
import type { PageProgress } from '../../pdf/index.ts';
import { passwordOf } from '../../store/passwords.ts';
import { inOrder } from '../intake/receiving/in-order.ts';
import { chooseOriginals, locationOf, type Original } from './originals.ts';

/** What one page may take, in milliseconds. */
const pageTimeoutMs = 60_000;

type CheckedItem = JobResult<'evidence.checkRedactions'>['items'][number];

/**
 * Looks for failed redactions in originals that are PDFs, on all of their pages, scans too. What cannot be read has its problem; the
 * rest goes on.
 *
 * @param ids all originals when left out
 * @throws AppError NOT_FOUND, CANCELLED
 */
export async function checkRedactions(
  ids: readonly EvidenceId[] | undefined,
  context: JobContext,
): Promise<{ items: CheckedItem[] }> {
  const originals = chooseOriginals(context.session, ids).filter(({ kind }) => kind === 'pdf');
  const items: CheckedItem[] = [];
  /** For each unfinished file, the share of its pages that was looked at. */
  const shares = new Map<EvidenceId, number>();
  const tell = (note: string) => {
    const begun = [...shares.values()].reduce((sum, share) => sum + share, 0);
    context.progress(items.length + begun, originals.length, note);
  };
  await inOrder<Original, CheckedItem>(originals, {
    ahead: poolThreads,
    prepare: (original) =>
      checkOne(original, context, ({ pages, of }) => {
        shares.set(original.id, pages / of);
        tell(`Page ${formatShare(pages, of)}: ${original.title}`);
      }),
    async use(checked, { id, title }) {
      if (checked.status === 'rejected') throw checked.reason;
      items.push(checked.value);
      shares.delete(id);
      tell(`${formatNumber(items.length)} of ${formatCount(originals.length, 'PDF')}: ${title}`);
    },
    drop: () => Promise.resolve(),
  });
  return { items };
}

async function checkOne(
  { id, contentId, title }: Original,
  { session, platform, signal }: JobContext,
  onPage: (progress: PageProgress) => void,
): Promise<CheckedItem> {
  const location = locationOf(contentId, session);
  const password = passwordOf(session, contentId);
  try {
    const limits = {
      timeoutMs: pageTimeoutMs,
      isTimePerStep: true,
      name: title,
      signal,
      onProgress: (progress: unknown) => onPage(progress as PageProgress),
    };
    const checked = await runInWorker(
      platform,
      'pdf.checkRedactions',
      { location, name: title, password },
      limits,
    );
    return { id, title, ...checked };
  } catch (error) {
    if (!isAppError(error) || signal.aborted) throw error;
    const { code, message } = error;
    return { id, title, pages: null, findings: [], problems: [{ code, message }] };
  }
}
