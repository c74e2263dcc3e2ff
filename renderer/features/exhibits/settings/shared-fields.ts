import type { Exhibit, ExhibitFields } from '../../../../shared/model/exhibits.ts';

/** What several exhibits can be given at once: everything but what tells one from another. */
export type SharedFields = Omit<ExhibitFields, 'title' | 'label' | 'pageRanges'>;

/**
 * What all of these exhibits have in a field; undefined where they differ.
 *
 * @example sharedValue([a, b], 'sponsor') // 'Jane Smith'
 */
export function sharedValue<K extends keyof SharedFields>(
  exhibits: readonly Pick<Exhibit, K>[],
  name: K,
): SharedFields[K] | undefined {
  const [first] = exhibits;
  if (!first) return undefined;
  return exhibits.every((exhibit) => exhibit[name] === first[name]) ? first[name] : undefined;
}
