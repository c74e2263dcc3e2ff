/** A place in a family: which of the listed items, and how deep it stands under the first of its family. */
export interface FamilyPlace {
  readonly at: number;
  readonly depth: number;
}

/** Who came in whom, by the places of items in a list of all. */
export interface Families {
  /** How many items there are; every place is below it. */
  readonly count: number;
  /** What came in an item, in order. */
  readonly childrenOf: (at: number) => readonly number[];
  /** What an item came in. */
  readonly parentsOf: (at: number) => readonly number[];
}

/**
 * Puts a list into families: what came in an item stands below it, in the order it had inside, however deep. Each item stands
 * once, under the first listed item it came in, directly or through items that are not listed.
 *
 * @param listed places of items, in the order in which the first of each family are to stand
 * @example familyOrder([2, 1], { count: 3, childrenOf: (at) => (at === 1 ? [2] : []), parentsOf: (at) => (at === 2 ? [1] : []) })
 *   // [{ at: 1, depth: 0 }, { at: 2, depth: 1 }]
 */
export function familyOrder(listed: readonly number[], families: Families): FamilyPlace[] {
  const { count, childrenOf } = families;
  const isListed = new Uint8Array(count);
  for (const at of listed) isListed[at] = 1;
  const isPlaced = new Uint8Array(count);
  /** From which item each was last gone through, counted from 1. */
  const walkedFrom = new Int32Array(count);
  const places: FamilyPlace[] = [];
  /** An archive can hold itself, and bytes that came twice have two parents: nothing is gone through twice. */
  const place = (first: number) => {
    const waiting: FamilyPlace[] = [{ at: first, depth: 0 }];
    walkedFrom[first] = first + 1;
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { at, depth } = next;
      if (isListed[at] && !isPlaced[at]) {
        isPlaced[at] = 1;
        places.push(next);
      }
      const children = childrenOf(at);
      // The last is put in first, so that the first comes out first.
      for (let place = children.length - 1; place >= 0; place -= 1) {
        const child = children[place]!;
        if (walkedFrom[child] === first + 1) continue;
        walkedFrom[child] = first + 1;
        waiting.push({ at: child, depth: isListed[at] ? depth + 1 : depth });
      }
    }
  };
  for (const at of listed) if (!hasListedAncestor(at, isListed, families)) place(at);
  // Left are those that hold each other in a ring.
  for (const at of listed) if (!isPlaced[at]) place(at);
  return places;
}

function hasListedAncestor(at: number, isListed: Uint8Array, { parentsOf }: Families): boolean {
  const parents = parentsOf(at);
  // Mostly an item came in nothing, or in something that is listed.
  if (parents.length === 0) return false;
  if (parents.some((parent) => parent !== at && isListed[parent])) return true;
  const walked = new Set([at]);
  const waiting = [...parents];
  for (let parent = waiting.pop(); parent !== undefined; parent = waiting.pop()) {
    if (walked.has(parent)) continue;
    if (isListed[parent]) return true;
    walked.add(parent);
    waiting.push(...parentsOf(parent));
  }
  return false;
}
