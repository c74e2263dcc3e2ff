import { useEffect, useRef } from 'react';

/**
 * Lets Escape give up what the pointer began, wherever the keyboard is meanwhile, before anything else hears of the key.
 *
 * @returns how the wait for it begins, with what gives up, and how it ends
 * @example const escape = useEscape(); // pressed: escape.wait(cancel); let go: escape.end()
 */
export function useEscape(): { wait: (giveUp: () => void) => void; end: () => void } {
  const waiting = useRef<AbortController | null>(null);
  const end = () => waiting.current?.abort();
  useEffect(() => () => waiting.current?.abort(), []);
  const wait = (giveUp: () => void) => {
    end();
    const stop = new AbortController();
    waiting.current = stop;
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        stop.abort();
        giveUp();
      },
      { capture: true, signal: stop.signal },
    );
  };
  return { wait, end };
}
