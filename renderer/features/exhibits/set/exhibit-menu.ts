import type { EvidenceId } from '../../../../shared/model/common.ts';
import type { Exhibit, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { positionAfterStep, type MenuEntry } from '../../../ui/index.ts';
import type { ExhibitActions, LeftBehind } from '../exhibits/use-exhibit-actions.ts';
import { words } from '../words.ts';

/** The open dialog of the set: one at a time. */
export type OpenDialog =
  | { readonly what: 'add'; readonly after: Exhibit | null; readonly place: 'between' | 'sub' }
  | { readonly what: 'assign'; readonly exhibit: Exhibit }
  | { readonly what: 'withdraw'; readonly exhibits: readonly Exhibit[] }
  | ({ readonly what: 'remove'; readonly exhibits: readonly Exhibit[] } & LeftBehind)
  | { readonly what: 'move'; readonly exhibits: readonly Exhibit[] }
  | { readonly what: 'reserve' | 'build' | 'relabel' | 'history' | 'summary' | 'seal' | 'print' };

/** Asks for evidence to add at the end. */
export const addAtEnd: OpenDialog = { what: 'add', after: null, place: 'between' };

interface MenuContext {
  readonly set: ExhibitSet;
  readonly exhibits: readonly Exhibit[];
  readonly isReadOnly: boolean;
  readonly actions: ExhibitActions;
  readonly onOpen: (dialog: OpenDialog) => void;
  readonly onEdit: (exhibit: Exhibit) => void;
}

/** The items that a summary of the set is of, as the command line takes them: each once, without those that only a withdrawn exhibit shows. */
export function summarizedItems(exhibits: readonly Exhibit[]): readonly EvidenceId[] {
  return [
    ...new Set(
      exhibits.flatMap(({ evidenceId, status }) =>
        evidenceId !== null && status !== 'withdrawn' ? [evidenceId] : [],
      ),
    ),
  ];
}

/** Whether all of these may be changed, moved and taken out. */
export function canChange(
  { isReadOnly }: Pick<MenuContext, 'isReadOnly'>,
  chosen: readonly Exhibit[],
): boolean {
  return !isReadOnly && chosen.length > 0 && !chosen.some(({ isSealed }) => isSealed);
}

/** Moves exhibits one place up or down. */
export function stepExhibits(
  { exhibits, actions }: Pick<MenuContext, 'exhibits' | 'actions'>,
  chosen: readonly Exhibit[],
  by: -1 | 1,
): void {
  const ids = chosen.map(({ id }) => id);
  const position = positionAfterStep(
    exhibits.map(({ id }) => id),
    new Set(ids),
    by,
  );
  if (position !== null) actions.move(ids, position);
}

/** Everything that can be done with chosen exhibits; the same in the context menu and under “More actions”. */
export function exhibitMenu(context: MenuContext, chosen: readonly Exhibit[]): readonly MenuEntry[] {
  const { exhibits, isReadOnly, actions, onOpen, onEdit } = context;
  const [first] = chosen;
  const last = chosen.at(-1);
  const only = chosen.length === 1 ? first : undefined;
  const isChangeable = canChange(context, chosen);
  const isWithdrawn = chosen.length > 0 && chosen.every(({ status }) => status === 'withdrawn');
  return [
    {
      id: 'open',
      label: words.open,
      shortcut: ['Enter'],
      isDisabled: !only || only.evidenceId === null,
      onAction: () => only && actions.open(only),
    },
    {
      id: 'edit',
      label: words.edit,
      shortcut: ['F2'],
      isDisabled: !only || only.isSealed,
      onAction: () => only && onEdit(only),
    },
    {
      id: 'assign',
      label: only?.status === 'reserved' ? words.assign : words.replace,
      isDisabled: !only || !isChangeable || only.status === 'withdrawn',
      onAction: () => only && onOpen({ what: 'assign', exhibit: only }),
    },
    'separator',
    {
      id: 'insert',
      label: words.insertAfter(last?.label ?? '…'),
      isDisabled: !last || isReadOnly,
      onAction: () => last && onOpen({ what: 'add', after: last, place: 'between' }),
    },
    {
      id: 'sub',
      label: words.addPart(last?.label ?? '…'),
      isDisabled: !last || isReadOnly || last.parentId !== null,
      onAction: () => last && onOpen({ what: 'add', after: last, place: 'sub' }),
    },
    {
      id: 'reserve',
      label: words.reserve,
      isDisabled: isReadOnly,
      onAction: () => onOpen({ what: 'reserve' }),
    },
    'separator',
    {
      id: 'up',
      label: words.moveUp,
      shortcut: ['Alt', '↑'],
      isDisabled: !isChangeable || exhibits[0]?.id === first?.id,
      onAction: () => stepExhibits(context, chosen, -1),
    },
    {
      id: 'down',
      label: words.moveDown,
      shortcut: ['Alt', '↓'],
      isDisabled: !isChangeable || exhibits.at(-1)?.id === last?.id,
      onAction: () => stepExhibits(context, chosen, 1),
    },
    {
      id: 'moveTo',
      label: words.moveTo,
      isDisabled: !isChangeable || exhibits.length < 2,
      onAction: () => onOpen({ what: 'move', exhibits: chosen }),
    },
    'separator',
    isWithdrawn
      ? {
          id: 'reinstate',
          label: words.reinstate,
          isDisabled: isReadOnly,
          onAction: () => actions.reinstate(chosen),
        }
      : {
          id: 'withdraw',
          label: words.withdraw,
          isDisabled: isReadOnly || chosen.length === 0,
          onAction: () => onOpen({ what: 'withdraw', exhibits: chosen }),
        },
    {
      id: 'remove',
      label: words.remove,
      shortcut: ['Del'],
      isDisabled: !isChangeable,
      onAction: () => actions.remove(chosen),
    },
  ];
}
