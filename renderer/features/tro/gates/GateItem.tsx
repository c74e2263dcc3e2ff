import type { TroGate, TroItem } from '../../../../shared/model/tro.ts';
import { useEngineMutation, useMatter } from '../../../client/index.ts';
import { Checkbox, MoreMenu } from '../../../ui/index.ts';
import { ProofLinks } from '../fields/ProofLinks.tsx';
import { openTroDialog } from '../tro-dialogs.ts';
import { gateWords as words } from '../words.ts';

type Line = TroGate['items'][number];

/** A line of the checklist as the engine takes it. */
export function itemOf({ key, state, note, entryId, evidenceId }: Line): TroItem {
  return { key, state, note, entryId, evidenceId };
}

/** One line of a checklist: ticked, set aside with a reason, or open, with its note and its proof. */
export function GateItem({ item, gate }: { item: Line; gate: TroGate }) {
  const { isReadOnly } = useMatter();
  const check = useEngineMutation('tro.check', {
    undoMessage: (_request, { item: { state } }) =>
      (state === 'met' ? words.ticked : words.unticked)(item.label),
  });
  const set = (state: TroItem['state']) => check.mutate({ item: { ...itemOf(item), state } });
  const isNotNeeded = item.state === 'not_needed';
  return (
    <li className="flex items-start gap-1">
      <div className="min-w-0 grow">
        <Checkbox
          isSelected={item.state === 'met'}
          isIndeterminate={isNotNeeded}
          isDisabled={isReadOnly || check.isPending}
          onChange={(isTicked) => set(isTicked ? 'met' : 'open')}
        >
          {item.label}
          {item.cite !== '' && item.cite !== gate.cite && (
            <span className="text-sm text-ink-soft"> {item.cite}</span>
          )}
        </Checkbox>
        <div className="pl-6 text-sm text-ink-soft">
          {isNotNeeded ? (
            <p>{item.note === '' ? words.notNeeded : words.notNeededBecause(item.note)}</p>
          ) : (
            item.note !== '' && <p>{item.note}</p>
          )}
          <ProofLinks value={item} of={words.named(item.label)} />
        </div>
      </div>
      <MoreMenu
        label={words.menu(item.label)}
        items={[
          {
            id: 'details',
            label: words.details,
            isDisabled: isReadOnly,
            onAction: () => openTroDialog({ kind: 'item', item }),
          },
          isNotNeeded
            ? { id: 'open', label: words.reopen, isDisabled: isReadOnly, onAction: () => set('open') }
            : {
                id: 'notNeeded',
                label: words.markNotNeeded,
                isDisabled: isReadOnly,
                onAction: () => openTroDialog({ kind: 'item', item, isNotNeeded: true }),
              },
        ]}
        size="small"
      />
    </li>
  );
}
