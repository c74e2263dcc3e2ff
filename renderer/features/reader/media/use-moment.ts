import { useCallback, useEffect, useState, type RefObject } from 'react';

/** The time a recording is at, in milliseconds, as often as its player reports it: some four times a second. */
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

/**
 * Takes a recording to a moment, once and on request.
 *
 * @param asked where to begin, as soon as the recording can be moved; each object leads there once
 * @returns goes to a moment, in milliseconds
 */
export function useJump(
  media: RefObject<HTMLMediaElement | null>,
  asked: { readonly atMs: number } | null,
): (atMs: number) => void {
  const jump = useCallback(
    (atMs: number) => {
      if (media.current) media.current.currentTime = atMs / 1000;
    },
    [media],
  );
  useEffect(() => {
    const element = media.current;
    if (!asked || !element) return undefined;
    const go = () => jump(asked.atMs);
    if (element.readyState > 0) go();
    else element.addEventListener('loadedmetadata', go, { once: true });
    return () => element.removeEventListener('loadedmetadata', go);
  }, [media, asked, jump]);
  return jump;
}
