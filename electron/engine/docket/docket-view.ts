import type { DocketEntry } from '../../../shared/model/docket.ts';

export type DocketSort = 'docket' | 'filedOn' | 'enteredOn' | 'filer' | 'text';

/**
 * An entry's number as lawyers say it: "12", "12-1" for its first attachment; null for an entry without a number.
 */
export function docketNumber(entry: Pick<DocketEntry, 'number' | 'attachment'>): string | null {
  if (entry.number === null) return null;
  return entry.attachment === null ? `${entry.number}` : `${entry.number}-${entry.attachment}`;
}

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
  const words = fold(filter).split(/\s+/).filter(Boolean);
  const ordered = words.length === 0 ? [...entries] : entries.filter((entry) => matches(entry, words));
  if (sort === 'docket') return isDescending ? ordered.toReversed() : ordered;

  const direction = isDescending ? -1 : 1;
  const keyed = ordered.map((entry) => ({ entry, key: fold(entry[sort] ?? '') }));
  keyed.sort((a, b) => {
    if (a.key === b.key) return 0;
    if (a.key === '') return 1;
    if (b.key === '') return -1;
    return a.key < b.key ? -direction : direction;
  });
  return keyed.map(({ entry }) => entry);
}

function matches(entry: DocketEntry, words: readonly string[]): boolean {
  const number = docketNumber(entry);
  const prose = fold(`${entry.text}\n${entry.filer}`);
  return words.every((word) => number?.startsWith(word) === true || prose.includes(word));
}

const beyondAscii = /[\u0080-\uffff]/;

/** Lower case, without accents. */
function fold(text: string): string {
  const plain = beyondAscii.test(text) ? text.normalize('NFD').replaceAll(/\p{M}/gu, '') : text;
  return plain.toLowerCase();
}
