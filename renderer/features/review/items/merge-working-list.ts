/**
 * A list somebody goes through, after its queue was read again: existing items stay in place, new ones come last.
 *
 * @returns the list itself where nothing is new
 * @example mergeWorkingList(['a', 'b'], ['b', 'c']) // ['a', 'b', 'c']
 */
export function mergeWorkingList<Id extends string>(
  kept: readonly Id[],
  found: readonly Id[],
): readonly Id[] {
  const known = new Set<string>(kept);
  const added = found.filter((id) => !known.has(id));
  return added.length === 0 ? kept : [...kept, ...added];
}

/**
 * The item a step leads to, staying within the list.
 *
 * @param current the current item; null or unknown for before the first
 * @param step 1 for the next, -1 for the one before
 * @returns null where there is none
 */
export function itemAfterStep<Id extends string>(
  ids: readonly Id[],
  current: string | null,
  step: 1 | -1,
): Id | null {
  const at = ids.findIndex((id) => id === current);
  return ids[at < 0 ? 0 : at + step] ?? null;
}
