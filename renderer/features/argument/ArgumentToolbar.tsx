import { Plus } from 'lucide-react';
import type { Ref } from 'react';
import { useCommandEntry, useRunCommand } from '../../client/index.ts';
import { Button, MoreMenu, SearchField, SegmentedControl, Toolbar, type MenuEntry } from '../../ui/index.ts';
import type { ArgumentView } from './argument-view.ts';
import { words } from './words.ts';

interface ArgumentToolbarProps {
  readonly view: ArgumentView;
  readonly onChange: (change: Partial<ArgumentView>) => void;
  readonly fieldRef: Ref<HTMLInputElement>;
  /** Enter in the field: the keyboard goes to the list. */
  readonly onMoveOn: () => void;
  /** What can be done with the selected facts. */
  readonly factMenu: readonly MenuEntry[];
}

/** The strip above the facts: how they are viewed and filtered, and what adds to them. */
export function ArgumentToolbar(props: ArgumentToolbarProps) {
  const { view, onChange, factMenu } = props;
  const run = useRunCommand();
  const entry = useCommandEntry();
  return (
    // In a narrow pane the filter has a row of its own; in the document it stays where it is, and keeps the keyboard.
    <Toolbar label={words.argument} canWrap>
      <SegmentedControl
        label={words.view}
        value={view.shows}
        onChange={(shows) => onChange({ shows })}
        options={[
          { value: 'chronology', label: words.chronology },
          { value: 'matrix', label: words.matrix },
          { value: 'allegations', label: words.allegations },
        ]}
      />
      <span className="grow @xl:hidden" />
      <div className="flex min-w-0 grow basis-full @max-xl:order-last @xl:basis-0">
        <SearchField
          label={view.shows === 'allegations' ? words.filterAllegations : words.filterField}
          value={view.words}
          onChange={(next) => onChange({ words: next })}
          inputRef={props.fieldRef}
          onMoveOn={props.onMoveOn}
        />
      </div>
      <MoreMenu
        label={words.more}
        items={[
          entry('argument.elements', words.elements),
          entry('argument.export', words.export),
          'separator',
          ...factMenu,
        ]}
      />
      <Button icon={<Plus />} foldsBelow="lg" changesMatter onPress={() => void run('argument.addFact')}>
        {words.addFact}
      </Button>
    </Toolbar>
  );
}
