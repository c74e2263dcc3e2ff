/** A place in a family: which of the listed items, and how deep it stands under the first of its family. */
export interface FamilyPlace {
  readonly at: number;
  readonly depth: number;
}

/**
 * Puts a list into families: what came in an item stands below it, in the order it had inside, however deep. Each item stands
 * once, under the first listed item it came in, directly or through items that are not listed.
 *
 * @param listed positions of items, in the order in which the first of each family are to stand
 * @param childrenOf positions of what came in an item, in order
 * @param parentsOf positions of what an item came in
 * @example familyOrder([2, 1], (at) => (at === 1 ? [2] : []), (at) => (at === 2 ? [1] : []))
 *   // [{ at: 1, depth: 0 }, { at: 2, depth: 1 }]
 */
export function familyOrder(
  listed: readonly number[],
  childrenOf: (at: number) => readonly number[],
  parentsOf: (at: number) => readonly number[],
): FamilyPlace[] {
  const isListed = new Set(listed);
  const placed = new Set<number>();
  const places: FamilyPlace[] = [];
  /** An archive can hold itself, and bytes that came twice have two parents: nothing is gone through twice. */
  const place = (first: number) => {
    // Most items have nothing in them.
    if (childrenOf(first).length === 0) {
      placed.add(first);
      places.push({ at: first, depth: 0 });
      return;
    }
    const walked = new Set<number>([first]);
    const waiting: { at: number; depth: number }[] = [{ at: first, depth: 0 }];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { at, depth } = next;
      const isShown = isListed.has(at) && !placed.has(at);
      if (isShown) {
        placed.add(at);
        places.push({ at, depth });
      }
      for (const child of childrenOf(at).toReversed()) {
        if (walked.has(child)) continue;
        walked.add(child);
        waiting.push({ at: child, depth: isListed.has(at) ? depth + 1 : depth });
      }
    }
  };
  for (const at of listed) if (!hasListedAncestor(at, isListed, parentsOf)) place(at);
  // Left are those that hold each other in a ring.
  for (const at of listed) if (!placed.has(at)) place(at);
  return places;
}

function hasListedAncestor(
  at: number,
  isListed: ReadonlySet<number>,
  parentsOf: (at: number) => readonly number[],
): boolean {
  const parents = parentsOf(at);
  if (parents.length === 0) return false;
  const walked = new Set([at]);
  const waiting = [...parents];
  for (let parent = waiting.pop(); parent !== undefined; parent = waiting.pop()) {
    if (walked.has(parent)) continue;
    if (isListed.has(parent)) return true;
    walked.add(parent);
    waiting.push(...parentsOf(parent));
  }
  return false;
}
