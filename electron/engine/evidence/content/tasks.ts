import { createHash } from 'node:crypto';
import type { WorkerContext } from '../../jobs/worker-thread.ts';
import { withSource, type SourceLocation } from '../../pdf/pdf-source.ts';

export type DigestName = 'sha256' | 'sha1' | 'md5';

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
