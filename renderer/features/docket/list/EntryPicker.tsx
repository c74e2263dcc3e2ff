import { useDeferredValue, useMemo, useState } from 'react';
import { filterByWords } from '../../../../shared/domain/docket/filters.ts';
import type { DocketEntry } from '../../../../shared/model/docket.ts';
import { formatCount, useEngineQuery, useMatter } from '../../../client/index.ts';
import { typedTextOf } from '../docket-number.ts';
import { docketWords as words, pickWords } from '../words.ts';
import { entryColumns } from './entry-columns.tsx';
import { PickDialog } from '../../pick/index.ts';

export interface EntryPickerProps {
  readonly title: string;
  readonly onPick: (entry: DocketEntry) => void;
  readonly onClose: () => void;
}

/** Chooses one docket entry. The latest come first. */
export function EntryPicker(props: EntryPickerProps) {
  const { id: matterId } = useMatter();
  const [typed, setTyped] = useState('');
  const filter = useDeferredValue(typed);
  const { data, error } = useEngineQuery('docket.list', { matterId });
  const all = useMemo(() => data?.toReversed(), [data]);
  const rows = useMemo(() => all && filterByWords(all, filter), [all, filter]);
  return (
    <PickDialog
      {...props}
      filterLabel={pickWords.find}
      filter={typed}
      onFilterChange={setTyped}
      rows={rows}
      count={formatCount(rows?.length ?? 0, 'entry', 'entries')}
      error={error}
      listLabel={words.title}
      columns={entryColumns}
      textOf={typedTextOf}
      empty={
        all?.length === 0
          ? { title: words.emptyTitle, text: pickWords.emptyText }
          : { title: words.nothingFound, text: null }
      }
    />
  );
}
