import { useEffect, useMemo, type ReactNode, type RefObject } from 'react';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import { Button, DataTable, type Column, type TableHandle } from '../../../ui/index.ts';
import { words } from '../words.ts';
import { ItemCell } from './ItemRow.tsx';
import type { WorkingList } from './working-list.ts';

interface ItemListProps {
  readonly list: WorkingList;
  readonly selectedIds: ReadonlySet<string>;
  readonly onSelect: (ids: ReadonlySet<string>) => void;
  readonly placeholder: ReactNode;
  readonly handle: RefObject<TableHandle | null>;
}

interface Row {
  readonly id: EvidenceId;
}

const columns: readonly Column<Row>[] = [
  {
    id: 'title',
    header: words.item,
    width: 120,
    isFlexible: true,
    render: ({ id }) => <ItemCell id={id} />,
  },
];

/** The items of the current queue, with their codes. */
export function ItemList({ list, selectedIds, onSelect, placeholder, handle }: ItemListProps) {
  const { ids, left } = list;
  const rows = useMemo(() => ids.map((id) => ({ id })), [ids]);
  const [shown] = selectedIds.size === 1 ? selectedIds : [];
  // A user who moves on by key, by Undo or from a dialog sees where they are.
  useEffect(() => {
    if (shown !== undefined) handle.current?.goTo(shown);
  }, [shown, handle, rows]);
  return (
    <div className="flex h-full min-h-0 flex-col">
      {left.size > 0 && (
        <div className="flex min-h-8 shrink-0 flex-wrap items-center justify-between gap-x-2 border-b border-line bg-sunken px-3 text-sm text-ink-soft">
          <span className="tabular-nums">{words.leftHere(left.size)}</span>
          <Button size="small" variant="quiet" onPress={list.dropLeft}>
            {words.dropLeft(left.size)}
          </Button>
        </div>
      )}
      <div className="min-h-0 grow">
        <DataTable
          label={words.items}
          rows={rows}
          columns={columns}
          selectedIds={selectedIds}
          onSelectionChange={onSelect}
          isMuted={({ id }) => left.has(id)}
          placeholder={placeholder}
          handle={handle}
        />
      </div>
      <footer className="flex h-8 shrink-0 items-center border-t border-line px-3 text-sm text-ink-soft low:sr-only">
        <span role="status" className="tabular-nums">
          {words.count(ids.length, selectedIds.size)}
        </span>
      </footer>
    </div>
  );
}
