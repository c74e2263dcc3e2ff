import { insertionLabel, nextLabel } from '../../../../shared/domain/exhibit-label.ts';

/**
 * The labels that new exhibits will take, in order.
 *
 * @param taken labels in use in the set
 * @param after the label they are inserted after; null for the end
 * @example plannedLabels('A', ['A', 'B', 'C', 'D'], 2, 'C') // ['C-1', 'C-2']
 */
export function plannedLabels(
  scheme: string,
  taken: readonly string[],
  count: number,
  after: string | null,
): readonly string[] {
  const labels = [...taken];
  for (let i = 0; i < count; i += 1) {
    labels.push(after === null ? nextLabel(scheme, labels) : insertionLabel(scheme, after, labels));
  }
  return labels.slice(taken.length);
}
