import { useMemo, useRef } from 'react';
import type { DocketEntry } from '../../../shared/model/docket.ts';
import {
  formatCount,
  formatNumber,
  useCommandKeys,
  useEngineQuery,
  useKeptSelection,
  useMatter,
  useRunCommand,
} from '../../client/index.ts';
import { useWidth, type TableHandle, ListFooter } from '../../ui/index.ts';
import { DocketDetails } from './details/DocketDetails.tsx';
import { indexDocket } from './details/relations.ts';
import { useLeadToEntry } from './docket-target.ts';
import { unfiltered, useDocketView, viewOf } from './docket-view.ts';
import { DocketToolbar } from './DocketToolbar.tsx';
import { entryMenu } from './entry-menu.ts';
import { DocketPlaceholder } from './list/DocketPlaceholder.tsx';
import { EntryList } from './list/EntryList.tsx';
import { FilterChoice } from './list/FilterChoice.tsx';
import { partyFilter } from './list/filter-choices.ts';
import { paneMenu } from './pane-menu.ts';
import { PartiesView } from './parties/PartiesView.tsx';
import { listFoldable, ThreadsView } from './threads/ThreadsView.tsx';
import { TimelineView } from './timeline/TimelineView.tsx';
import { useDocketActions } from './use-docket-actions.ts';
import { useDocketCommands } from './use-docket-commands.ts';
import { useDocketRows } from './use-docket-rows.ts';
import { useReading } from './use-reading.ts';
import { viewWords } from './words.ts';

/** Widths of the pane from which the strip is one row, and the details are beside the list. */
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
  const search = useRef<HTMLInputElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const table = useRef<TableHandle>(null);
  const [paneRef, paneWidth] = useWidth();
  const [listRef, listWidth] = useWidth();

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
  const selected = useMemo(
    () => (selectedIds.size === 0 ? none : shown.filter(({ id }) => selectedIds.has(id))),
    [shown, selectedIds],
  );
  const actions = useDocketActions((entry) => mark([entry], false));
  useLeadToEntry({
    view: name,
    index,
    sought,
    folded,
    onFoldedChange: setFolded,
    onViewChange: change,
    table,
  });
  useDocketCommands({ search, sorted, selected, actions, mark });

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
      onClear={() => change(unfiltered)}
    />
  );
  const rows = {
    selectedIds,
    onSelectionChange: setSelectedIds,
    onOpen: actions.open,
    onDelete: actions.remove,
    menuFor: (chosen: readonly DocketEntry[]) => entryMenu(chosen, { isReadOnly, actions, mark }),
    gridRef: grid,
    handle: table,
    width: listWidth,
  };
  const body = () => {
    switch (name) {
      case 'list':
        return (
          <EntryList {...rows} entries={sorted} view={view} onViewChange={change} placeholder={placeholder} />
        );
      case 'threads':
        return (
          <ThreadsView
            {...rows}
            entries={entries}
            sought={sought}
            widths={view.threadWidths}
            onWidthsChange={(threadWidths) => change({ threadWidths })}
            placeholder={placeholder}
            folded={folded}
            onFoldedChange={setFolded}
          />
        );
      case 'timeline':
        if (shown.length === 0) return placeholder;
        return (
          <TimelineView
            {...rows}
            entries={shown}
            lanes={view.lanes === 'party' ? 'party' : 'role'}
            onLanesChange={(lanes) => change({ lanes })}
            filterKey={`${view.saved} ${view.filter.trim()}`}
          />
        );
      case 'parties':
        return (
          <PartiesView
            query={head}
            filter={view.filter}
            onClearFilter={() => change({ filter: '' })}
            entries={entries}
            onShowFilings={(party) => change({ view: 'list', saved: partyFilter(party), filter: '' })}
          />
        );
    }
  };

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
        choices={
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
          {body()}
        </div>
        {hasDetails && (isBeside || selected.length > 0) && entries.length > 0 && (
          <DocketDetails
            selected={selected}
            index={index}
            menu={rows.menuFor(selected)}
            onOpen={actions.open}
            isBeside={isBeside}
          />
        )}
      </div>
      {name !== 'parties' && (
        <ListFooter
          count={query.data && countWords(entries.length, sought && shown.length, selected.length)}
        />
      )}
    </div>
  );
}

/** @param shown how many a filter leaves; null where nothing is filtered out */
function countWords(all: number, shown: number | null, selected: number): string {
  const entries = formatCount(all, 'entry', 'entries');
  return [
    shown === null ? entries : viewWords.counted(formatNumber(shown), entries),
    ...(selected > 0 ? [viewWords.selected(selected)] : []),
  ].join(', ');
}
