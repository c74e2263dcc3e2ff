import { useEffect, useState } from 'react';

/** Most pages are there before this; a message that only flashes would distract. Milliseconds. */
export const quietMs = 350;

/** Whether what is waited for has lasted so long, in milliseconds. */
export function useHasLasted(ms: number): boolean {
  const [hasLasted, setHasLasted] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setHasLasted(true), ms);
    return () => window.clearTimeout(timer);
  }, [ms]);
  return hasLasted;
}
