import type { Fact } from '../../../../shared/model/argument.ts';
import { useMatter } from '../../../client/index.ts';
import type { MenuEntry } from '../../../ui/index.ts';
import { openArgumentDialog } from '../argument-dialogs.ts';
import type { FactActions } from '../use-fact-actions.ts';
import { words } from '../words.ts';

/** What can be done with the chosen facts, for their menu and the toolbar's. */
export function useFactMenu(actions: FactActions): (facts: readonly Fact[]) => readonly MenuEntry[] {
  const { isReadOnly } = useMatter();
  return (facts) => {
    const [only] = facts.length === 1 ? facts : [];
    const cite = only?.pinCites[0];
    return [
      {
        id: 'open',
        label: words.open,
        shortcut: ['Enter'],
        isDisabled: !cite,
        onAction: () => cite && actions.open(cite),
      },
      {
        id: 'edit',
        label: words.edit,
        isDisabled: isReadOnly || !only,
        onAction: () => only && openArgumentDialog({ kind: 'editFact', fact: only }),
      },
      {
        id: 'cite',
        label: words.addCite,
        isDisabled: isReadOnly || !only,
        onAction: () => only && openArgumentDialog({ kind: 'cite', factId: only.id }),
      },
      'separator',
      {
        id: 'delete',
        label: words.delete,
        shortcut: ['Del'],
        isDisabled: isReadOnly || facts.length === 0,
        onAction: () => actions.remove(facts),
      },
    ];
  };
}
