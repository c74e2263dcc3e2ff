import type { DocketEntry } from '../../model/docket.ts';
import { foldText } from './filters.ts';

/** What a docket can be sorted by. */
export type EntrySort = 'docket' | 'filedOn' | 'enteredOn' | 'filer' | 'text';

/**
 * Sorts a copy. Entries without the value sorted by come last, either way; equal ones keep the order of the docket.
 *
 * @param entries in docket order
 * @example sortEntries(entries, { column: 'filedOn', isDescending: true })
 */
export function sortEntries(
  entries: readonly DocketEntry[],
  { column, isDescending }: { readonly column: EntrySort; readonly isDescending: boolean },
): readonly DocketEntry[] {
  if (column === 'docket') return isDescending ? entries.toReversed() : entries;
  const sign = isDescending ? -1 : 1;
  return entries
    .map((entry) => ({
      entry,
      // Of a feed the short text is all there is.
      key: foldText((column === 'text' && entry.text === '' ? entry.shortText : entry[column]) ?? ''),
    }))
    .sort((a, b) => {
      if (a.key === b.key) return 0;
      if (a.key === '') return 1;
      if (b.key === '') return -1;
      return a.key < b.key ? -sign : sign;
    })
    .map(({ entry }) => entry);
}
