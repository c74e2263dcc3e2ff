import { useMemo, useRef } from 'react';
import type { Deadline } from '../../../shared/model/deadlines.ts';
import type { DocketEntry } from '../../../shared/model/docket.ts';
import {
  formatCount,
  formatNumber,
  formatTimeZone,
  useCommand,
  useEngineQuery,
  useKeptSelection,
  useMatter,
  useNow,
  useRunCommand,
  useSingleKey,
} from '../../client/index.ts';
import { useWidth, type TableHandle, ListFooter } from '../../ui/index.ts';
import { AgendaView } from './agenda/AgendaView.tsx';
import { DeadlinesPlaceholder } from './agenda/DeadlinesPlaceholder.tsx';
import { Filters } from './agenda/Filters.tsx';
import { isPastDue, nextDeadline } from './agenda/groups.ts';
import { NextDeadline } from './agenda/NextDeadline.tsx';
import { useFilteredDeadlines } from './agenda/use-filtered-deadlines.ts';
import { CalendarView } from './calendar/CalendarView.tsx';
import { CounselNotice } from './CounselNotice.tsx';
import { deadlineMenu } from './deadline-menu.ts';
import { showDeadline, useLeadToDeadline } from './deadline-target.ts';
import { unfiltered, useDeadlineView, viewOf } from './deadline-view.ts';
import { DeadlinesToolbar } from './DeadlinesToolbar.tsx';
import { DeadlinesDetails } from './details/DeadlinesDetails.tsx';
import { paneMenu } from './pane-menu.ts';
import { useDeadlineActions } from './use-deadline-actions.ts';
import { deadlineWords as words } from './words.ts';

/** Widths of the pane from which the strip is one row, and the details are beside the list. */
const wideStripPx = 1_080;
const wideDetailsPx = 900;
const none: readonly Deadline[] = [];
const noEntries: readonly DocketEntry[] = [];

/** The deadlines of a matter: what is due next and why, the list by how near they are, and how each is counted. */
export function DeadlinesPane() {
  const { id: matterId, isReadOnly, timezone } = useMatter();
  const run = useRunCommand();
  const now = useNow();
  const [view, change] = useDeadlineView();
  const [selectedIds, setSelectedIds] = useKeptSelection('deadlines');
  const [folded, setFolded] = useKeptSelection('deadlines.folded');
  const search = useRef<HTMLInputElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const details = useRef<HTMLElement>(null);
  const table = useRef<TableHandle>(null);
  const [paneRef, paneWidth] = useWidth();
  const [listRef, listWidth] = useWidth();
  const actions = useDeadlineActions();
  const singleKey = useSingleKey();

  const name = viewOf(view.view);
  const query = useEngineQuery('deadlines.list', { matterId });
  const docket = useEngineQuery('docket.list', { matterId });
  const all = query.data ?? none;
  const isBeside = paneWidth >= wideDetailsPx;
  const { shown, isFiltered } = useFilteredDeadlines(all, view, now);
  const selected = useMemo(() => shown.filter(({ id }) => selectedIds.has(id)), [shown, selectedIds]);
  const hasDetails = view.showsDetails && all.length > 0 && (isBeside || selected.length > 0);
  const known = useMemo(
    () => ({
      entries: new Map<string, DocketEntry>((docket.data ?? noEntries).map((entry) => [entry.id, entry])),
      deadlines: new Map<string, Deadline>(all.map((deadline) => [deadline.id, deadline])),
    }),
    [docket.data, all],
  );
  const next = useMemo(() => nextDeadline(all, now), [all, now]);
  useLeadToDeadline({
    view: name,
    state: view,
    onViewChange: change,
    deadlines: known.deadlines,
    onSelectionChange: setSelectedIds,
    folded,
    onFoldedChange: setFolded,
    table,
  });
  useCommand('list.filter', () => {
    search.current?.focus();
    search.current?.select();
  });

  const open = (deadline: Deadline) => {
    setSelectedIds(new Set([deadline.id]));
    if (!view.showsDetails) change({ showsDetails: true });
    window.requestAnimationFrame(() => details.current?.focus());
  };
  const menu = paneMenu({
    isDoneFolded: folded.has('done'),
    onFoldDone: (isFolded) =>
      setFolded(new Set(isFolded ? [...folded, 'done'] : [...folded].filter((id) => id !== 'done'))),
    showsDetails: view.showsDetails,
    onShowDetails: (showsDetails) => change({ showsDetails }),
    run,
  });
  const body = () => {
    if (shown.length === 0)
      return (
        <DeadlinesPlaceholder
          query={query}
          filter={all.length > 0 ? view.filter : null}
          onClear={() => change(unfiltered)}
        />
      );
    if (name !== 'agenda')
      return (
        <CalendarView key={name} kind={name} deadlines={shown} selectedIds={selectedIds} onOpen={open} />
      );
    return (
      <AgendaView
        deadlines={shown}
        selectedIds={selectedIds}
        onSelectionChange={setSelectedIds}
        onOpen={open}
        actions={actions}
        menuFor={(chosen) => deadlineMenu(chosen, { isReadOnly, actions, singleKey })}
        folded={folded}
        onFoldedChange={setFolded}
        widths={view.widths}
        onWidthsChange={(widths) => change({ widths })}
        width={listWidth}
        gridRef={grid}
        handle={table}
      />
    );
  };

  return (
    <div ref={paneRef} className="@container flex h-full min-h-0 flex-col overflow-y-auto">
      <DeadlinesToolbar
        view={name}
        onViewChange={(each) => change({ view: each })}
        filter={view.filter}
        onFilterChange={(typed) => change({ filter: typed })}
        searchRef={search}
        onMoveOn={() => grid.current?.focus()}
        menu={menu}
        isWide={paneWidth >= wideStripPx}
        choices={all.length > 0 && <Filters deadlines={all} value={view} onChange={change} now={now} />}
      />
      {all.length > 0 && (
        <NextDeadline
          deadline={next}
          otherPast={all.filter((each) => isPastDue(each, now) && each !== next).length}
          now={now}
          timeZone={timezone}
          onShow={({ id }) => {
            change({ showsDetails: true });
            showDeadline(id);
          }}
        />
      )}
      <div
        className={`flex grow ${isBeside ? '' : 'flex-col'} ${
          name !== 'agenda'
            ? 'min-h-64 low:shrink-0'
            : hasDetails
              ? 'min-h-64 low:min-h-36'
              : 'min-h-48 low:min-h-28'
        }`}
      >
        <div
          ref={listRef}
          className={`min-w-0 grow ${hasDetails && name === 'agenda' ? 'min-h-32 low:min-h-0' : 'min-h-32'}`}
        >
          {body()}
        </div>
        {hasDetails && (
          <DeadlinesDetails
            selected={selected}
            known={known}
            actions={actions}
            isBeside={isBeside}
            onLeave={() => grid.current?.focus()}
            paneRef={details}
          />
        )}
      </div>
      <ListFooter
        count={query.data && countWords(all.length, isFiltered ? shown.length : null, selected.length)}
      >
        <span className="hidden grow truncate @2xl:inline">{words.zone(formatTimeZone(timezone))}</span>
        <CounselNotice />
      </ListFooter>
    </div>
  );
}

/** @param shown how many a filter leaves; null where nothing is filtered */
function countWords(all: number, shown: number | null, selected: number): string {
  const deadlines = formatCount(all, 'deadline');
  return [
    shown === null ? deadlines : words.counted(formatNumber(shown), deadlines),
    ...(selected > 0 ? [words.selected(selected)] : []),
  ].join(', ');
}
