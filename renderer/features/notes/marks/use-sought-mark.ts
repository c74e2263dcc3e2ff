import { useEffect, type RefObject } from 'react';
import { endSeeking, mayTakeFocus, useNoteState } from '../note-state.ts';

/**
 * Brings a mark into sight when it is requested from elsewhere, and gives it the focus if asked to.
 *
 * @param line the part of the mark that should be visible
 * @param button the part of it that takes the focus
 */
export function useSoughtMark(
  id: string,
  line: RefObject<HTMLElement | null>,
  button: RefObject<HTMLElement | null>,
): void {
  const { sought } = useNoteState();
  const takesFocus = sought?.id === id ? sought.takesFocus : null;
  useEffect(() => {
    if (takesFocus === null) return undefined;
    // The reader goes to the page first, in the same moment.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        if (line.current) bringIntoSight(line.current);
        if (takesFocus && mayTakeFocus()) button.current?.focus({ preventScroll: true });
        endSeeking(id);
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [takesFocus, id, line, button]);
}

/** Scrolls only where it must: a mark that can be seen stays where it is. */
function bringIntoSight(line: HTMLElement): void {
  const view = line.closest('[role="region"]')?.getBoundingClientRect();
  const { top, bottom } = line.getBoundingClientRect();
  if (!view || top < view.top + 24 || bottom > view.bottom - 24)
    line.scrollIntoView({ block: 'center', inline: 'nearest' });
}
