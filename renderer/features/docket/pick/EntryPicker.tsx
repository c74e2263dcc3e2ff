import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { filterByWords } from '../../../../shared/domain/docket/filters.ts';
import type { DocketEntry } from '../../../../shared/model/docket.ts';
import { formatCount, messageOf, useEngineQuery, useMatter } from '../../../client/index.ts';
import {
  Button,
  DataTable,
  Dialog,
  EmptyState,
  ErrorState,
  LoadingState,
  SearchField,
} from '../../../ui/index.ts';
import { formatDocketNumber } from '../docket-number.ts';
import { entryColumns } from './entry-columns.tsx';
import { docketWords as words, pickWords } from '../words.ts';

export interface EntryPickerProps {
  readonly title: string;
  readonly onPick: (entry: DocketEntry) => void;
  readonly onClose: () => void;
}

const none: readonly DocketEntry[] = [];

/** Chooses one docket entry, by typing and Enter or by a double click. The latest stand first. */
export function EntryPicker({ title, onPick, onClose }: EntryPickerProps) {
  const { id: matterId } = useMatter();
  const [typed, setTyped] = useState('');
  const filter = useDeferredValue(typed);
  const [selectedIds, setSelectedIds] = useState<ReadonlySet<string>>(new Set());
  const grid = useRef<HTMLDivElement>(null);
  const { data, error } = useEngineQuery('docket.list', { matterId });
  const all = useMemo(() => data?.toReversed() ?? none, [data]);
  const rows = useMemo(() => filterByWords(all, filter), [all, filter]);
  const chosen = rows.find(({ id }) => selectedIds.has(id));
  return (
    <Dialog
      title={title}
      width="large"
      onClose={onClose}
      onSubmit={() => chosen && onPick(chosen)}
      footer={
        <>
          <span className="mr-auto self-center text-ink-soft">
            {formatCount(rows.length, 'entry', 'entries')}
          </span>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" isDisabled={!chosen}>
            {words.choose}
          </Button>
        </>
      }
    >
      <SearchField
        label={pickWords.find}
        value={typed}
        onChange={setTyped}
        onMoveOn={() => grid.current?.focus()}
      />
      <div className="h-80 overflow-hidden rounded-md border border-line">
        <DataTable
          label={words.title}
          rows={rows}
          columns={entryColumns}
          selectedIds={selectedIds}
          onSelectionChange={(ids) => setSelectedIds(new Set([...ids].slice(-1)))}
          onOpen={onPick}
          textOf={(entry) => formatDocketNumber(entry) || entry.text}
          gridRef={grid}
          placeholder={
            error ? (
              <ErrorState message={messageOf(error)} />
            ) : data ? (
              <EmptyState title={all.length === 0 ? words.emptyTitle : words.nothingFound}>
                {all.length === 0 && pickWords.emptyText}
              </EmptyState>
            ) : (
              <LoadingState />
            )
          }
        />
      </div>
    </Dialog>
  );
}
