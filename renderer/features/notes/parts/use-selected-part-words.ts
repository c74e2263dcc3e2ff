import { useEffect, useState } from 'react';
import { onSelectionSettled } from '../../../client/index.ts';

/**
 * Where the words end that are selected in a text read part by part, in CSS pixels of the window; null where none are.
 *
 * @param holder the element that holds the parts
 */
export function useSelectedPartWords(
  holder: Element | null,
): readonly [at: { readonly x: number; readonly y: number } | null, clear: () => void] {
  const [at, setAt] = useState<{ readonly x: number; readonly y: number } | null>(null);
  useEffect(() => {
    if (!holder) return undefined;
    return onSelectionSettled(() => {
      const selection = window.getSelection();
      const start = selection?.anchorNode?.parentElement?.closest('[data-part]');
      const end = selection?.focusNode?.parentElement?.closest('[data-part]');
      const isHere = start && end && holder.contains(start) && holder.contains(end);
      const box = isHere && !selection?.isCollapsed ? selection?.getRangeAt(0).getClientRects() : undefined;
      const last = box?.[box.length - 1];
      setAt(last ? { x: last.right, y: last.bottom } : null);
    });
  }, [holder]);
  return [at, () => setAt(null)];
}
