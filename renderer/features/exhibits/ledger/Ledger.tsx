import { Hash } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { BatesRange } from '../../../../shared/model/exhibits.ts';
import { messageOf, useEngineQuery, useMatter, useReaderTarget } from '../../../client/index.ts';
import {
  Button,
  DataTable,
  EmptyState,
  ErrorState,
  LoadingState,
  SegmentedControl,
  type Column,
} from '../../../ui/index.ts';
import { BatesStateBadge } from '../exhibits/BatesStateBadge.tsx';
import { ledgerWords as words } from '../words.ts';

type LedgerRow = BatesRange & { readonly id: string };

/** Every Bates number ever given, by prefix: whose page it is, in what state, and which is the next free one. */
export function Ledger() {
  const { id: matterId } = useMatter();
  const { show } = useReaderTarget();
  const { data: ledgers, error, refetch } = useEngineQuery('exhibits.ledger', { matterId });
  const [chosen, setChosen] = useState<string | null>(null);
  const [selectedIds, setSelectedIds] = useState<ReadonlySet<string>>(new Set());
  const ledger = ledgers?.find(({ prefix }) => prefix === chosen) ?? ledgers?.[0];
  const columns = useMemo(
    () =>
      ledger?.ranges.some(({ reason }) => reason !== null) ? [...plainColumns, reasonColumn] : plainColumns,
    [ledger],
  );
  const rows = useMemo(
    () => (ledger?.ranges ?? []).map((range) => ({ ...range, id: `${range.first} ${range.state}` })),
    [ledger],
  );
  if (error) {
    return (
      <ErrorState
        message={messageOf(error)}
        actions={<Button onPress={() => void refetch()}>Try Again</Button>}
      />
    );
  }
  if (!ledgers) return <LoadingState />;
  if (!ledger) {
    return (
      <EmptyState icon={<Hash />} title={words.emptyTitle}>
        {words.emptyBody}
      </EmptyState>
    );
  }
  return (
    <div className="flex h-full flex-col">
      <div className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-3 py-2">
        {ledgers.length > 1 && (
          <SegmentedControl
            label={words.prefix}
            value={ledger.prefix}
            onChange={setChosen}
            options={ledgers.map(({ prefix }) => ({ value: prefix, label: prefix }))}
          />
        )}
        <p data-selectable>
          <span className="text-ink-soft">{words.nextFree} </span>
          <span className="font-mono font-medium">{ledger.nextFree}</span>
        </p>
      </div>
      <div className="min-h-0 grow">
        <DataTable
          label={`${words.numbers} ${ledger.prefix}`}
          rows={rows}
          columns={columns}
          selectedIds={selectedIds}
          onSelectionChange={setSelectedIds}
          onOpen={({ evidenceId, evidenceTitle, firstPage }) =>
            show({ source: { matterId, evidenceId }, title: evidenceTitle, page: firstPage })
          }
          textOf={({ evidenceTitle }) => evidenceTitle}
          isMuted={({ state }) => state === 'void'}
        />
      </div>
    </div>
  );
}

const plainColumns: readonly Column<LedgerRow>[] = [
  {
    id: 'numbers',
    header: words.numbers,
    width: 210,
    render: ({ first, last }) => (
      <span className="font-mono">{first === last ? first : `${first} – ${last}`}</span>
    ),
  },
  { id: 'state', header: words.state, width: 92, render: ({ state }) => <BatesStateBadge state={state} /> },
  {
    id: 'item',
    header: words.item,
    width: 160,
    isFlexible: true,
    render: ({ evidenceTitle }) => <span title={evidenceTitle}>{evidenceTitle}</span>,
  },
  {
    id: 'pages',
    header: words.pages,
    width: 84,
    align: 'end',
    render: ({ firstPage, lastPage }) =>
      firstPage === lastPage ? String(firstPage) : `${firstPage}–${lastPage}`,
  },
];

/** Shown only where a number was withdrawn: elsewhere it would stand empty. */
const reasonColumn: Column<LedgerRow> = {
  id: 'reason',
  header: words.reason,
  width: 160,
  render: ({ reason }) => <span title={reason ?? ''}>{reason ?? ''}</span>,
};
