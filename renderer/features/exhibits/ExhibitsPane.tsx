import { useState } from 'react';
import type { ExhibitSet } from '../../../shared/model/exhibits.ts';
import { useCommand, useEngineQuery, useMatter, useViewState } from '../../client/index.ts';
import { LoadingState } from '../../ui/index.ts';
import { BuildResultDialog } from './builds/BuildResultDialog.tsx';
import { useFinishedBuild } from './builds/build-store.ts';
import { SetDialog } from './sets/SetDialog.tsx';
import { SetsScreen } from './sets/SetsScreen.tsx';
import { SetScreen } from './SetScreen.tsx';

const defaultPlace: { readonly setId: string } = { setId: '' };

/** The matter's exhibit sets: all of them, or the one the user went into last. */
export function ExhibitsPane() {
  const { id: matterId } = useMatter();
  const [place, changePlace, isLoaded] = useViewState('exhibits.place', defaultPlace);
  const { data: sets } = useEngineQuery('exhibits.set.list', { matterId });
  const [edited, setEdited] = useState<ExhibitSet | 'new' | null>(null);
  const finished = useFinishedBuild();
  useCommand('exhibits.newSet', () => setEdited('new'));

  const set = sets?.find(({ id }) => id === place.setId);
  if (!isLoaded) return <LoadingState />;
  return (
    <>
      {set ? (
        <SetScreen key={set.id} set={set} onBack={() => changePlace({ setId: '' })} onEdit={setEdited} />
      ) : (
        <SetsScreen
          onOpen={(setId) => changePlace({ setId })}
          onNew={() => setEdited('new')}
          onEdit={setEdited}
        />
      )}
      {edited && (
        <SetDialog
          {...(edited !== 'new' && { set: edited })}
          onClose={() => setEdited(null)}
          onSaved={({ id }) => changePlace({ setId: id })}
        />
      )}
      {finished?.matterId === matterId && <BuildResultDialog {...finished} />}
    </>
  );
}
