import { useRef, type KeyboardEvent, type MouseEvent, type WheelEvent } from 'react';
import { isEditing, useHasSingleKeys } from '../../../client/index.ts';
import type { Pages } from './use-pages.ts';

/** After a page was turned by the wheel, how long the rest of the same movement turns none. Milliseconds. */
const restMs = 220;
/** Less than this is a trembling hand. CSS pixels. */
const leastDelta = 4;

/** Keys that scroll, and turn the page where it is scrolled to its end. */
const steps = new Set(['PageDown', 'PageUp', 'ArrowDown', 'ArrowUp']);

/** The buttons at the side of a mouse, as `MouseEvent.button` numbers them. */
const sideButtons = { back: 3, forward: 4 };

/** Keys, the wheel and the side buttons of a mouse over pages, beyond ordinary scrolling. */
export function usePageKeys(shown: Pages) {
  const turnedAt = useRef(0);
  const hasSingleKeys = useHasSingleKeys();
  const { view } = shown.arrangement;

  const atEdge = (element: Element, direction: 1 | -1) =>
    direction > 0
      ? element.scrollTop + element.clientHeight >= element.scrollHeight - 1
      : element.scrollTop <= 0;

  /** Keys while the pages themselves have the keyboard. */
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    // With Shift the arrows extend the selection.
    if (event.shiftKey && event.key !== ' ') return;
    const element = event.currentTarget;
    const isWide = element.scrollWidth > element.clientWidth + 1;
    const key = event.key === ' ' ? (event.shiftKey ? 'PageUp' : 'PageDown') : event.key;
    const direction = key === 'PageDown' || key === 'ArrowDown' || key === 'ArrowRight' ? 1 : -1;
    if ((key === 'ArrowRight' || key === 'ArrowLeft') && !isWide) shown.turnPage(direction);
    else if (key === 'Home' || key === 'End') {
      shown.go({ page: key === 'Home' ? 0 : shown.shapes.length - 1, y: null });
      // Straight there, without drawing the pages in between.
      if (view !== 'single')
        element.scrollTo({ top: key === 'Home' ? 0 : element.scrollHeight, behavior: 'instant' });
    } else if (view === 'single' && steps.has(key) && atEdge(element, direction))
      shown.turnPage(direction, direction < 0);
    else return;
    event.preventDefault();
  };

  /** One page at a time: scrolling past its end goes to the next. */
  const onWheel = (event: WheelEvent<HTMLElement>) => {
    if (event.ctrlKey) {
      if (Math.abs(event.deltaY) >= leastDelta) shown.stepZoom(event.deltaY < 0 ? 1 : -1);
      return;
    }
    if (view !== 'single' || Math.abs(event.deltaY) < leastDelta) return;
    const direction = event.deltaY > 0 ? 1 : -1;
    if (!atEdge(event.currentTarget, direction)) return;
    if (event.timeStamp - turnedAt.current < restMs) return;
    turnedAt.current = event.timeStamp;
    shown.turnPage(direction, direction < 0);
  };

  /** Keys anywhere in the document. */
  const onDocumentKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    if (event.altKey) {
      if (event.key === 'ArrowLeft') shown.back();
      else if (event.key === 'ArrowRight') shown.forward();
      else return;
    } else if (!hasSingleKeys || isEditing(event.target as Element)) return;
    else if (event.key === '+' || event.key === '=') shown.stepZoom(1);
    else if (event.key === '-') shown.stepZoom(-1);
    else if (event.key === '0') shown.setZoom('width');
    else return;
    event.preventDefault();
  };

  /** Side buttons of a mouse anywhere in the document: back and forward, as in browsers. */
  const onDocumentMouseUp = ({ button }: MouseEvent) => {
    if (button === sideButtons.back) shown.back();
    else if (button === sideButtons.forward) shown.forward();
  };
  return { onKeyDown, onWheel, onDocumentKeyDown, onDocumentMouseUp };
}
