import { createHash } from 'node:crypto';
import type { WorkerContext } from '../../jobs/worker-thread.ts';
import { holdsName } from '../../pdf/objects/index.ts';
import { withSource, type SourceLocation } from '../../pdf/pdf-source.ts';
import { beginDigests, type AllDigests, type DigestName } from './digests.ts';
import { awaitBatch, type HashRing } from '../intake/receiving/hash-ring.ts';

/** Lower-case hexadecimal; only those asked for. */
export type Digests = Readonly<Partial<Record<DigestName, string>>> & { readonly sizeBytes: number };

const blockBytes = 1024 * 1024;

/**
 * Digests of an original, in a worker, one block in memory at a time.
 *
 * @throws the source's errors (file system, matter) only
 * @example runInWorker(platform, 'content.digest', { location, names: ['md5', 'sha1'] })
 */
export async function digestTask(
  { location, names }: { readonly location: SourceLocation; readonly names: readonly DigestName[] },
  { openMatter }: WorkerContext,
): Promise<Digests> {
  return withSource(location, openMatter, (source) => {
    const hashes = names.map((name) => [name, createHash(name)] as const);
    const block = Buffer.allocUnsafeSlow(Math.min(blockBytes, Math.max(1, source.sizeBytes)));
    let position = 0;
    for (let read = 1; read > 0 && position < source.sizeBytes; position += read) {
      read = source.readAt(position, block);
      for (const [, hash] of hashes) hash.update(block.subarray(0, read));
    }
    const digests = Object.fromEntries(hashes.map(([name, hash]) => [name, hash.digest('hex')]));
    return { ...digests, sizeBytes: position };
  });
}

/** What a thread saw in bytes that passed by. */
export interface SeenBytes {
  readonly digests: AllDigests;
  /** Whether the mark that was asked for stands in them. */
  readonly hasMark: boolean;
}

/**
 * Digests of bytes that another thread has in hand, in a worker: batch after batch, as they are filled, telling after each
 * how many are hashed, until that thread says the end.
 *
 * @param mark PDF name to look for besides, without its slash
 */
export function hashStreamTask(
  { ring, mark }: { readonly ring: HashRing; readonly mark?: string | undefined },
  { progress }: WorkerContext,
): SeenBytes {
  const digests = beginDigests();
  const search = mark === undefined ? null : beginSearch(mark);
  for (let batch = 0; ; batch++) {
    const bytes = awaitBatch(ring, batch);
    if (bytes === null) return { digests: digests.finish(), hasMark: search?.isFound() ?? false };
    digests.update(bytes);
    search?.update(bytes);
    progress(batch + 1);
  }
}

/** Looks for a PDF name in bytes that come piece by piece; it may begin in one and end in the next. */
function beginSearch(mark: string): { update(bytes: Buffer): void; isFound(): boolean } {
  // Each letter may be written with three bytes.
  const overlap = 3 * mark.length;
  let isFound = false;
  let tail = Buffer.alloc(0);
  return {
    isFound: () => isFound,
    update(bytes) {
      if (isFound) return;
      const seam = Buffer.concat([tail, bytes.subarray(0, overlap)]);
      isFound = holdsName(seam, mark) || holdsName(bytes, mark);
      // Copied: the bytes are overwritten once they are said to be hashed. A short piece leaves a part of the tail before it.
      tail = Buffer.concat([tail, bytes.subarray(-overlap)]).subarray(-overlap);
    },
  };
}
