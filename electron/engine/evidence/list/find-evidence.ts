import type { Api } from '../../../../shared/contract/api.ts';
import type { OutputOf, ParsedInputOf } from '../../../../shared/contract/define.ts';
import { foldedLine } from '../../../../shared/domain/search/words.ts';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import type { EvidenceFilter, EvidenceKind, EvidenceList } from '../../../../shared/model/evidence.ts';
import type { MatterSession } from '../../store/session.ts';
import { filterTest } from './filter-items.ts';
import { groupPlaces } from './group-items.ts';
import { indexOf, type EvidenceIndex } from './item-index.ts';
import { kindPlace, sortedPlaces } from './sort-items.ts';
import { listParts } from './watch-tables.ts';

type EvidenceSearch = Omit<ParsedInputOf<Api, 'evidence.find'>, 'matterId'>;

/**
 * The order of a list of evidence: which items, in which groups. It comes from memory, so that a matter of 100,000 items is
 * narrowed and sorted as fast as someone types (bench/evidence-list.mjs).
 */
export function findEvidence(session: MatterSession, search: EvidenceSearch): EvidenceList {
  const index = indexOf(session);
  // The same list is asked for again after every change anywhere, and for each letter that looks for a title.
  const variant = JSON.stringify([search, index.timeZone()]);
  return index.derive('found', listParts, () => readOrder(index, search), variant);
}

function readOrder(index: EvidenceIndex, search: EvidenceSearch): EvidenceList {
  const items = index.items();
  const passes = filterTest(index, search.filter);
  const found = Array.from(sortedPlaces(index, search.sort, search.isDescending)).filter(passes);
  const { places, groups, depths } = groupPlaces(index, found, search);
  const descriptions = index.descriptions();
  const { includesArchived } = search.filter;
  return {
    ids: places.map((at) => items[at]!.id as EvidenceId),
    groups,
    depths,
    total: includesArchived
      ? items.length
      : descriptions.reduce((count, { isArchived }) => count + (isArchived ? 0 : 1), 0),
    totalBytes: places.reduce((sum, at) => sum + items[at]!.sizeBytes, 0),
  };
}

/**
 * How many items each of several filters finds, and how many of those are reviewed. Unlike lists these are kept nowhere: each
 * is one pass over what the index holds.
 */
export function countEvidence(
  session: MatterSession,
  filters: readonly EvidenceFilter[],
): { total: number; reviewed: number }[] {
  const index = indexOf(session);
  const descriptions = index.descriptions();
  return filters.map((filter) => {
    const passes = filterTest(index, filter);
    const count = { total: 0, reviewed: 0 };
    for (const [at, { isReviewed }] of descriptions.entries()) {
      if (!passes(at)) continue;
      count.total += 1;
      if (isReviewed) count.reviewed += 1;
    }
    return count;
  });
}

/** How many items in sight have each tag, and how many of those are reviewed; of tags on none nothing. One pass for all tags. */
export function countByTag(session: MatterSession): Map<string, { total: number; reviewed: number }> {
  const index = indexOf(session);
  const descriptions = index.descriptions();
  const tags = index.tags();
  const counts = new Map<string, { total: number; reviewed: number }>();
  for (const [at, { id }] of index.items().entries()) {
    const { isArchived, isReviewed } = descriptions[at]!;
    if (isArchived) continue;
    for (const tagId of tags.get(id)?.ids ?? []) {
      const count = counts.get(tagId) ?? { total: 0, reviewed: 0 };
      count.total += 1;
      if (isReviewed) count.reviewed += 1;
      counts.set(tagId, count);
    }
  }
  return counts;
}

/**
 * The next item of a list, from one on and around again, whose title begins with letters; case and accents do not matter.
 *
 * @param after looked at from the item after this one; from the first when null
 */
export function findByLetters(
  session: MatterSession,
  { letters, after, ...search }: Omit<ParsedInputOf<Api, 'evidence.byLetters'>, 'matterId'>,
): { id: EvidenceId | null } {
  const index = indexOf(session);
  const places = index.places();
  const descriptions = index.descriptions();
  const { filter, sort, isDescending, grouping } = search;
  const { ids } = findEvidence(session, { filter, sort, isDescending, grouping });
  const wanted = foldedLine(letters);
  const start = after === null ? 0 : ids.indexOf(after) + 1;
  const begins = (id: EvidenceId) => foldedLine(descriptions[places.get(id)!]!.title).startsWith(wanted);
  return { id: ids.slice(start).find(begins) ?? ids.slice(0, start).find(begins) ?? null };
}

/** Kinds and custodians to narrow a list by, with how many items in sight have each. */
export function evidenceFacets(session: MatterSession): OutputOf<Api, 'evidence.facets'> {
  const index = indexOf(session);
  return index.derive('facets', ['items', 'descriptions'], () => {
    const kinds = new Map<EvidenceKind, number>();
    const custodians = new Map<string, number>();
    const descriptions = index.descriptions();
    for (const [at, { kind }] of index.items().entries()) {
      const { isArchived, custodian } = descriptions[at]!;
      if (isArchived) continue;
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      custodians.set(custodian, (custodians.get(custodian) ?? 0) + 1);
    }
    return {
      kinds: [...kinds]
        .map(([kind, count]) => ({ kind, items: count }))
        .toSorted((a, b) => kindPlace(a.kind) - kindPlace(b.kind)),
      custodians: [...custodians]
        .map(([custodian, count]) => ({ custodian, items: count }))
        .toSorted((a, b) => b.items - a.items || (a.custodian < b.custodian ? -1 : 1)),
    };
  });
}
