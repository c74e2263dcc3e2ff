import { useEffect, useRef, useState } from 'react';
import { useCommand, useReaderTarget } from '../../client/index.ts';
import type { AppArea } from './areas.tsx';
import { usePlace } from './place.tsx';

/**
 * Whether a window with room for one pane shows the reader in it. A document that is asked for brings the reader up, in any
 * window, and a command shows and hides it.
 *
 * @param hasOnePane whether there is room for one pane only
 * @returns what is shown alone, and what sets it: in a wider window too, for when it is made narrower
 */
export function useReadingAlone(area: AppArea, hasOnePane: boolean) {
  const { isReaderShown, change } = usePlace();
  const { target } = useReaderTarget();
  const [isReadingAlone, setIsReadingAlone] = useState(false);
  const staysBeside = area.staysBeside === true;
  useCommand('view.toggleReader', () => {
    if (hasOnePane) return setIsReadingAlone((is) => !is);
    // While hidden, the reader is not what a narrower window should show.
    if (isReaderShown) setIsReadingAlone(false);
    return change({ isReaderShown: !isReaderShown });
  });

  // A document asked for brings the reader back into view.
  const shown = useRef(target);
  useEffect(() => {
    if (target === null || target === shown.current) return;
    shown.current = target;
    if (!staysBeside) setIsReadingAlone(true);
    if (!isReaderShown) change({ isReaderShown: true });
  }, [target, isReaderShown, staysBeside, change]);
  return [isReadingAlone, setIsReadingAlone] as const;
}
