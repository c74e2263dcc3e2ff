/** The order that moving some of a list's members to a position would give; those moved keep their own order. */
export function orderAfterMove<Id>(
  ids: readonly Id[],
  moved: ReadonlySet<Id>,
  position: number,
): readonly Id[] {
  const staying = ids.filter((id) => !moved.has(id));
  const at = Math.max(0, Math.min(position, staying.length));
  return [...staying.slice(0, at), ...ids.filter((id) => moved.has(id)), ...staying.slice(at)];
}

/**
 * The position, counted among those that stay, to which one step up or down takes the chosen members; null when they are
 * already at that end. Members chosen apart from each other are gathered first, as a drag would do.
 *
 * @param step -1 for up, 1 for down
 */
export function positionAfterStep<Id>(
  ids: readonly Id[],
  moved: ReadonlySet<Id>,
  step: -1 | 1,
): number | null {
  const indexes = ids.flatMap((id, index) => (moved.has(id) ? [index] : []));
  const first = indexes[0];
  const last = indexes.at(-1);
  if (first === undefined || last === undefined) return null;
  const isTogether = last - first === indexes.length - 1;
  if (!isTogether) return step < 0 ? first : last - indexes.length + 1;
  const position = first + step;
  return position < 0 || last + step >= ids.length ? null : position;
}

/** The position, counted among those that stay, of a drop before or after a member. */
export function positionOfDrop<Id>(
  ids: readonly Id[],
  moved: ReadonlySet<Id>,
  target: Id,
  side: 'before' | 'after',
): number {
  const index = ids.indexOf(target) + (side === 'after' ? 1 : 0);
  return ids.slice(0, index).filter((id) => !moved.has(id)).length;
}
