import { Ellipsis, Plus } from 'lucide-react';
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
import { docketViews, type DocketViewName } from './docket-view.ts';
import { docketWords, viewWords as words } from './words.ts';

export interface DocketToolbarProps {
  readonly view: DocketViewName;
  readonly onViewChange: (view: DocketViewName) => void;
  readonly filter: string;
  readonly onFilterChange: (filter: string) => void;
  readonly searchRef: Ref<HTMLInputElement>;
  /** Moves the keyboard on to what was found. */
  readonly onMoveOn: () => void;
  readonly menu: readonly MenuEntry[];
  /** What else narrows the docket down, beside the words. */
  readonly choices: ReactNode;
  /** Whether everything is in one row. */
  readonly isWide: boolean;
}

/** The strip above the docket: the view, what is shown in it, and what can be done. */
export function DocketToolbar(props: DocketToolbarProps) {
  const { isWide } = props;
  const { isReadOnly } = useMatter();
  const run = useRunCommand();
  const views = (
    <SegmentedControl
      label={words.views}
      value={props.view}
      onChange={props.onViewChange}
      options={docketViews.map((value) => ({ value, label: words[value] }))}
    />
  );
  const search = (
    <>
      <SearchField
        label={props.view === 'parties' ? words.filterParties : docketWords.filter}
        value={props.filter}
        onChange={props.onFilterChange}
        inputRef={props.searchRef}
        onMoveOn={props.onMoveOn}
      />
      {props.choices}
    </>
  );
  const buttons = (
    <>
      <MenuButton label={words.more} items={props.menu}>
        <IconButton label={words.more} icon={<Ellipsis />} />
      </MenuButton>
      {/* In the narrowest pane the views need the room. */}
      <Button foldsBelow="sm" icon={<Plus />} isDisabled={isReadOnly} onPress={() => run('docket.add')}>
        {docketWords.addEntryMenu}
      </Button>
    </>
  );
  return (
    <div role="group" aria-label={docketWords.title} className="shrink-0 border-b border-line bg-surface">
      {/* The same in one row or two, so that what has the keyboard keeps it when the window is resized. */}
      <div className={`flex items-center gap-x-1.5 px-2.5 ${isWide ? 'h-11' : 'flex-wrap'}`}>
        <div
          className={`flex min-w-0 ${isWide ? '' : 'h-10 grow basis-0 items-center overflow-x-auto pt-1 [scrollbar-width:none]'}`}
        >
          {views}
        </div>
        <div
          className={`flex min-w-0 items-center gap-1.5 ${isWide ? 'grow' : 'order-last h-10 basis-full pb-1'}`}
        >
          {search}
        </div>
        <div className={`flex items-center gap-1.5 ${isWide ? '' : 'h-10 pt-1'}`}>{buttons}</div>
      </div>
    </div>
  );
}
