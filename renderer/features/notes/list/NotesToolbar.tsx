import { FileOutput } from 'lucide-react';
import type { Ref } from 'react';
import { useRunCommand } from '../../../client/index.ts';
import { Button, MoreMenu, SearchField, Toolbar, type MenuEntry } from '../../../ui/index.ts';
import { groupingWords, words } from '../words.ts';
import { FilterButton } from './FilterButton.tsx';
import type { NoteGrouping, NotesView } from './notes-view.ts';

interface NotesToolbarProps {
  readonly view: NotesView;
  readonly onChange: (change: Partial<NotesView>) => void;
  readonly fieldRef: Ref<HTMLInputElement>;
  /** Enter in the field: the keyboard goes to the list. */
  readonly onMoveOn: () => void;
  /** What can be done with the selected notes. */
  readonly noteMenu: readonly MenuEntry[];
  readonly canExport: boolean;
}

/** Over the list of notes: what narrows it, how it is grouped, and the export. */
export function NotesToolbar(props: NotesToolbarProps) {
  const { view, onChange, noteMenu } = props;
  const run = useRunCommand();
  const groupings = (Object.keys(groupingWords) as NoteGrouping[]).map((grouping) => ({
    id: `group ${grouping}`,
    label: `${words.groupBy}: ${groupingWords[grouping]}${grouping === view.grouping ? ' ✓' : ''}`,
    onAction: () => onChange({ grouping }),
  }));
  return (
    <Toolbar label={words.notes}>
      <SearchField
        label={words.filterField}
        value={view.words}
        onChange={(next) => onChange({ words: next })}
        inputRef={props.fieldRef}
        onMoveOn={props.onMoveOn}
      />
      <FilterButton
        filter={view.filter}
        onChange={(patch) => onChange({ filter: { ...view.filter, ...patch } })}
      />
      <MoreMenu label={words.more} items={[...groupings, 'separator', ...noteMenu]} />
      <Button
        icon={<FileOutput />}
        foldsBelow="lg"
        isDisabled={!props.canExport}
        onPress={() => void run('notes.export')}
      >
        {words.export}
      </Button>
    </Toolbar>
  );
}
