import { useCallback, useEffect, useState } from 'react';
import { useCommand, useEngineEvents, useJobs, useMatter, useViewState } from '../../client/index.ts';
import { showToast } from '../../ui/index.ts';
import { JobsDialog } from './JobsDialog.tsx';
import { canceledSentence, foundProblems, jobsWords as words } from './words.ts';

const nothingTold = { told: [] as string[] };
const rememberedAtMost = 50;
/** A wrong passphrase is reported at its field, originals that cannot be read in a list of their own. */
const toldInPlace = new Set<string>(['MATTER_WRONG_PASSPHRASE', 'EXHIBIT_SOURCE_UNREADABLE']);
/** Work whose failure is shown by its requester, in a dialog of its own. */
const toldByAsker = new Set<string>([
  'evidence.checkRedactions',
  'evidence.proposeRedactions',
  'evidence.redact',
]);

/** Reports work that failed out of sight, was canceled, and once after a crash what it interrupted. Holds the jobs panel. */
export function JobNotices() {
  const { id: matterId } = useMatter();
  const { jobs } = useJobs();
  const [isOpen, setIsOpen] = useState(false);
  useCommand('view.jobs', () => setIsOpen(true));

  useEngineEvents(
    useCallback(
      (event) => {
        if (event.name !== 'job.progressed' || event.matterId !== matterId) return;
        const { job } = event;
        const isTold = toldByAsker.has(job.operation) || toldInPlace.has(job.error?.code ?? '');
        if (job.state === 'failed' && job.error && !isTold)
          showToast({ tone: 'error', message: job.error.message });
        const canceled = canceledSentence(job);
        if (canceled !== null) showToast({ tone: 'notice', message: canceled });
        // An automatic verification reports only when something is wrong.
        if (job.state === 'done' && foundProblems(job))
          showToast({
            tone: 'error',
            message: words.verificationFailed,
            action: { label: words.show, onAction: () => setIsOpen(true) },
          });
      },
      [matterId],
    ),
  );

  const [{ told }, remember, isLoaded] = useViewState('jobs', nothingTold);
  useEffect(() => {
    if (!isLoaded) return;
    const interrupted = jobs.filter(({ id, state }) => state === 'interrupted' && !told.includes(id));
    const [first] = interrupted;
    if (!first) return;
    remember({ told: [...interrupted.map(({ id }) => id), ...told].slice(0, rememberedAtMost) });
    showToast({
      tone: 'error',
      message: words.interrupted(first.title),
      action: { label: words.show, onAction: () => setIsOpen(true) },
    });
  }, [jobs, told, remember, isLoaded]);

  return isOpen ? <JobsDialog onClose={() => setIsOpen(false)} /> : null;
}
