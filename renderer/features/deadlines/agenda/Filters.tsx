import { useMemo } from 'react';
import type { Deadline } from '../../../../shared/model/deadlines.ts';
import { Select } from '../../../ui/index.ts';
import { filterWords as words, sourceWords } from '../words.ts';
import { filterDeadlines, listOwners, ownerFilter, type DeadlineFilter } from './filter-deadlines.ts';

export interface FiltersProps {
  readonly deadlines: readonly Deadline[];
  readonly value: DeadlineFilter;
  readonly onChange: (patch: Partial<DeadlineFilter>) => void;
  readonly now: number;
}

const statuses = [
  { value: 'all', label: words.anyStatus },
  { value: 'open', label: words.open },
  { value: 'past', label: words.pastDue },
  { value: 'attention', label: words.attention },
  { value: 'done', label: words.done },
  { value: 'dismissed', label: words.dismissed },
];
const kinds = [
  { value: 'all', label: words.anyKind },
  ...Object.entries(sourceWords).map(([value, label]) => ({ value, label })),
];

/** Whose deadlines, of which kind and in which state are shown, each choice with how many there are of it. */
export function Filters({ deadlines, value, onChange, now }: FiltersProps) {
  const options = useMemo(() => {
    const everything = { filter: '', owner: 'all', kind: 'all', status: 'all' };
    const counted = (
      choices: readonly { value: string; label: string }[],
      key: 'owner' | 'kind' | 'status',
    ) =>
      choices
        .map((choice) => {
          if (choice.value === 'all') return choice;
          const asked = { ...everything, [key]: choice.value };
          return { ...choice, count: filterDeadlines(deadlines, asked, now).length };
        })
        .filter(({ value: name, ...rest }) => !('count' in rest) || rest.count > 0 || name === value[key]);
    const owners = [
      { value: 'all', label: words.anyOwner },
      { value: 'none', label: words.noOwner },
      ...listOwners(deadlines).map((owner) => ({ value: ownerFilter(owner), label: owner })),
    ];
    return {
      status: counted(statuses, 'status'),
      kind: counted(kinds, 'kind'),
      owner: counted(owners, 'owner'),
    };
  }, [deadlines, now, value]);
  return (
    <>
      {(['status', 'kind', 'owner'] as const).map((key) => (
        <div key={key} className="w-27 shrink-0">
          <Select
            label={words[key]}
            isLabelHidden
            value={value[key]}
            onChange={(next) => onChange({ [key]: next })}
            options={options[key]}
          />
        </div>
      ))}
    </>
  );
}
