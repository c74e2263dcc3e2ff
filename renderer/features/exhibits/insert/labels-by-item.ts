import type { Exhibit } from '../../../../shared/model/exhibits.ts';

/** The labels that each item of evidence bears in a set, in the order they stand there: one item may stand in it twice. */
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

/** Items with those ahead that stand in the set nowhere yet, each group in the order given: what is late is mostly one of these. */
export function withNewAhead<Item extends { readonly id: string }>(
  items: readonly Item[],
  labels: ReadonlyMap<string, readonly string[]>,
): readonly Item[] {
  const isHeld = ({ id }: Item) => labels.has(id);
  return [...items.filter((item) => !isHeld(item)), ...items.filter(isHeld)];
}
