import { RemovableChips } from '../../../ui/index.ts';
import { useTags } from '../../evidence/index.ts';
import { words } from '../words.ts';
import { filterChips } from './filter-chips.ts';
import { noNarrowing, type NotesNarrowing } from './notes-view.ts';

interface FilterChipsProps {
  readonly filter: NotesNarrowing;
  readonly onChange: (patch: Partial<NotesNarrowing>) => void;
}

/** What narrows the list now. */
export function FilterChips({ filter, onChange }: FilterChipsProps) {
  return (
    <RemovableChips
      chips={filterChips(filter, useTags())}
      words={words}
      onChange={onChange}
      onRemoveAll={() => onChange({ ...noNarrowing, includesArchived: filter.includesArchived })}
    />
  );
}
