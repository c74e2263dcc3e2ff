import { useCallback, useEffect, useState } from 'react';
import type { EvidenceId, MatterId } from '../../../../../shared/model/common.ts';
import type { StampPlan } from '../../../../../shared/model/docket.ts';
import {
  engineClient,
  showError,
  showUnlessClosed,
  useCommand,
  useEngineMutation,
  useMatter,
} from '../../../../client/index.ts';
import { onIntakeEnded, useIntake } from '../../../evidence/index.ts';
import { stampWords as words } from '../words.ts';
import { StampDialog } from './StampDialog.tsx';
import { filingsOf, sortPlans, type SortedPlans } from './stamp-plans.ts';

/** Documents one question to the engine may be about. */
const askedAtOnce = 10_000;

/**
 * Files court-stamped documents: automatically after an intake, where stamp and docket agree, and on demand. What does not fit
 * is shown for a choice, never filed in silence.
 */
export function StampedDocuments() {
  const { id: matterId, isReadOnly } = useMatter();
  /** What is looked at; `reading` while the stamps are being read on demand. */
  const [review, setReview] = useState<SortedPlans | 'reading' | null>(null);
  const { asked, shown } = useIntake();
  const file = useEngineMutation('docket.stamp.file', {
    undoMessage: (_entries, { filings }) => words.filed(filings.length),
  });
  const { mutate } = file;

  const fileAtOnce = useCallback(
    async (ids: readonly EvidenceId[]) => {
      const { clean, conflicting } = sortPlans(await planFor(matterId, await onlyPdfs(matterId, ids)));
      const filings = filingsOf(clean);
      if (filings.length > 0) mutate({ filings });
      if (conflicting.length > 0) setReview({ clean: [], conflicting });
    },
    [matterId, mutate],
  );
  useEffect(
    () =>
      onIntakeEnded((ended, ids) => {
        if (ended === matterId && !isReadOnly)
          void fileAtOnce(ids as readonly EvidenceId[]).catch(showUnlessClosed);
      }),
    [matterId, isReadOnly, fileAtOnce],
  );

  const reviewAll = async () => {
    setReview('reading');
    try {
      const plans = sortPlans(await planFor(matterId, await unfiledPdfs(matterId)));
      // Closed in the meantime, it stays closed.
      setReview((now) => (now === 'reading' ? plans : now));
    } catch (error) {
      setReview(null);
      showError(error);
    }
  };
  useCommand('docket.fileStamped', () => void reviewAll());

  // What became of an intake is read first.
  if (review === null || asked !== null || shown !== null) return null;
  return (
    <StampDialog
      plans={review === 'reading' ? null : review}
      isBusy={file.isPending}
      onClose={() => setReview(null)}
      onFile={(filings) => mutate({ filings: [...filings] }, { onSuccess: () => setReview(null) })}
    />
  );
}

async function planFor(matterId: MatterId, ids: readonly EvidenceId[]): Promise<readonly StampPlan[]> {
  const plans: StampPlan[] = [];
  for (let at = 0; at < ids.length; at += askedAtOnce) {
    const evidenceIds = ids.slice(at, at + askedAtOnce);
    plans.push(...(await engineClient['docket.stamp.plan']({ matterId, evidenceIds })));
  }
  return plans;
}

async function pdfsOf(matterId: MatterId): Promise<readonly EvidenceId[]> {
  const items = await engineClient['evidence.list']({ matterId, includesArchived: false });
  return items.filter(({ kind }) => kind === 'pdf').map(({ id }) => id);
}

async function onlyPdfs(matterId: MatterId, ids: readonly EvidenceId[]): Promise<readonly EvidenceId[]> {
  const wanted = new Set<string>(ids);
  return (await pdfsOf(matterId)).filter((id) => wanted.has(id));
}

async function unfiledPdfs(matterId: MatterId): Promise<readonly EvidenceId[]> {
  const entries = await engineClient['docket.list']({ matterId });
  const filed = new Set<string | null>(entries.map(({ evidenceId }) => evidenceId));
  return (await pdfsOf(matterId)).filter((id) => !filed.has(id));
}
