import {
  judgeCustody,
  judgeOriginal,
  type Finding,
  type HashedOriginal,
  type WalkedCustody,
} from '../../../shared/domain/authenticity/index.ts';
import type { EvidenceId } from '../../../shared/model/common.ts';
import type { CustodyEvent } from '../../../shared/model/evidence.ts';
import { chooseOriginals, digestOriginals, readCustody, type Original } from '../evidence/index.ts';
import type { JobContext } from '../handlers.ts';
import { runInWorker } from '../jobs/worker-pool.ts';
import { alteredRecords } from '../matter/index.ts';

/** A walk over two hundred thousand events takes seconds. */
const walkTimeoutMs = 600_000;

export interface CheckedOriginal extends HashedOriginal {
  readonly original: Original;
  readonly custody: readonly CustodyEvent[];
  /** About its bytes. */
  readonly finding: Finding;
  /** What in its name and its origin differs from what custody says, in words; null where nothing does. */
  readonly altered: string | null;
}

export interface CheckedOriginals {
  /** In the order asked for, each once. */
  readonly items: readonly CheckedOriginal[];
  readonly walk: WalkedCustody;
  readonly custody: Finding;
  /** When all of it was done. */
  readonly at: string;
}

/**
 * Hashes originals again, by every digest that is kept, compares what the items are called and where they came from with their custody,
 * and walks the whole custody record of the matter. What is wrong is found, not thrown, and nothing is written.
 *
 * @param timezone the court's
 * @throws AppError NOT_FOUND, CANCELLED
 */
export async function checkOriginals(
  ids: readonly EvidenceId[],
  timezone: string,
  context: JobContext,
): Promise<CheckedOriginals> {
  const { session, platform, signal } = context;
  const originals = chooseOriginals(session, ids);
  const hashed: Pick<CheckedOriginal, 'original' | 'kept' | 'now'>[] = [];
  await digestOriginals(
    originals,
    () => ['sha1', 'md5'],
    context,
    (original, now) => hashed.push({ original, kept: original, now }),
  );
  const { filePath, passphrase } = session;
  const limits = { timeoutMs: walkTimeoutMs, signal };
  const walk = await runInWorker(platform, 'authenticity.walkCustody', { filePath, passphrase }, limits);
  const at = platform.now();
  const custody = readCustody(session, ids);
  const altered = new Map(alteredRecords(session.db, ids).map(({ id, what }) => [id, what]));
  return {
    items: hashed.map((one) => {
      const events = custody.get(one.original.id) ?? [];
      return {
        ...one,
        custody: events,
        finding: judgeOriginal({ ...one, custody: events }, at, timezone),
        altered: altered.get(one.original.id) ?? null,
      };
    }),
    walk,
    custody: judgeCustody(walk, at, timezone),
    at,
  };
}
