import { useState, type RefObject } from 'react';

/** How far one axis is scrolled, and over what. */
interface Axis {
  readonly at: number;
  readonly content: number;
  readonly room: number;
}

/**
 * Where to scroll an axis so that what was in the middle stays there at another scale. The page is in the
 * middle of what is scrolled.
 *
 * @param factor the scale now, relative to the previous one
 * @example middleKept({ at: 0, content: 100, room: 100 }, 200, 2) // 50
 */
export function middleKept({ at, content, room }: Axis, contentNow: number, factor: number): number {
  return (at + (room - content) / 2) * factor + (contentNow - room) / 2;
}

/** Keeps the middle of a scroller in its place when what it shows is zoomed. */
export function useMiddleKept(scroller: RefObject<HTMLElement | null>) {
  const [kept] = useState(() => {
    let scale: number | null = null;
    let across: Axis = { at: 0, content: 0, room: 0 };
    let down: Axis = across;
    const onScroll = () => {
      const element = scroller.current;
      if (!element) return;
      across = { at: element.scrollLeft, content: element.scrollWidth, room: element.clientWidth };
      down = { at: element.scrollTop, content: element.scrollHeight, room: element.clientHeight };
    };
    /** Called with the scale once the page is laid out in it, before it is shown. */
    const onLaidOut = (next: number) => {
      const element = scroller.current;
      if (!element) return;
      if (scale !== null && scale !== next) {
        const factor = next / scale;
        element.scrollLeft = middleKept(across, element.scrollWidth, factor);
        // A view at the top of a page stays there.
        if (down.at > 0) element.scrollTop = middleKept(down, element.scrollHeight, factor);
      }
      scale = next;
      onScroll();
    };
    return { onScroll, onLaidOut };
  });
  return kept;
}
