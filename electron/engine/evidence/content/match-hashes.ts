import type { JobResult } from '../../../../shared/contract/api.ts';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../../../shared/errors/app-error.ts';
import {
  parseHashList,
  type HashList,
  type ListedHash,
} from '../../../../shared/domain/evidence/hash-list.ts';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import { decodeText } from '../../formats/files/text/encoding.ts';
import type { JobContext } from '../../handlers.ts';
import { isToReadOnly } from '../../store/review-copies.ts';
import { insertDigests } from '../evidence-repository.ts';
import { listOriginals, type Original } from './originals.ts';
import { digestOriginal, isAsReceived, missingDigests } from './verify.ts';

/** A list of a million files has a hundred bytes for each. */
const maxListBytes = 128 * 1024 * 1024;

type MatchReport = JobResult<'evidence.matchHashes'>;

/**
 * Compares somebody's list of hashes with the originals. Where the list has MD5 or SHA-1, those that are not known of an
 * original yet are computed first.
 *
 * @throws AppError EVIDENCE_HASH_LIST_UNREADABLE, FILE_NOT_FOUND, FILE_UNREADABLE, CANCELLED
 */
export async function matchHashes(path: string, context: JobContext): Promise<MatchReport> {
  const { hashes, unread } = await readHashList(path);
  let originals = listOriginals(context.session);
  if (hashes.some(({ algorithm }) => algorithm !== 'sha256'))
    originals = await withDigests(originals, context);
  const index = new Map<string, Original>();
  for (const original of originals)
    for (const hash of [original.sha256, original.sha1, original.md5])
      if (hash !== null) index.set(hash, original);
  const seen = new Set<string>();
  const report: MatchReport = {
    listed: hashes.length,
    matched: [],
    missing: [],
    unlisted: [],
    unread: [...unread],
  };
  for (const listed of hashes) {
    const row = rowOf(listed);
    const original = index.get(listed.hash);
    if (original) {
      seen.add(original.id);
      report.matched.push({ ...row, evidenceId: original.id as EvidenceId });
    } else report.missing.push(row);
  }
  report.unlisted = originals.filter(({ id }) => !seen.has(id)).map(({ id }) => id as EvidenceId);
  return report;
}

function rowOf({ line, hash, name }: ListedHash): { line: number; hash: string; name: string } {
  return { line, hash, name };
}

async function readHashList(path: string): Promise<HashList> {
  const name = basename(path);
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size > maxListBytes) throw new AppError('EVIDENCE_HASH_LIST_UNREADABLE', { name });
    const list = parseHashList(decodeText(await file.readFile()));
    if (list.hashes.length === 0) throw new AppError('EVIDENCE_HASH_LIST_UNREADABLE', { name });
    return list;
  } finally {
    await file.close();
  }
}

/** The originals with their MD5 and SHA-1; what is computed is kept where the matter is open to write. */
async function withDigests(originals: readonly Original[], context: JobContext): Promise<Original[]> {
  const { session } = context;
  const complete: Original[] = [];
  for (const [index, original] of originals.entries()) {
    const missing = missingDigests(original);
    if (missing.length === 0) {
      complete.push(original);
      continue;
    }
    context.progress(index, originals.length, `Hashing ${original.title}`);
    const digests = await digestOriginal(original, ['sha256', ...missing], context);
    // No digests are known of bytes that are no longer those that came in: `evidence.verify` reports them.
    if (!isAsReceived(original, digests) || digests?.md5 === undefined || digests.sha1 === undefined) {
      complete.push(original);
      continue;
    }
    const { md5, sha1 } = digests;
    if (!isToReadOnly(session))
      context.commit('note digests of an original', () =>
        insertDigests(session, original.contentId, { md5, sha1 }),
      );
    complete.push({ ...original, md5, sha1 });
  }
  return complete;
}
