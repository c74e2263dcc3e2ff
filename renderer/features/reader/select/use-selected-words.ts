import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { isEditing, type SelectedWords } from '../../../client/index.ts';
import { readSelectedWords } from './selected-words.ts';

/** A selection is read once it has stood still for this long: it changes with every letter the pointer passes. Milliseconds. */
const stillMs = 120;

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
  const isPressed = useRef(false);
  const readNow = useCallback(
    () => (pages.current ? readSelectedWords(pages.current, window.getSelection()) : null),
    [pages],
  );
  useEffect(() => {
    let timer = 0;
    const read = () => setSelected(readNow());
    const later = () => {
      window.clearTimeout(timer);
      // What is typed has a selection of its own, and leaves that of the pages alone.
      if (!isPressed.current && !isEditing(document.activeElement)) timer = window.setTimeout(read, stillMs);
    };
    const press = () => {
      isPressed.current = true;
    };
    const release = () => {
      isPressed.current = false;
      later();
    };
    document.addEventListener('selectionchange', later);
    window.addEventListener('pointerdown', press);
    window.addEventListener('pointerup', release);
    window.addEventListener('pointercancel', release);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener('selectionchange', later);
      window.removeEventListener('pointerdown', press);
      window.removeEventListener('pointerup', release);
      window.removeEventListener('pointercancel', release);
    };
  }, [readNow]);
  const clear = useCallback(() => {
    window.getSelection()?.removeAllRanges();
    setSelected(null);
  }, []);
  return { selected, readNow, clear };
}
