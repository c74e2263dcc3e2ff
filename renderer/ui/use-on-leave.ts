import { useEffect, useRef } from 'react';

interface Leaving {
  readonly act: () => void;
  /** It was done before its place went, and nothing was changed since. */
  isDone: boolean;
}
const open = new Set<Leaving>();

/**
 * Does something as the component goes, with what it says by then: what was typed is not lost with the place it was typed in. It is
 * done too before the matter closes, while that can still be stored; what acts may therefore be called again with nothing changed.
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

/** Does what every open place does as it goes: called while what it stores is still taken, before a matter or a window closes. */
export function leaveAll(): void {
  for (const each of open) {
    if (each.isDone) continue;
    each.isDone = true;
    each.act();
  }
}
/** What stands in open places and would be kept by nobody. */
const unkept = new Set<object>();

/** Says that what is typed here is lost with its place: the user is asked before the matter is left or the window closed. */
export function useUnkept(isUnkept: boolean): void {
  useEffect(() => {
    if (!isUnkept) return undefined;
    const own = {};
    unkept.add(own);
    return () => void unkept.delete(own);
  }, [isUnkept]);
}

/** Whether anything is typed that would be kept by nobody. */
export function hasUnkept(): boolean {
  return unkept.size > 0;
}

if (typeof window !== 'undefined') window.addEventListener('pagehide', leaveAll);
