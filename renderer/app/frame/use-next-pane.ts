import { useEffect, useRef } from 'react';
import { useCommand } from '../../client/index.ts';
import { findInSight } from '../../ui/index.ts';

const focusable =
  'a[href], button:not([disabled]):not([tabindex="-1"]), input:not([disabled]), textarea, select, [tabindex]:not([tabindex="-1"])';

/** F6 cycles through the panes, Shift+F6 back; each is entered where it was left. */
export function useNextPane(): void {
  const lastIn = useRef(new WeakMap<Element, HTMLElement>());

  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      const pane = target.closest('[data-pane]');
      if (pane && pane !== target) lastIn.current.set(pane, target);
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || !event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      go(-1);
    };
    document.addEventListener('focusin', remember);
    window.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('focusin', remember);
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);

  const go = (step: 1 | -1) => {
    if (document.querySelector('[data-modal-overlay]')) return;
    // Where an area has panes of its own, F6 cycles through those.
    const leaves = document.querySelectorAll<HTMLElement>('[data-pane]:not(:has([data-pane]))');
    const panes = [...leaves].filter((pane) => pane.checkVisibility());
    const here = panes.findIndex((pane) => pane.contains(document.activeElement));
    // From nowhere, back leads to the last one.
    const from = here < 0 && step < 0 ? 0 : here;
    const next = panes.at((from + step) % panes.length);
    if (!next) return;
    const last = lastIn.current.get(next);
    const into = last?.checkVisibility()
      ? last
      : (findInSight(next, '[role="grid"], [role="treegrid"]') ?? findInSight(next, focusable));
    (into ?? next).focus();
  };
  useCommand('go.nextPane', () => go(1));
}
