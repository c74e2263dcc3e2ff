import { useMemo } from 'react';
import type { DocketEntry } from '../../../../shared/model/docket.ts';
import { Select } from '../../../ui/index.ts';
import { viewWords as words } from '../words.ts';
import { listFilterChoices } from './filter-choices.ts';

export interface FilterChoiceProps {
  readonly entries: readonly DocketEntry[];
  /** Names of the parties, as the docket's header gives them. */
  readonly parties: readonly string[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Which entries are shown: a saved filter, or those of a party, each with how many there are. */
export function FilterChoice({ entries, parties, value, onChange }: FilterChoiceProps) {
  const options = useMemo(() => listFilterChoices(entries, parties, value), [entries, parties, value]);
  return (
    <div className="w-40 shrink-0">
      <Select label={words.shown} isLabelHidden value={value} onChange={onChange} options={options} />
    </div>
  );
}
