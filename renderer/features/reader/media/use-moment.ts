import { useEffect, useState, type RefObject } from 'react';

/** The time a recording is at, in milliseconds, as often as its player tells: some four times a second. */
export function useMoment(media: RefObject<HTMLMediaElement | null>): number {
  const [atMs, setAtMs] = useState(0);
  useEffect(() => {
    const element = media.current;
    if (!element) return undefined;
    const hear = () => setAtMs(Math.floor(element.currentTime * 1000));
    const events = ['timeupdate', 'seeking', 'seeked', 'loadedmetadata'];
    for (const event of events) element.addEventListener(event, hear);
    return () => {
      for (const event of events) element.removeEventListener(event, hear);
    };
  }, [media]);
  return atMs;
}
