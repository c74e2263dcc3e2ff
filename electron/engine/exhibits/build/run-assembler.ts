import type { JobContext } from '../../handlers.ts';
import { runInWorker } from '../../jobs/worker-pool.ts';
import type { BuiltSet } from './files/built-set.ts';
import type { AssembleSetInput, AssembleSetProgress } from './tasks.ts';

const baseTimeoutMs = 600_000;
/** What a page may take at most, reading, writing and reading back. */
const pageTimeoutMs = 500;

/**
 * Assembles a set in a thread, reporting progress.
 *
 * @throws AppError EXHIBIT_SOURCE_UNREADABLE, which names all that cannot be carried; CANCELLED, DISK_FULL, FILE_UNWRITABLE
 */
export function runAssembler(
  input: Omit<AssembleSetInput, 'matter'>,
  { session, platform, signal, progress }: Pick<JobContext, 'session' | 'platform' | 'signal' | 'progress'>,
): Promise<BuiltSet> {
  const { exhibits } = input.plan;
  const pages = exhibits.reduce((sum, { item }) => sum + item.pages, 0);
  const { filePath, passphrase } = session;
  return runInWorker(
    platform,
    'exhibits.assemble',
    { ...input, matter: { filePath, passphrase } },
    {
      signal,
      timeoutMs: baseTimeoutMs + pages * pageTimeoutMs,
      onProgress: (value) => {
        const { done, total, place } = value as AssembleSetProgress;
        const { label, title } = exhibits[place]!.item;
        progress(done, total, `Exhibit ${label}: ${title}`);
      },
    },
  );
}
