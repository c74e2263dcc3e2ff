import { useEffect, useRef } from 'react';
import type { FindBarState } from './use-find-bar.ts';

/** Which of the places found is shown, and how to go on to others. */
export interface Steps<Hit> {
  readonly hit: Hit | undefined;
  /** Which it is, from 1; null before one was chosen. */
  readonly position: number | null;
  readonly show: (hit: Hit) => void;
  readonly step: (direction: 1 | -1) => void;
}

/**
 * Goes through what was found, round the ends.
 *
 * @param led the hit that a search led to, which is shown at once, and again once its words were looked for again
 * @param isAhead whether a hit comes after what is read: with the first of these it begins where none was chosen
 * @param reveal brings a chosen hit into sight
 */
export function useSteps<Hit extends object>(
  { query, isMarking, chosen, choose }: Pick<FindBarState, 'query' | 'isMarking' | 'chosen' | 'choose'>,
  hits: readonly Hit[],
  {
    led,
    isAhead,
    reveal,
  }: {
    readonly led: Hit | undefined;
    readonly isAhead: (hit: Hit) => boolean;
    readonly reveal?: (hit: Hit) => void;
  },
): Steps<Hit> {
  const index = chosen === null ? -1 : hits.indexOf(chosen as Hit);
  const show = (hit: Hit) => {
    choose(hit);
    reveal?.(hit);
  };
  const first = isMarking && index < 0 ? led : undefined;
  const showRef = useRef(show);
  showRef.current = show;
  useEffect(() => {
    if (first !== undefined) showRef.current(first);
  }, [first]);
  const step = (direction: 1 | -1) => {
    if (hits.length === 0) {
      early.current = direction;
      return;
    }
    const next =
      index < 0 ? Math.max(0, hits.findIndex(isAhead)) : (index + direction + hits.length) % hits.length;
    show(hits[next]!);
  };
  /** Asked for before there was a hit: done as soon as there is one of the same words. */
  const early = useRef<1 | -1 | null>(null);
  useEffect(() => {
    early.current = null;
  }, [query]);
  const stepRef = useRef(step);
  stepRef.current = step;
  useEffect(() => {
    if (early.current === null || hits.length === 0) return;
    stepRef.current(early.current);
    early.current = null;
  }, [hits]);
  return {
    hit: hits[index],
    position: index < 0 ? null : index + 1,
    show,
    step,
  };
}
