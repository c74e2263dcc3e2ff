import type { TagId } from '../../../shared/model/common.ts';
import { EvidenceFilter } from '../../../shared/model/evidence.ts';
import type { ReviewQueue } from '../../../shared/model/review.ts';
import { countByTag, countEvidence } from '../evidence/index.ts';
import type { MatterSession } from '../store/session.ts';

/** What is withheld, or may be. */
const withheld = ['attorney_client', 'work_product', 'common_interest', 'other'] as const;

/** Queues with their counts, those of issues by name. What is archived is in none of them. */
export function listQueues(session: MatterSession): ReviewQueue[] {
  const queues = [
    queueOf('unread', { isReviewed: false }),
    queueOf('flagged', { isFlagged: true }),
    queueOf('uncoded', { isCoded: false }),
    queueOf('hot', { relevance: [3] }),
    queueOf('privileged', { privilege: [...withheld] }),
    queueOf('conflicts', { has: ['conflict'] }),
  ];
  const counts = countEvidence(
    session,
    queues.map(({ filter }) => filter),
  );
  const tagged = countByTag(session);
  const issues = session
    .prepare(`SELECT id, name FROM tag WHERE kind = 'issue' ORDER BY name COLLATE NOCASE`)
    .all() as { id: TagId; name: string }[];
  return [
    ...queues.map((queue, at) => ({ ...queue, total: counts[at]!.total, done: counts[at]!.reviewed })),
    ...issues.map(({ id, name }) => {
      const { total, reviewed } = tagged.get(id) ?? { total: 0, reviewed: 0 };
      return { ...queueOf('issue', { tagIds: [id] }), key: `issue:${id}`, name, total, done: reviewed };
    }),
  ];
}

function queueOf(kind: ReviewQueue['kind'], filter: Partial<EvidenceFilter>) {
  return { key: kind, kind, name: '', filter: EvidenceFilter.parse(filter) };
}
