import { useState, type RefObject } from 'react';
import type { Place } from './page-layout.ts';

/** History steps that are kept. */
const stepsKept = 100;

/**
 * The history: places that were left by a link, a bookmark or a page typed, and how to go back to them.
 *
 * @param place where one is now
 * @param jump goes to a place
 */
export function useTrail(place: RefObject<Place>, jump: (to: Place) => void) {
  const [trail, setTrail] = useState<{ behind: readonly Place[]; before: readonly Place[] }>({
    behind: [],
    before: [],
  });
  return {
    canGoBack: trail.behind.length > 0,
    canGoForward: trail.before.length > 0,
    /** Remembers the present place before it is left for another. */
    leave: () => {
      const from = place.current;
      setTrail(({ behind }) => ({ behind: [...behind, from].slice(-stepsKept), before: [] }));
    },
    back: () => {
      const to = trail.behind.at(-1);
      if (!to) return;
      setTrail({ behind: trail.behind.slice(0, -1), before: [...trail.before, place.current] });
      jump(to);
    },
    forward: () => {
      const to = trail.before.at(-1);
      if (!to) return;
      setTrail({ behind: [...trail.behind, place.current], before: trail.before.slice(0, -1) });
      jump(to);
    },
  };
}
