import { AppError } from '../../../../shared/errors/app-error.ts';
import type { EvidenceId, JobId } from '../../../../shared/model/common.ts';
import type { EvidenceItem } from '../../../../shared/model/evidence.ts';
import type { JobContext, MatterContext } from '../../handlers.ts';
import { keepPassword } from '../../store/passwords.ts';
import { getKnown, writeReading, type KnownEvidence } from '../evidence-repository.ts';
import { inspectContent } from '../intake/receiving/inspection.ts';
import { provenanceOf } from '../intake/intake-record.ts';
import { beginUnpacking, unpack } from '../intake/receiving/unpack.ts';
import { getItems } from '../list/evidence-view.ts';
import { forgetText } from '../text/page-repository.ts';

/** Problems that a password may make go away. */
const lockedCodes: readonly string[] = [
  'EVIDENCE_ENCRYPTED',
  'EVIDENCE_ARCHIVE_LOCKED',
  'EVIDENCE_MEMBER_LOCKED',
];

/**
 * Opens a locked original with a password, which serves for as long as the matter is open: its pages are counted and its text
 * is read, and what came in an archive is taken out.
 *
 * @param isKept whether the password is written into the matter
 * @throws AppError NOT_FOUND, EVIDENCE_NOT_LOCKED, EVIDENCE_WRONG_PASSWORD, MATTER_READ_ONLY
 */
export async function unlockOriginal(
  { id, password, isKept }: { id: EvidenceId; password: string; isKept: boolean },
  context: MatterContext,
): Promise<EvidenceItem> {
  const { session } = context;
  if (session.isReadOnly) throw new AppError('MATTER_READ_ONLY');
  const item = getKnown(session, id);
  const isLocked =
    item.problems.some(({ code }) => lockedCodes.includes(code)) || (await asksForPassword(item, context));
  if (!isLocked) throw new AppError('EVIDENCE_NOT_LOCKED');
  if (item.isPartial) await unlockMembers(item, password, isKept, context);
  else await unlockPages(item, password, isKept, context);
  return getItems(session, [id])[0]!;
}

/** Whether an original that was unlocked in an earlier session does not open by itself. */
async function asksForPassword(item: KnownEvidence, context: MatterContext): Promise<boolean> {
  if (item.kind !== 'pdf') return false;
  const { problems } = await inspect(item, undefined, context);
  return problems.some(({ code }) => code === 'EVIDENCE_ENCRYPTED');
}

async function unlockPages(
  item: KnownEvidence,
  password: string,
  isKept: boolean,
  context: MatterContext,
): Promise<void> {
  const { session } = context;
  const reading = await inspect(item, password, context);
  if (reading.problems.some(({ code }) => code === 'EVIDENCE_ENCRYPTED'))
    throw new AppError('EVIDENCE_WRONG_PASSWORD');
  session.passwords.set(item.contentId, password);
  commit(context, `unlock “${item.name}”`, () => {
    writeReading(session, item.contentId, reading);
    forgetText(session, item.contentId);
    if (isKept) keepPassword(session, item.contentId, password);
  });
}

async function unlockMembers(
  item: KnownEvidence,
  password: string,
  isKept: boolean,
  context: MatterContext,
): Promise<void> {
  const { session } = context;
  const countLocked = (problems: readonly { readonly code: string }[]) =>
    problems.filter(({ code }) => code === 'EVIDENCE_MEMBER_LOCKED').length;
  session.passwords.set(item.contentId, password);
  const work = beginUnpacking({
    provenance: provenanceOf(session, item.id),
    context: asJob(context),
    gate: () => undefined,
    tell: () => undefined,
    tried: new Set(),
  });
  const problems = await unpack(item.id, 'duplicate', work, []);
  const isStillLocked = countLocked(problems) > 0 && countLocked(problems) >= countLocked(item.problems);
  if (isStillLocked) {
    session.passwords.set(item.contentId, null);
    throw new AppError('EVIDENCE_WRONG_PASSWORD');
  }
  const reading = await inspect(item, password, context);
  commit(context, `unlock “${item.name}”`, () => {
    const kept = problems.filter(({ code }) => code.startsWith('EVIDENCE_MEMBER'));
    const others = reading.problems.filter(({ code }) => !lockedCodes.includes(code));
    writeReading(session, item.contentId, { ...reading, problems: [...others, ...kept] });
    if (isKept) keepPassword(session, item.contentId, password);
  });
}

function inspect(item: KnownEvidence, password: string | undefined, { session, platform }: MatterContext) {
  const { filePath, passphrase } = session;
  return inspectContent(platform, item.kind, {
    name: item.name,
    location: { matter: { filePath, passphrase }, contentId: item.contentId },
    signal: neverAborted,
    password,
  });
}

const neverAborted = new AbortController().signal;

function commit<T>({ session, person }: MatterContext, summary: string, write: () => T): T {
  const act = { operation: 'evidence.unlock', person, isUndoable: false, summary: () => summary };
  return session.transact(act, write);
}

/** An act that does what jobs do, without being one. */
function asJob(context: MatterContext): JobContext {
  return {
    ...context,
    jobId: '' as JobId,
    signal: neverAborted,
    progress: () => undefined,
    commit: (summary, write) => commit(context, summary, write),
  };
}
