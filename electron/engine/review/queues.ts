import { EvidenceFilter } from '../../../shared/model/evidence.ts';
import type { ReviewQueue } from '../../../shared/model/review.ts';
import { countEvidence, listTags } from '../evidence/index.ts';
import type { MatterSession } from '../store/session.ts';

/** What is withheld, or may be. */
const withheld = ['attorney_client', 'work_product', 'common_interest', 'other'] as const;

type Stack = Pick<ReviewQueue, 'key' | 'kind' | 'name'> & {
  readonly filter: EvidenceFilter;
  /** What leaves the queue once it is dealt with: its items and those that have left are all that is in sight. */
  readonly isEmptied: boolean;
};

/**
 * Queues with their counts. What is unread, or not coded, leaves its queue once it is: of those two `total` is everything in
 * sight and `done` what has left. Of all others `total` is their items and `done` those reviewed.
 */
export function listQueues(session: MatterSession): ReviewQueue[] {
  const stacks = [
    stack('unread', { isReviewed: false }, true),
    stack('flagged', { isFlagged: true }),
    stack('uncoded', { isCoded: false }, true),
    stack('hot', { relevance: [3] }),
    stack('privileged', { privilege: [...withheld] }),
    stack('conflicts', { has: ['conflict'] }),
    ...listTags(session)
      .filter(({ kind }) => kind === 'issue')
      .map(({ id, name }) => ({
        ...stack('issue', { tagIds: [id] }),
        key: `issue:${id}`,
        name,
      })),
  ];
  const [all, ...counts] = countEvidence(session, [
    EvidenceFilter.parse({}),
    ...stacks.map(({ filter }) => filter),
  ]);
  return stacks.map(({ isEmptied, ...queue }, at) => {
    const { total, reviewed } = counts[at]!;
    return isEmptied
      ? { ...queue, total: all!.total, done: all!.total - total }
      : { ...queue, total, done: reviewed };
  });
}

function stack(kind: ReviewQueue['kind'], filter: Partial<EvidenceFilter>, isEmptied = false): Stack {
  return { key: kind, kind, name: '', filter: EvidenceFilter.parse(filter), isEmptied };
}
