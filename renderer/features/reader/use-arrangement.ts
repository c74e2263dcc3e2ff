import { useCallback, useMemo, useState } from 'react';
import { useViewState } from '../../client/index.ts';
import { updateSettings, useSettings } from '../settings/index.ts';
import type { PageView } from './pages/page-layout.ts';
import type { Turn } from './pages/turned.ts';
import type { Arrangement, Zoom } from './pages/use-pages.ts';

/** The settings' keys for how pages are arranged. */
const [viewKey, coverKey] = ['reader.pages', 'reader.cover'];
const views: readonly PageView[] = ['continuous', 'single', 'two'];
const remembered = { zoom: null as number | null, fit: 'width' as 'width' | 'page' };

/** How pages are shown: the view as the person likes it in every matter, the zoom as it was in this one, a turn until the document closes. */
export function useArrangement(): {
  readonly arrangement: Arrangement;
  readonly setView: (view: PageView) => void;
  readonly setCoverAlone: (is: boolean) => void;
  readonly setZoom: (zoom: Zoom) => void;
  readonly turnOn: () => void;
} {
  const { layout } = useSettings();
  const [{ zoom, fit }, change] = useViewState('reader', remembered);
  const [turn, setTurn] = useState<Turn>(0);
  // What was just chosen holds at once; the settings follow.
  const [chosen, setChosen] = useState<{ view?: PageView; isCoverAlone?: boolean }>({});
  const view = chosen.view ?? views.find((each) => each === layout[viewKey]) ?? 'continuous';
  const isCoverAlone = chosen.isCoverAlone ?? layout[coverKey] !== false;
  const arrangement = useMemo<Arrangement>(
    () => ({ view, isCoverAlone, turn, zoom: zoom ?? fit }),
    [view, isCoverAlone, turn, zoom, fit],
  );
  return {
    arrangement,
    setView: (next) => {
      setChosen((before) => ({ ...before, view: next }));
      updateSettings({ layout: { ...layout, [viewKey]: next } });
    },
    setCoverAlone: (is) => {
      setChosen((before) => ({ ...before, isCoverAlone: is }));
      updateSettings({ layout: { ...layout, [coverKey]: is } });
    },
    setZoom: useCallback(
      (next) => change(typeof next === 'number' ? { zoom: next } : { zoom: null, fit: next }),
      [change],
    ),
    turnOn: useCallback(() => setTurn((before) => ((before + 1) % 4) as Turn), []),
  };
}
