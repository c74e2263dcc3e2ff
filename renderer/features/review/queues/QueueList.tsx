import type { ReviewQueue } from '../../../../shared/model/review.ts';
import { formatNumber } from '../../../client/index.ts';
import { ProgressBar } from '../../../ui/index.ts';
import { queueWords } from '../words.ts';
import { QueueIcon } from './QueueIcon.tsx';

interface QueueListProps {
  readonly queues: readonly ReviewQueue[];
  readonly current: string;
  readonly onChoose: (key: string) => void;
}

/** The queues under one another, each with how far it has come. */
export function QueueList({ queues, current, onChoose }: QueueListProps) {
  const issues = queues.filter(({ kind }) => kind === 'issue');
  const others = queues.filter(({ kind }) => kind !== 'issue');
  const entries = (list: readonly ReviewQueue[]) => (
    <ul className="flex flex-col gap-0.5">
      {list.map((queue) => (
        <li key={queue.key}>
          <QueueButton queue={queue} isCurrent={queue.key === current} onChoose={onChoose} />
        </li>
      ))}
    </ul>
  );
  return (
    <nav aria-label={queueWords.queues} className="h-full overflow-y-auto bg-sidebar p-2">
      {entries(others)}
      {issues.length > 0 && (
        <>
          <h2 className="px-2 pt-3 pb-1 text-sm font-medium text-ink-soft">{queueWords.byIssue}</h2>
          {entries(issues)}
        </>
      )}
    </nav>
  );
}

interface QueueButtonProps {
  readonly queue: ReviewQueue;
  readonly isCurrent: boolean;
  readonly onChoose: (key: string) => void;
}

function QueueButton({ queue, isCurrent, onChoose }: QueueButtonProps) {
  const { key, total } = queue;
  const name = queueWords.nameOf(queue);
  return (
    <button
      type="button"
      aria-current={isCurrent || undefined}
      onClick={() => onChoose(key)}
      className="flex w-full cursor-default flex-col gap-1 rounded-md px-2 py-1.5 text-left text-ink-soft hover:bg-hover hover:text-ink aria-[current=true]:bg-selected aria-[current=true]:text-ink"
    >
      <span className="flex w-full items-center gap-2 [&_svg]:size-4 [&_svg]:shrink-0">
        <QueueIcon kind={queue.kind} />
        <span dir="auto" className="min-w-0 grow truncate text-left font-medium" title={name}>
          {name}
        </span>
        <span className="text-sm tabular-nums">{formatNumber(total)}</span>
      </span>
      <QueueProgress queue={queue} />
    </button>
  );
}

/** How far a queue has come, in words and as a bar. */
export function QueueProgress({ queue }: { queue: ReviewQueue }) {
  const { kind, done, total } = queue;
  if (total === 0) return null;
  if (kind === 'conflicts') return <span className="text-xs tabular-nums">{queueWords.toSettle(total)}</span>;
  // Coded items are no longer in it, so it has no done part.
  if (kind === 'uncoded') return <span className="text-xs tabular-nums">{queueWords.toCode(total)}</span>;
  // The unread queue has no done part: read items are no longer in it.
  if (kind === 'unread' && done === 0)
    return <span className="text-xs tabular-nums">{queueWords.left(total)}</span>;
  return (
    <>
      <span className="text-xs tabular-nums">{queueWords.reviewed(done, total)}</span>
      <ProgressBar label={queueWords.progress(queueWords.nameOf(queue))} done={done} total={total} />
    </>
  );
}
