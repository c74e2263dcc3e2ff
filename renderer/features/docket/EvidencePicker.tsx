import { useMemo, useRef, useState } from 'react';
import type { EvidenceItem } from '../../../shared/model/evidence.ts';
import { formatCount, messageOf, useEngineQuery, useMatter } from '../../client/index.ts';
import {
  Button,
  DataTable,
  Dialog,
  EmptyState,
  ErrorState,
  LoadingState,
  SearchField,
  type Column,
} from '../../ui/index.ts';
import { docketWords as words } from './words.ts';

export interface EvidencePickerProps {
  readonly title: string;
  readonly onPick: (item: EvidenceItem) => void;
  readonly onClose: () => void;
}

const columns: readonly Column<EvidenceItem>[] = [
  { id: 'title', header: 'Title', width: 220, isFlexible: true, render: ({ title }) => title },
  {
    id: 'docket',
    header: 'Filed as',
    width: 90,
    render: ({ docketNumbers }) => docketNumbers.join(', '),
  },
  { id: 'pages', header: 'Pages', width: 64, align: 'end', render: ({ pages }) => pages ?? '' },
];

/** Chooses one item of evidence, by typing and Enter or by a double click. */
export function EvidencePicker({ title, onPick, onClose }: EvidencePickerProps) {
  const matter = useMatter();
  const [filter, setFilter] = useState('');
  const [selectedIds, setSelectedIds] = useState<ReadonlySet<string>>(new Set());
  const grid = useRef<HTMLDivElement>(null);
  const { data, error } = useEngineQuery(
    'evidence.list',
    { matterId: matter.id, sort: 'title', ...(filter !== '' && { filter }) },
    { keepsPrevious: true },
  );
  const rows = useMemo(() => data ?? [], [data]);
  const chosen = rows.find(({ id }) => selectedIds.has(id));
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={() => chosen && onPick(chosen)}
      footer={
        <>
          <span className="mr-auto self-center text-ink-soft">{formatCount(rows.length, 'item')}</span>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" isDisabled={!chosen}>
            {words.choose}
          </Button>
        </>
      }
    >
      <SearchField
        label={words.filterEvidence}
        value={filter}
        onChange={setFilter}
        onMoveOn={() => grid.current?.focus()}
      />
      <div className="h-80 overflow-hidden rounded-md border border-line">
        <DataTable
          label="Evidence"
          rows={rows}
          columns={columns}
          selectedIds={selectedIds}
          onSelectionChange={(ids) => setSelectedIds(new Set([...ids].slice(-1)))}
          onOpen={onPick}
          textOf={(item) => item.title}
          gridRef={grid}
          placeholder={
            error ? (
              <ErrorState message={messageOf(error)} />
            ) : data ? (
              <EmptyState title={filter === '' ? words.noEvidence : words.nothingPicked}>
                {filter === '' && words.noEvidenceText}
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
