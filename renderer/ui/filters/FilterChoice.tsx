import type { ReactNode } from 'react';
import { formatNumber } from '../../../shared/domain/amounts.ts';
import { Checkbox, Select } from '../fields/Fields.tsx';
import { toggled } from './filter-chips.ts';

interface FilterSectionProps<V> {
  readonly title: string;
  readonly choices: readonly (Pick<FilterChoiceProps, 'label' | 'count' | 'icon'> & { readonly value: V })[];
  readonly chosen: readonly V[];
  readonly onChange: (chosen: V[]) => void;
  /** Whether it takes the width of two, with its choices side by side: for a short, fixed list of them. */
  readonly isWide?: boolean;
}

/** Filter values of one kind, of which any number can be chosen; a long list scrolls, and one of none is not shown. */
export function FilterSection<V extends string | number>(props: FilterSectionProps<V>) {
  const { title, choices, chosen, onChange, isWide = false } = props;
  if (choices.length === 0) return null;
  return (
    <fieldset className={`min-w-0 ${isWide ? 'col-span-2' : ''}`}>
      <legend className="mb-1 text-sm font-semibold">{title}</legend>
      <div
        className={isWide ? 'grid grid-cols-3 gap-x-4' : 'flex max-h-50 flex-col overflow-y-auto *:shrink-0'}
      >
        {choices.map(({ value, ...choice }) => (
          <FilterChoice
            key={value}
            {...choice}
            isSelected={chosen.includes(value)}
            onToggle={() => onChange(toggled(chosen, value))}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface FilterChoiceProps {
  readonly label: string;
  /** How many rows have it. */
  readonly count?: number;
  readonly icon?: ReactNode;
  readonly isSelected: boolean;
  readonly onToggle: () => void;
}

/** A filter value that is on or off. */
export function FilterChoice({ label, count, icon, isSelected, onToggle }: FilterChoiceProps) {
  return (
    <Checkbox isSelected={isSelected} onChange={onToggle}>
      <span className="flex items-center gap-1.5">
        {icon}
        <span className="min-w-0 wrap-anywhere">{label}</span>
        {count !== undefined && (
          <span className="text-sm text-ink-soft tabular-nums">{formatNumber(count)}</span>
        )}
      </span>
    </Checkbox>
  );
}

interface YesNoFilterProps {
  readonly words: { readonly yes: string; readonly no: string; readonly either: string };
  readonly value: boolean | null;
  readonly onChange: (value: boolean | null) => void;
  /** How many rows are the one and the other. */
  readonly counts?: readonly [yes: number, no: number];
}

/** A filter that keeps what has something, what has it not, or both. */
export function YesNoFilter({ words, value, onChange, counts }: YesNoFilterProps) {
  return (
    <Select
      label={words.yes}
      value={String(value)}
      onChange={(next) => onChange(next === 'null' ? null : next === 'true')}
      options={[
        { value: 'null', label: words.either },
        { value: 'true', label: words.yes, ...(counts && { count: counts[0] }) },
        { value: 'false', label: words.no, ...(counts && { count: counts[1] }) },
      ]}
    />
  );
}
