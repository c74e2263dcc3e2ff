import type { ReactNode } from 'react';
import { formatNumber } from '../../../shared/domain/amounts.ts';
import { Checkbox } from '../fields/Fields.tsx';

interface FilterSectionProps {
  readonly title: string;
  /** Whether it takes the width of two, with its choices side by side: for a short, fixed list of them. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** Filter values of one kind; a long list scrolls. */
export function FilterSection({ title, isWide = false, children }: FilterSectionProps) {
  return (
    <fieldset className={`min-w-0 ${isWide ? 'col-span-2' : ''}`}>
      <legend className="mb-1 text-sm font-semibold">{title}</legend>
      <div
        className={isWide ? 'grid grid-cols-3 gap-x-4' : 'flex max-h-50 flex-col overflow-y-auto *:shrink-0'}
      >
        {children}
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

/** One of them. */
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
