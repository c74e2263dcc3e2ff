import { Scale } from 'lucide-react';
import { QueryFallback, useMatter, useRunCommand, type QueryState } from '../../../client/index.ts';
import { Button, EmptyState } from '../../../ui/index.ts';
import { words } from '../words.ts';

interface FactsPlaceholderProps {
  readonly query: QueryState;
  readonly filter: string;
  readonly onClear: () => void;
}

/** Shown where there are no facts: why there are none, and what to do next. */
export function FactsPlaceholder({ query, filter, onClear }: FactsPlaceholderProps) {
  const { isReadOnly } = useMatter();
  const run = useRunCommand();
  if (query.error || query.isPending) return <QueryFallback query={query} label={words.loading} />;
  if (filter.trim() !== '')
    return (
      <EmptyState
        title={words.nothingFound(filter)}
        actions={<Button onPress={onClear}>{words.clearFilter}</Button>}
      >
        {words.nothingFoundBody}
      </EmptyState>
    );
  return (
    <EmptyState
      icon={<Scale />}
      title={words.emptyTitle}
      actions={
        !isReadOnly && (
          <Button variant="primary" onPress={() => void run('argument.addFact')}>
            {words.addFact}
          </Button>
        )
      }
    >
      {isReadOnly ? words.emptyReadOnly : words.emptyBody}
    </EmptyState>
  );
}
