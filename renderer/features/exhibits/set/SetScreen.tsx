import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { buildChoices } from '../../../../shared/domain/exhibits/build-choices.ts';
import type { Exhibit, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { useCommand, useEngineQuery, useKeptSelection, useMatter } from '../../../client/index.ts';
import { LoadingState, Tabs, type TableHandle } from '../../../ui/index.ts';
import { BuildList } from '../builds/BuildList.tsx';
import { BuildProgress } from '../builds/BuildProgress.tsx';
import { buildSet } from '../builds/build-store.ts';
import { CitationsView } from '../citations/CitationsView.tsx';
import { useExhibitActions } from '../exhibits/use-exhibit-actions.ts';
import { ExhibitList } from '../list/ExhibitList.tsx';
import { PreviewPane } from '../preview/PreviewPane.tsx';
import type { PreviewPlace } from '../preview/preview-steps.ts';
import { SettingsPane } from '../settings/SettingsPane.tsx';
import { paneWords, words } from '../words.ts';
import { canChange, exhibitMenu, type OpenDialog } from './exhibit-menu.ts';
import { SetDialogs } from './SetDialogs.tsx';
import { SetPanes } from './SetPanes.tsx';
import { SetToolbar } from './SetToolbar.tsx';
import { successor } from './successor.ts';
import { faceOf, paneOf, tabOf, useSetView } from './use-set-view.ts';

interface SetScreenProps {
  readonly set: ExhibitSet;
  readonly onBack: () => void;
  /** What is to be shown as soon as the exhibits are there. */
  readonly goal: Goal | null;
  readonly onArrive: () => void;
}

/** An exhibit by its label, and a page of it where one is meant. */
export interface Goal {
  readonly label: string;
  readonly page?: number;
}

const none: readonly Exhibit[] = [];

/** One exhibit set: its exhibits in order, their pages as a build would write them, and the settings of both. */
export function SetScreen({ set, onBack, goal, onArrive }: SetScreenProps) {
  const { id: matterId, isReadOnly } = useMatter();
  const query = useEngineQuery('exhibits.list', { matterId, setId: set.id });
  const exhibits = query.data ?? none;
  const [view, change, isLoaded] = useSetView(set.id);
  const [kept, setKept] = useKeptSelection(`exhibits ${set.id}`);
  const [open, setOpen] = useState<OpenDialog | null>(null);
  const actions = useExhibitActions(set, exhibits, (taken, left) =>
    setOpen({ what: 'remove', exhibits: taken, ...left }),
  );
  /** What takes the keyboard as soon as it is there. */
  const [wanted, setWanted] = useState<'title' | 'citations' | null>(null);
  const onFocused = useCallback(() => setWanted(null), []);
  const table = useRef<TableHandle>(null);

  const exhibit = exhibits.find(({ id }) => id === view.exhibitId) ?? exhibits[0] ?? null;
  // A set that is come back to shows the exhibit it was left at as chosen.
  const [isChosen, setIsChosen] = useState(false);
  const selectedIds = useMemo(
    () => (kept.size > 0 || isChosen || !exhibit ? kept : new Set<string>([exhibit.id])),
    [kept, isChosen, exhibit?.id],
  );
  const selected = useMemo(() => exhibits.filter(({ id }) => selectedIds.has(id)), [exhibits, selectedIds]);
  const select = useCallback(
    (ids: ReadonlySet<string>) => {
      setIsChosen(true);
      setKept(ids);
      const last = [...ids].at(-1);
      if (last !== undefined && last !== view.exhibitId) change({ exhibitId: last, page: 0 });
    },
    [setKept, change, view.exhibitId],
  );
  // Where all that was chosen is gone, what stands in its place is chosen, so that keys have something to act on.
  const last = useRef({ exhibits, selectedIds });
  useEffect(() => {
    const before = last.current;
    last.current = { exhibits, selectedIds };
    if (before.exhibits === exhibits) return;
    // Of a set that was come back to nothing is kept: what its list showed as chosen counts.
    const next = successor(before.exhibits, exhibits, kept.size > 0 ? kept : before.selectedIds);
    if (!next) return;
    select(new Set([next.id]));
    table.current?.goTo(next.id);
  }, [exhibits, selectedIds]);
  /** What was just added is chosen as soon as the list has it. */
  const [added, setAdded] = useState<readonly string[]>([]);
  useEffect(() => {
    const end = added.at(-1);
    if (end === undefined || !exhibits.some(({ id }) => id === end)) return;
    setAdded([]);
    table.current?.goTo(end);
    select(new Set(added));
  }, [added, exhibits]);
  const goTo = useCallback(
    ({ exhibitId, page }: PreviewPlace) => {
      setKept(new Set([exhibitId]));
      change({ exhibitId, page, face: 'pages' });
    },
    [setKept, change],
  );
  const goToLabel = (label: string, page = 0) => {
    const found = exhibits.find((each) => each.label === label);
    if (!found) return;
    goTo({ exhibitId: found.id, page });
    table.current?.goTo(found.id);
  };
  const isGoalSet = goal !== null && isLoaded && query.data !== undefined;
  useEffect(() => {
    if (!isGoalSet) return;
    goToLabel(goal.label, goal.page);
    change({ pane: 'pages' });
    onArrive();
  }, [isGoalSet]);
  const close = () => {
    setOpen(null);
    table.current?.focus();
  };
  const edit = (one: Exhibit) => {
    setKept(new Set([one.id]));
    change({ exhibitId: one.id, tab: 'exhibit', pane: 'settings' });
    setWanted('title');
  };
  const leaveSettings = () => {
    if (table.current) return table.current.focus();
    // Where there is room for one pane only, the list comes in place of the settings first.
    change({ pane: 'list' });
    requestAnimationFrame(() => table.current?.focus());
  };
  const add = () => setOpen({ what: 'add', after: null, place: 'between' });
  const canBuild = !isReadOnly && exhibits.length > 0;
  const build = () => {
    void buildSet(matterId, set, buildChoices(view)).then(
      (isBuilt) => isBuilt && change({ face: 'builds', pane: 'pages' }),
    );
  };
  const menuContext = { set, exhibits, isReadOnly, actions, onOpen: setOpen, onEdit: edit };
  const face = faceOf(view.face);

  const askToBuild = () => setOpen({ what: 'build' });
  useCommand('exhibits.build', askToBuild, { isEnabled: canBuild });
  useCommand('exhibits.addEvidence', add);
  useCommand('exhibits.reserve', () => setOpen({ what: 'reserve' }));
  useCommand('exhibits.moveTo', () => setOpen({ what: 'move', exhibits: selected }), {
    isEnabled: canChange({ isReadOnly }, selected) && exhibits.length > 1,
  });
  useCommand('exhibits.withdraw', () => setOpen({ what: 'withdraw', exhibits: selected }), {
    isEnabled: selected.length > 0,
  });
  useCommand('exhibits.relabel', () => setOpen({ what: 'relabel' }), {
    isEnabled: set.sealedAt === null && exhibits.length > 0,
  });
  useCommand('exhibits.history', () => setOpen({ what: 'history' }));
  useCommand('exhibits.seal', () => setOpen({ what: 'seal' }), { isEnabled: exhibits.length > 0 });
  useCommand('exhibits.print', () => setOpen({ what: 'print' }), { isEnabled: exhibits.length > 0 });
  useCommand('reader.print', () => setOpen({ what: 'print' }), { isEnabled: exhibits.length > 0 });
  useCommand('exhibits.checkBrief', () => {
    change({ face: 'citations', pane: 'pages' });
    setWanted('citations');
  });

  if (!isLoaded) return <LoadingState />;
  return (
    <section aria-label={set.name} className="flex h-full min-h-0 flex-col bg-surface">
      <SetToolbar
        set={set}
        exhibits={exhibits}
        items={exhibitMenu(menuContext, selected)}
        canBuild={canBuild}
        onBack={onBack}
        onAdd={add}
        onBuild={askToBuild}
        onOpen={setOpen}
        onSettings={() => change({ tab: 'set', pane: 'settings' })}
      />
      <BuildProgress />
      <SetPanes
        pane={paneOf(view.pane)}
        onPane={(pane) => change({ pane })}
        list={
          <ExhibitList
            set={set}
            exhibits={query.data}
            error={query.error}
            onRetry={() => void query.refetch()}
            selectedIds={selectedIds}
            onSelect={select}
            actions={actions}
            menu={(chosen) => exhibitMenu(menuContext, chosen)}
            onAdd={add}
            onEdit={edit}
            handle={table}
            onGoToLabel={goToLabel}
          />
        }
        pages={
          <Tabs
            label={paneWords.faces}
            value={face}
            onChange={(next) => change({ face: next })}
            tabs={[
              {
                value: 'pages',
                label: words.preview,
                content: (
                  <PreviewPane set={set} exhibits={exhibits} exhibit={exhibit} page={view.page} onGo={goTo} />
                ),
              },
              {
                value: 'builds',
                label: words.builds,
                content: <BuildList set={set} onGoToLabel={goToLabel} />,
              },
              {
                value: 'citations',
                label: words.citations,
                content: (
                  <CitationsView
                    set={set}
                    exhibits={exhibits}
                    onGoToLabel={goToLabel}
                    onFocusTaken={wanted === 'citations' ? onFocused : undefined}
                  />
                ),
              },
            ]}
          />
        }
        settings={
          <SettingsPane
            set={set}
            exhibit={exhibit}
            selected={selected}
            actions={actions}
            tab={tabOf(view.tab)}
            onTab={(tab) => change({ tab })}
            onTitleFocused={wanted === 'title' ? onFocused : undefined}
            onLeave={leaveSettings}
            onOpen={setOpen}
          />
        }
      />
      {open && (
        <SetDialogs
          set={set}
          exhibits={exhibits}
          selected={selected}
          open={open}
          actions={actions}
          onAdded={(them) => setAdded(them.map(({ id }) => id))}
          onBuild={build}
          onClose={close}
        />
      )}
    </section>
  );
}
