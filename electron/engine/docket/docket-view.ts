import { filterByWords, foldText } from '../../../shared/domain/docket/filters.ts';
import type { DocketEntry } from '../../../shared/model/docket.ts';

export { docketNumber } from '../../../shared/domain/docket/filters.ts';

export type DocketSort = 'docket' | 'filedOn' | 'enteredOn' | 'filer' | 'text';

/**
 * The entries that hold every word of the filter, in the order asked for. A word is found at the beginning of the number and
 * anywhere in text or filer; capitals and accents do not matter. Entries without the value sorted by stand last, either way.
 *
 * @param entries in docket order
 * @param filter words separated by white space; all entries pass an empty one
 */
export function viewDocket(
  entries: readonly DocketEntry[],
  {
    filter = '',
    sort,
    isDescending,
  }: { filter?: string | undefined; sort: DocketSort; isDescending: boolean },
): DocketEntry[] {
  const ordered = filterByWords(entries, filter);
  if (sort === 'docket') return isDescending ? ordered.toReversed() : ordered;

  const direction = isDescending ? -1 : 1;
  const keyed = ordered.map((entry) => ({
    entry,
    key: foldText((sort === 'text' && entry.text === '' ? entry.shortText : entry[sort]) ?? ''),
  }));
  keyed.sort((a, b) => {
    if (a.key === b.key) return 0;
    if (a.key === '') return 1;
    if (b.key === '') return -1;
    return a.key < b.key ? -direction : direction;
  });
  return keyed.map(({ entry }) => entry);
}
