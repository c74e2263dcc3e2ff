import { createContext, use, useEffect, useRef, useState } from 'react';

/** Fields that the user changed in a dialog, each with whether it holds something else now; one that is gone as when it went. */
type Entries = Map<object, () => boolean>;

/** Where fields tell what is entered in them: null where closing the dialog loses none of it, and for what only filters. */
export const OwnEntries = createContext<Entries | null>(null);

/** What was entered in the dialogs that are open. */
const open = new Set<Entries>();

/** Whether a dialog is open whose entries would be lost with it. */
export function hasHalfFilledDialog(): boolean {
  return [...open].some(isHalfFilled);
}

/** What is entered and put back is no loss. */
export function isHalfFilled(entries: Entries): boolean {
  return [...entries.values()].some((isChanged) => isChanged());
}

/** What is entered in a dialog that stores it only at the end. */
export function useEntries(): Entries {
  const [entries] = useState<Entries>(() => new Map());
  useEffect(() => {
    open.add(entries);
    return () => void open.delete(entries);
  }, [entries]);
  return entries;
}

/**
 * Lets the dialog around a field know that the user changes it: by typing, ticking or choosing alike. Search words and passwords
 * are no loss, and are not told.
 *
 * @param value what the field holds
 * @returns `onChange`, to be called where the user enters something
 */
export function useEntry<V>(
  value: V,
  onChange: (next: V) => void,
  isSame: (a: V, b: V) => boolean = Object.is,
): (next: V) => void {
  const entries = use(OwnEntries);
  const held = useRef({ now: value });
  useEffect(() => {
    held.current.now = value;
  });
  return (next) => {
    const own = held.current;
    if (entries?.has(own) === false) entries.set(own, () => !isSame(own.now, value));
    onChange(next);
  };
}
