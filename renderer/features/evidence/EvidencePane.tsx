import { Archive, Files, Plus, Ellipsis } from 'lucide-react';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import type { EvidenceItem } from '../../../shared/model/evidence.ts';
import {
  formatCount,
  messageOf,
  useCommand,
  useEngineQuery,
  useKeptSelection,
  useMatter,
  useViewState,
} from '../../client/index.ts';
import {
  Button,
  Checkbox,
  DataTable,
  EmptyState,
  ErrorState,
  IconButton,
  LoadingState,
  MenuButton,
  SearchField,
  Toolbar,
  useWidth,
  type ColumnWidths,
  type MenuEntry,
} from '../../ui/index.ts';
import { AddToSetDialog } from '../exhibits/index.ts';
import { evidenceColumns } from './columns.tsx';
import { EvidenceDetails } from './EvidenceDetails.tsx';
import { filterEvidence, sortEvidence, type EvidenceColumn } from './evidence-list.ts';
import { IntakeProgress } from './intake/IntakeProgress.tsx';
import { chooseEvidence } from './intake/intake-store.ts';
import { SeveralDetails } from './SeveralDetails.tsx';
import { useEvidenceActions } from './use-evidence-actions.ts';
import { detailWords, words } from './words.ts';

const defaultView: {
  readonly filter: string;
  readonly column: string;
  readonly isDescending: boolean;
  readonly showsArchived: boolean;
  readonly showsDetails: boolean;
  readonly widths: ColumnWidths;
} = {
  filter: '',
  column: 'receivedAt',
  isDescending: true,
  showsArchived: false,
  showsDetails: true,
  widths: {},
};
const none: readonly EvidenceItem[] = [];

/** The matter's evidence: the list, what is known of the chosen item, and everything that can be done with it. */
export function EvidencePane() {
  const [view, changeView] = useViewState('evidence.list', defaultView);
  const { id: matterId, timezone, isReadOnly } = useMatter();
  const query = useEngineQuery(
    'evidence.list',
    { matterId, includesArchived: view.showsArchived },
    { keepsPrevious: true },
  );
  const actions = useEvidenceActions();
  const [selectedIds, setSelectedIds] = useKeptSelection('evidence');
  const [toSet, setToSet] = useState<readonly EvidenceItem[] | null>(null);
  const filterInput = useRef<HTMLInputElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const [listRef, listWidth] = useWidth();

  const items = query.data ?? none;
  const filter = useDeferredValue(view.filter);
  const rows = useMemo(
    () =>
      sortEvidence(filterEvidence(items, filter), {
        column: view.column as EvidenceColumn,
        isDescending: view.isDescending,
      }),
    [items, filter, view.column, view.isDescending],
  );
  const columns = useMemo(() => evidenceColumns(timezone, listWidth), [timezone, listWidth]);
  const selected = useMemo(() => rows.filter(({ id }) => selectedIds.has(id)), [rows, selectedIds]);

  const addFiles = () => void chooseEvidence(matterId, 'evidence-files');
  const addFolder = () => void chooseEvidence(matterId, 'evidence-folder');
  const exportOriginals = (chosen: readonly EvidenceItem[]) => void actions.exportOriginals(chosen);
  useCommand('list.filter', () => filterInput.current?.select());
  useCommand('evidence.export', () => exportOriginals(selected), { isEnabled: selected.length > 0 });

  const itemMenu = (chosen: readonly EvidenceItem[]): readonly MenuEntry[] => {
    const [first] = chosen;
    const isArchive = chosen.some(({ isArchived }) => !isArchived);
    return [
      {
        id: 'open',
        label: words.open,
        shortcut: ['Enter'],
        isDisabled: chosen.length !== 1,
        onAction: () => first && actions.open(first),
      },
      {
        id: 'toSet',
        label: words.addToSet,
        isDisabled: chosen.length === 0 || isReadOnly,
        onAction: () => setToSet(chosen),
      },
      'separator',
      {
        id: 'export',
        label: words.export,
        isDisabled: chosen.length === 0,
        onAction: () => exportOriginals(chosen),
      },
      {
        id: 'archive',
        label: isArchive ? words.archive : words.unarchive,
        shortcut: isArchive ? ['Delete'] : [],
        isDisabled: chosen.length === 0 || isReadOnly,
        onAction: () => actions.archive(chosen, isArchive),
      },
    ];
  };

  const placeholder = query.error ? (
    <ErrorState
      message={messageOf(query.error)}
      actions={<Button onPress={() => void query.refetch()}>Try Again</Button>}
    />
  ) : query.isPending ? (
    <LoadingState />
  ) : items.length > 0 ? (
    <EmptyState
      title={words.nothingFound(view.filter)}
      actions={<Button onPress={() => changeView({ filter: '' })}>{words.clearFilter}</Button>}
    >
      {words.nothingFoundBody}
    </EmptyState>
  ) : (
    <EmptyState
      icon={<Files />}
      title={words.emptyTitle}
      actions={
        !isReadOnly && (
          <>
            <Button variant="primary" onPress={addFiles}>
              {words.add}
            </Button>
            <Button onPress={addFolder}>{words.addFolder}</Button>
          </>
        )
      }
    >
      {words.emptyBody}
    </EmptyState>
  );

  const isArchive = selected.some(({ isArchived }) => !isArchived);
  const buttons = (
    <div role="group" aria-label={words.actions} className="flex flex-wrap gap-1.5">
      <Button size="small" isDisabled={isReadOnly} onPress={() => setToSet(selected)}>
        {words.addToSet}
      </Button>
      <Button size="small" onPress={() => exportOriginals(selected)}>
        {words.export}
      </Button>
      <Button size="small" isDisabled={isReadOnly} onPress={() => actions.archive(selected, isArchive)}>
        {isArchive ? words.archive : words.unarchive}
      </Button>
    </div>
  );
  const hasDetails = view.showsDetails && items.length > 0;
  const [only] = selected;
  return (
    <section aria-label={words.evidence} className="@container flex h-full min-h-0 flex-col bg-surface">
      <Toolbar label={words.evidence}>
        <SearchField
          label={words.filter}
          value={view.filter}
          onChange={(next) => changeView({ filter: next })}
          inputRef={filterInput}
          onMoveOn={() => grid.current?.focus()}
        />
        <MenuButton
          label={words.more}
          items={[
            { id: 'addFolder', label: words.addFolder, isDisabled: isReadOnly, onAction: addFolder },
            'separator',
            ...itemMenu(selected),
            'separator',
            {
              id: 'details',
              label: view.showsDetails ? words.hideDetails : words.showDetails,
              onAction: () => changeView({ showsDetails: !view.showsDetails }),
            },
          ]}
        >
          <IconButton label={words.more} icon={<Ellipsis />} />
        </MenuButton>
        <Button icon={<Plus />} onPress={addFiles} isDisabled={isReadOnly}>
          {words.add}
        </Button>
      </Toolbar>
      <IntakeProgress />
      <div className="flex min-h-0 grow flex-col @4xl:flex-row">
        <div ref={listRef} className="min-h-0 min-w-0 grow">
          <DataTable
            label={words.evidence}
            rows={rows}
            columns={columns}
            selectedIds={selectedIds}
            onSelectionChange={setSelectedIds}
            onOpen={actions.open}
            onDelete={(chosen) => !isReadOnly && actions.archive(chosen, true)}
            contextMenu={itemMenu}
            sort={{ column: view.column, isDescending: view.isDescending }}
            onSortChange={({ column, isDescending }) => changeView({ column, isDescending })}
            columnWidths={view.widths}
            onColumnWidthsChange={(widths) => changeView({ widths })}
            textOf={({ title }) => title}
            isMuted={({ isArchived }) => isArchived}
            placeholder={placeholder}
            gridRef={grid}
          />
        </div>
        {hasDetails && (
          <aside
            aria-label={detailWords.details}
            className={`h-2/5 shrink-0 overflow-auto border-t border-line bg-surface @4xl:block @4xl:h-auto @4xl:w-88 @4xl:border-t-0 @4xl:border-l ${
              selected.length === 0 ? 'hidden' : ''
            }`}
          >
            {selected.length > 1 ? (
              <SeveralDetails items={selected} actions={actions} buttons={buttons} />
            ) : only ? (
              <EvidenceDetails key={only.id} id={only.id} actions={actions} buttons={buttons} />
            ) : (
              <p className="p-4 text-center text-ink-soft">{detailWords.nothingChosen}</p>
            )}
          </aside>
        )}
      </div>
      <footer className="flex h-8 shrink-0 items-center justify-between gap-3 border-t border-line px-3 text-sm text-ink-soft">
        <span role="status">
          {countWords(rows.length, items.length)}
          {selected.length > 0 && `, ${selected.length} selected`}
        </span>
        <Checkbox isSelected={view.showsArchived} onChange={(showsArchived) => changeView({ showsArchived })}>
          <span className="flex items-center gap-1.5">
            <Archive aria-hidden className="size-3.5" />
            {words.showArchived}
          </span>
        </Checkbox>
      </footer>
      {toSet && <AddToSetDialog evidence={toSet} onClose={() => setToSet(null)} />}
    </section>
  );
}

function countWords(shown: number, all: number): string {
  return shown === all
    ? formatCount(all, 'item')
    : `${shown.toLocaleString('en-US')} of ${formatCount(all, 'item')}`;
}
