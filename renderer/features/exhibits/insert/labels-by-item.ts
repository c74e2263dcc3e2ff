import type { Exhibit } from '../../../../shared/model/exhibits.ts';

/** The labels of each item of evidence in a set, in the set's order: one item may be in it twice. */
export function labelsByItem(
  exhibits: readonly Pick<Exhibit, 'evidenceId' | 'label'>[],
): ReadonlyMap<string, readonly string[]> {
  const byItem = Map.groupBy(exhibits, ({ evidenceId }) => evidenceId);
  return new Map(
    [...byItem].flatMap(([id, held]) => (id === null ? [] : [[id, held.map(({ label }) => label)] as const])),
  );
}

/** Puts items that are not yet in the set first, each group in the order given: a late exhibit is usually one of these. */
export function withNewAhead<Item extends { readonly id: string }>(
  items: readonly Item[],
  labels: ReadonlyMap<string, readonly string[]>,
): readonly Item[] {
  const isHeld = ({ id }: Item) => labels.has(id);
  return [...items.filter((item) => !isHeld(item)), ...items.filter(isHeld)];
}
