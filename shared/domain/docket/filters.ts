import type { DocketEntry } from '../../model/docket.ts';
import { foldedLine, foldedParts } from '../search/words.ts';

/** The filters a docket keeps at hand, and the party whose filings are shown. */
export type SavedFilter =
  | 'all'
  | 'openMotions'
  | 'withDocument'
  | 'withoutDocument'
  | 'unread'
  | 'gone'
  | 'textOnly'
  | 'sealed'
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
    case 'sealed':
      return entry.isSealed || entry.isRestricted;
    default:
      return isFiledBy(entry, filter.party);
  }
}

/**
 * Whether an entry was filed by a party; an entry filed by several names them one after the other.
 *
 * @example
 * isFiledBy({ filer: 'Fairwater LLC, Ida Birch' }, 'Ida Birch') // true
 */
export function isFiledBy({ filer }: Pick<DocketEntry, 'filer'>, party: string): boolean {
  return namesParty(foldText(filer), foldText(party).trim());
}

/**
 * Counts filings of parties: one pass over the docket, however many parties are asked about.
 *
 * @returns how many of the entries a party filed
 */
export function createFilingCounter(
  entries: readonly Pick<DocketEntry, 'filer'>[],
): (party: string) => number {
  const filers = new Map<string, number>();
  for (const { filer } of entries) if (filer !== '') filers.set(filer, (filers.get(filer) ?? 0) + 1);
  const counted = [...filers].map(([filer, count]) => ({ names: foldText(filer), count }));
  return (party) => {
    const name = foldText(party).trim();
    return counted.reduce((sum, { names, count }) => (namesParty(names, name) ? sum + count : sum), 0);
  };
}

/** Whether a name occurs whole among others: "Ida Birch" is not "Ida Birchwood". */
function namesParty(names: string, name: string): boolean {
  if (name === '') return false;
  for (let at = names.indexOf(name); at >= 0; at = names.indexOf(name, at + 1)) {
    const isWhole =
      /(?:^|[,;&]|\band)\s*$/.test(names.slice(Math.max(0, at - 8), at)) &&
      /^\s*(?:$|[,;&]|and\b)/.test(names.slice(at + name.length, at + name.length + 8));
    if (isWhole) return true;
  }
  return false;
}

type Searched = Pick<DocketEntry, 'number' | 'attachment' | 'text' | 'shortText' | 'filer'>;

/** Folded words of entries, made once: a new version of an entry is folded again, and the old one is released. */
const folded = new WeakMap<Searched, { readonly number: string | null; readonly prose: string }>();

/**
 * The entries that hold every word of a query: at the beginning of the number, or anywhere in text,
 * short text (all that a feed gives) or filer. Capitals and accents
 * do not matter. Repeated queries on the same entries, as with each letter typed, reuse the folded words.
 *
 * @param query words separated by white space; all entries pass an empty one
 */
export function filterByWords<T extends Searched>(entries: readonly T[], query: string): T[] {
  const words = foldedParts(query);
  if (words.length === 0) return [...entries];
  return entries.filter((entry) => {
    let searched = folded.get(entry);
    if (!searched) {
      searched = {
        number: docketNumber(entry),
        prose: foldedLine(`${entry.text}\n${entry.shortText}\n${entry.filer}`),
      };
      folded.set(entry, searched);
    }
    const { number, prose } = searched;
    return words.every((word) => number?.startsWith(word) === true || prose.includes(word));
  });
}

const beyondAscii = /[\u0080-\uffff]/;

/** Lower case, without accents: as names are put in order and compared whole. */
export function foldText(text: string): string {
  const plain = beyondAscii.test(text) ? text.normalize('NFD').replaceAll(/\p{M}/gu, '') : text;
  return plain.toLowerCase();
}
