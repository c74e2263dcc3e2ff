import type { DocketEntry } from '../../model/docket.ts';

/** The filters a docket keeps at hand, and the party whose filings are shown. */
export type SavedFilter =
  | 'all'
  | 'openMotions'
  | 'withDocument'
  | 'withoutDocument'
  | 'unread'
  | 'gone'
  | 'textOnly'
  | { readonly party: string };

/**
 * An entry's number as lawyers say it: "12", "12-1" for its first attachment; null for an entry without a number.
 */
export function docketNumber(entry: Pick<DocketEntry, 'number' | 'attachment'>): string | null {
  if (entry.number === null) return null;
  return entry.attachment === null ? `${entry.number}` : `${entry.number}-${entry.attachment}`;
}

/**
 * Whether a saved filter shows an entry. A party's filter shows what it filed, alone or with others.
 *
 * @example
 * passesFilter(entry, { party: 'Fairwater LLC' })
 */
export function passesFilter(entry: DocketEntry, filter: SavedFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'openMotions':
      return entry.isOpenMotion === true;
    case 'withDocument':
      return entry.evidenceId !== null;
    case 'withoutDocument':
      return entry.evidenceId === null && !entry.isTextOnly;
    case 'unread':
      return entry.isUnread;
    case 'gone':
      return entry.isGone;
    case 'textOnly':
      return entry.isTextOnly;
    default:
      return foldText(filter.party) !== '' && foldText(entry.filer).includes(foldText(filter.party));
  }
}

type Searched = Pick<DocketEntry, 'number' | 'attachment' | 'text' | 'filer'>;

/** Folded words of entries, made once: an entry that is replaced by a new one is folded anew, and an old one is let go. */
const folded = new WeakMap<Searched, { readonly number: string | null; readonly prose: string }>();

/**
 * The entries that hold every word of a query: at the beginning of the number, or anywhere in text or filer. Capitals and accents
 * do not matter. What is asked again of the same entries, as with each letter typed, costs no more than looking.
 *
 * @param query words separated by white space; all entries pass an empty one
 */
export function filterByWords<T extends Searched>(entries: readonly T[], query: string): T[] {
  const words = foldText(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...entries];
  return entries.filter((entry) => {
    let searched = folded.get(entry);
    if (!searched) {
      searched = { number: docketNumber(entry), prose: foldText(`${entry.text}\n${entry.filer}`) };
      folded.set(entry, searched);
    }
    const { number, prose } = searched;
    return words.every((word) => number?.startsWith(word) === true || prose.includes(word));
  });
}

const beyondAscii = /[\u0080-\uffff]/;

/** Lower case, without accents. */
export function foldText(text: string): string {
  const plain = beyondAscii.test(text) ? text.normalize('NFD').replaceAll(/\p{M}/gu, '') : text;
  return plain.toLowerCase();
}
