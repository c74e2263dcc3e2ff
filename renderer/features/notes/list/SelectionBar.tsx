import { Briefcase, Palette, Tags, Trash2 } from 'lucide-react';
import { colorWords } from '../../../../shared/domain/evidence/color-words.ts';
import type { NoteRow } from '../../../../shared/model/notes.ts';
import { MenuButton, SelectionStrip, StripButton, type MenuEntry } from '../../../ui/index.ts';
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
  return (
    <SelectionStrip
      label={words.selection}
      count={notes.length}
      summary={notes.length === 0 ? words.noneSelected : words.selected(notes.length)}
      clearLabel={words.clearSelection}
      onClear={onClear}
    >
      <StripButton icon={<Tags aria-hidden />} onPress={onEditTags}>
        {words.tagsShort}
      </StripButton>
      <MenuButton label={words.color} items={colorMenu(notes, actions)}>
        <StripButton icon={<Palette aria-hidden />}>{words.color}</StripButton>
      </MenuButton>
      <MenuButton label={words.workProduct} items={workProductMenu(notes, actions)}>
        <StripButton icon={<Briefcase aria-hidden />}>{words.workProduct}</StripButton>
      </MenuButton>
      <StripButton icon={<Trash2 aria-hidden />} onPress={() => actions.remove(notes)}>
        {words.delete}
      </StripButton>
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
