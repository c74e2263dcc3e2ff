import { FileText, Lock, Plus, ScrollText, TextQuote } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { DocketEntry } from '../../../shared/model/docket.ts';
import {
  formatCount,
  formatDate,
  messageOf,
  useCommand,
  useEngineMutation,
  useEngineQuery,
  useMatter,
  useReaderTarget,
  useRunCommand,
  useViewState,
} from '../../client/index.ts';
import {
  Badge,
  Button,
  DataTable,
  EmptyState,
  ErrorState,
  LoadingState,
  SearchField,
  showToast,
  Toolbar,
  type Column,
  type MenuEntry,
} from '../../ui/index.ts';
import { formatDocketNumber, nameOfEntry } from './docket-number.ts';
import { editEntry } from './docket-dialogs.tsx';
import { docketWords as words } from './words.ts';

type Sort = 'docket' | 'filedOn' | 'filer' | 'text';
const defaults = {
  filter: '',
  sort: 'docket' as Sort,
  isDescending: false,
  widths: {} as Record<string, number>,
  selected: '',
};

const columns: readonly Column<DocketEntry>[] = [
  {
    id: 'docket',
    header: 'No.',
    width: 64,
    isSortable: true,
    render: (entry) => (
      <span className={`normal-nums ${entry.attachment === null ? 'font-semibold' : 'pl-2 text-ink-soft'}`}>
        {formatDocketNumber(entry) || <span className="sr-only">No number</span>}
      </span>
    ),
  },
  {
    id: 'filedOn',
    header: 'Filed',
    width: 100,
    isSortable: true,
    render: ({ filedOn }) => filedOn && <span className="whitespace-nowrap">{formatDate(filedOn)}</span>,
  },
  { id: 'text', header: 'Docket text', width: 200, isFlexible: true, isSortable: true, render: renderText },
  { id: 'filer', header: 'Filed by', width: 110, isSortable: true, render: ({ filer }) => filer },
  { id: 'document', header: 'Document', width: 104, render: renderDocument },
];

function renderText({ text }: DocketEntry) {
  return <span title={text.length > 120 ? text : undefined}>{text}</span>;
}

function renderDocument({ evidenceId, evidenceTitle, isTextOnly, isSealed }: DocketEntry) {
  return (
    <span className="flex flex-wrap items-center gap-1">
      {evidenceId !== null && (
        <Badge tone="info" icon={<FileText aria-hidden />} title={evidenceTitle ?? 'Linked document'}>
          Linked
        </Badge>
      )}
      {isTextOnly && evidenceId === null && <Badge icon={<TextQuote aria-hidden />}>Text only</Badge>}
      {isSealed && (
        <Badge tone="warning" icon={<Lock aria-hidden />}>
          Sealed
        </Badge>
      )}
    </span>
  );
}

/** The docket: every entry and attachment, filtered as you type. */
export function DocketPane() {
  const matter = useMatter();
  const run = useRunCommand();
  const reader = useReaderTarget();
  const [view, change] = useViewState('docket.list', defaults);
  const [selectedIds, setSelectedIds] = useState<ReadonlySet<string>>(new Set());
  const search = useRef<HTMLInputElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const { filter, sort, isDescending } = view;

  const { data, error, refetch } = useEngineQuery(
    'docket.list',
    { matterId: matter.id, sort, isDescending, ...(filter.trim() !== '' && { filter }) },
    { keepsPrevious: true },
  );
  const rows = useMemo(() => data ?? [], [data]);
  const remove = useEngineMutation('docket.delete', {
    undoMessage: ({ deleted }, { ids }) => {
      const [only] = ids.length === 1 && deleted === 1 ? rows.filter(({ id }) => id === ids[0]) : [];
      return only
        ? `Deleted ${nameOfEntry(only)}`
        : `Deleted ${formatCount(deleted, 'docket entry', 'docket entries')}`;
    },
  });
  const link = useEngineMutation('docket.link', {
    undoMessage: (entry) => (entry.evidenceId ? words.linked : words.unlinked)(nameOfEntry(entry)),
  });

  useCommand('list.filter', () => {
    search.current?.focus();
    search.current?.select();
  });

  const open = (entry: DocketEntry) => {
    if (entry.evidenceId !== null) {
      const number = formatDocketNumber(entry);
      const title = entry.evidenceTitle ?? entry.text;
      reader.show({
        source: { matterId: matter.id, evidenceId: entry.evidenceId },
        title: number === '' ? title : `${number} · ${title}`,
      });
    } else if (!matter.isReadOnly) editEntry({ kind: 'edit', entry });
    else showToast({ message: words.notLinked(nameOfEntry(entry)) });
  };
  const removeEntries = (entries: readonly DocketEntry[]) => {
    if (!matter.isReadOnly) remove.mutate({ ids: entries.map(({ id }) => id) });
  };

  const menuFor = (entries: readonly DocketEntry[]): readonly MenuEntry[] => {
    const [entry] = entries;
    if (!entry) return [];
    const isOne = entries.length === 1;
    const isDisabled = matter.isReadOnly;
    return [
      ...(isOne && entry.evidenceId !== null
        ? [
            { id: 'open', label: words.open, shortcut: ['Enter'], onAction: () => open(entry) },
            'separator' as const,
          ]
        : []),
      ...(isOne
        ? [
            { id: 'edit', label: words.edit, isDisabled, onAction: () => editEntry({ kind: 'edit', entry }) },
            {
              id: 'attachment',
              label: words.attach,
              isDisabled: isDisabled || entry.number === null,
              onAction: () => editEntry({ kind: 'attachment', of: entry }),
            },
            {
              id: 'link',
              label: entry.evidenceId === null ? words.link : words.linkOther,
              isDisabled,
              onAction: () => editEntry({ kind: 'link', entry }),
            },
            ...(entry.evidenceId === null
              ? []
              : [
                  {
                    id: 'unlink',
                    label: words.unlink,
                    isDisabled,
                    onAction: () => link.mutate({ id: entry.id, evidenceId: null }),
                  },
                ]),
            'separator' as const,
          ]
        : []),
      {
        id: 'delete',
        label: isOne ? 'Delete' : `Delete ${formatCount(entries.length, 'entry', 'entries')}`,
        shortcut: ['Del'],
        isDanger: true,
        isDisabled,
        onAction: () => removeEntries(entries),
      },
    ];
  };

  const placeholder = error ? (
    <ErrorState
      message={messageOf(error)}
      actions={<Button onPress={() => void refetch()}>Try again</Button>}
    />
  ) : !data ? (
    <LoadingState label={words.reading} />
  ) : filter.trim() !== '' ? (
    <EmptyState
      title={words.nothingFound}
      actions={<Button onPress={() => change({ filter: '' })}>{words.showAll}</Button>}
    >
      {words.nothingFoundText}
    </EmptyState>
  ) : (
    <EmptyState
      icon={<ScrollText />}
      title={words.emptyTitle}
      actions={
        !matter.isReadOnly && (
          <Button variant="primary" icon={<Plus />} onPress={() => run('docket.add')}>
            {words.addFirst}
          </Button>
        )
      }
    >
      {matter.isReadOnly ? words.readOnlyEmpty : words.emptyText}
    </EmptyState>
  );

  return (
    <div className="flex h-full min-h-0 flex-col">
      <Toolbar label={words.title}>
        <SearchField
          label={words.filter}
          value={filter}
          onChange={(next) => change({ filter: next })}
          inputRef={search}
          onMoveOn={() => grid.current?.focus()}
        />
        <span role="status" className="shrink-0 px-1 text-sm text-ink-soft tabular-nums">
          {data && formatCount(rows.length, 'entry', 'entries')}
        </span>
        <Button icon={<Plus />} isDisabled={matter.isReadOnly} onPress={() => run('docket.add')}>
          {words.addEntry}
        </Button>
      </Toolbar>
      <div className="min-h-0 grow">
        <DataTable
          label={words.title}
          rows={rows}
          columns={columns}
          lines={2}
          selectedIds={selectedIds}
          onSelectionChange={setSelectedIds}
          onOpen={open}
          onDelete={removeEntries}
          contextMenu={menuFor}
          sort={{ column: sort, isDescending }}
          onSortChange={(next) => change({ sort: next.column as Sort, isDescending: next.isDescending })}
          columnWidths={view.widths}
          onColumnWidthsChange={(widths) => change({ widths })}
          textOf={(entry) => formatDocketNumber(entry) || entry.text}
          placeholder={placeholder}
          gridRef={grid}
        />
      </div>
    </div>
  );
}
