import { createContext, use, useCallback, useMemo, type ReactNode } from 'react';
import { useCommand, useRememberedSelections, useViewState } from '../../client/index.ts';
import { areas, isAreaId, type AreaId } from './areas.tsx';

const defaults = { area: 'docket', navWidth: 184, readerWidth: 560, isReaderShown: true };

export interface Place {
  readonly area: AreaId;
  readonly goTo: (area: AreaId) => void;
  readonly navWidth: number;
  readonly readerWidth: number;
  readonly isReaderShown: boolean;
  readonly change: (patch: { navWidth?: number; readerWidth?: number; isReaderShown?: boolean }) => void;
}

const PlaceContext = createContext<Place | null>(null);

/** Where in the matter the person is and how the panes are set, as left last time. */
export function PlaceProvider({ children }: { children: ReactNode }) {
  const [state, change, isLoaded] = useViewState('frame', defaults);
  const areSelectionsRead = useRememberedSelections();
  const goTo = useCallback((area: AreaId) => change({ area }), [change]);
  const place = useMemo<Place>(
    () => ({ ...state, area: isAreaId(state.area) ? state.area : 'docket', goTo, change }),
    [state, goTo, change],
  );
  // Nothing is drawn before the sizes, and what was chosen, are known: panes that jump are worse than a blank tenth of a second.
  if (!isLoaded || !areSelectionsRead) return <AreaKeys goTo={goTo} />;
  return <PlaceContext value={place}>{children}</PlaceContext>;
}

/** Answers the keys of all areas; they may be pressed as soon as the matter's name is seen. */
export function AreaKeys({ goTo }: { readonly goTo: (area: AreaId) => void }) {
  return areas.map(({ id }) => <AreaKey key={id} area={id} goTo={goTo} />);
}

function AreaKey({ area, goTo }: { readonly area: AreaId; readonly goTo: (area: AreaId) => void }) {
  useCommand(`go.${area}`, () => goTo(area));
  return null;
}

/** Which area the window shows and how its panes are sized, and how to change that. */
export function usePlace(): Place {
  const place = use(PlaceContext);
  if (!place) throw new Error('usePlace was called outside PlaceProvider');
  return place;
}
