import type { Exhibit, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { BuildDialog } from '../builds/BuildDialog.tsx';
import { HistoryDialog } from '../exhibits/HistoryDialog.tsx';
import { MoveDialog } from '../exhibits/MoveDialog.tsx';
import { RelabelDialog } from '../exhibits/RelabelDialog.tsx';
import { RemoveDialog } from '../exhibits/RemoveDialog.tsx';
import type { ExhibitActions } from '../exhibits/use-exhibit-actions.ts';
import { WithdrawDialog } from '../exhibits/WithdrawDialog.tsx';
import { AddEvidenceDialog } from '../insert/AddEvidenceDialog.tsx';
import { AssignDialog } from '../insert/AssignDialog.tsx';
import { ReserveDialog } from '../insert/ReserveDialog.tsx';
import { PrintDialog } from '../print/PrintDialog.tsx';
import { SealDialog } from '../sets/SealDialog.tsx';
import { useSetActions } from '../sets/use-set-actions.ts';
import type { OpenDialog } from './exhibit-menu.ts';

interface SetDialogsProps {
  readonly set: ExhibitSet;
  readonly exhibits: readonly Exhibit[];
  /** What is chosen in the list. */
  readonly selected: readonly Exhibit[];
  readonly open: OpenDialog;
  readonly actions: ExhibitActions;
  /** Told of what was added, and of labels that were kept. */
  readonly onAdded: (added: readonly Exhibit[]) => void;
  readonly onBuild: () => void;
  readonly onClose: () => void;
}

/** What stands on top of a set. */
export function SetDialogs(props: SetDialogsProps) {
  const { set, exhibits, selected, open, actions, onAdded, onBuild, onClose } = props;
  const { seal } = useSetActions();
  const closeAfter = (added: readonly Exhibit[]) => {
    onClose();
    onAdded(added);
  };
  switch (open.what) {
    case 'add':
      return (
        <AddEvidenceDialog set={set} exhibits={exhibits} {...open} onAdded={closeAfter} onClose={onClose} />
      );
    case 'reserve':
      return <ReserveDialog set={set} exhibits={exhibits} onAdded={closeAfter} onClose={onClose} />;
    case 'assign':
      return <AssignDialog exhibit={open.exhibit} exhibits={exhibits} onClose={onClose} />;
    case 'withdraw':
      return <WithdrawDialog set={set} exhibits={open.exhibits} onClose={onClose} />;
    case 'remove':
      return <RemoveDialog set={set} {...open} onClose={onClose} />;
    case 'move':
      return <MoveDialog exhibits={exhibits} moved={open.exhibits} onMove={actions.move} onClose={onClose} />;
    case 'build':
      return <BuildDialog set={set} exhibits={exhibits} onBuild={onBuild} onClose={onClose} />;
    case 'relabel':
      return <RelabelDialog set={set} onClose={onClose} />;
    case 'history':
      return <HistoryDialog set={set} onClose={onClose} />;
    case 'print':
      return <PrintDialog set={set} selected={selected} onClose={onClose} />;
    case 'seal':
      return <SealDialog set={set} exhibits={exhibits} onSeal={seal} onClose={onClose} />;
  }
}
