import type { DocketEntry } from '../../../../shared/model/docket.ts';
import { formatDocketNumber } from '../docket-number.ts';

/** Filters kept ready for the docket, in the order they are offered; besides them there is one for each party. */
export const savedFilters = [
  'all',
  'openMotions',
  'unread',
  'withDocument',
  'withoutDocument',
  'textOnly',
  'sealed',
  'gone',
] as const;
export type SavedFilter = (typeof savedFilters)[number];

const keeps: Readonly<Record<SavedFilter, (entry: DocketEntry) => boolean>> = {
  all: () => true,
  openMotions: ({ isOpenMotion }) => isOpenMotion === true,
  unread: ({ isUnread }) => isUnread,
  withDocument: ({ evidenceId }) => evidenceId !== null,
  withoutDocument: ({ evidenceId, isTextOnly }) => evidenceId === null && !isTextOnly,
  textOnly: ({ isTextOnly }) => isTextOnly,
  sealed: ({ isSealed, isRestricted }) => isSealed || isRestricted,
  gone: ({ isGone }) => isGone,
};

/** Whether a saved filter shows an entry. */
export function passesFilter(entry: DocketEntry, filter: SavedFilter): boolean {
  return keeps[filter](entry);
}

/**
 * Whether an entry was filed by a party; an entry filed by several names them one after the other.
 *
 * @example isFiledBy({ filer: 'Fairwater LLC, Ida Birch' }, 'Ida Birch') // true
 */
export function isFiledBy({ filer }: Pick<DocketEntry, 'filer'>, party: string): boolean {
  return namesParty(fold(filer), fold(party).trim());
}

/**
 * Counts filings of parties: the docket is gone through once, however many parties are asked about.
 *
 * @returns how many of the entries a party filed
 */
export function createFilingCounter(entries: readonly DocketEntry[]): (party: string) => number {
  const filers = new Map<string, number>();
  for (const { filer } of entries) if (filer !== '') filers.set(filer, (filers.get(filer) ?? 0) + 1);
  const folded = [...filers].map(([filer, count]) => ({ names: fold(filer), count }));
  return (party) => {
    const name = fold(party).trim();
    return folded.reduce((sum, { names, count }) => (namesParty(names, name) ? sum + count : sum), 0);
  };
}

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

const searchable = new WeakMap<DocketEntry, string>();

/**
 * The entries in which every word occurs: at the beginning of the number, or anywhere in text or filer. Capitals and accents do
 * not matter.
 */
export function filterByWords(entries: readonly DocketEntry[], filter: string): readonly DocketEntry[] {
  const words = fold(filter).split(/\s+/).filter(Boolean);
  if (words.length === 0) return entries;
  return entries.filter((entry) => {
    let prose = searchable.get(entry);
    if (prose === undefined) {
      prose = fold(`${entry.text}\n${entry.filer}`);
      searchable.set(entry, prose);
    }
    const number = formatDocketNumber(entry);
    return words.every((word) => number.startsWith(word) || prose.includes(word));
  });
}

/** Lower case, without accents. */
export function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
