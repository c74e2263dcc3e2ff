import { useMemo } from 'react';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import { useEngineQuery, useKeptSelection, useMatter, useViewState } from '../../../client/index.ts';
import { reviewDefaults } from '../review-view.ts';
import { queueWords } from '../words.ts';
import { copyWords as words } from './words.ts';

export type CopySource = 'selected' | 'queue' | 'all';

/** Items that a review copy can be made of. */
export interface CopyItems {
  readonly value: CopySource;
  readonly label: string;
  readonly ids: readonly EvidenceId[];
}

/**
 * What there is to choose from: the items selected in the review, or else in the list of evidence; the queue that was looked at
 * last; everything that is not archived. Empty choices are left out. Undefined while it is being read.
 */
export function useCopyItems(): readonly CopyItems[] | undefined {
  const { id: matterId } = useMatter();
  const [view, , isLoaded] = useViewState('review.view', reviewDefaults);
  const [inReview] = useKeptSelection('review');
  const [inEvidence] = useKeptSelection('evidence');
  const queues = useEngineQuery('review.queues', { matterId }).data;
  const queue = queues?.find(({ key }) => key === view.queue) ?? queues?.[0];
  const all = useEngineQuery('evidence.find', { matterId, filter: {} }).data?.ids;
  const queued = useEngineQuery('evidence.find', queue ? { matterId, filter: queue.filter } : null).data?.ids;
  return useMemo(() => {
    if (!isLoaded || !all || !queues || (queue && !queued)) return undefined;
    const listed = new Set<string>(all);
    const chosen = [...(inReview.size > 1 || inEvidence.size === 0 ? inReview : inEvidence)];
    const selected = chosen.filter((id) => listed.has(id)) as EvidenceId[];
    const items: CopyItems[] = [
      { value: 'selected', label: words.selected(selected.length), ids: selected },
      ...(queue && queued
        ? [
            {
              value: 'queue' as const,
              label: words.queue(queueWords.nameOf(queue), queued.length),
              ids: queued,
            },
          ]
        : []),
      { value: 'all', label: words.all(all.length), ids: all },
    ];
    return items.filter(({ ids }) => ids.length > 0);
  }, [isLoaded, all, queues, queue, queued, inReview, inEvidence]);
}
