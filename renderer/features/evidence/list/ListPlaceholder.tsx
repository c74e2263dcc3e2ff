import { Files, Search } from 'lucide-react';
import {
  QueryFallback,
  searchFor,
  useEngineQuery,
  useMatter,
  useRunCommand,
  type QueryState,
} from '../../../client/index.ts';
import { Button, EmptyState } from '../../../ui/index.ts';
import { useRunningIntakes } from '../intake/IntakeProgress.tsx';
import { words } from '../words.ts';
import { isNarrowed, type EvidenceView } from './evidence-view.ts';

interface ListPlaceholderProps {
  readonly query: QueryState;
  readonly view: EvidenceView;
  readonly total: number;
  readonly onClear: () => void;
  readonly onShowArchived: () => void;
}

/** Shown where there are no rows: why there are none, and what to do next. */
export function ListPlaceholder({ query, view, total, onClear, onShowArchived }: ListPlaceholderProps) {
  const { id: matterId, isReadOnly } = useMatter();
  const run = useRunCommand();
  const isAdding = useRunningIntakes().length > 0;
  const sought = view.words.trim();
  const isBare = total === 0 && !view.filter.includesArchived;
  const withArchive = useEngineQuery(
    'evidence.find',
    isBare && !query.isPending ? { matterId, filter: { includesArchived: true } } : null,
  ).data;
  if (query.error || query.isPending) return <QueryFallback query={query} />;
  if (isBare && (withArchive?.total ?? 0) > 0)
    return (
      <EmptyState
        title={words.allArchived}
        actions={<Button onPress={onShowArchived}>{words.showArchived}</Button>}
      >
        {words.allArchivedBody}
      </EmptyState>
    );
  if (total > 0 || sought !== '' || isNarrowed(view.filter))
    return (
      <EmptyState
        title={words.nothingFound(view.words)}
        actions={
          <>
            <Button onPress={onClear}>{words.clearFilter}</Button>
            {sought !== '' && (
              <Button
                icon={<Search />}
                onPress={() => {
                  searchFor(sought);
                  run('search.open');
                }}
              >
                {words.searchInside}
              </Button>
            )}
          </>
        }
      >
        {words.nothingFoundBody}
      </EmptyState>
    );
  if (isAdding)
    return (
      <EmptyState icon={<Files />} title={words.addingTitle}>
        {words.addingBody}
      </EmptyState>
    );
  return (
    <EmptyState
      icon={<Files />}
      title={words.emptyTitle}
      actions={
        !isReadOnly && (
          <>
            <Button variant="primary" onPress={() => void run('evidence.add')}>
              {words.add}
            </Button>
            <Button onPress={() => void run('evidence.addFolder')}>{words.addFolder}</Button>
          </>
        )
      }
    >
      {isReadOnly ? words.emptyReadOnly : words.emptyBody}
    </EmptyState>
  );
}
