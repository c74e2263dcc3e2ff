import type { MemberBatch } from '../../../formats/reading.ts';
import type { JobContext } from '../../../handlers.ts';
import { runInWorker } from '../../../jobs/worker-pool.ts';
import { locationOf } from '../../content/originals.ts';
import type { KnownEvidence } from '../../evidence-repository.ts';

const timeoutMs = 60_000;
const maxMemoryMb = 1_024;

/** Reads members of an item from a place in it. */
export function readBatch(
  item: KnownEvidence,
  from: number,
  context: JobContext,
  maxBytes: number,
): Promise<MemberBatch> {
  const { kind, name } = item;
  return runInWorker(
    context.platform,
    'formats.members',
    { location: locationOf(item.contentId, context.session), kind, name, from, maxBytes },
    { timeoutMs, maxMemoryMb, limitCode: 'EVIDENCE_TOO_DEMANDING', name, signal: context.signal },
  );
}
