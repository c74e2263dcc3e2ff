import { useEffect, useMemo, useState } from 'react';
import type { ReviewQueue } from '../../../shared/model/review.ts';
import { QueryFallback, useEngineQuery, useMatter, useViewState } from '../../client/index.ts';
import { SplitPane, useWidth } from '../../ui/index.ts';
import { RowStoreProvider, useMatterRows } from '../evidence/index.ts';
import { ConflictsView } from './conflicts/ConflictsView.tsx';
import { QueueList } from './queues/QueueList.tsx';
import { QueueSelect } from './queues/QueueSelect.tsx';
import { QueueView } from './QueueView.tsx';
import { leadReview, useReviewTarget } from './review-target.ts';
import { reviewDefaults } from './review-view.ts';
import { ReviewToolbar } from './ReviewToolbar.tsx';
import { queueWords } from './words.ts';

const none: readonly ReviewQueue[] = [];
/** From this width on the queues are beside their items, in pixels. */
const besideFrom = 520;

/** The review: queues of items to go through, and what is decided about each. */
export function ReviewPane() {
  const { id: matterId } = useMatter();
  const rows = useMatterRows();
  const [view, changeView, isLoaded] = useViewState('review.view', reviewDefaults);
  const query = useEngineQuery('review.queues', { matterId });
  const { data } = query;
  const conflicts = useEngineQuery('review.conflicts', { matterId }).data;
  const queues = useMemo(() => {
    if (!data) return none;
    // Notes that were changed in two places belong to no item's coding; they are settled in the same place.
    const notes = conflicts?.notes.length ?? 0;
    return data.map((queue) =>
      queue.kind === 'conflicts' ? { ...queue, total: queue.total + notes } : queue,
    );
  }, [data, conflicts]);
  const current = queues.find(({ key }) => key === view.queue) ?? queues[0];
  const [ref, width] = useWidth();
  const choose = (queue: string) => changeView({ queue });

  const target = useReviewTarget();
  const wanted = useMemo(
    () => (target && queues.find(({ key }) => key === target.queue)) ?? null,
    [target, queues],
  );
  const [led, setLed] = useState<typeof target>(null);
  useEffect(() => {
    if (!target || !wanted || !isLoaded) return;
    changeView({ queue: wanted.key });
    setLed(target);
    leadReview(null);
  }, [target, wanted, isLoaded, changeView]);

  const isBeside = width >= besideFrom;
  const content =
    current?.kind === 'conflicts' ? (
      <ConflictsView rows={rows} width={isBeside ? width - view.queuesWidth : width} />
    ) : (
      current && (
        <QueueView
          rows={rows}
          queue={current}
          led={led}
          advances={view.advances}
          onAdvances={(advances) => changeView({ advances })}
          width={isBeside ? width - view.queuesWidth : width}
        />
      )
    );
  return (
    <RowStoreProvider store={rows}>
      <div className="@container flex h-full min-h-0 flex-col bg-surface">
        <ReviewToolbar />
        <div ref={ref} className="flex min-h-0 grow flex-col">
          {query.error || !current || !isLoaded ? (
            <QueryFallback query={query} />
          ) : (
            <>
              {!isBeside && <QueueSelect queues={queues} current={current} onChoose={choose} />}
              <div className="min-h-0 grow">
                <SplitPane
                  label={queueWords.width}
                  sized="start"
                  // The items keep their state, with the queues beside them or above.
                  hidden={isBeside ? null : 'start'}
                  size={view.queuesWidth}
                  onSizeChange={(queuesWidth) => changeView({ queuesWidth })}
                  minSize={130}
                  maxSize={300}
                  defaultSize={reviewDefaults.queuesWidth}
                  minRest={330}
                  start={<QueueList queues={queues} current={current.key} onChoose={choose} />}
                  end={content}
                />
              </div>
            </>
          )}
        </div>
      </div>
    </RowStoreProvider>
  );
}
