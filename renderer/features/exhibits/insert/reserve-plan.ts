import {
  insertionLabels,
  nextLabels,
  partLabels,
  planPush,
} from '../../../../shared/domain/exhibits/exhibit-label.ts';
import type { Exhibit, ExhibitSet, LabelChange } from '../../../../shared/model/exhibits.ts';
import type { Insertion } from './use-add-plan.ts';

/**
 * The labels that reserving would take, and those that would move up for them.
 *
 * @param title what the new ones are called
 * @example planReserve(set, [a, b], { afterLabel: null, way: 'between' }, 2, 'Reserved') // C and D, both new
 */
export function planReserve(
  { scheme }: Pick<ExhibitSet, 'scheme'>,
  exhibits: readonly Pick<Exhibit, 'id' | 'title' | 'label' | 'parentId' | 'status'>[],
  { afterLabel, way }: Insertion,
  count: number,
  title: string,
): LabelChange[] {
  const taken = exhibits.map(({ label }) => label);
  const added = (labels: readonly string[]) =>
    labels.map((label): LabelChange => ({ id: null, title, was: null, now: label }));
  if (afterLabel === null) return added(nextLabels(scheme, taken, count));
  if (way === 'sub') return added(partLabels(afterLabel, taken, count));
  if (way === 'between') return added(insertionLabels(scheme, afterLabel, taken, count));
  const labeled = exhibits.map(({ id, label, parentId, status }) => {
    return { id, label, parentId, isFixed: status !== 'active' };
  });
  const { labels, moved } = planPush(scheme, afterLabel, labeled, count);
  const nowOf = new Map(moved.map(({ id, now }) => [id, now]));
  return [
    ...added(labels),
    ...exhibits.flatMap(({ id, title: own, label }): LabelChange[] => {
      const now = nowOf.get(id);
      return now === undefined ? [] : [{ id, title: own, was: label, now }];
    }),
  ];
}
