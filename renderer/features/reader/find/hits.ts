/** Place of the first hit from where one reads; of the first of all where none follows. */
export function firstHit<Hit>(hits: readonly Hit[], isAhead: (hit: Hit) => boolean): number {
  return Math.max(0, hits.findIndex(isAhead));
}

/**
 * Place of the hit that a step leads to, round the ends; the first ahead where none was chosen. There has to be one.
 *
 * @param chosen place of the one shown; null before one was chosen
 */
export function nextHit<Hit>(
  hits: readonly Hit[],
  chosen: number | null,
  direction: 1 | -1,
  isAhead: (hit: Hit) => boolean,
): number {
  return chosen === null ? firstHit(hits, isAhead) : (chosen + direction + hits.length) % hits.length;
}
