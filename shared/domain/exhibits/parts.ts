/** An exhibit as its parts are found. */
interface Listed {
  readonly id: string;
  readonly parentId: string | null;
}

/**
 * Some exhibits with all their parts, and the parts of those, in order.
 *
 * @example withParts([b, b1, c], [b]) // [b, b1]
 */
export function withParts<T extends Listed>(exhibits: readonly T[], roots: Iterable<Pick<T, 'id'>>): T[] {
  const within = new Set([...roots].map(({ id }) => id));
  for (let size = -1; size !== within.size;) {
    size = within.size;
    for (const { id, parentId } of exhibits) if (parentId !== null && within.has(parentId)) within.add(id);
  }
  return exhibits.filter(({ id }) => within.has(id));
}

/** Parts that are left as exhibits of their own where their exhibits are taken out, in order. */
export function partsLeft<T extends Listed>(exhibits: readonly T[], taken: ReadonlySet<string>): T[] {
  return exhibits.filter(({ id, parentId }) => parentId !== null && taken.has(parentId) && !taken.has(id));
}
