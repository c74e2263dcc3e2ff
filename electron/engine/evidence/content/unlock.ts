import { AppError } from '../../../../shared/errors/app-error.ts';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import type { EvidenceItem } from '../../../../shared/model/evidence.ts';
import type { MatterContext } from '../../handlers.ts';
import { keepPassword } from '../../store/passwords.ts';
import { getKnown, writeReading, type KnownEvidence } from '../evidence-repository.ts';
import { inspectContent } from '../intake/receiving/inspection.ts';
import { getItems } from '../list/evidence-view.ts';
import { forgetFailedReading } from '../text/page-repository.ts';
import { locationOf } from './originals.ts';
import { readTextNow } from '../text/read-pending.ts';

/** Problems that a password would make go away. */
const lockedCodes: readonly string[] = [
  'EVIDENCE_ENCRYPTED',
  'EVIDENCE_ARCHIVE_LOCKED',
  'EVIDENCE_MEMBER_LOCKED',
];

/**
 * Opens a locked PDF with a password, which serves for as long as the matter is open: its pages are counted and its text
 * is read and stored, so that it is found also once the password is gone.
 *
 * @param isKept whether the password is written into the matter
 * @throws AppError NOT_FOUND, EVIDENCE_NOT_LOCKED, EVIDENCE_WRONG_PASSWORD, EVIDENCE_UNLOCK_UNSUPPORTED, MATTER_READ_ONLY
 */
export async function unlockOriginal(
  { id, password, isKept }: { id: EvidenceId; password: string; isKept: boolean },
  context: MatterContext,
): Promise<EvidenceItem> {
  const { session } = context;
  if (session.isReadOnly) throw new AppError('MATTER_READ_ONLY');
  const item = getKnown(session, id);
  // What an earlier session unlocked may not open without a password, whatever is recorded of it.
  if (!isLocked(item) && !isLocked(await inspect(item, undefined, context)))
    throw new AppError('EVIDENCE_NOT_LOCKED');
  if (item.kind !== 'pdf') throw new AppError('EVIDENCE_UNLOCK_UNSUPPORTED', { name: item.name });
  const reading = await inspect(item, password, context);
  if (isLocked(reading)) throw new AppError('EVIDENCE_WRONG_PASSWORD');
  session.passwords.set(item.contentId, password);
  const act = {
    operation: 'evidence.unlock',
    person: context.person,
    isUndoable: false,
    summary: () => `unlock “${item.name}”`,
  };
  session.transact(act, () => {
    writeReading(session, item.contentId, reading);
    forgetFailedReading(session, item.contentId);
    if (isKept) keepPassword(session, item.contentId, password);
  });
  await readTextNow(item.contentId, context);
  return getItems(session, [id])[0]!;
}

function isLocked({ problems }: { readonly problems: readonly { readonly code: string }[] }): boolean {
  return problems.some(({ code }) => lockedCodes.includes(code));
}

function inspect(item: KnownEvidence, password: string | undefined, { session, platform }: MatterContext) {
  return inspectContent(platform, item.kind, {
    name: item.name,
    location: locationOf(item.contentId, session),
    signal: session.closing,
    password,
  });
}
