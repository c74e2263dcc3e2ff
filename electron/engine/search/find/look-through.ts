import { AppError } from '../../../../shared/errors/app-error.ts';
import type { MatterSession } from '../../store/session.ts';
import type { Way } from './plan.ts';
import { scanIndex, type Found } from './scan.ts';

const newestOf = new WeakMap<MatterSession, Map<string, number>>();

/**
 * Looks through the index within a limit of processor time: a machine that is busy with other things answers later, not less.
 *
 * @param lookMs milliseconds
 * @param isNewest asked between steps, in which others are served; left out where nobody is, so that the answer comes at once
 * @throws AppError CANCELLED when a newer search of the same line came, or the matter closes
 */
export async function lookThrough(
  session: MatterSession,
  ways: readonly Way[],
  lookMs: number,
  isNewest?: () => boolean,
): Promise<Found> {
  let spentMs = 0;
  let stepAt = processorMs();
  return scanIndex(session, ways, async () => {
    spentMs += processorMs() - stepAt;
    if (spentMs > lookMs) return false;
    if (isNewest) {
      await new Promise((resolve) => setImmediate(resolve));
      if (!isNewest() || session.closing.aborted) throw new AppError('CANCELLED');
    }
    stepAt = processorMs();
    return true;
  });
}

/** Takes a place in one caller's line of searches; returns whether it is still the newest of it. */
export function enterLine(session: MatterSession, line: string | undefined): () => boolean {
  if (line === undefined) return () => true;
  let lines = newestOf.get(session);
  if (!lines) newestOf.set(session, (lines = new Map()));
  const number = (lines.get(line) ?? 0) + 1;
  lines.set(line, number);
  return () => lines.get(line) === number;
}

/** Processor time this thread has used until now, in milliseconds. */
function processorMs(): number {
  const { threadCpuUsage } = process as NodeJS.Process & { threadCpuUsage?: () => NodeJS.CpuUsage };
  // The oldest runtime the app runs on does not measure a single thread: there it is elapsed time.
  if (!threadCpuUsage) return performance.now();
  const { user, system } = threadCpuUsage();
  return (user + system) / 1000;
}
