/**
 * The topmost parent of each member of families: of A-1-1 it is A. One without a parent is its own.
 *
 * @param parents place of each one's parent in the list, before or after it; null for one by itself
 * @returns null where there is none: parents that form a cycle, or are outside the list
 * @example familyHeads([1, null, 0]) // [1, 1, 1]
 */
export function familyHeads(parents: readonly (number | null)[]): (number | null)[] {
  /** Undefined until found. */
  const heads = parents.map((): number | null | undefined => undefined);
  for (const start of parents.keys()) {
    const path: number[] = [];
    let at = start;
    // Null on the way marks what is being followed: coming back to it is a cycle.
    while (at in heads && heads[at] === undefined) {
      heads[at] = null;
      path.push(at);
      at = parents[at] ?? at;
    }
    const isTop = path.length > 0 && at === path.at(-1) && parents[at] === null;
    const head = isTop ? at : (heads[at] ?? null);
    for (const place of path) heads[place] = head;
  }
  return heads.map((head) => head ?? null);
}
