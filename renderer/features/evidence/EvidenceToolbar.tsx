import { Plus } from 'lucide-react';
import type { Ref } from 'react';
import { useCommandEntry, useRunCommand } from '../../client/index.ts';
import { Button, MoreMenu, SearchField, Toolbar, type MenuEntry } from '../../ui/index.ts';
import { FilterButton } from './list/filters/FilterButton.tsx';
import type { EvidenceView } from './list/evidence-view.ts';
import { ViewButton } from './list/ViewButton.tsx';
import { SavedLists } from './saved/SavedLists.tsx';
import { words } from './words.ts';

interface EvidenceToolbarProps {
  readonly view: EvidenceView;
  readonly onChange: (patch: Partial<EvidenceView>) => void;
  readonly filterRef: Ref<HTMLInputElement>;
  /** Moves the keyboard on to what was found. */
  readonly onMoveOn: () => void;
  readonly shownColumns: readonly string[];
  readonly itemMenu: readonly MenuEntry[];
  readonly onManageTags: () => void;
  readonly onCompareHashes: () => void;
}

/** The strip above the list: what narrows it, how it is shown, and what can be done. */
export function EvidenceToolbar(props: EvidenceToolbarProps) {
  const { view, onChange } = props;
  const run = useRunCommand();
  const entry = useCommandEntry();
  return (
    <Toolbar label={words.evidence} canWrap>
      {/* In a narrow pane what is typed needs a row of its own. */}
      <div className="flex min-w-0 grow basis-full @md:basis-0">
        <SearchField
          label={words.filter}
          value={view.words}
          onChange={(next) => onChange({ words: next })}
          inputRef={props.filterRef}
          onMoveOn={props.onMoveOn}
        />
      </div>
      <FilterButton
        filter={view.filter}
        onChange={(patch) => onChange({ filter: { ...view.filter, ...patch } })}
      />
      <ViewButton view={view} onChange={onChange} shownColumns={props.shownColumns} />
      <SavedLists view={view} onChange={onChange} />
      <span className="grow @md:hidden" />
      <MoreMenu
        label={words.more}
        items={[
          entry('evidence.addFolder', words.addFolder),
          'separator',
          ...props.itemMenu,
          'separator',
          { id: 'manageTags', label: words.manageTags, onAction: props.onManageTags },
          { id: 'compareHashes', label: words.compareHashes, onAction: props.onCompareHashes },
          {
            id: 'details',
            label: view.showsDetails ? words.hideDetails : words.showDetails,
            onAction: () => onChange({ showsDetails: !view.showsDetails }),
          },
        ]}
      />
      <Button icon={<Plus />} foldsBelow="lg" onPress={() => void run('evidence.add')} changesMatter>
        {words.add}
      </Button>
    </Toolbar>
  );
}
