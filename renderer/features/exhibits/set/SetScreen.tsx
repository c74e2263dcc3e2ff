import { useCallback, useEffect, useRef, useState } from 'react';
import { buildChoices } from '../../../../shared/domain/exhibits/build-choices.ts';
import type { Exhibit, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { useEngineQuery, useMatter } from '../../../client/index.ts';
import { createStore, LoadingState, type TableHandle } from '../../../ui/index.ts';
import { buildSet } from '../jobs/start-jobs.ts';
import { RunningJobs } from '../jobs/RunningJobs.tsx';
import { useExhibitActions } from '../exhibits/use-exhibit-actions.ts';
import { ExhibitList } from '../list/ExhibitList.tsx';
import { SettingsPane } from '../settings/SettingsPane.tsx';
import { addAtEnd, exhibitMenu, type OpenDialog } from './exhibit-menu.ts';
import { SetDialogs } from './SetDialogs.tsx';
import { SetFaces } from './SetFaces.tsx';
import { SetPanes } from './SetPanes.tsx';
import { SetToolbar } from './SetToolbar.tsx';
import { useChosen } from './use-chosen.ts';
import { useSetCommands } from './use-set-commands.ts';
import { faceOf, paneOf, tabOf, useSetView } from './use-set-view.ts';

interface SetScreenProps {
  readonly set: ExhibitSet;
  readonly onBack: () => void;
  /** What to show as soon as the exhibits are there. */
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
  // Separate from the panes, so that they are not redrawn when a dialog opens over them.
  const [dialog] = useState(() => createStore<OpenDialog | null>(null));
  const setOpen = dialog.set;
  const actions = useExhibitActions(set, exhibits, (taken, left) =>
    setOpen({ what: 'remove', exhibits: taken, ...left }),
  );
  /** What takes the focus as soon as it is there. */
  const [wanted, setWanted] = useState<'title' | 'citations' | null>(null);
  const onFocused = useCallback(() => setWanted(null), []);
  const table = useRef<TableHandle>(null);

  const chosen = useChosen(set, exhibits, view, change, table);
  const { exhibit, selected, goToLabel } = chosen;
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
    chosen.look(one.id, { tab: 'exhibit', pane: 'settings' });
    setWanted('title');
  };
  const leaveSettings = () => {
    // Where there is room for one pane only, the list comes in place of the settings first.
    change({ pane: 'list' });
    requestAnimationFrame(() => table.current?.focus());
  };
  const add = () => setOpen(addAtEnd);
  const build = () => {
    void buildSet(matterId, set, buildChoices(view)).then(
      (isBuilt) => isBuilt && change({ face: 'builds', pane: 'pages' }),
    );
  };
  const menuContext = { set, exhibits, isReadOnly, actions, onOpen: setOpen, onEdit: edit };
  useSetCommands({
    set,
    exhibits,
    selected,
    onOpen: setOpen,
    onCheckBrief: () => {
      change({ face: 'citations', pane: 'pages' });
      setWanted('citations');
    },
  });

  if (!isLoaded) return <LoadingState />;
  return (
    <section aria-label={set.name} className="flex h-full min-h-0 flex-col bg-surface">
      <SetToolbar
        set={set}
        items={exhibitMenu(menuContext, selected)}
        onBack={onBack}
        onSettings={() => change({ tab: 'set', pane: 'settings' })}
      />
      <RunningJobs />
      <SetPanes
        pane={paneOf(view.pane)}
        onPane={(pane) => change({ pane })}
        list={
          <ExhibitList
            set={set}
            query={query}
            selectedIds={chosen.selectedIds}
            onSelect={chosen.select}
            actions={actions}
            menu={(them) => exhibitMenu(menuContext, them)}
            onAdd={add}
            onEdit={edit}
            handle={table}
            onGoToLabel={goToLabel}
          />
        }
        pages={
          <SetFaces
            set={set}
            exhibits={exhibits}
            exhibit={exhibit}
            page={view.page}
            face={faceOf(view.face)}
            onFace={(face) => change({ face })}
            onGo={chosen.goTo}
            onGoToLabel={goToLabel}
            onAssign={(reserved) => setOpen({ what: 'assign', exhibit: reserved })}
            onReinstate={(withdrawn) => actions.reinstate([withdrawn])}
            onCitationsFocused={wanted === 'citations' ? onFocused : undefined}
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
      <SetDialogs
        dialog={dialog}
        set={set}
        exhibits={exhibits}
        selected={selected}
        actions={actions}
        onAdded={chosen.chooseAdded}
        onBuild={build}
        onClose={close}
      />
    </section>
  );
}
