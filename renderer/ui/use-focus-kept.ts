import { useEffect } from 'react';

/** Where the keyboard goes when what it was in is gone: the list of the work area, or else the area itself. */
const workArea = [
  'main [data-pane] :is([role="grid"], [role="treegrid"], [role="listbox"])[tabindex="0"]',
  'main [data-pane]',
];

/**
 * Once this is gone, keeps the keyboard from being nowhere: a dialog was not always opened from something that can have the
 * focus back, and a button may go with what it was part of.
 */
export function useFocusKept(): void {
  useEffect(
    () => () => {
      const settle = () => {
        const isNowhere = document.activeElement === null || document.activeElement === document.body;
        if (!isNowhere || document.querySelector('[data-modal-overlay]')) return;
        const [next] = workArea.flatMap((selector) => document.querySelector<HTMLElement>(selector) ?? []);
        next?.focus();
      };
      // What a dialog gives back itself it gives back in the next frame.
      requestAnimationFrame(() => requestAnimationFrame(settle));
    },
    [],
  );
}
