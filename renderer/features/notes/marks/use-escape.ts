import { useEffect, useRef } from 'react';

/**
 * Lets Escape cancel what the pointer began, wherever the focus is, before anything else handles the key.
 *
 * @returns functions that start waiting for the key, with what cancels, and that end it
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
