import { CircleCheckBig, Files } from 'lucide-react';
import type { ReviewQueue } from '../../../../shared/model/review.ts';
import { messageOf, useRunCommand } from '../../../client/index.ts';
import { Button, EmptyState, ErrorState, LoadingState } from '../../../ui/index.ts';
import { queueWords, words } from '../words.ts';

interface ListPlaceholderProps {
  readonly queue: ReviewQueue;
  readonly error: Error | null;
  readonly isPending: boolean;
  /** Whether the matter holds no evidence at all. */
  readonly isBare: boolean;
  readonly onRetry: () => void;
}

/** Stands where a queue has no items: why there are none, and a way on. */
export function ListPlaceholder({ queue, error, isPending, isBare, onRetry }: ListPlaceholderProps) {
  const run = useRunCommand();
  if (error) return <ErrorState message={messageOf(error)} onRetry={onRetry} />;
  if (isPending) return <LoadingState />;
  if (isBare)
    return (
      <EmptyState
        icon={<Files />}
        title={words.noItemsTitle}
        actions={<Button onPress={() => void run('go.evidence')}>{words.goToEvidence}</Button>}
      >
        {words.noItemsBody}
      </EmptyState>
    );
  const [title, body] = queueWords.empty[queue.kind];
  return (
    <EmptyState icon={<CircleCheckBig />} title={title}>
      {body}
    </EmptyState>
  );
}
