import { NotebookPen } from 'lucide-react';
import { QueryFallback, useCanComment, useRunCommand, type QueryState } from '../../../client/index.ts';
import { Button, EmptyState } from '../../../ui/index.ts';
import { words } from '../words.ts';
import { isNarrowed, type NotesView } from './notes-view.ts';

interface NotesPlaceholderProps {
  readonly query: QueryState;
  readonly view: NotesView;
  readonly onClear: () => void;
}

/** Shown where there are no rows: why there are none, and what to do next. */
export function NotesPlaceholder({ query, view, onClear }: NotesPlaceholderProps) {
  const canComment = useCanComment();
  const run = useRunCommand();
  if (query.error || query.isPending) return <QueryFallback query={query} label={words.loading} />;
  if (view.words.trim() !== '' || isNarrowed(view.filter))
    return (
      <EmptyState
        title={words.nothingFound(view.words)}
        actions={<Button onPress={onClear}>{words.clearFilter}</Button>}
      >
        {words.nothingFoundBody}
      </EmptyState>
    );
  return (
    <EmptyState
      icon={<NotebookPen />}
      title={words.emptyTitle}
      actions={canComment && <Button onPress={() => void run('go.evidence')}>{words.emptyAction}</Button>}
    >
      {canComment ? words.emptyBody : words.emptyReadOnly}
    </EmptyState>
  );
}
