import type { NoteRow } from '../../../../shared/model/notes.ts';
import { useCanComment, useSingleKey } from '../../../client/index.ts';
import type { MenuEntry } from '../../../ui/index.ts';
import type { NoteActions } from '../use-note-actions.ts';
import { words } from '../words.ts';
import { colorMenu, workProductMenu } from './SelectionBar.tsx';

interface NoteMenu {
  readonly actions: NoteActions;
  readonly onOpen: (note: NoteRow) => void;
  readonly onExport: (notes: readonly NoteRow[]) => void;
  readonly onEditTags: () => void;
}

/** Everything that can be done with notes, for the menu of a row and of the toolbar. */
export function useNoteMenu(menu: NoteMenu): (notes: readonly NoteRow[]) => readonly MenuEntry[] {
  const canComment = useCanComment();
  const singleKey = useSingleKey();
  const { actions, onOpen, onExport, onEditTags } = menu;
  return (notes) => {
    const [first] = notes;
    const isNone = notes.length === 0;
    const always: readonly MenuEntry[] = [
      {
        id: 'open',
        label: words.open,
        shortcut: ['Enter'],
        isDisabled: notes.length !== 1,
        onAction: () => first && onOpen(first),
      },
      { id: 'export', label: words.exportChosen, isDisabled: isNone, onAction: () => onExport(notes) },
    ];
    if (!canComment) return always;
    return [
      ...always,
      'separator',
      {
        id: 'tags',
        label: words.editTags,
        shortcut: singleKey('T'),
        isDisabled: isNone,
        onAction: onEditTags,
      },
      ...workProductMenu(notes, actions),
      'separator',
      ...colorMenu(notes, actions),
      'separator',
      {
        id: 'delete',
        label: words.delete,
        shortcut: ['Del'],
        isDisabled: isNone,
        onAction: () => actions.remove(notes),
      },
    ];
  };
}
