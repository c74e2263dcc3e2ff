import { createHash } from 'node:crypto';

export type DigestName = 'sha256' | 'sha1' | 'md5';

/** All digests that are kept of an original, lower-case hexadecimal. */
export type AllDigests = Readonly<Record<DigestName, string>>;

/** Digests of bytes that come piece by piece. */
export function beginDigests(): { update(bytes: Uint8Array): void; finish(): AllDigests } {
  const [sha256, sha1, md5] = [createHash('sha256'), createHash('sha1'), createHash('md5')];
  return {
    update(bytes) {
      sha256.update(bytes);
      sha1.update(bytes);
      md5.update(bytes);
    },
    finish: () => ({ sha256: sha256.digest('hex'), sha1: sha1.digest('hex'), md5: md5.digest('hex') }),
  };
}

/**
 * Digests of bytes in memory.
 *
 * @example digestsOf(Buffer.from('a note')).sha256
 */
export function digestsOf(bytes: Uint8Array): AllDigests {
  const digests = beginDigests();
  digests.update(bytes);
  return digests.finish();
}
