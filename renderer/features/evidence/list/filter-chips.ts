import { relevanceWords } from '../../../../shared/domain/evidence/relevance-words.ts';
import type { Tag } from '../../../../shared/model/evidence.ts';
import { formatDate } from '../../../client/index.ts';
import { filterWords as words, hasWords, kindWords } from '../words.ts';
import { toggled, type EvidenceView, type FilterChip } from './evidence-view.ts';

/** What narrows the list, one chip each, with what the filter is without it. */
export function filterChips(filter: EvidenceView['filter'], tags: readonly Tag[]): readonly FilterChip[] {
  const { kinds, custodians, tagIds, relevance, has, isReviewed, isFlagged, from, to } = filter;
  return [
    ...kinds.map((kind) => ({
      id: `kind ${kind}`,
      label: kindWords[kind],
      without: { kinds: toggled(kinds, kind) },
    })),
    ...custodians.map((custodian) => ({
      id: `custodian ${custodian}`,
      label: `${words.custodian}: ${custodian === '' ? words.noCustodian : custodian}`,
      without: { custodians: toggled(custodians, custodian) },
    })),
    ...tagIds.map((id) => ({
      id: `tag ${id}`,
      label: tags.find((tag) => tag.id === id)?.name ?? words.tags,
      without: { tagIds: toggled(tagIds, id) },
    })),
    ...relevance.map((rating) => ({
      id: `relevance ${rating}`,
      label: relevanceWords(rating),
      without: { relevance: toggled(relevance, rating) },
    })),
    ...has.map((each) => ({
      id: `has ${each}`,
      label: hasWords[each],
      without: { has: toggled(has, each) },
    })),
    ...(isReviewed === null
      ? []
      : [
          {
            id: 'reviewed',
            label: isReviewed ? words.reviewed : words.notReviewed,
            without: { isReviewed: null },
          },
        ]),
    ...(isFlagged === null
      ? []
      : [
          {
            id: 'flagged',
            label: isFlagged ? words.flagged : words.notFlagged,
            without: { isFlagged: null },
          },
        ]),
    ...(from === null ? [] : [{ id: 'from', label: words.since(formatDate(from)), without: { from: null } }]),
    ...(to === null ? [] : [{ id: 'to', label: words.until(formatDate(to)), without: { to: null } }]),
  ];
}
