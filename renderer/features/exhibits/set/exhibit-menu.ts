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

/**
 * An entry of a menu, grayed where there is nothing that it could be done to.
 *
 * @param on what it is done to
 */
export function menuEntry<T>(
  label: string,
  on: T | false | null | undefined,
  act: (on: T) => void,
  shortcut?: readonly string[],
): MenuEntry {
  const canAct = on !== false && on !== null && on !== undefined;
  return {
    id: label,
    label,
    isDisabled: !canAct,
    onAction: () => canAct && act(on),
    ...(shortcut && { shortcut }),
  };
}

/** Everything that can be done with chosen exhibits; the same in the context menu and under “More actions”. */
export function exhibitMenu(context: MenuContext, chosen: readonly Exhibit[]): readonly MenuEntry[] {
  const { exhibits, isReadOnly, actions, onOpen, onEdit } = context;
  const [first] = chosen;
  const last = chosen.at(-1);
  const only = chosen.length === 1 && first;
  const changeable = canChange(context, chosen) && chosen;
  const isWithdrawn = chosen.length > 0 && chosen.every(({ status }) => status === 'withdrawn');
  const isReserved = only && only.status === 'reserved';
  return [
    menuEntry(words.open, only && only.evidenceId !== null && only, actions.open, ['Enter']),
    menuEntry(words.edit, only && !only.isSealed && only, onEdit, ['F2']),
    menuEntry(
      isReserved ? words.assign : words.replace,
      only && changeable && !isWithdrawn && only,
      (exhibit) => onOpen({ what: 'assign', exhibit }),
    ),
    'separator',
    menuEntry(words.insertAfter(last?.label ?? '…'), !isReadOnly && last, (after) =>
      onOpen({ what: 'add', after, place: 'between' }),
    ),
    menuEntry(words.addPart(last?.label ?? '…'), !isReadOnly && last?.parentId === null && last, (after) =>
      onOpen({ what: 'add', after, place: 'sub' }),
    ),
    menuEntry(words.reserve, !isReadOnly, () => onOpen({ what: 'reserve' })),
    'separator',
    menuEntry(
      words.moveUp,
      exhibits[0]?.id !== first?.id && changeable,
      (them) => stepExhibits(context, them, -1),
      ['Alt', '↑'],
    ),
    menuEntry(
      words.moveDown,
      exhibits.at(-1)?.id !== last?.id && changeable,
      (them) => stepExhibits(context, them, 1),
      ['Alt', '↓'],
    ),
    menuEntry(words.moveTo, exhibits.length > 1 && changeable, (them) =>
      onOpen({ what: 'move', exhibits: them }),
    ),
    'separator',
    isWithdrawn
      ? menuEntry(words.reinstate, !isReadOnly && chosen, actions.reinstate)
      : menuEntry(words.withdraw, !isReadOnly && chosen.length > 0 && chosen, (them) =>
          onOpen({ what: 'withdraw', exhibits: them }),
        ),
    menuEntry(words.remove, changeable, actions.remove, ['Del']),
  ];
}
