import { CalendarClock, Plus } from 'lucide-react';
import { QueryFallback, useMatter, useRunCommand, type QueryState } from '../../../client/index.ts';
import { Button, EmptyState } from '../../../ui/index.ts';
import { deadlineWords as words } from '../words.ts';

interface DeadlinesPlaceholderProps {
  readonly query: QueryState;
  /** What is filtered by; null where the matter has no deadline at all. */
  readonly filter: string | null;
  readonly onClear: () => void;
}

/** Shown where there are no deadlines: why there are none, and what to do next. */
export function DeadlinesPlaceholder({ query, filter, onClear }: DeadlinesPlaceholderProps) {
  const { isReadOnly } = useMatter();
  const run = useRunCommand();
  if (query.error || query.isPending) return <QueryFallback query={query} label={words.reading} />;
  if (filter !== null)
    return (
      <EmptyState title={words.nothingFound} actions={<Button onPress={onClear}>{words.showAll}</Button>}>
        {filter.trim() === '' ? words.nothingChosen : words.nothingFoundText}
      </EmptyState>
    );
  return (
    <EmptyState
      icon={<CalendarClock />}
      title={words.emptyTitle}
      actions={
        !isReadOnly && (
          <>
            <Button variant="primary" onPress={() => run('deadlines.propose')}>
              {words.proposeLong}
            </Button>
            <Button icon={<Plus />} onPress={() => run('deadlines.add')}>
              {words.add}
            </Button>
          </>
        )
      }
    >
      {isReadOnly ? words.emptyReadOnly : words.emptyText}
    </EmptyState>
  );
}
