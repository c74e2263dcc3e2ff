import { RemovableChips } from '../../../../ui/index.ts';
import { useTags } from '../../tags/TagChips.tsx';
import { filterWords } from '../../words.ts';
import { noFilter, type EvidenceView } from '../evidence-view.ts';
import { filterChips } from './filter-chips.ts';

interface FilterChipsProps {
  readonly filter: EvidenceView['filter'];
  readonly onChange: (patch: Partial<EvidenceView['filter']>) => void;
}

/** What narrows the list now. */
export function FilterChips({ filter, onChange }: FilterChipsProps) {
  return (
    <RemovableChips
      chips={filterChips(filter, useTags())}
      words={filterWords}
      onChange={onChange}
      onRemoveAll={() => onChange({ ...noFilter, includesArchived: filter.includesArchived })}
    />
  );
}
