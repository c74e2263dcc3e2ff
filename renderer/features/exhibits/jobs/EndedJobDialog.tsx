import { useMatter } from '../../../client/index.ts';
import { Unasked } from '../../../ui/index.ts';
import type { ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { BuildResultDialog } from '../builds/BuildResultDialog.tsx';
import { CompareDialog } from '../builds/CompareDialog.tsx';
import { RefusedBuildDialog } from '../builds/RefusedBuildDialog.tsx';
import { AsFiledDialog } from '../filing/AsFiledDialog.tsx';
import { FilingDialog } from '../filing/FilingDialog.tsx';
import { closeEnded, useEndedJob, type EndedJob } from './ended-jobs.ts';

type GoTo = (set: ExhibitSet, label: string, page?: number) => void;

/** How a job on exhibits ended that was not yet looked at. @param onGoTo shows an exhibit, or a page of it, that a finding is about */
export function EndedJobDialog({ onGoTo }: { onGoTo: GoTo }) {
  const { id: matterId } = useMatter();
  const ended = useEndedJob(matterId);
  if (!ended) return null;
  // Of two that ended, each comes up by itself, with nothing of the one before.
  return <Unasked key={ended.id}>{dialogOf(ended.job, () => closeEnded(ended.id), onGoTo)}</Unasked>;
}

function dialogOf(job: EndedJob, onClose: () => void, onGoTo: GoTo) {
  const goTo = (set: ExhibitSet) => (label: string, page?: number) => {
    onClose();
    onGoTo(set, label, page);
  };
  switch (job.kind) {
    case 'built':
      return <BuildResultDialog {...job} onClose={onClose} onGoToLabel={goTo(job.set)} />;
    case 'refused':
      return <RefusedBuildDialog {...job} onClose={onClose} onGoToLabel={goTo(job.set)} />;
    case 'compared':
      return <CompareDialog {...job} onClose={onClose} />;
    case 'checked':
      return <FilingDialog {...job} onClose={onClose} />;
    case 'asFiled':
      return <AsFiledDialog {...job} onClose={onClose} />;
  }
}
