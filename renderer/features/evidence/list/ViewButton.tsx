import { SlidersHorizontal } from 'lucide-react';
import type { EvidenceGrouping, EvidenceSort } from '../../../../shared/model/evidence.ts';
import { Button, Checkbox, PopoverButton, SegmentedControl, Select, toggled } from '../../../ui/index.ts';
import { filterWords as words, groupingWords, sortWords } from '../words.ts';
import { itemColumns } from './rows/columns.tsx';
import type { EvidenceView } from './evidence-view.ts';

interface ViewButtonProps {
  readonly view: EvidenceView;
  readonly onChange: (patch: Partial<EvidenceView>) => void;
  /** Columns shown now, where nobody has chosen. */
  readonly shownColumns: readonly string[];
}

/** How the list is shown: rows or thumbnails, groups, order, columns. */
export function ViewButton({ view, onChange, shownColumns }: ViewButtonProps) {
  return (
    <PopoverButton icon={<SlidersHorizontal aria-hidden />} label={words.view} text={words.view}>
      <div className="flex w-64 flex-col gap-3">
        <SegmentedControl
          label={words.layout}
          value={view.layout}
          onChange={(layout) => onChange({ layout })}
          options={[
            { value: 'rows', label: words.rows },
            { value: 'thumbnails', label: words.thumbnails },
          ]}
        />
        <Select
          label={words.groupBy}
          value={view.grouping}
          onChange={(grouping) => onChange({ grouping, folded: [] })}
          options={choicesOf<EvidenceGrouping>(groupingWords)}
        />
        <Select
          label={words.sortBy}
          value={view.sort}
          onChange={(sort) => onChange({ sort })}
          options={choicesOf<EvidenceSort>(sortWords)}
        />
        <Checkbox isSelected={view.isDescending} onChange={(isDescending) => onChange({ isDescending })}>
          {words.descending}
        </Checkbox>
        {view.layout === 'rows' && (
          <fieldset>
            <legend className="mb-1 text-sm font-semibold">{words.columns}</legend>
            <div className="flex flex-col">
              {itemColumns.map(({ id, label }) => (
                <Checkbox
                  key={id}
                  isSelected={shownColumns.includes(id)}
                  onChange={() => onChange({ columns: toggled(shownColumns, id) })}
                >
                  {label}
                </Checkbox>
              ))}
            </div>
            <Button
              size="small"
              isDisabled={view.columns === null}
              onPress={() => onChange({ columns: null, widths: {} })}
            >
              {words.standardColumns}
            </Button>
          </fieldset>
        )}
      </div>
    </PopoverButton>
  );
}

function choicesOf<V extends string>(words: Readonly<Record<V, string>>): { value: V; label: string }[] {
  return Object.entries<string>(words).map(([value, label]) => ({ value: value as V, label }));
}
