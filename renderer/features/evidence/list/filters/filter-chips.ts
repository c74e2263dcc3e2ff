import { relevanceWords } from '../../../../../shared/domain/evidence/relevance-words.ts';
import { privilegeWords } from '../../../../../shared/domain/review/decision-words.ts';
import type { Tag } from '../../../../../shared/model/evidence.ts';
import { formatDate } from '../../../../client/index.ts';
import { filterWords as words, hasWords, kindWords } from '../../words.ts';
import { toggled, type EvidenceView, type FilterChip } from '../evidence-view.ts';

const yesNos = [
  { field: 'isReviewed', yes: words.reviewed, no: words.notReviewed },
  { field: 'isCoded', yes: words.coded, no: words.notCoded },
  { field: 'isResponsive', yes: words.responsive, no: words.notResponsive },
  { field: 'isFlagged', yes: words.flagged, no: words.notFlagged },
] as const;

/** What narrows the list, one chip each, with what the filter is without it. */
export function filterChips(filter: EvidenceView['filter'], tags: readonly Tag[]): readonly FilterChip[] {
  const { kinds, custodians, tagIds, relevance, privilege, has, from, to } = filter;
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
    ...privilege.map((each) => ({
      id: `privilege ${each}`,
      label: privilegeWords[each],
      without: { privilege: toggled(privilege, each) },
    })),
    ...yesNos.flatMap(({ field, yes, no }) =>
      filter[field] === null
        ? []
        : [{ id: field, label: filter[field] ? yes : no, without: { [field]: null } }],
    ),
    ...(from === null ? [] : [{ id: 'from', label: words.since(formatDate(from)), without: { from: null } }]),
    ...(to === null ? [] : [{ id: 'to', label: words.until(formatDate(to)), without: { to: null } }]),
  ];
}
