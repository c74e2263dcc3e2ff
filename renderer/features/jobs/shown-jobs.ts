import { useEffect } from 'react';
import { createStore } from '../../ui/index.ts';

/** The running work whose progress is shown near where it was started; listed once for each place that shows it. */
const shownNearby = createStore<readonly string[]>([]);

/** The status bar then only names such work: its progress is shown in one place. */
export const useShownNearby = shownNearby.use;

/** Declares, while the component is shown, that it shows this job's progress. @param id undefined until the job has begun */
export function useShowsProgress(id: string | undefined): void {
  useEffect(() => {
    if (id === undefined) return undefined;
    shownNearby.set([...shownNearby.get(), id]);
    return () => {
      const shown = shownNearby.get();
      shownNearby.set(shown.toSpliced(shown.indexOf(id), 1));
    };
  }, [id]);
}
