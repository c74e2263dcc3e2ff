import { useEffect, useRef } from 'react';

/** Does something as the component goes, with what it says by then: what was typed is not lost with the place it was typed in. */
export function useOnLeave(act: () => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => () => latest.current(), []);
}
