import { useEffect, useRef, type RefObject } from 'react';

/** Whether the component is still on screen, for work that may end after it was closed. */
export function useShown(): RefObject<boolean> {
  const isShown = useRef(false);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);
  return isShown;
}
