import { Ellipsis, Plus, ScrollText } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { useMatter, useRunCommand } from '../../client/index.ts';
import {
  Button,
  IconButton,
  MenuButton,
  SearchField,
  SegmentedControl,
  type MenuEntry,
} from '../../ui/index.ts';
import { deadlineViews, type DeadlineViewName } from './deadline-view.ts';
import { deadlineWords as words } from './words.ts';

export interface DeadlinesToolbarProps {
  readonly view: DeadlineViewName;
  readonly onViewChange: (view: DeadlineViewName) => void;
  readonly filter: string;
  readonly onFilterChange: (filter: string) => void;
  readonly searchRef: Ref<HTMLInputElement>;
  /** Moves the keyboard on to what was found. */
  readonly onMoveOn: () => void;
  readonly menu: readonly MenuEntry[];
  /** What else narrows the list down, beside the words. */
  readonly choices: ReactNode;
  /** Whether everything is in one row. */
  readonly isWide: boolean;
}

/** The strip above the deadlines: the view, what is shown in it, and what can be done. */
export function DeadlinesToolbar(props: DeadlinesToolbarProps) {
  const { isWide } = props;
  const { isReadOnly } = useMatter();
  const run = useRunCommand();
  const views = (
    <SegmentedControl
      label={words.views}
      value={props.view}
      onChange={props.onViewChange}
      options={deadlineViews.map((value) => ({ value, label: words[value] }))}
    />
  );
  const search = (
    <>
      <div className="flex min-w-28 grow basis-28">
        <SearchField
          label={words.filter}
          value={props.filter}
          onChange={props.onFilterChange}
          inputRef={props.searchRef}
          onMoveOn={props.onMoveOn}
        />
      </div>
      {props.choices}
    </>
  );
  const buttons = (
    <>
      <MenuButton label={words.more} items={props.menu}>
        <IconButton label={words.more} icon={<Ellipsis />} />
      </MenuButton>
      <Button
        foldsBelow="lg"
        icon={<ScrollText />}
        isDisabled={isReadOnly}
        onPress={() => run('deadlines.propose')}
      >
        {words.propose}
      </Button>
      <Button foldsBelow="sm" icon={<Plus />} isDisabled={isReadOnly} onPress={() => run('deadlines.add')}>
        {words.add}
      </Button>
    </>
  );
  return (
    <div role="group" aria-label={words.title} className="shrink-0 border-b border-line bg-surface">
      {/* The same in one row or two, so that what has the keyboard keeps it when the window is resized. */}
      <div className={`flex items-center px-2.5 ${isWide ? 'h-11 gap-x-1.5' : 'flex-wrap gap-x-1'}`}>
        <div className={`flex min-w-0 ${isWide ? '' : 'h-10 grow items-center pt-1'}`}>{views}</div>
        <div
          className={`flex min-w-0 items-center gap-1.5 ${isWide ? 'grow' : 'order-last min-h-10 basis-full flex-wrap gap-y-1 pb-1'}`}
        >
          {search}
        </div>
        <div className={`flex items-center ${isWide ? 'gap-1.5' : 'h-10 gap-1 pt-1'}`}>{buttons}</div>
      </div>
    </div>
  );
}
