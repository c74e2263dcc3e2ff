import { Archive } from 'lucide-react';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import type { EvidenceId } from '../../../shared/model/common.ts';
import type { EvidenceList, EvidenceSort } from '../../../shared/model/evidence.ts';
import {
  engineClient,
  formatSize,
  formatCount,
  showError,
  useCommand,
  useEngineQuery,
  useHasSingleKeys,
  useKeptPlace,
  useKeptSelection,
  useMatter,
  useViewState,
} from '../../client/index.ts';
import { Checkbox, DataTable, useWidth } from '../../ui/index.ts';
import { AddToSetDialog } from '../exhibits/index.ts';
import { DescribeDialog } from './details/DescribeDialog.tsx';
import { EvidenceDetails } from './details/EvidenceDetails.tsx';
import { SeveralDetails } from './details/SeveralDetails.tsx';
import { EvidenceButtons } from './EvidenceButtons.tsx';
import { useItemMenu } from './evidence-menu.ts';
import { EvidenceToolbar } from './EvidenceToolbar.tsx';
import { HashReportDialog, useHashReport } from './hashes/HashReport.tsx';
import { RedactionReportDialog, useRedactionReport } from './redactions/RedactionReport.tsx';
import { IntakeProgress } from './intake/IntakeProgress.tsx';
import { UnfinishedIntakes } from './intake/UnfinishedIntakes.tsx';
import { evidenceColumns } from './list/rows/columns.tsx';
import { defaultView, noFilter } from './list/evidence-view.ts';
import { FilterChips } from './list/filters/FilterChips.tsx';
import { chosenItems, listRows, type ListRow } from './list/rows/list-rows.ts';
import { ListPlaceholder } from './list/ListPlaceholder.tsx';
import { RowStoreProvider, useMatterRows } from './list/rows/rows-context.tsx';
import { SelectionBar } from './list/SelectionBar.tsx';
import { ThumbnailGrid } from './list/ThumbnailGrid.tsx';
import { ManageTagsDialog } from './tags/ManageTagsDialog.tsx';
import { TagsDialog } from './tags/TagsDialog.tsx';
import { useEvidenceActions } from './use-evidence-actions.ts';
import { useSettled } from './use-settled.ts';
import { detailWords, words } from './words.ts';

const nothing: EvidenceList = { ids: [], groups: [], depths: [], total: 0, totalBytes: 0 };
type Asked = 'tags' | 'manageTags' | 'describe' | null;

/** The matter's evidence: the list, what is known of the chosen item, and everything that can be done with it. */
export function EvidencePane() {
  const [left, changeView] = useViewState('evidence.view', defaultView);
  // What an earlier version remembered may lack what is new.
  const view = useMemo(() => ({ ...left, filter: { ...noFilter, ...left.filter } }), [left]);
  const { id: matterId, timezone, isReadOnly } = useMatter();
  const rowStore = useMatterRows();
  const enteredWords = useDeferredValue(view.words);
  const search = useMemo(
    () => ({
      filter: { ...view.filter, words: enteredWords },
      sort: view.sort,
      isDescending: view.isDescending,
      grouping: view.grouping,
    }),
    [view.filter, enteredWords, view.sort, view.isDescending, view.grouping],
  );
  const query = useEngineQuery('evidence.find', { matterId, ...search }, { keepsPrevious: true });
  const list = query.data ?? nothing;
  const rows = useMemo(() => listRows(list, new Set(view.folded)), [list, view.folded]);
  const listed = useMemo(() => new Set<string>(list.ids), [list]);
  const [selectedIds, setSelectedIds] = useKeptSelection('evidence');
  const place = useKeptPlace('evidence');
  const cardsPlace = useKeptPlace('evidence.cards');
  const selected = useMemo(
    () => [...selectedIds].filter((id) => listed.has(id)) as EvidenceId[],
    [selectedIds, listed],
  );
  const isChosen = useSettled(selected.length > 0);
  const actions = useEvidenceActions((ids) =>
    ids.length === 1 ? (rowStore.get(ids[0] ?? '')?.title ?? null) : null,
  );
  const [toSet, setToSet] = useState<readonly { id: EvidenceId; title: string }[] | null>(null);
  const [asked, setAsked] = useState<Asked>(null);
  const hashes = useHashReport();
  const redactions = useRedactionReport();
  const filterInput = useRef<HTMLInputElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const [listRef, listWidth] = useWidth();

  const columns = useMemo(
    () => evidenceColumns(timezone, listWidth, view.columns, view.grouping),
    [timezone, listWidth, view.columns, view.grouping],
  );
  const choose = (lines: ReadonlySet<string>) => setSelectedIds(chosenItems(lines, rows));
  const addToSet = (ids: readonly EvidenceId[]) => {
    rowStore.readAll(ids).then((items) => setToSet(items), showError);
  };
  const open = (id: string) => {
    const item = rowStore.get(id);
    if (item) actions.open(item);
  };
  useCommand('list.filter', () => filterInput.current?.select());
  useCommand('evidence.export', () => void actions.exportOriginals(selected), {
    isEnabled: selected.length > 0,
  });
  const menuOf = useItemMenu({
    actions,
    rowStore,
    onAddToSet: addToSet,
    onEditTags: () => setAsked('tags'),
    onDescribe: () => setAsked('describe'),
    onCheckRedactions: redactions.check,
  });
  const hasSingleKeys = useHasSingleKeys();
  const onKey = (key: string): boolean => {
    if (!hasSingleKeys || selected.length === 0 || isReadOnly) return false;
    const letter = key.toLowerCase();
    if (letter === 'r') void actions.toggleReviewed(selected);
    else if (letter === 'f') void actions.toggleFlagged(selected);
    else if (letter === 't') setAsked('tags');
    else if (/^[0-3]$/.test(key)) actions.rate(selected, Number(key));
    else return false;
    return true;
  };
  const fold = (id: string, isUnfolded: boolean) =>
    changeView({
      folded: isUnfolded ? view.folded.filter((each) => each !== id) : [...view.folded, id],
    });

  const placeholder = (
    <ListPlaceholder
      query={query}
      view={view}
      total={list.total}
      onShowArchived={() => changeView({ filter: { ...view.filter, includesArchived: true } })}
      onClear={() =>
        changeView({
          words: '',
          filter: { ...defaultView.filter, includesArchived: view.filter.includesArchived },
        })
      }
    />
  );
  const [only] = selected;
  const buttons = <EvidenceButtons ids={selected} actions={actions} onAddToSet={addToSet} />;
  const hasDetails = view.showsDetails && list.total > 0;
  return (
    <RowStoreProvider store={rowStore}>
      <div className="@container flex h-full min-h-0 flex-col bg-surface">
        <EvidenceToolbar
          view={view}
          onChange={changeView}
          filterRef={filterInput}
          onMoveOn={() => grid.current?.focus()}
          shownColumns={columns.map(({ id }) => id).filter((id) => id !== 'title')}
          itemMenu={menuOf(selected)}
          onManageTags={() => setAsked('manageTags')}
          onCompareHashes={hashes.compare}
        />
        <UnfinishedIntakes />
        <IntakeProgress />
        <FilterChips
          filter={view.filter}
          onChange={(patch) => changeView({ filter: { ...view.filter, ...patch } })}
        />
        {list.total > 0 && (
          <SelectionBar
            ids={selected}
            actions={actions}
            onEditTags={() => setAsked('tags')}
            onDescribe={() => setAsked('describe')}
            onClear={() => setSelectedIds(new Set())}
          />
        )}
        <div className="flex min-h-0 grow flex-col @4xl:flex-row">
          <div ref={listRef} className="relative min-h-0 min-w-0 grow">
            {view.layout === 'rows' || rows.length === 0 ? (
              <DataTable<ListRow>
                label={words.evidence}
                rows={rows}
                columns={columns}
                selectedIds={selectedIds}
                onSelectionChange={choose}
                place={place}
                onOpen={({ id }) => open(id)}
                onDelete={() => !isReadOnly && actions.archive(selected, true)}
                contextMenu={(chosen) =>
                  menuOf([...chosenItems(new Set(chosen.map(({ id }) => id)), rows)] as EvidenceId[])
                }
                sort={{ column: view.sort, isDescending: view.isDescending }}
                onSortChange={({ column, isDescending }) =>
                  changeView({ sort: column as EvidenceSort, isDescending })
                }
                columnWidths={view.widths}
                onColumnWidthsChange={(widths) => changeView({ widths })}
                findByLetters={async (letters, after) => {
                  const { id } = await engineClient['evidence.byLetters']({
                    matterId,
                    ...search,
                    letters,
                    after: after as EvidenceId | null,
                  });
                  return id;
                }}
                onKey={onKey}
                {...(rows[0]?.place && {
                  tree: {
                    placeOf: ({ place }) => place ?? { level: 1, position: 1, setSize: 1, isUnfolded: null },
                    onUnfold: ({ id }, isUnfolded) => fold(id, isUnfolded),
                  },
                })}
                placeholder={placeholder}
                gridRef={grid}
              />
            ) : (
              <ThumbnailGrid
                label={words.evidence}
                rows={rows}
                selectedIds={selectedIds}
                onSelectionChange={setSelectedIds}
                place={cardsPlace}
                onOpen={open}
                onDelete={() => !isReadOnly && actions.archive(selected, true)}
                onKey={onKey}
                gridRef={grid}
              />
            )}
          </div>
          {hasDetails && (
            <aside
              aria-label={detailWords.details}
              className={`h-2/5 shrink-0 overflow-auto border-t border-line bg-surface @4xl:block @4xl:h-auto @4xl:w-88 @4xl:border-t-0 @4xl:border-l ${
                isChosen ? '' : 'hidden'
              }`}
            >
              {selected.length > 1 ? (
                <SeveralDetails ids={selected} actions={actions} buttons={buttons} />
              ) : only ? (
                <EvidenceDetails
                  key={only}
                  id={only}
                  actions={actions}
                  buttons={buttons}
                  onEditTags={() => setAsked('tags')}
                  onShowFamily={() => changeView({ grouping: 'family', layout: 'rows' })}
                />
              ) : (
                <p className="p-4 text-center text-ink-soft">{detailWords.nothingChosen}</p>
              )}
            </aside>
          )}
        </div>
        <footer className="flex h-8 shrink-0 items-center justify-between gap-3 border-t border-line px-3 text-sm text-ink-soft">
          <span role="status">
            {countWords(list)}
            {selected.length > 0 && `, ${selected.length.toLocaleString('en-US')} selected`}
          </span>
          <Checkbox
            isSelected={view.filter.includesArchived}
            onChange={(includesArchived) => changeView({ filter: { ...view.filter, includesArchived } })}
          >
            <span className="flex items-center gap-1.5">
              <Archive aria-hidden className="size-3.5" />
              {words.showArchived}
            </span>
          </Checkbox>
        </footer>
        {toSet && <AddToSetDialog evidence={toSet} onClose={() => setToSet(null)} />}
        {asked === 'tags' && selected.length > 0 && (
          <TagsDialog ids={selected} actions={actions} onClose={() => setAsked(null)} />
        )}
        {asked === 'manageTags' && <ManageTagsDialog onClose={() => setAsked(null)} />}
        {asked === 'describe' && selected.length > 0 && (
          <DescribeDialog ids={selected} actions={actions} onClose={() => setAsked(null)} />
        )}
        {hashes.report && <HashReportDialog report={hashes.report} onClose={hashes.close} />}
        {redactions.report && <RedactionReportDialog report={redactions.report} onClose={redactions.close} />}
      </div>
    </RowStoreProvider>
  );
}

function countWords({ ids, total, totalBytes }: EvidenceList): string {
  const shown = ids.length.toLocaleString('en-US');
  return ids.length === total
    ? `${formatCount(total, 'item')}${total > 0 ? `, ${formatSize(totalBytes)}` : ''}`
    : `${shown} of ${formatCount(total, 'item')}`;
}
