import { useEffect, useRef, type RefObject } from 'react';

const list = ':is([role="grid"], [role="treegrid"], [role="listbox"])[tabindex="0"]';
/** Where the focus goes when its element is removed: the work area's list, or else the area itself, or the first button. */
const workArea = [`main [data-pane] ${list}`, 'main [data-pane]', 'main button'];
/** How long to wait for a list that is still loading. */
const waitMs = 1_500;

function isNowhere(): boolean {
  const { activeElement } = document;
  // A hidden element keeps the focus until the next frame.
  return activeElement === null || activeElement === document.body || !activeElement.checkVisibility();
}
/**
 * The first visible element: a hidden pane stays in the document.
 *
 * @param within searched below it
 * @param selector of CSS
 */
export function findInSight(within: ParentNode, selector: string): HTMLElement | undefined {
  return [...within.querySelectorAll<HTMLElement>(selector)].find((element) => element.checkVisibility());
}
const isUnderDialog = () => document.querySelector('[data-modal-overlay]') !== null;

/** Where a lost focus goes; nowhere if it is not lost. A pane has it itself while there is no list in it, and gives it to one that comes. */
function findNext(): HTMLElement | undefined {
  const { activeElement } = document;
  if (isUnderDialog()) return undefined;
  if (isNowhere()) return workArea.flatMap((selector) => findInSight(document, selector) ?? [])[0];
  return activeElement?.matches('main [data-pane]') ? findInSight(activeElement, list) : undefined;
}

/** Restores a lost focus once the current action is done. */
export function bringBack(): void {
  const settle = () => findNext()?.focus();
  // A dialog returns the focus itself in the next frame; another may have closed since, and its turn is in this one.
  const look = () => findNext() && requestAnimationFrame(settle);
  requestAnimationFrame(() => requestAnimationFrame(look));
}

/** Keeps the focus from being lost when this component replaces the focused element. */
export function useFocusBrought(): void {
  useEffect(bringBack, []);
}

/**
 * Keeps the focus from being lost when this component unmounts: what a dialog was opened from cannot always take the focus
 * back, and a button may disappear with its parent.
 */
export function useFocusKept(): void {
  useEffect(() => bringBack, []);
}

/**
 * Keeps the focus from being lost when a pane comes up in place of the one it was in: it goes to what is read there, as
 * soon as that is there, or else to the pane.
 */
export function useFocusInReader(pane: RefObject<HTMLElement | null>, isAlone: boolean): void {
  useEffect(() => {
    if (!isAlone) return undefined;
    const until = performance.now() + waitMs;
    let given: HTMLElement | null = null;
    let frame = 0;
    const settle = () => {
      const element = pane.current;
      if (!element || !(isUnderDialog() || isNowhere() || document.activeElement === given)) return;
      const pages = findInSight(element, '[role="region"][tabindex="0"]');
      if (!isUnderDialog()) {
        given = pages ?? element;
        given.focus({ preventScroll: true });
        if (pages) return;
      }
      if (performance.now() < until) frame = requestAnimationFrame(settle);
    };
    frame = requestAnimationFrame(settle);
    return () => cancelAnimationFrame(frame);
  }, [pane, isAlone]);
}

/**
 * Keeps the focus from being lost after another area replaced the one it was in: it goes to what it was
 * in when the area was left, where that is still there, or else to the area's list, or to the area itself.
 *
 * @param isFirstToo whether the first area shown takes the focus too, where nothing has it
 */
export function useFocusInArea(pane: RefObject<HTMLElement | null>, area: string, isFirstToo = false): void {
  const shown = useRef(isFirstToo ? null : area);
  /** What had the focus last in each area, and the name of the list that had it last. */
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
      // If a dialog led here, it returns the focus when it closes, or gives it to the area's container.
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
    // An area that sets the focus itself does so when it appears.
    frame = requestAnimationFrame(settle);
    return () => cancelAnimationFrame(frame);
  }, [pane, area]);
}
