/**
 * Where rows dropped at `gap` end up once they have left their old places.
 *
 * @param ids all rows in their order
 * @param moved the rows that move, together
 * @param gap 0 before the first row … ids.length after the last
 * @returns position (from 0) of the first moved row in the new order; null when nothing would change
 */
export function positionAtGap(
  ids: readonly string[],
  moved: ReadonlySet<string>,
  gap: number,
): number | null {
  const position = ids.slice(0, gap).filter((id) => !moved.has(id)).length;
  return isAlreadyAt(ids, moved, position) ? null : position;
}

/**
 * Where rows end up when moved one place up or down with the keyboard.
 *
 * @returns position as `positionAtGap`; null at the list's end
 */
export function positionAfterStep(
  ids: readonly string[],
  moved: ReadonlySet<string>,
  step: -1 | 1,
): number | null {
  const first = ids.findIndex((id) => moved.has(id));
  if (first < 0) return null;
  const last = ids.findLastIndex((id) => moved.has(id));
  const gap = step < 0 ? first - 1 : last + 2;
  if (gap < 0 || gap > ids.length) return null;
  return positionAtGap(ids, moved, gap);
}

function isAlreadyAt(ids: readonly string[], moved: ReadonlySet<string>, position: number): boolean {
  const stays = ids.slice(position, position + moved.size);
  return stays.length === moved.size && stays.every((id) => moved.has(id));
}
