import { Plus } from 'lucide-react';
import { useRunCommand } from '../../client/index.ts';
import { Button, MoreMenu, ViewsToolbar, type MenuEntry, type ViewsToolbarProps } from '../../ui/index.ts';
import { docketViews, type DocketViewName } from './docket-view.ts';
import { docketWords, viewWords as words } from './words.ts';

interface DocketToolbarProps extends Omit<
  ViewsToolbarProps<DocketViewName>,
  'label' | 'viewsLabel' | 'views' | 'filterLabel' | 'children'
> {
  readonly menu: readonly MenuEntry[];
}

/** The strip above the docket. */
export function DocketToolbar({ menu, ...props }: DocketToolbarProps) {
  const run = useRunCommand();
  return (
    <ViewsToolbar
      label={docketWords.title}
      viewsLabel={words.views}
      views={docketViews.map((value) => ({ value, label: words[value] }))}
      filterLabel={props.view === 'parties' ? words.filterParties : docketWords.filter}
      {...props}
    >
      <MoreMenu label={words.more} items={menu} />
      {/* In the narrowest pane the views need the room. */}
      <Button foldsBelow="sm" icon={<Plus />} changesMatter onPress={() => run('docket.add')}>
        {docketWords.addEntryMenu}
      </Button>
    </ViewsToolbar>
  );
}
