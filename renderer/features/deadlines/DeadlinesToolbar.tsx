import { Plus, ScrollText } from 'lucide-react';
import { useRunCommand } from '../../client/index.ts';
import { Button, MoreMenu, ViewsToolbar, type MenuEntry, type ViewsToolbarProps } from '../../ui/index.ts';
import { deadlineViews, type DeadlineViewName } from './deadline-view.ts';
import { deadlineWords as words } from './words.ts';

interface DeadlinesToolbarProps extends Omit<
  ViewsToolbarProps<DeadlineViewName>,
  'label' | 'viewsLabel' | 'views' | 'filterLabel' | 'children'
> {
  readonly menu: readonly MenuEntry[];
}

/** The strip above the deadlines. */
export function DeadlinesToolbar({ menu, ...props }: DeadlinesToolbarProps) {
  const run = useRunCommand();
  return (
    <ViewsToolbar
      label={words.title}
      viewsLabel={words.views}
      views={deadlineViews.map((value) => ({ value, label: words[value] }))}
      filterLabel={words.filter}
      {...props}
    >
      <MoreMenu label={words.more} items={menu} />
      <Button foldsBelow="lg" icon={<ScrollText />} changesMatter onPress={() => run('deadlines.propose')}>
        {words.propose}
      </Button>
      <Button foldsBelow="sm" icon={<Plus />} changesMatter onPress={() => run('deadlines.add')}>
        {words.add}
      </Button>
    </ViewsToolbar>
  );
}
