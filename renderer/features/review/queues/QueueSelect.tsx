import type { ReviewQueue } from '../../../../shared/model/review.ts';
import { Select, useFocusBrought } from '../../../ui/index.ts';
import { queueWords } from '../words.ts';
import { QueueProgress } from './QueueList.tsx';

interface QueueSelectProps {
  readonly queues: readonly ReviewQueue[];
  readonly current: ReviewQueue;
  readonly onChoose: (key: string) => void;
}

/** The same queues where there is no room for a list of them. */
export function QueueSelect({ queues, current, onChoose }: QueueSelectProps) {
  useFocusBrought();
  return (
    <div className="flex shrink-0 items-center gap-3 border-b border-line bg-sidebar px-2.5 py-1.5">
      <div className="w-44 shrink-0">
        <Select
          label={queueWords.queue}
          isLabelHidden
          value={current.key}
          onChange={onChoose}
          options={queues.map((queue) => ({
            value: queue.key,
            label: queueWords.nameOf(queue),
            count: queue.total,
          }))}
        />
      </div>
      <div className="flex min-w-0 grow flex-col gap-1 text-ink-soft">
        <QueueProgress queue={current} />
      </div>
    </div>
  );
}
