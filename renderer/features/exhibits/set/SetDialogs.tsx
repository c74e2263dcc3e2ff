import type { Exhibit, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import type { Store } from '../../../ui/index.ts';
import { SummaryDialog } from '../../authenticity/index.ts';
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
import { summarizedItems, type OpenDialog } from './exhibit-menu.ts';

interface SetDialogsProps {
  /** The dialog that is open now. */
  readonly dialog: Store<OpenDialog | null>;
  readonly set: ExhibitSet;
  readonly exhibits: readonly Exhibit[];
  /** What is chosen in the list. */
  readonly selected: readonly Exhibit[];
  readonly actions: ExhibitActions;
  /** Called with what was added, reserved labels included. */
  readonly onAdded: (added: readonly Exhibit[]) => void;
  readonly onBuild: () => void;
  readonly onClose: () => void;
}

/** The dialogs of a set. */
export function SetDialogs(props: SetDialogsProps) {
  const { dialog, set, exhibits, selected, actions, onAdded, onBuild, onClose } = props;
  const open = dialog.use();
  const closeAfter = (added: readonly Exhibit[]) => {
    onClose();
    onAdded(added);
  };
  switch (open?.what) {
    case undefined:
      return null;
    case 'add':
      return (
        <AddEvidenceDialog set={set} exhibits={exhibits} {...open} onAdded={closeAfter} onClose={onClose} />
      );
    case 'reserve':
      return <ReserveDialog set={set} exhibits={exhibits} onAdded={closeAfter} onClose={onClose} />;
    case 'assign':
      return <AssignDialog exhibit={open.exhibit} onClose={onClose} />;
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
    case 'summary':
      return <SummaryDialog ids={summarizedItems(exhibits)} onClose={onClose} />;
    case 'seal':
      return (
        <SealDialog
          set={set}
          exhibits={exhibits}
          onBuild={() => dialog.set({ what: 'build' })}
          onClose={onClose}
        />
      );
  }
}
