interface Listed {
  readonly id: string;
  readonly parentId: string | null;
}

/**
 * The parts of some exhibits, and the parts of those, in order; without the exhibits themselves.
 *
 * @example partsOf([b, b1, c], new Set([b.id])) // [b1]
 */
export function partsOf<T extends Listed>(exhibits: readonly T[], ids: ReadonlySet<string>): T[] {
  const within = new Set(ids);
  for (let size = -1; size !== within.size;) {
    size = within.size;
    for (const { id, parentId } of exhibits) if (parentId !== null && within.has(parentId)) within.add(id);
  }
  return exhibits.filter(({ id }) => within.has(id) && !ids.has(id));
}

/** Parts that are left as exhibits of their own where their exhibits are taken out, in order. */
export function partsLeft<T extends Listed>(exhibits: readonly T[], taken: ReadonlySet<string>): T[] {
  return exhibits.filter(({ id, parentId }) => parentId !== null && taken.has(parentId) && !taken.has(id));
}
