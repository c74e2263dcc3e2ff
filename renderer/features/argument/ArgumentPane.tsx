import { useEffect, useMemo, useRef } from 'react';
import type { PinCiteFinding } from '../../../shared/model/argument.ts';
import { useCommand, useKeptPlace, useKeptSelection, useMatter, useViewState } from '../../client/index.ts';
import { DataTable, DetailsPane, useWidth, type TableHandle, ListFooter } from '../../ui/index.ts';
import { useSettled } from '../evidence/index.ts';
import { AllegationsView } from './allegations/AllegationsView.tsx';
import { openArgumentDialog } from './argument-dialogs.ts';
import { cameToTarget, useArgumentTarget } from './argument-target.ts';
import { ArgumentToolbar } from './ArgumentToolbar.tsx';
import { defaultView } from './argument-view.ts';
import { FactDetails } from './details/FactDetails.tsx';
import { factColumns } from './list/fact-columns.tsx';
import { FactsPlaceholder } from './list/FactsPlaceholder.tsx';
import { useFactMenu } from './list/use-fact-menu.ts';
import { MatrixView } from './matrix/MatrixView.tsx';
import { useArgument } from './use-argument.ts';
import { useFactActions } from './use-fact-actions.ts';
import { words } from './words.ts';

/** The facts of the matter by date, by what they bear on or by what is alleged, and what the selected one says. */
export function ArgumentPane() {
  const { timezone, isReadOnly } = useMatter();
  const [view, changeView] = useViewState('argument.view', defaultView);
  const { query, isRead, all, shown, findings } = useArgument(view.words);
  const [selectedIds, setSelectedIds] = useKeptSelection('argument');
  const selected = useMemo(
    () => shown.facts.filter(({ id }) => selectedIds.has(id)),
    [shown.facts, selectedIds],
  );
  const actions = useFactActions();
  const menuOf = useFactMenu(actions);
  const field = useRef<HTMLInputElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const table = useRef<TableHandle>(null);
  const place = useKeptPlace('argument');
  const [listRef, listWidth] = useWidth();
  const columns = useMemo(
    () => factColumns({ timeZone: timezone, width: listWidth, elements: all.elements, findings }),
    [timezone, listWidth, all.elements, findings],
  );
  const hasDetails = useSettled(selected.length > 0);
  const [only] = selected.length === 1 ? selected : [];
  const target = useArgumentTarget();
  useEffect(() => {
    if (target === null || !isRead) return;
    const shows = target === 'matrix' ? 'matrix' : 'chronology';
    // A filter may hide the fact, and only the list shows it.
    if (view.words !== '' || view.shows !== shows) changeView({ words: '', shows });
    else if (shows === 'matrix' || table.current?.goTo(target) || !all.facts.some(({ id }) => id === target))
      cameToTarget();
  }, [target, isRead, view.words, view.shows, changeView, all.facts, shown.facts]);
  useCommand('list.filter', () => field.current?.select());
  const placeholder = (
    <FactsPlaceholder query={query} filter={view.words} onClear={() => changeView({ words: '' })} />
  );
  return (
    <div className="@container flex h-full min-h-0 flex-col bg-surface">
      <ArgumentToolbar
        view={view}
        onChange={changeView}
        fieldRef={field}
        onMoveOn={() => grid.current?.focus()}
        factMenu={menuOf(view.shows === 'allegations' ? [] : selected)}
      />
      {view.shows === 'allegations' ? (
        <AllegationsView
          view={view}
          onChange={changeView}
          argument={all}
          findings={findings}
          actions={actions}
          gridRef={grid}
        />
      ) : (
        <>
          <div className="flex min-h-0 grow flex-col @4xl:flex-row">
            <div ref={listRef} className="relative min-h-0 min-w-0 grow">
              {view.shows === 'matrix' && isRead ? (
                <MatrixView
                  argument={shown}
                  isNarrowed={view.words.trim() !== ''}
                  findings={findings}
                  selectedIds={selectedIds}
                  onSelect={(id) => setSelectedIds(new Set([id]))}
                  onOpen={actions.open}
                />
              ) : (
                <DataTable
                  label={words.facts}
                  rows={shown.facts}
                  columns={columns}
                  lines={2}
                  selectedIds={selectedIds}
                  onSelectionChange={setSelectedIds}
                  place={place}
                  onOpen={(fact) => {
                    const [first] = fact.pinCites;
                    if (first) actions.open(first);
                    else if (!isReadOnly) openArgumentDialog({ kind: 'editFact', fact });
                  }}
                  onDelete={(facts) => !isReadOnly && actions.remove(facts)}
                  contextMenu={menuOf}
                  textOf={({ text }) => text}
                  columnWidths={view.widths}
                  onColumnWidthsChange={(widths) => changeView({ widths })}
                  placeholder={placeholder}
                  gridRef={grid}
                  handle={table}
                />
              )}
            </div>
            {hasDetails && (
              <DetailsPane label={words.details}>
                {only ? (
                  <FactDetails
                    key={only.id}
                    fact={only}
                    elements={all.elements}
                    findings={findings}
                    actions={actions}
                    onEdit={() => openArgumentDialog({ kind: 'editFact', fact: only })}
                  />
                ) : (
                  <p className="p-3 text-ink-soft">{words.several(selected.length)}</p>
                )}
              </DetailsPane>
            )}
          </div>
          <ListFooter count={words.count(shown.facts.length, all.facts.length)}>
            <CheckedCites findings={[...findings.values()]} />
          </ListFooter>
        </>
      )}
    </div>
  );
}

/** How many pin cites do not hold, and how many cannot be checked yet. */
function CheckedCites({ findings }: { readonly findings: readonly PinCiteFinding[] }) {
  const unread = findings.filter(({ state }) => state === 'unread').length;
  const failing = findings.length - unread;
  return (
    <span className="flex gap-3">
      {failing > 0 && <span className="text-warning-ink">{words.failing(failing)}</span>}
      {unread > 0 && <span>{words.unread(unread)}</span>}
    </span>
  );
}
