import type { MatterFile, WorkerContext } from '../jobs/worker-thread.ts';
import { verifyChain, type ChainReport } from '../store/verify-chains.ts';

/** Walks a matter's custody record, in a worker: it has an event or more for each of a hundred thousand items. */
export function walkCustodyTask(matter: MatterFile, { openMatter }: WorkerContext): ChainReport {
  return verifyChain(openMatter(matter), 'custody_event');
}
