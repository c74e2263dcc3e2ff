import { useEffect, useState } from 'react';
import { isEditing } from '../../../client/index.ts';

/** A selection is looked at once it has stood still for this long. Milliseconds. */
const stillMs = 120;

/**
 * Where the words end that are selected in a text read part by part, in CSS pixels of the window; null where none are.
 *
 * @param holder the element in which the parts stand
 */
export function useSelectedPartWords(
  holder: Element | null,
): readonly [at: { readonly x: number; readonly y: number } | null, clear: () => void] {
  const [at, setAt] = useState<{ readonly x: number; readonly y: number } | null>(null);
  useEffect(() => {
    if (!holder) return undefined;
    let timer = 0;
    let isPressed = false;
    const read = () => {
      const selection = window.getSelection();
      const start = selection?.anchorNode?.parentElement?.closest('[data-part]');
      const end = selection?.focusNode?.parentElement?.closest('[data-part]');
      const isHere = start && end && holder.contains(start) && holder.contains(end);
      const box = isHere && !selection?.isCollapsed ? selection?.getRangeAt(0).getClientRects() : undefined;
      const last = box?.[box.length - 1];
      setAt(last ? { x: last.right, y: last.bottom } : null);
    };
    const later = () => {
      window.clearTimeout(timer);
      // What is typed has a selection of its own.
      if (!isPressed && !isEditing(document.activeElement)) timer = window.setTimeout(read, stillMs);
    };
    const press = () => {
      isPressed = true;
    };
    const release = () => {
      isPressed = false;
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
  }, [holder]);
  return [at, () => setAt(null)];
}
