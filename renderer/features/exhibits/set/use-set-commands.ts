import type { Exhibit, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { useCommand, useMatter } from '../../../client/index.ts';
import { checkAsFiled, checkFiling } from '../jobs/start-jobs.ts';
import { words } from '../words.ts';
import { addAtEnd, canChange, summarizedItems, type OpenDialog } from './exhibit-menu.ts';

interface SetCommands {
  readonly set: ExhibitSet;
  readonly exhibits: readonly Exhibit[];
  /** What is chosen in the list. */
  readonly selected: readonly Exhibit[];
  readonly onOpen: (dialog: OpenDialog) => void;
  readonly onCheckBrief: () => void;
}

/** What the menu, keys and the palette can do with a set while it is open. */
export function useSetCommands({ set, exhibits, selected, onOpen, onCheckBrief }: SetCommands): void {
  const { id: matterId, isReadOnly } = useMatter();
  const hasExhibits = exhibits.length > 0;
  const print = () => onOpen({ what: 'print' });
  useCommand('exhibits.build', () => onOpen({ what: 'build' }), { isEnabled: hasExhibits });
  useCommand('exhibits.addEvidence', () => onOpen(addAtEnd));
  useCommand('exhibits.reserve', () => onOpen({ what: 'reserve' }));
  useCommand('exhibits.moveTo', () => onOpen({ what: 'move', exhibits: selected }), {
    isEnabled: canChange({ isReadOnly }, selected) && exhibits.length > 1,
    whyNotNow: selected.length > 0 && exhibits.length > 1 ? words.sealedStay : undefined,
  });
  useCommand('exhibits.withdraw', () => onOpen({ what: 'withdraw', exhibits: selected }), {
    isEnabled: selected.length > 0,
  });
  useCommand('exhibits.relabel', () => onOpen({ what: 'relabel' }), {
    isEnabled: set.sealedAt === null && hasExhibits,
    whyNotNow: set.sealedAt === null ? undefined : words.sealedLabels,
  });
  useCommand('exhibits.history', () => onOpen({ what: 'history' }));
  useCommand('exhibits.seal', () => onOpen({ what: 'seal' }), {
    isEnabled: exhibits.some(({ isSealed }) => !isSealed),
    whyNotNow: hasExhibits ? words.allSealed : undefined,
  });
  useCommand('exhibits.print', print, { isEnabled: hasExhibits });
  useCommand('reader.print', print, { isEnabled: hasExhibits });
  useCommand('exhibits.checkBrief', onCheckBrief);
  useCommand('exhibits.summary', () => onOpen({ what: 'summary' }), {
    isEnabled: summarizedItems(exhibits).length > 0,
  });
  useCommand('exhibits.checkFiling', () => void checkFiling(matterId, set), {
    isEnabled: set.lastBuiltAt !== null,
  });
  useCommand('exhibits.checkAsFiled', () => void checkAsFiled(matterId, set), {
    isEnabled: set.lastBuiltAt !== null,
  });
}
