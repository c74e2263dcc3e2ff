import { X } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { Button } from '../../../../ui/index.ts';
import { useTags } from '../../tags/TagChips.tsx';
import { filterWords as words } from '../../words.ts';
import { noFilter, type EvidenceView } from '../evidence-view.ts';
import { filterChips } from './filter-chips.ts';

/** What narrows the list now, to be let go of one by one or all together. */
export function FilterChips(props: {
  filter: EvidenceView['filter'];
  onChange: (patch: Partial<EvidenceView['filter']>) => void;
}) {
  const { filter, onChange } = props;
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
          onPress={() => onChange({ ...noFilter, includesArchived: filter.includesArchived })}
        >
          {words.removeAll}
        </Button>
      )}
    </div>
  );
}
