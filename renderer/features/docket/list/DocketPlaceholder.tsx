import { Plus, ScrollText } from 'lucide-react';
import { QueryFallback, useMatter, useRunCommand, type QueryState } from '../../../client/index.ts';
import { Button, EmptyState } from '../../../ui/index.ts';
import { docketWords as words } from '../words.ts';

interface DocketPlaceholderProps {
  readonly query: QueryState;
  /** What is filtered by; null while all entries are shown. */
  readonly filter: string | null;
  readonly onClear: () => void;
}

/** Shown where there are no entries: why there are none, and what to do next. */
export function DocketPlaceholder({ query, filter, onClear }: DocketPlaceholderProps) {
  const { isReadOnly } = useMatter();
  const run = useRunCommand();
  if (query.error || query.isPending) return <QueryFallback query={query} label={words.reading} />;
  if (filter !== null)
    return (
      <EmptyState title={words.nothingFound} actions={<Button onPress={onClear}>{words.showAll}</Button>}>
        {filter.trim() === '' ? words.nothingSaved : words.nothingFoundText}
      </EmptyState>
    );
  return (
    <EmptyState
      icon={<ScrollText />}
      title={words.emptyTitle}
      actions={
        !isReadOnly && (
          <>
            <Button variant="primary" onPress={() => run('docket.import')}>
              {words.importFirst}
            </Button>
            <Button icon={<Plus />} onPress={() => run('docket.add')}>
              {words.addFirst}
            </Button>
          </>
        )
      }
    >
      {isReadOnly ? words.emptyReadOnly : words.emptyText}
    </EmptyState>
  );
}
