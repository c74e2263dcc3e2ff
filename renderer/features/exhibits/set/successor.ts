interface Listed {
  readonly id: string;
}

/**
 * The row that takes the place of chosen rows that are all gone.
 *
 * @returns null where nothing was chosen, or some of it is still there, or the list is empty
 * @example successor([a, b, c], [a, c], new Set([b.id])) // c
 */
export function successor<T extends Listed>(
  before: readonly T[],
  now: readonly T[],
  chosen: ReadonlySet<string>,
): T | null {
  if (now.length === 0 || chosen.size === 0 || now.some(({ id }) => chosen.has(id))) return null;
  const at = before.findIndex(({ id }) => chosen.has(id));
  return at === -1 ? null : now[Math.min(at, now.length - 1)]!;
}
