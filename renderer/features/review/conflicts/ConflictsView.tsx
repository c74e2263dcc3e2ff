import { CircleCheckBig, MessageSquareText, Tags } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import {
  useCommand,
  useEngineQuery,
  useKeptSelection,
  useMatter,
  QueryFallback,
} from '../../../client/index.ts';
import { Button, DataTable, EmptyState, type Column, type TableHandle } from '../../../ui/index.ts';
import type { RowStore } from '../../evidence/index.ts';
import { codingActOf } from '../coding/coding-keys.ts';
import { useCodingKeyNames } from '../coding/use-coding-keys.ts';
import { useShownItem } from '../items/use-shown-item.ts';
import { openReviewDialog } from '../review-dialogs.ts';
import { queueWords } from '../words.ts';
import { conflictRows, type ConflictRow } from './conflict-rows.ts';
import { conflictWords as words } from './words.ts';

const title: Column<ConflictRow> = {
  id: 'title',
  header: words.item,
  width: 140,
  isFlexible: true,
  render: (row) => (
    <span className="flex items-center gap-1.5 [&_svg]:size-4 [&_svg]:shrink-0">
      <span className="text-ink-soft" title={row.kind === 'coding' ? words.coding : words.note}>
        {row.kind === 'coding' ? <Tags aria-hidden /> : <MessageSquareText aria-hidden />}
        <span className="sr-only">{row.kind === 'coding' ? words.coding : words.note}: </span>
      </span>
      <span dir="auto" className="truncate text-left font-medium" title={row.title}>
        {row.title}
      </span>
    </span>
  ),
};
const differs: Column<ConflictRow> = {
  id: 'differs',
  header: words.differs,
  width: 190,
  render: (row) => <span title={row.differs}>{row.differs}</span>,
};
const who: Column<ConflictRow> = {
  id: 'who',
  header: words.who,
  width: 170,
  render: (row) => <span title={row.who}>{row.who}</span>,
};
/** From this width on a column shows who differs, in pixels. */
const whoFrom = 520;
const none: readonly ConflictRow[] = [];

/** Where reviewers decided differently, and notes that were changed in two places: each is settled in a dialog. */
export function ConflictsView({ rows: store, width }: { rows: RowStore; width: number }) {
  const { id: matterId, isReadOnly } = useMatter();
  const keys = useCodingKeyNames();
  const query = useEngineQuery('review.conflicts', { matterId });
  const { data } = query;
  const rows = useMemo(() => (data ? conflictRows(data) : none), [data]);
  const [selectedIds, setSelectedIds] = useKeptSelection('review.conflicts');
  const selected = rows.filter(({ id }) => selectedIds.has(id));
  const only = selected.length === 1 ? selected[0] : undefined;
  const table = useRef<TableHandle>(null);
  useShownItem(store, only?.evidenceId ?? null);
  const columns = useMemo(() => (width >= whoFrom ? [title, differs, who] : [title, differs]), [width]);

  // After a conflict is settled, the next one is chosen.
  const [first] = rows;
  const last = useRef(0);
  const at = only ? rows.indexOf(only) : -1;
  useEffect(() => {
    if (at >= 0) last.current = at;
    else if (selectedIds.size <= 1 && first) {
      const next = rows[Math.min(last.current, rows.length - 1)] ?? first;
      setSelectedIds(new Set([next.id]));
    }
  }, [at, rows, first, selectedIds, setSelectedIds]);

  const step = (by: 1 | -1) => {
    const next = rows[at + by];
    if (next) table.current?.goTo(next.id);
  };
  useCommand('review.next', () => step(1), { isEnabled: rows.length > 0 });
  useCommand('review.previous', () => step(-1), { isEnabled: rows.length > 0 });
  const settle = (row: ConflictRow | undefined) => {
    if (row && !isReadOnly) openReviewDialog(dialogOf(row));
  };
  const placeholder =
    query.error || query.isPending ? (
      <QueryFallback query={query} />
    ) : (
      <EmptyState icon={<CircleCheckBig />} title={queueWords.empty.conflicts[0]}>
        {queueWords.empty.conflicts[1]}
      </EmptyState>
    );
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="min-h-0 grow">
        <DataTable
          label={words.conflicts}
          rows={rows}
          columns={columns}
          selectedIds={selectedIds}
          onSelectionChange={setSelectedIds}
          onOpen={settle}
          onKey={(key) => {
            const kind = codingActOf(
              { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
              true,
              keys,
            )?.kind;
            if (kind !== 'next' && kind !== 'previous') return false;
            step(kind === 'next' ? 1 : -1);
            return true;
          }}
          placeholder={placeholder}
          handle={table}
        />
      </div>
      <footer className="flex h-10 shrink-0 items-center justify-between gap-3 border-t border-line px-3 text-sm text-ink-soft">
        <span role="status">
          {selected.length > 1 ? words.chosen(selected.length) : words.status(rows.length)}
        </span>
        {rows.length > 0 && (
          <Button
            variant="primary"
            size="small"
            isDisabled={only === undefined || isReadOnly}
            onPress={() => settle(only)}
          >
            {words.settle}
          </Button>
        )}
      </footer>
    </div>
  );
}

function dialogOf({ conflict }: ConflictRow): Parameters<typeof openReviewDialog>[0] {
  return 'noteId' in conflict ? { kind: 'note', conflict } : { kind: 'coding', conflict };
}
