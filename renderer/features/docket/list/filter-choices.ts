import {
  createFilingCounter,
  passesFilter,
  type SavedFilter,
} from '../../../../shared/domain/docket/filters.ts';
import type { DocketEntry } from '../../../../shared/model/docket.ts';
import { viewWords as words } from '../words.ts';

/** Filters kept ready for the docket, in the order they are offered; besides them there is one for each party. */
const savedFilters = [
  'all',
  'openMotions',
  'unread',
  'withDocument',
  'withoutDocument',
  'textOnly',
  'sealed',
  'gone',
] as const satisfies readonly SavedFilter[];
type NamedFilter = (typeof savedFilters)[number];

/** A filter as it is offered. */
export interface FilterOption {
  /** A saved filter by its name, or `party:` with a party's name. */
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

const partyPrefix = 'party:';
/** Parties offered; a docket of a class action may name hundreds. Those of the parties' page lead to their filings too. */
const mostParties = 40;
/** Parties looked at to choose them from. */
const mostCounted = 500;

/** The filter that shows a party's filings. @example partyFilter('Fairwater LLC') // 'party:Fairwater LLC' */
export function partyFilter(party: string): string {
  return partyPrefix + party;
}

/** The party whose filings a filter shows, or null. */
export function partyOf(filter: string): string | null {
  return filter.startsWith(partyPrefix) ? filter.slice(partyPrefix.length) : null;
}

/**
 * The entries a saved filter shows.
 *
 * @param filter a saved filter's name, or `party:` with a party's name; all entries for a name of a later version
 */
export function applySavedFilter(entries: readonly DocketEntry[], filter: string): readonly DocketEntry[] {
  const party = partyOf(filter);
  if (party !== null) return entries.filter((entry) => passesFilter(entry, { party }));
  const saved = savedFilters.find((name) => name === filter);
  return saved === undefined || saved === 'all'
    ? entries
    : entries.filter((entry) => passesFilter(entry, saved));
}

/**
 * The filters that find something, with how many entries each finds. The chosen one is always among them.
 *
 * @param parties from the docket's header; where there are none, those who filed most are offered
 */
export function listFilterChoices(
  entries: readonly DocketEntry[],
  parties: readonly string[],
  chosen: string,
): readonly FilterOption[] {
  const counts = new Map<NamedFilter, number>(savedFilters.map((name) => [name, 0]));
  const filers = new Set<string>();
  for (const entry of entries) {
    for (const name of savedFilters) {
      if (passesFilter(entry, name)) counts.set(name, counts.get(name)! + 1);
    }
    if (entry.filer !== '') filers.add(entry.filer);
  }
  const saved = savedFilters.map((name) => ({ value: name, label: words[name], count: counts.get(name)! }));
  const countFilings = createFilingCounter(entries);
  const named = [...new Set(parties.length > 0 ? parties : filers)].slice(0, mostCounted);
  const byParty = named
    .map((party) => ({
      value: partyFilter(party),
      label: words.byParty(party),
      count: countFilings(party),
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, mostParties);
  const options = [...saved.filter(({ value, count }) => value === 'all' || count > 0), ...byParty];
  const party = partyOf(chosen);
  if (options.some(({ value }) => value === chosen)) return options;
  const missing =
    party === null
      ? saved.find(({ value }) => value === chosen)
      : { value: chosen, label: words.byParty(party), count: applySavedFilter(entries, chosen).length };
  return missing ? [...options, missing] : options;
}
