/** A list in families: its items, and how deep each is under the first of its family. */
export interface FamilyList {
  readonly places: number[];
  readonly depths: number[];
}

/** Which item came in which, by the places of items in a list of all. */
export interface Families {
  /** How many items there are; every place is below it. */
  readonly count: number;
  /** What came in an item, in order. */
  readonly childrenOf: (at: number) => readonly number[];
  /** What an item came in. */
  readonly parentsOf: (at: number) => readonly number[];
}

/**
 * Puts a list into families: what came in an item is listed below it, in the order it had inside, however deep. Each item is listed
 * once, under the first listed item it came in, directly or through items that are not listed.
 *
 * @param listed places of items, in the order wanted for the first of each family
 * @example familyOrder([2, 1], { count: 3, childrenOf: (at) => (at === 1 ? [2] : []), parentsOf: (at) => (at === 2 ? [1] : []) })
 *   // { places: [1, 2], depths: [0, 1] }
 */
export function familyOrder(listed: readonly number[], families: Families): FamilyList {
  const { count, childrenOf } = families;
  const isListed = new Uint8Array(count);
  for (const at of listed) isListed[at] = 1;
  const isPlaced = new Uint8Array(count);
  /** From which item each was last visited, counted from 1. */
  const walkedFrom = new Int32Array(count);
  const places: number[] = [];
  const depths: number[] = [];
  /** An archive can hold itself, and bytes that came twice have two parents: nothing is visited twice. */
  const place = (first: number) => {
    const waiting = [first];
    const waitingDepths = [0];
    walkedFrom[first] = first + 1;
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const depth = waitingDepths.pop()!;
      if (isListed[at] && !isPlaced[at]) {
        isPlaced[at] = 1;
        places.push(at);
        depths.push(depth);
      }
      const children = childrenOf(at);
      // The last is put in first, so that the first comes out first.
      for (let place = children.length - 1; place >= 0; place -= 1) {
        const child = children[place]!;
        if (walkedFrom[child] === first + 1) continue;
        walkedFrom[child] = first + 1;
        waiting.push(child);
        waitingDepths.push(isListed[at] ? depth + 1 : depth);
      }
    }
  };
  for (const at of listed) if (!hasListedAncestor(at, isListed, families)) place(at);
  // Left are those that hold each other in a ring.
  for (const at of listed) if (!isPlaced[at]) place(at);
  return { places, depths };
}

function hasListedAncestor(at: number, isListed: Uint8Array, { parentsOf }: Families): boolean {
  const parents = parentsOf(at);
  // Most items came in nothing, or in something that is listed.
  if (parents.length === 0) return false;
  for (const parent of parents) if (parent !== at && isListed[parent]) return true;
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
