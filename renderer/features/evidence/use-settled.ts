import { useEffect, useState } from 'react';

/** Longer than the two presses of a double click lie apart, in milliseconds. */
const doubleClickMs = 500;

/**
 * True once `isOn` has been true for as long as a double click may take; false at once. Something that appears when an item
 * is chosen waits for it: else the second press of a double click would hit what moved under the pointer.
 *
 * @example const isShown = useSettled(selected.length > 0);
 */
export function useSettled(isOn: boolean): boolean {
  const [isSettled, setIsSettled] = useState(isOn);
  useEffect(() => {
    if (!isOn) return undefined;
    const timer = setTimeout(() => setIsSettled(true), doubleClickMs);
    return () => {
      clearTimeout(timer);
      setIsSettled(false);
    };
  }, [isOn]);
  return isOn && isSettled;
}
