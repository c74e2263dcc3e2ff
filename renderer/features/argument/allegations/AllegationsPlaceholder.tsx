import { FileText } from 'lucide-react';
import type { Allegations } from '../../../../shared/model/argument.ts';
import { QueryFallback, type QueryState } from '../../../client/index.ts';
import { Button, EmptyState } from '../../../ui/index.ts';
import { allegationWords as words } from '../words.ts';

interface AllegationsPlaceholderProps {
  readonly query: QueryState;
  readonly read: Allegations | undefined;
  /** Whether the pleading has allegations that a filter hides. */
  readonly isFiltered: boolean;
  readonly onClear: () => void;
  readonly onChoose: () => void;
}

/** Shown where no allegations are: why, and what to do next. */
export function AllegationsPlaceholder(props: AllegationsPlaceholderProps) {
  const { query, read, isFiltered, onClear, onChoose } = props;
  if (!read) return <QueryFallback query={query} label={words.loading} />;
  if (isFiltered)
    return (
      <EmptyState title={words.nothingFound} actions={<Button onPress={onClear}>{words.showAll}</Button>}>
        {words.nothingFoundBody}
      </EmptyState>
    );
  const { pleading, pagesWithoutText } = read;
  const choose = (
    <Button variant={pleading ? 'plain' : 'primary'} onPress={onChoose}>
      {words.choose}
    </Button>
  );
  if (pleading === null)
    return (
      <EmptyState icon={<FileText />} title={words.noPleading} actions={choose}>
        {words.noPleadingBody}
      </EmptyState>
    );
  return (
    <EmptyState icon={<FileText />} title={words.noParagraphs(pleading.title)} actions={choose}>
      {pagesWithoutText > 0 ? words.withoutText(pagesWithoutText) : words.noParagraphsBody}
    </EmptyState>
  );
}
