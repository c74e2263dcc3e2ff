import { useEffect, useRef, useState } from 'react';
import type { ExhibitSet } from '../../../shared/model/exhibits.ts';
import { useCommand, useEngineQuery, useMatter, useViewState, QueryFallback } from '../../client/index.ts';
import { useFocusInArea } from '../../ui/index.ts';
import { showExhibit, useExhibitTarget } from './exhibit-target.ts';
import { SetDialog } from './sets/SetDialog.tsx';
import { SetsScreen } from './sets/SetsScreen.tsx';
import { SetScreen, type Goal } from './set/SetScreen.tsx';
import { EndedJobDialog } from './jobs/EndedJobDialog.tsx';
import { compareWithManifest } from './jobs/start-jobs.ts';

const defaultPlace: { readonly setId: string } = { setId: '' };

/** The matter's exhibit sets: all of them, or the one the user went into last. */
export function ExhibitsPane() {
  const { id: matterId } = useMatter();
  const [place, changePlace, isLoaded] = useViewState('exhibits.place', defaultPlace);
  const query = useEngineQuery('exhibits.set.list', { matterId });
  const { data: sets } = query;
  const [isNew, setIsNew] = useState(false);
  const [goal, setGoal] = useState<Goal | null>(null);
  /** The set that the user came back from. */
  const [left, setLeft] = useState<ExhibitSet['id'] | null>(null);
  const pane = useRef<HTMLDivElement>(null);
  const target = useExhibitTarget();
  // An exhibit asked for from elsewhere: its set comes up, and goes to it.
  useEffect(() => {
    if (!target || !isLoaded) return;
    changePlace({ setId: target.setId });
    setGoal({ label: target.label });
    showExhibit(null);
  }, [target, isLoaded, changePlace]);
  useCommand('exhibits.newSet', () => setIsNew(true));
  useCommand('exhibits.compare', () => void compareWithManifest(matterId));

  const set = sets?.find(({ id }) => id === place.setId);
  useFocusInArea(pane, set?.id ?? '');
  // A set that was just made is worked in next, wherever the keyboard was when it was asked for.
  const made = useRef<string | null>(null);
  useEffect(() => {
    if (set === undefined || set.id !== made.current) return;
    made.current = null;
    pane.current?.focus();
  }, [set]);
  if (!isLoaded || !sets) return <QueryFallback query={query} />;
  const open = ({ id }: Pick<ExhibitSet, 'id'>) => changePlace({ setId: id });
  return (
    <div ref={pane} tabIndex={-1} className="h-full outline-none">
      {set ? (
        <SetScreen
          key={set.id}
          set={set}
          onBack={() => {
            setLeft(set.id);
            changePlace({ setId: '' });
          }}
          goal={goal}
          onArrive={() => setGoal(null)}
        />
      ) : (
        <SetsScreen left={left} onOpen={open} onNew={() => setIsNew(true)} />
      )}
      {isNew && (
        <SetDialog
          onClose={() => setIsNew(false)}
          onSaved={(saved) => {
            made.current = saved.id;
            open(saved);
          }}
        />
      )}
      <EndedJobDialog
        onGoTo={(built, label, page) => {
          open(built);
          setGoal({ label, ...(page !== undefined && { page }) });
        }}
      />
    </div>
  );
}
