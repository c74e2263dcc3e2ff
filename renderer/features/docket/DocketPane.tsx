import { useEffect, useMemo, useRef } from 'react';
import type { DocketEntry } from '../../../shared/model/docket.ts';
import {
  formatCount,
  useCommand,
  useCommandKeys,
  useEngineQuery,
  useKeptPlace,
  useKeptSelection,
  useMatter,
  useRunCommand,
} from '../../client/index.ts';
import { DataTable, useWidth, type TableHandle } from '../../ui/index.ts';
import { DocketDetails } from './details/DocketDetails.tsx';
import { indexDocket } from './details/relations.ts';
import { editEntry } from './docket-dialogs.tsx';
import { formatDocketNumber } from './docket-number.ts';
import { showEntry, useEntryTarget } from './docket-target.ts';
import { useDocketView, viewOf } from './docket-view.ts';
import { DocketToolbar } from './DocketToolbar.tsx';
import { entryMenu } from './entry-menu.ts';
import { entryColumns } from './list/columns.tsx';
import { DocketPlaceholder } from './list/DocketPlaceholder.tsx';
import { FilterChoice } from './list/FilterChoice.tsx';
import { partyFilter } from './list/filter-choices.ts';
import { paneMenu } from './pane-menu.ts';
import { PartiesView } from './parties/PartiesView.tsx';
import { listAncestors } from './threads/thread-rows.ts';
import { listFoldable, ThreadsView } from './threads/ThreadsView.tsx';
import { TimelineView } from './timeline/TimelineView.tsx';
import { useDocketActions } from './use-docket-actions.ts';
import { useDocketRows } from './use-docket-rows.ts';
import { useReading } from './use-reading.ts';
import { docketWords as words, viewWords } from './words.ts';

/** Widths of the pane from which the strip is one row, and the details stand beside the list. */
const wideStripPx = 860;
const wideDetailsPx = 900;
const none: readonly DocketEntry[] = [];

/** The docket: as a list, as threads, in time, and who is in it, with everything known of the chosen entry. */
export function DocketPane() {
  const { id: matterId, isReadOnly } = useMatter();
  const run = useRunCommand();
  const commandKeys = useCommandKeys();
  const [view, change] = useDocketView();
  const [selectedIds, setSelectedIds] = useKeptSelection('docket');
  const [folded, setFolded] = useKeptSelection('docket.folded');
  const place = useKeptPlace('docket');
  const search = useRef<HTMLInputElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const table = useRef<TableHandle>(null);
  const [paneRef, paneWidth] = useWidth();
  const [listRef, listWidth] = useWidth();
  const targetId = useEntryTarget();

  const name = viewOf(view.view);
  const query = useEngineQuery('docket.list', { matterId });
  const head = useEngineQuery('docket.header', { matterId });
  const isBeside = paneWidth >= wideDetailsPx;
  const hasDetails =
    view.showsDetails && (name === 'list' || name === 'threads' || (name === 'timeline' && isBeside));
  const lookedId = hasDetails && selectedIds.size === 1 ? ([...selectedIds][0] ?? null) : null;
  const { entries, mark } = useReading(query.data ?? none, lookedId);
  const { shown, sorted, sought } = useDocketRows(entries, view);
  const parties = useMemo(() => head.data?.parties.map((party) => party.name) ?? [], [head.data]);
  const index = useMemo(() => indexDocket(entries), [entries]);
  const columns = useMemo(() => entryColumns(listWidth), [listWidth]);
  const selected = useMemo(
    () => (selectedIds.size === 0 ? none : shown.filter(({ id }) => selectedIds.has(id))),
    [shown, selectedIds],
  );
  const [only] = selected;
  const actions = useDocketActions((entry) => mark([entry], false));

  // Leads to the entry asked for, taking away what hides it.
  useEffect(() => {
    const entry = targetId === null ? undefined : index.byId.get(targetId);
    if (targetId === null || !entry) return;
    const above = listAncestors(index.byId, entry);
    if (name === 'threads' && above.some((id) => folded.has(id)))
      setFolded(new Set([...folded].filter((id) => !above.some((each) => each === id))));
    else if (table.current?.goTo(targetId)) showEntry(null);
    else if (sought !== null && !sought.has(targetId)) change({ filter: '', saved: 'all' });
    else if (name !== 'threads' && name !== 'list') change({ view: 'list' });
  });

  useCommand('list.filter', () => {
    search.current?.focus();
    search.current?.select();
  });
  const isOne = selected.length === 1;
  useCommand('docket.move', () => only && editEntry({ kind: 'move', entry: only }), { isEnabled: isOne });
  useCommand('docket.markUnread', () => mark(selected, true), { isEnabled: selected.length > 0 });
  useCommand('docket.exportDocuments', () => void actions.exportDocuments(selected), {
    isEnabled: selected.some(({ evidenceId }) => evidenceId !== null),
  });
  const output = (kind: 'export' | 'print') =>
    editEntry({
      kind,
      shown: sorted.map(({ id }) => id),
      selected: selected.map(({ id }) => id),
    });
  useCommand('docket.export', () => output('export'));
  useCommand('docket.print', () => output('print'));

  const menuFor = (chosen: readonly DocketEntry[]) => entryMenu(chosen, { isReadOnly, actions, mark });
  const menu = paneMenu({
    isReadOnly,
    hasUnread: shown.some(({ isUnread }) => isUnread),
    showsDetails: view.showsDetails,
    run,
    commandKeys,
    onAllRead: () => mark(shown, false),
    onFold: name === 'threads' ? (isFolded) => setFolded(isFolded ? listFoldable(entries) : new Set()) : null,
    onShowDetails: (showsDetails) => change({ showsDetails }),
  });

  const placeholder = (
    <DocketPlaceholder
      query={query}
      filter={sought === null ? null : view.filter}
      onClear={() => change({ filter: '', saved: 'all' })}
    />
  );

  const shared = {
    selectedIds,
    onSelectionChange: setSelectedIds,
    onOpen: actions.open,
    menuFor,
    gridRef: grid,
    handle: table,
  };
  const body =
    name === 'parties' ? (
      <PartiesView
        query={head}
        filter={view.filter}
        onClearFilter={() => change({ filter: '' })}
        entries={entries}
        onShowFilings={(party) => change({ view: 'list', saved: partyFilter(party), filter: '' })}
      />
    ) : name === 'threads' ? (
      <ThreadsView
        {...shared}
        entries={entries}
        sought={sought}
        onDelete={actions.remove}
        widths={view.threadWidths}
        onWidthsChange={(threadWidths) => change({ threadWidths })}
        placeholder={placeholder}
        width={listWidth}
        folded={folded}
        onFoldedChange={setFolded}
      />
    ) : name === 'timeline' && shown.length > 0 ? (
      <TimelineView
        {...shared}
        entries={shown}
        lanes={view.lanes === 'party' ? 'party' : 'role'}
        onLanesChange={(lanes) => change({ lanes })}
        filterKey={`${view.saved} ${view.filter.trim()}`}
        width={listWidth}
      />
    ) : name === 'timeline' ? (
      placeholder
    ) : (
      <DataTable
        label={words.title}
        rows={sorted}
        columns={columns}
        lines={2}
        selectedIds={selectedIds}
        onSelectionChange={setSelectedIds}
        place={place}
        onOpen={actions.open}
        onDelete={actions.remove}
        contextMenu={menuFor}
        sort={{ column: view.sort, isDescending: view.isDescending }}
        onSortChange={({ column, isDescending }) => change({ sort: column, isDescending })}
        columnWidths={view.widths}
        onColumnWidthsChange={(widths) => change({ widths })}
        textOf={(entry) => formatDocketNumber(entry) || entry.text}
        placeholder={placeholder}
        gridRef={grid}
        handle={table}
      />
    );

  return (
    <div ref={paneRef} className="@container flex h-full min-h-0 flex-col">
      <DocketToolbar
        view={name}
        onViewChange={(next) => change({ view: next })}
        filter={view.filter}
        onFilterChange={(filter) => change({ filter })}
        searchRef={search}
        onMoveOn={() => grid.current?.focus()}
        menu={menu}
        isWide={paneWidth >= wideStripPx}
        choice={
          name !== 'parties' && (
            <FilterChoice
              entries={entries}
              parties={parties}
              value={view.saved}
              onChange={(saved) => change({ saved })}
            />
          )
        }
      />
      <div className={`flex min-h-0 grow ${isBeside ? '' : 'flex-col'}`}>
        <div ref={listRef} className="min-h-0 min-w-0 grow">
          {body}
        </div>
        {hasDetails && (isBeside || selected.length > 0) && entries.length > 0 && (
          <DocketDetails
            selected={selected}
            index={index}
            actions={actions}
            onMark={(isUnread) => mark(selected, isUnread)}
            isBeside={isBeside}
          />
        )}
      </div>
      {name !== 'parties' && (
        <footer
          role="status"
          className="flex h-7 shrink-0 items-center gap-3 border-t border-line px-3 text-sm text-ink-soft tabular-nums"
        >
          {query.data && (
            <>
              {sought === null
                ? formatCount(entries.length, 'entry', 'entries')
                : viewWords.counted(
                    shown.length.toLocaleString('en-US'),
                    formatCount(entries.length, 'entry', 'entries'),
                  )}
              {selected.length > 0 && `, ${selected.length.toLocaleString('en-US')} selected`}
            </>
          )}
        </footer>
      )}
    </div>
  );
}
