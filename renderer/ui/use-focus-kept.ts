import { useEffect, useRef, type RefObject } from 'react';

const list = ':is([role="grid"], [role="treegrid"], [role="listbox"])[tabindex="0"]';
/** Where the keyboard goes when what it was in is gone: the list of the work area, or else the area itself, or what one begins with. */
const workArea = [`main [data-pane] ${list}`, 'main [data-pane]', 'main button'];
/** How long a list that is still being read is waited for. */
const waitMs = 1_500;

function isNowhere(): boolean {
  const { activeElement } = document;
  // What goes out of sight keeps the keyboard until the next frame.
  return activeElement === null || activeElement === document.body || !activeElement.checkVisibility();
}
/**
 * The first element that is to be seen: a pane out of sight stays in the document.
 *
 * @param within searched below it
 * @param selector of CSS
 */
export function findInSight(within: ParentNode, selector: string): HTMLElement | undefined {
  return [...within.querySelectorAll<HTMLElement>(selector)].find((element) => element.checkVisibility());
}
const isUnderDialog = () => document.querySelector('[data-modal-overlay]') !== null;

/** Brings the keyboard back from nowhere, once what is being done is done. */
export function bringBack(): void {
  const settle = () => {
    if (!isNowhere() || isUnderDialog()) return;
    const [next] = workArea.flatMap((selector) => findInSight(document, selector) ?? []);
    next?.focus();
  };
  // What a dialog gives back itself it gives back in the next frame.
  requestAnimationFrame(() => requestAnimationFrame(settle));
}

/** Keeps the keyboard from being nowhere once this has taken the place of what it was in. */
export function useFocusBrought(): void {
  useEffect(bringBack, []);
}

/**
 * Once this is gone, keeps the keyboard from being nowhere: a dialog was not always opened from something that can have the
 * focus back, and a button may go with what it was part of.
 */
export function useFocusKept(): void {
  useEffect(() => bringBack, []);
}

/**
 * Keeps the keyboard from being nowhere after another area came up in a pane, and what it was in went: it goes to what it was
 * in when the area was left, where that is still there, or else to the area's list, or to the area itself.
 *
 * @param isFirstToo whether the area that comes up first has the keyboard too, where it is nowhere
 */
export function useFocusInArea(pane: RefObject<HTMLElement | null>, area: string, isFirstToo = false): void {
  const shown = useRef(isFirstToo ? null : area);
  /** What had the keyboard last in each area, and the name of the list that had it last. */
  const left = useRef(
    new Map<string, { readonly element: HTMLElement; readonly list: string | undefined }>(),
  );
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement) || target === pane.current || !pane.current?.contains(target))
        return;
      if (shown.current === null) return;
      const name = target.closest(list)?.getAttribute('aria-label');
      left.current.set(shown.current, {
        element: target,
        list: name ?? left.current.get(shown.current)?.list,
      });
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, [pane]);
  useEffect(() => {
    if (shown.current === area) return undefined;
    shown.current = area;
    const until = performance.now() + waitMs;
    const before = left.current.get(area);
    let given: HTMLElement | null = null;
    let frame = 0;
    const settle = () => {
      const element = pane.current;
      const active = document.activeElement;
      // A dialog may be what led here; it gives the keyboard back, or to what holds the area, as it goes.
      const isUnder = isUnderDialog();
      const isWaiting = isNowhere() || active === given || active?.contains(element);
      if (!element || !(isUnder || isWaiting)) return;
      if (isUnder) {
        if (performance.now() < until) frame = requestAnimationFrame(settle);
        return;
      }
      if (before && element.contains(before.element) && before.element.checkVisibility())
        return before.element.focus({ preventScroll: true });
      const lists = [...element.querySelectorAll<HTMLElement>(list)].filter((each) => each.checkVisibility());
      const name = before?.list;
      const wanted = lists.find((each) => name === undefined || each.getAttribute('aria-label') === name);
      given = wanted ?? lists[0] ?? element;
      if (given !== active) given.focus({ preventScroll: true });
      if (!wanted && performance.now() < until) frame = requestAnimationFrame(settle);
    };
    // What an area focuses itself it focuses as it comes up.
    frame = requestAnimationFrame(settle);
    return () => cancelAnimationFrame(frame);
  }, [pane, area]);
}
