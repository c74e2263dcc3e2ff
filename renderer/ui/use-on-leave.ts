import { useEffect, useRef } from 'react';

interface Leaving {
  readonly act: () => void;
  /** It was done before its place closed, and nothing was changed since. */
  isDone: boolean;
}
const open = new Set<Leaving>();

/**
 * Does something as the component unmounts, with its latest values: what was typed is not lost with its place. It is
 * also done before the matter closes, while it can still be stored; `act` may therefore be called again with nothing changed.
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

/** Runs what every open place does on leaving: called before a matter or a window closes, while storing still works. */
export function leaveAll(): void {
  for (const each of open) {
    if (each.isDone) continue;
    each.isDone = true;
    each.act();
  }
}
/** Open places with text that nothing would keep. */
const unkept = new Set<object>();

/** Declares that what is typed here is lost with its place: the user is asked before the matter or the window closes. */
export function useUnkept(isUnkept: boolean): void {
  useEffect(() => {
    if (!isUnkept) return undefined;
    const own = {};
    unkept.add(own);
    return () => void unkept.delete(own);
  }, [isUnkept]);
}

/** Whether anything is typed that nothing would keep. */
export function hasUnkept(): boolean {
  return unkept.size > 0;
}

if (typeof window !== 'undefined') window.addEventListener('pagehide', leaveAll);
