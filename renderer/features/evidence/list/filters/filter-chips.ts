import { relevanceWords } from '../../../../../shared/domain/evidence/relevance-words.ts';
import { privilegeWords } from '../../../../../shared/domain/review/decision-words.ts';
import type { Tag } from '../../../../../shared/model/evidence.ts';
import { formatDate } from '../../../../client/index.ts';
import { chipsOf, yesNoChip, type FilterChip } from '../../../../ui/index.ts';
import { filterWords as words, hasWords, kindWords } from '../../words.ts';
import type { EvidenceView } from '../evidence-view.ts';

type Filter = EvidenceView['filter'];

/** What an item is or is not, by the field that asks for it. */
export const yesNos = [
  { field: 'isReviewed', yes: words.reviewed, no: words.notReviewed },
  { field: 'isCoded', yes: words.coded, no: words.notCoded },
  { field: 'isResponsive', yes: words.responsive, no: words.notResponsive },
  { field: 'isFlagged', yes: words.flagged, no: words.notFlagged },
] as const;

/** What narrows the list, one chip each, with what the filter is without it. */
export function filterChips(filter: Filter, tags: readonly Tag[]): readonly FilterChip<Filter>[] {
  const { from, to } = filter;
  return [
    ...chipsOf('kinds', filter, (kind) => kindWords[kind]),
    ...chipsOf(
      'custodians',
      filter,
      (name) => `${words.custodian}: ${name === '' ? words.noCustodian : name}`,
    ),
    ...chipsOf('tagIds', filter, (id) => tags.find((tag) => tag.id === id)?.name ?? words.tags),
    ...chipsOf('relevance', filter, relevanceWords),
    ...chipsOf('has', filter, (has) => hasWords[has]),
    ...chipsOf('privilege', filter, (privilege) => privilegeWords[privilege]),
    ...yesNos.flatMap(({ field, ...both }) => yesNoChip(field, filter, both)),
    ...(from === null ? [] : [{ id: 'from', label: words.since(formatDate(from)), without: { from: null } }]),
    ...(to === null ? [] : [{ id: 'to', label: words.until(formatDate(to)), without: { to: null } }]),
  ];
}
