import { useEffect, useRef } from 'react';

interface Leaving {
  readonly act: () => void;
  /** It has already run because a matter or window closes, and nothing has changed since. */
  isDone: boolean;
}
const open = new Set<Leaving>();

/**
 * Runs `act` with its latest values when the component unmounts, so that what was typed is not lost. Also runs it before the
 * matter closes, while it can still be stored; `act` may therefore be called again with nothing changed.
 */
export function useOnLeave(act: () => void): void {
  const latest = useRef(act);
  const leaving = useRef<Leaving | null>(null);
  useEffect(() => {
    latest.current = act;
    if (leaving.current) leaving.current.isDone = false;
  });
  useEffect(() => {
    const own: Leaving = { act: () => latest.current(), isDone: false };
    leaving.current = own;
    open.add(own);
    return () => {
      open.delete(own);
      if (!own.isDone) own.act();
    };
  }, []);
}

/** Runs every mounted component's `act`: called before a matter or a window closes, while storing still works. */
export function leaveAll(): void {
  for (const each of open) {
    if (each.isDone) continue;
    each.isDone = true;
    each.act();
  }
}
/** Mounted components with text that would not be stored. */
const unkept = new Set<object>();

/** Declares that what is typed here would be lost: the user is asked before the matter or the window closes. */
export function useUnkept(isUnkept: boolean): void {
  useEffect(() => {
    if (!isUnkept) return undefined;
    const own = {};
    unkept.add(own);
    return () => void unkept.delete(own);
  }, [isUnkept]);
}

/** Whether anything is typed that would not be stored. */
export function hasUnkept(): boolean {
  return unkept.size > 0;
}

if (typeof window !== 'undefined') window.addEventListener('pagehide', leaveAll);
