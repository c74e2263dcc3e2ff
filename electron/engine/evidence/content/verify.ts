import type { JobResult } from '../../../../shared/contract/api.ts';
import { formatCount, formatShare } from '../../../../shared/domain/amounts.ts';
import { isAppError } from '../../../../shared/errors/app-error.ts';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import type { JobContext } from '../../handlers.ts';
import { runInWorker } from '../../jobs/worker-pool.ts';
import { appendCustody } from '../../store/custody.ts';
import { insertDigests } from '../evidence-repository.ts';
import { inOrder } from '../intake/receiving/in-order.ts';
import type { DigestName } from './digests.ts';
import type { Digests } from './tasks.ts';
import { chooseOriginals, locationOf, type Original } from './originals.ts';

/** Originals hashed at once: as many as there are worker threads. */
const hashedAtOnce = 2;
/** Findings written in one transaction. */
const findingsPerCommit = 100;
/** An hour is enough for a terabyte. */
const digestTimeoutMs = 3_600_000;

type VerifyReport = JobResult<'evidence.verify'>;

interface Finding {
  readonly original: Original;
  /** Null where the bytes cannot be read. */
  readonly digests: Digests | null;
}

/**
 * Hashes originals again and writes what was found into their custody. Those that came before MD5 and SHA-1 were kept get theirs.
 *
 * @param ids all originals when left out
 * @throws AppError NOT_FOUND, CANCELLED; what was found until then is written
 */
export async function verifyOriginals(
  ids: readonly EvidenceId[] | undefined,
  context: JobContext,
): Promise<VerifyReport> {
  const originals = chooseOriginals(context.session, ids);
  const report: VerifyReport = { verified: 0, bytes: 0, altered: [] };
  let findings: Finding[] = [];
  const write = () => {
    if (findings.length > 0)
      context.commit(`verify ${formatCount(findings.length, 'original')}`, () =>
        findings.forEach((finding) => writeFinding(finding, context)),
      );
    findings = [];
  };
  try {
    await digestOriginals(originals, missingDigests, context, (original, digests) => {
      findings.push({ original, digests });
      report.bytes += original.sizeBytes;
      if (isAsReceived(original, digests)) report.verified += 1;
      else report.altered.push({ id: original.id, title: original.title });
      if (findings.length >= findingsPerCommit) write();
    });
  } finally {
    write();
  }
  return report;
}

/**
 * Hashes originals again, some at once, and reports each in their order.
 *
 * @param besides digests asked for beside the SHA-256
 * @param tell given the digests of the bytes as they are now; null where they cannot be read
 * @throws AppError CANCELLED
 */
export async function digestOriginals(
  originals: readonly Original[],
  besides: (original: Original) => readonly DigestName[],
  context: JobContext,
  tell: (original: Original, digests: Digests | null) => void,
): Promise<void> {
  const total = originals.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  let bytes = 0;
  await inOrder<Original, Digests | null>(originals, {
    ahead: hashedAtOnce,
    prepare: (original) => digestOriginal(original, ['sha256', ...besides(original)], context),
    async use(digested, original, index) {
      if (digested.status === 'rejected') throw digested.reason;
      tell(original, digested.value);
      bytes += original.sizeBytes;
      context.progress(bytes, total, `${formatShare(index + 1, originals.length)}: ${original.title}`);
    },
    drop: () => Promise.resolve(),
  });
}

/** The digests an original has not got yet. */
export function missingDigests({ md5, sha1 }: Original): DigestName[] {
  return md5 === null || sha1 === null ? ['md5', 'sha1'] : [];
}

/**
 * Digests of a stored original as its bytes are now; null when they cannot be read.
 *
 * @throws AppError CANCELLED
 */
export async function digestOriginal(
  { contentId }: Original,
  names: readonly DigestName[],
  { session, platform, signal }: JobContext,
): Promise<Digests | null> {
  try {
    return await runInWorker(
      platform,
      'content.digest',
      { location: locationOf(contentId, session), names },
      { timeoutMs: digestTimeoutMs, signal },
    );
  } catch (error) {
    if (!isAppError(error, 'MATTER_DAMAGED')) throw error;
    return null;
  }
}

/** Whether an original is, by its SHA-256 and length, the bytes that came in. @param digests null where they cannot be read */
export function isAsReceived(original: Original, digests: Digests | null): boolean {
  return digests?.sha256 === original.sha256 && digests.sizeBytes === original.sizeBytes;
}

function writeFinding({ original, digests }: Finding, { session, person }: JobContext): void {
  const isUnaltered = isAsReceived(original, digests);
  appendCustody(session, {
    evidenceId: original.id,
    action: 'verified',
    person,
    details: {
      found: isUnaltered ? 'unaltered' : 'altered',
      sha256: digests?.sha256 ?? null,
      ...(!isUnaltered && { receivedAs: original.sha256 }),
    },
  });
  if (isUnaltered && digests?.md5 !== undefined && digests.sha1 !== undefined)
    insertDigests(session, original.contentId, { md5: digests.md5, sha1: digests.sha1 });
}
