import { CircleCheckBig, Files } from 'lucide-react';
import type { ReviewQueue } from '../../../../shared/model/review.ts';
import { useRunCommand, QueryFallback, type QueryState } from '../../../client/index.ts';
import { Button, EmptyState } from '../../../ui/index.ts';
import { queueWords, words } from '../words.ts';

interface ListPlaceholderProps {
  readonly queue: ReviewQueue;
  readonly query: QueryState;
  /** Whether the matter holds no evidence at all. */
  readonly isBare: boolean;
}

/** Shown where a queue has no items: why there are none, and what to do next. */
export function ListPlaceholder({ queue, query, isBare }: ListPlaceholderProps) {
  const run = useRunCommand();
  if (query.error || query.isPending) return <QueryFallback query={query} />;
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
