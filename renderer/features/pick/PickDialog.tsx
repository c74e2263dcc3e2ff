import { useRef, useState } from 'react';
import { messageOf } from '../../client/index.ts';
import {
  DataTable,
  Dialog,
  EmptyState,
  ErrorState,
  LoadingState,
  SearchField,
  type Column,
} from '../../ui/index.ts';
import { pickWords as words } from './words.ts';

interface PickDialogProps<T extends { readonly id: string }> {
  readonly title: string;
  /** The button that takes what is chosen. */
  readonly choose?: string;
  /** What the filter asks for. */
  readonly filterLabel: string;
  readonly filter: string;
  readonly onFilterChange: (filter: string) => void;
  /** What the filter leaves; undefined while it is read. */
  readonly rows: readonly T[] | undefined;
  /** How many there are, in words. */
  readonly count: string;
  readonly error: Error | null;
  readonly listLabel: string;
  readonly columns: readonly Column<T>[];
  readonly textOf: (row: T) => string;
  /** What is shown when there are no rows. */
  readonly empty: { readonly title: string; readonly text: string | null };
  readonly onPick: (row: T) => void;
  readonly onClose: () => void;
}

/** Chooses one row of a list, by typing and Enter or by a double click. */
export function PickDialog<T extends { readonly id: string }>(props: PickDialogProps<T>) {
  const { rows = [], error, empty, onPick, onClose } = props;
  const [selectedIds, setSelectedIds] = useState<ReadonlySet<string>>(new Set());
  const grid = useRef<HTMLDivElement>(null);
  const chosen = rows.find(({ id }) => selectedIds.has(id));
  return (
    <Dialog
      title={props.title}
      width="large"
      onClose={onClose}
      onSubmit={() => chosen && onPick(chosen)}
      submitLabel={props.choose ?? words.choose}
      canSubmit={chosen !== undefined}
      aside={<span className="mr-auto self-center text-ink-soft">{props.count}</span>}
    >
      <SearchField
        autoFocus
        label={props.filterLabel}
        value={props.filter}
        onChange={props.onFilterChange}
        onMoveOn={() => grid.current?.focus()}
      />
      <div className="h-80 overflow-hidden rounded-md border border-line">
        <DataTable
          label={props.listLabel}
          rows={rows}
          columns={props.columns}
          selectedIds={selectedIds}
          onSelectionChange={(ids) => setSelectedIds(new Set([...ids].slice(-1)))}
          onOpen={onPick}
          textOf={props.textOf}
          gridRef={grid}
          placeholder={
            error ? (
              <ErrorState message={messageOf(error)} />
            ) : props.rows ? (
              <EmptyState title={empty.title}>{empty.text}</EmptyState>
            ) : (
              <LoadingState />
            )
          }
        />
      </div>
    </Dialog>
  );
}
