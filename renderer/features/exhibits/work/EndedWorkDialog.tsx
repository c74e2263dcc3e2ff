import { useMatter } from '../../../client/index.ts';
import { Unasked } from '../../../ui/index.ts';
import type { ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { BuildResultDialog } from '../builds/BuildResultDialog.tsx';
import { CompareDialog } from '../builds/CompareDialog.tsx';
import { RefusedBuildDialog } from '../builds/RefusedBuildDialog.tsx';
import { AsFiledDialog } from '../filing/AsFiledDialog.tsx';
import { FilingDialog } from '../filing/FilingDialog.tsx';
import { closeEnded, useEndedWork, type EndedWork } from './ended-work.ts';

type GoTo = (set: ExhibitSet, label: string, page?: number) => void;

/** How work on exhibits ended that was not yet looked at. @param onGoTo shows an exhibit, or a page of it, that a finding is about */
export function EndedWorkDialog({ onGoTo }: { onGoTo: GoTo }) {
  const { id: matterId } = useMatter();
  const ended = useEndedWork(matterId);
  if (!ended) return null;
  // Of two that ended, each comes up by itself, with nothing of the one before.
  return <Unasked key={ended.id}>{dialogOf(ended.work, () => closeEnded(ended.id), onGoTo)}</Unasked>;
}

function dialogOf(work: EndedWork, onClose: () => void, onGoTo: GoTo) {
  const goTo = (set: ExhibitSet) => (label: string, page?: number) => {
    onClose();
    onGoTo(set, label, page);
  };
  switch (work.kind) {
    case 'built':
      return <BuildResultDialog {...work} onClose={onClose} onGoToLabel={goTo(work.set)} />;
    case 'refused':
      return <RefusedBuildDialog {...work} onClose={onClose} onGoToLabel={goTo(work.set)} />;
    case 'compared':
      return <CompareDialog {...work} onClose={onClose} />;
    case 'checked':
      return <FilingDialog {...work} onClose={onClose} />;
    case 'asFiled':
      return <AsFiledDialog {...work} onClose={onClose} />;
  }
}
