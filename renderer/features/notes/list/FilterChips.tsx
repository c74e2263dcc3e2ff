import { X } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { Button } from '../../../ui/index.ts';
import { useTags } from '../../evidence/index.ts';
import { words } from '../words.ts';
import { filterChips } from './filter-chips.ts';
import { noNarrowing, type NotesNarrowing } from './notes-view.ts';

interface FilterChipsProps {
  readonly filter: NotesNarrowing;
  readonly onChange: (patch: Partial<NotesNarrowing>) => void;
}

/** What narrows the list now, to be let go of one by one or all together. */
export function FilterChips({ filter, onChange }: FilterChipsProps) {
  const chips = filterChips(filter, useTags());
  if (chips.length === 0) return null;
  return (
    <div
      role="group"
      aria-label={words.inUse}
      className="flex shrink-0 flex-wrap items-center gap-1.5 border-b border-line px-2.5 py-1.5"
    >
      {chips.map(({ id, label, without }) => (
        <AriaButton
          key={id}
          aria-label={words.remove(label)}
          onPress={() => onChange(without)}
          className="flex h-6 max-w-64 cursor-default items-center gap-1 rounded-full border border-line bg-info-soft px-2 text-sm text-info-ink hover:bg-selected"
        >
          <span className="truncate">{label}</span>
          <X aria-hidden className="size-3.5 shrink-0" />
        </AriaButton>
      ))}
      {chips.length > 1 && (
        <Button
          size="small"
          variant="quiet"
          onPress={() => onChange({ ...noNarrowing, includesArchived: filter.includesArchived })}
        >
          {words.removeAll}
        </Button>
      )}
    </div>
  );
}
