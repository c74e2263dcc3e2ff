import { createContext, useEffect, useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { createStore } from '../store.ts';

/** How many dialogs are open, and whatever else must not be disturbed. */
const holders = createStore(0);
/** Dialogs that come up by themselves, in the order in which they are shown: one at a time. */
const queue = createStore<readonly string[]>([]);
/** How long after the last of them: one dialog may lead to another. */
const afterMs = 400;

/** Keeps dialogs that come up by themselves waiting, while it is so. */
export function useUnaskedHeld(isHeld = true): void {
  useEffect(() => {
    if (!isHeld) return undefined;
    holders.set(holders.get() + 1);
    return () => holders.set(holders.get() - 1);
  }, [isHeld]);
}

/** Whether a dialog came up by itself. It then has the keyboard on none of its buttons, or a key typed elsewhere would press one. */
export const IsUnasked = createContext(false);

/**
 * A dialog that comes up by itself: the result of work that has ended, reminders. It waits until no other dialog is open and
 * nothing is presented, or it would take the keys of someone who types there, and be closed by them before it was read.
 *
 * @example {report && <Unasked><ReportDialog report={report} /></Unasked>}
 */
export function Unasked({ children }: { children: ReactNode }) {
  const id = useId();
  const isFree = holders.use() === 0;
  const isNext = queue.use()[0] === id;
  const isAtOnce = useRef(true);
  const [hasCome, setHasCome] = useState(false);
  useLayoutEffect(() => {
    queue.set([...queue.get(), id]);
    return () => queue.set(queue.get().filter((each) => each !== id));
  }, [id]);
  useEffect(() => {
    if (hasCome) return undefined;
    if (!isFree || queue.get()[0] !== id) {
      isAtOnce.current = false;
      return undefined;
    }
    const timer = window.setTimeout(() => setHasCome(true), isAtOnce.current ? 0 : afterMs);
    return () => window.clearTimeout(timer);
  }, [id, isFree, isNext, hasCome]);
  return hasCome && <IsUnasked value>{children}</IsUnasked>;
}
