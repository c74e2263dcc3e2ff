import { useCallback, useEffect, useState, type RefObject } from 'react';
import { onSelectionSettled, type SelectedWords } from '../../../client/index.ts';
import { readSelectedWords } from './selected-words.ts';

/**
 * Follows which words of the pages are selected.
 *
 * @param pages the element that holds the pages
 */
export function useSelectedWords(pages: RefObject<HTMLElement | null>): {
  readonly selected: SelectedWords | null;
  /** What is selected at this moment, not a moment ago. */
  readonly readNow: () => SelectedWords | null;
  readonly clear: () => void;
} {
  const [selected, setSelected] = useState<SelectedWords | null>(null);
  const readNow = useCallback(
    () => (pages.current ? readSelectedWords(pages.current, window.getSelection()) : null),
    [pages],
  );
  useEffect(() => onSelectionSettled(() => setSelected(readNow())), [readNow]);
  const clear = useCallback(() => {
    window.getSelection()?.removeAllRanges();
    setSelected(null);
  }, []);
  return { selected, readNow, clear };
}
