import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import type { Deadline } from '../../../shared/model/deadlines.ts';
import type { DocketEntry } from '../../../shared/model/docket.ts';
import {
  formatCount,
  formatTimeZone,
  isEditing,
  useCommand,
  useEngineQuery,
  useKeptSelection,
  useMatter,
  useNow,
  useRunCommand,
  useSingleKey,
} from '../../client/index.ts';
import { useWidth, type MenuEntry, type TableHandle } from '../../ui/index.ts';
import { AgendaView } from './agenda/AgendaView.tsx';
import { filterDeadlines, isFiltering } from './agenda/filter-deadlines.ts';
import { DeadlinesPlaceholder } from './agenda/DeadlinesPlaceholder.tsx';
import { Filters } from './agenda/Filters.tsx';
import { isPastDue, nextDeadline } from './agenda/groups.ts';
import { NextDeadline } from './agenda/NextDeadline.tsx';
import { CounselNotice } from './CounselNotice.tsx';
import { deadlineMenu } from './deadline-menu.ts';
import { showDeadline, useDeadlineTarget } from './deadline-target.ts';
import { deadlineViews, useDeadlineView } from './deadline-view.ts';
import { DeadlinesToolbar } from './DeadlinesToolbar.tsx';
import { DeadlineDetails } from './details/DeadlineDetails.tsx';
import { SeveralDeadlines } from './details/SeveralDeadlines.tsx';
import { useDeadlineActions } from './use-deadline-actions.ts';
import { dayViews } from './views.ts';
import { deadlineWords as words, detailWords } from './words.ts';

/** Widths of the pane from which the strip is one row, and the details stand beside the list. */
const wideStripPx = 1_080;
const wideDetailsPx = 900;
const none: readonly Deadline[] = [];
const noEntries: readonly DocketEntry[] = [];
const unfiltered = { filter: '', owner: 'all', kind: 'all', status: 'all' };

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
  const targetId = useDeadlineTarget();
  const actions = useDeadlineActions();

  const query = useEngineQuery('deadlines.list', { matterId });
  const docket = useEngineQuery('docket.list', { matterId });
  const all = query.data ?? none;
  const filter = useDeferredValue(view.filter);
  const asked = useMemo(
    () => ({ filter, owner: view.owner, kind: view.kind, status: view.status }),
    [filter, view.owner, view.kind, view.status],
  );
  const shown = useMemo(
    () => (isFiltering(asked) ? filterDeadlines(all, asked, now) : all),
    [all, asked, now],
  );
  const selected = useMemo(() => shown.filter(({ id }) => selectedIds.has(id)), [shown, selectedIds]);
  const known = useMemo(
    () => ({
      entries: new Map<string, DocketEntry>((docket.data ?? noEntries).map((entry) => [entry.id, entry])),
      deadlines: new Map<string, Deadline>(all.map((deadline) => [deadline.id, deadline])),
    }),
    [docket.data, all],
  );
  const views = deadlineViews.filter((name) => name === 'agenda' || dayViews[name] !== undefined);
  const name = views.find((each) => each === view.view) ?? 'agenda';
  const DayView = dayViews[name];
  const isBeside = paneWidth >= wideDetailsPx;

  // Leads to the deadline asked for, taking away what hides it.
  useEffect(() => {
    if (targetId === null || !known.deadlines.has(targetId)) return;
    if (name !== 'agenda') {
      setSelectedIds(new Set([targetId]));
      showDeadline(null);
    } else if (table.current?.goTo(targetId)) showDeadline(null);
    else if (isFiltering(view)) change(unfiltered);
    else if (folded.size > 0) setFolded(new Set());
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
  const singleKey = useSingleKey();
  const menuFor = (chosen: readonly Deadline[]) => deadlineMenu(chosen, { isReadOnly, actions, singleKey });
  const isDoneFolded = folded.has('done');
  const paneMenu: readonly MenuEntry[] = [
    {
      id: 'done',
      label: isDoneFolded ? words.unfoldDone : words.foldDone,
      onAction: () =>
        setFolded(new Set(isDoneFolded ? [...folded].filter((id) => id !== 'done') : [...folded, 'done'])),
    },
    {
      id: 'details',
      label: view.showsDetails ? words.hideDetails : words.showDetails,
      onAction: () => change({ showsDetails: !view.showsDetails }),
    },
    'separator',
    ...(['deadlines.days', 'deadlines.rules', 'deadlines.reminders'] as const).map((id) => ({
      id,
      label: words[id],
      onAction: () => void run(id),
    })),
    'separator',
    ...(['deadlines.exportCalendar', 'deadlines.controlSheet'] as const).map((id) => ({
      id,
      label: words[id],
      onAction: () => void run(id),
    })),
  ];

  const placeholder = (
    <DeadlinesPlaceholder
      query={query}
      filter={all.length > 0 ? view.filter : null}
      onClear={() => change(unfiltered)}
    />
  );

  const next = useMemo(() => nextDeadline(all, now), [all, now]);
  const past = all.filter((each) => isPastDue(each, now) && each !== next).length;
  const [only] = selected;
  const hasDetails = view.showsDetails && all.length > 0 && (isBeside || selected.length > 0);
  return (
    <div ref={paneRef} className="@container flex h-full min-h-0 flex-col overflow-y-auto">
      <DeadlinesToolbar
        view={name}
        views={views}
        onViewChange={(each) => change({ view: each })}
        filter={view.filter}
        onFilterChange={(typed) => change({ filter: typed })}
        searchRef={search}
        onMoveOn={() => grid.current?.focus()}
        menu={paneMenu}
        isWide={paneWidth >= wideStripPx}
        choices={all.length > 0 && <Filters deadlines={all} value={view} onChange={change} now={now} />}
      />
      {all.length > 0 && (
        <NextDeadline
          deadline={next}
          otherPast={past}
          now={now}
          timeZone={timezone}
          onShow={({ id }) => {
            change({ showsDetails: true });
            showDeadline(id);
          }}
        />
      )}
      <div className={`flex min-h-64 grow ${isBeside ? '' : 'flex-col'}`}>
        <div ref={listRef} className="min-h-32 min-w-0 grow">
          {DayView && shown.length > 0 ? (
            <DayView deadlines={shown} selectedIds={selectedIds} onOpen={open} />
          ) : shown.length === 0 ? (
            placeholder
          ) : (
            <AgendaView
              deadlines={shown}
              selectedIds={selectedIds}
              onSelectionChange={setSelectedIds}
              onOpen={open}
              actions={actions}
              menuFor={menuFor}
              folded={folded}
              onFoldedChange={setFolded}
              widths={view.widths}
              onWidthsChange={(widths) => change({ widths })}
              width={listWidth}
              placeholder={placeholder}
              gridRef={grid}
              handle={table}
            />
          )}
        </div>
        {hasDetails && (
          <aside
            ref={details}
            aria-label={detailWords.details}
            tabIndex={0}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || isEditing(event.target as Element)) return;
              grid.current?.focus();
            }}
            className={`shrink-0 overflow-auto border-line bg-surface outline-offset-[-2px] ${
              isBeside ? 'w-104 border-l' : 'h-1/2 border-t'
            }`}
          >
            {selected.length > 1 ? (
              <SeveralDeadlines deadlines={selected} actions={actions} />
            ) : only ? (
              <DeadlineDetails key={only.id} deadline={only} known={known} actions={actions} />
            ) : (
              <p className="p-4 text-center text-ink-soft">{detailWords.nothingChosen}</p>
            )}
          </aside>
        )}
      </div>
      <footer
        role="status"
        className="flex min-h-7 shrink-0 flex-wrap items-center gap-x-3 border-t border-line px-3 text-sm text-ink-soft tabular-nums"
      >
        {query.data && (
          <>
            <span>
              {isFiltering(asked)
                ? words.counted(shown.length.toLocaleString('en-US'), formatCount(all.length, 'deadline'))
                : formatCount(all.length, 'deadline')}
              {selected.length > 0 && `, ${words.selected(selected.length)}`}
            </span>
            <span className="hidden truncate @2xl:inline">{words.zone(formatTimeZone(timezone))}</span>
            <span className="ml-auto">
              <CounselNotice />
            </span>
          </>
        )}
      </footer>
    </div>
  );
}
