import type { Exhibit } from '../../../../shared/model/exhibits.ts';

/** The labels of each item of evidence in a set, in the set's order: one item may be in it twice. */
export function labelsByItem(
  exhibits: readonly Pick<Exhibit, 'evidenceId' | 'label'>[],
): ReadonlyMap<string, readonly string[]> {
  const labels = new Map<string, string[]>();
  for (const { evidenceId, label } of exhibits) {
    if (evidenceId === null) continue;
    const known = labels.get(evidenceId);
    if (known) known.push(label);
    else labels.set(evidenceId, [label]);
  }
  return labels;
}

/** Puts items that are not yet in the set first, each group in the order given: a late exhibit is usually one of these. */
export function withNewAhead<Item extends { readonly id: string }>(
  items: readonly Item[],
  labels: ReadonlyMap<string, readonly string[]>,
): readonly Item[] {
  const isHeld = ({ id }: Item) => labels.has(id);
  return [...items.filter((item) => !isHeld(item)), ...items.filter(isHeld)];
}
