import type { MemberBatch } from '../../../formats/reading.ts';
import type { JobContext } from '../../../handlers.ts';
import { runInWorker } from '../../../jobs/worker-pool.ts';
import type { SourceLocation } from '../../../pdf/index.ts';
import type { KnownEvidence } from '../../evidence-repository.ts';

const timeoutMs = 60_000;
const maxMemoryMb = 1_024;

/** Where a worker finds an item's original. */
export function locationOf({ contentId }: KnownEvidence, { session }: JobContext): SourceLocation {
  const { filePath, passphrase } = session;
  return { matter: { filePath, passphrase }, contentId };
}

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
    { location: locationOf(item, context), kind, name, from, maxBytes },
    {
      timeoutMs,
      maxMemoryMb,
      limitCode: 'EVIDENCE_TOO_DEMANDING',
      name,
      signal: context.signal,
    },
  );
}
