import { Briefcase, Palette, Tags, Trash2 } from 'lucide-react';
import { colorWords } from '../../../../shared/domain/evidence/color-words.ts';
import type { NoteRow } from '../../../../shared/model/notes.ts';
import { Button, MenuButton, SelectionStrip, type MenuEntry } from '../../../ui/index.ts';
import { TagDot } from '../../evidence/index.ts';
import { colorChoices } from '../marks/mark-colors.ts';
import type { NoteActions } from '../use-note-actions.ts';
import { words } from '../words.ts';

interface SelectionBarProps {
  readonly notes: readonly NoteRow[];
  readonly actions: NoteActions;
  readonly onEditTags: () => void;
  readonly onClear: () => void;
}

/**
 * What can be changed of all selected notes at once, each as one step. It is shown with none selected too: nothing moves when
 * a row is.
 */
export function SelectionBar({ notes, actions, onEditTags, onClear }: SelectionBarProps) {
  const isNone = notes.length === 0;
  return (
    <SelectionStrip
      label={words.selection}
      count={notes.length}
      summary={isNone ? words.noneSelected : words.selected(notes.length)}
      clearLabel={words.clearSelection}
      onClear={onClear}
    >
      <Button
        size="small"
        foldsBelow="xl"
        icon={<Tags aria-hidden />}
        isDisabled={isNone}
        onPress={onEditTags}
      >
        {words.tagsShort}
      </Button>
      <MenuButton label={words.color} items={colorMenu(notes, actions)}>
        <Button size="small" foldsBelow="xl" icon={<Palette aria-hidden />} isDisabled={isNone}>
          {words.color}
        </Button>
      </MenuButton>
      <MenuButton label={words.workProduct} items={workProductMenu(notes, actions)}>
        <Button size="small" foldsBelow="xl" icon={<Briefcase aria-hidden />} isDisabled={isNone}>
          {words.workProduct}
        </Button>
      </MenuButton>
      <Button
        size="small"
        foldsBelow="xl"
        icon={<Trash2 aria-hidden />}
        isDisabled={isNone}
        onPress={() => actions.remove(notes)}
      >
        {words.delete}
      </Button>
    </SelectionStrip>
  );
}

/** Entries that give notes a color. */
export function colorMenu(notes: readonly NoteRow[], actions: NoteActions): readonly MenuEntry[] {
  return colorChoices.map((color) => ({
    id: color,
    label: colorWords[color],
    icon: <TagDot color={color} />,
    onAction: () => actions.update(notes, { fields: { color } }),
  }));
}

/** Entries that mark notes as work product, or take the mark off. */
export function workProductMenu(notes: readonly NoteRow[], actions: NoteActions): readonly MenuEntry[] {
  return [true, false].map((isWorkProduct) => ({
    id: `workProduct ${isWorkProduct}`,
    label: isWorkProduct ? words.markWorkProduct : words.unmarkWorkProduct,
    onAction: () => actions.update(notes, { fields: { isWorkProduct } }),
  }));
}
