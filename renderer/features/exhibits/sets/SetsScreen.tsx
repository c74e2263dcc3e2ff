import { BookText, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { schemeExample } from './scheme-example.ts';
import type { ExhibitSet } from '../../../../shared/model/exhibits.ts';
import {
  formatInstant,
  formatNumber,
  formatTimeZone,
  useEngineQuery,
  useMatter,
  QueryFallback,
} from '../../../client/index.ts';
import {
  Badge,
  Button,
  DataTable,
  EmptyState,
  Tabs,
  Toolbar,
  useWidth,
  type Column,
} from '../../../ui/index.ts';
import { Ledger } from '../ledger/Ledger.tsx';
import { setWords as words } from '../words.ts';
import { useRemoveSet } from './use-remove-set.ts';

interface SetsScreenProps {
  /** The set that the user came back from, which is chosen; null for none. */
  readonly left: ExhibitSet['id'] | null;
  readonly onOpen: (set: ExhibitSet) => void;
  readonly onNew: () => void;
}

/** All exhibit sets of the matter, and the ledger of the Bates numbers they share. */
export function SetsScreen({ left, onOpen, onNew }: SetsScreenProps) {
  const [tab, setTab] = useState<'sets' | 'ledger'>('sets');
  return (
    <section aria-label={words.sets} className="flex h-full min-h-0 flex-col bg-surface">
      <Toolbar label={words.sets}>
        <h2 className="grow truncate px-1 text-lg font-semibold">{words.sets}</h2>
        <Button icon={<Plus />} onPress={onNew} changesMatter>
          {words.newSet}
        </Button>
      </Toolbar>
      <Tabs
        label={words.sets}
        value={tab}
        onChange={setTab}
        tabs={[
          {
            value: 'sets',
            label: words.setsTab,
            content: <SetList left={left} onOpen={onOpen} onNew={onNew} />,
          },
          { value: 'ledger', label: words.ledger, content: <Ledger /> },
        ]}
      />
    </section>
  );
}

const none: readonly ExhibitSet[] = [];
/** Widths of the list from which a column is shown, in pixels. */
const shownFrom: Readonly<Record<string, number>> = {
  purpose: 860,
  builtAt: 740,
  labels: 520,
  bates: 460,
  pages: 380,
};

function SetList({ left, onOpen, onNew }: SetsScreenProps) {
  const { id: matterId, timezone, isReadOnly } = useMatter();
  const query = useEngineQuery('exhibits.set.list', { matterId });
  const { data: sets = none } = query;
  const remove = useRemoveSet();
  const [selectedIds, setSelectedIds] = useState<ReadonlySet<string>>(
    () => new Set(left === null ? [] : [left]),
  );
  const [ref, width] = useWidth();
  const columns = useMemo(
    () => setColumns(timezone).filter(({ id }) => width >= (shownFrom[id] ?? 0)),
    [timezone, width],
  );
  const placeholder =
    query.error || query.isPending ? (
      <QueryFallback query={query} />
    ) : (
      <EmptyState
        icon={<BookText />}
        title={words.emptyTitle}
        actions={
          !isReadOnly && (
            <Button variant="primary" onPress={onNew}>
              {words.newSet}
            </Button>
          )
        }
      >
        {isReadOnly ? words.emptyReadOnly : words.emptyBody}
      </EmptyState>
    );
  return (
    <div ref={ref} className="h-full">
      <DataTable
        label={words.sets}
        rows={sets}
        columns={columns}
        selectedIds={selectedIds}
        onSelectionChange={setSelectedIds}
        onOpen={onOpen}
        textOf={({ name }) => name}
        contextMenu={([set]) =>
          set
            ? [
                { id: 'open', label: words.open, shortcut: ['Enter'], onAction: () => onOpen(set) },
                'separator',
                {
                  id: 'delete',
                  label: words.delete,
                  isDisabled: isReadOnly || set.sealedAt !== null,
                  onAction: () => remove(set),
                },
              ]
            : []
        }
        placeholder={placeholder}
      />
    </div>
  );
}

function setColumns(timeZone: string): readonly Column<ExhibitSet>[] {
  return [
    {
      id: 'name',
      header: words.name,
      width: 180,
      isFlexible: true,
      render: ({ name, sealedAt }) => (
        <span className="flex items-center gap-2">
          <span className="truncate font-medium" title={name}>
            {name}
          </span>
          {sealedAt !== null && <Badge tone="success">{words.sealed}</Badge>}
        </span>
      ),
    },
    {
      id: 'exhibits',
      header: words.exhibits,
      width: 84,
      align: 'end',
      render: ({ exhibits }) => formatNumber(exhibits),
    },
    {
      id: 'pages',
      header: words.pages,
      width: 72,
      align: 'end',
      render: ({ pages }) => formatNumber(pages),
    },
    {
      id: 'purpose',
      header: words.purpose,
      width: 150,
      render: ({ purpose, declarant }) => (
        <span title={declarant}>{words.purposeOf(purpose, declarant)}</span>
      ),
    },
    { id: 'labels', header: words.labels, width: 110, render: ({ scheme }) => schemeExample(scheme) },
    {
      id: 'bates',
      header: words.bates,
      width: 90,
      render: ({ bates }) => bates?.prefix ?? <span title={words.noBates}>–</span>,
    },
    {
      id: 'builtAt',
      header: `${words.builtAt} (${formatTimeZone(timeZone)})`,
      width: 190,
      render: ({ lastBuiltAt }) =>
        lastBuiltAt === null ? words.never : formatInstant(lastBuiltAt, timeZone),
    },
  ];
}
