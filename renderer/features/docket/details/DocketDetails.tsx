import type { DocketEntry } from '../../../../shared/model/docket.ts';
import type { MenuEntry } from '../../../ui/index.ts';
import { showEntry } from '../docket-target.ts';
import { detailWords } from '../words.ts';
import { EntryDetails } from './EntryDetails.tsx';
import type { DocketIndex } from './relations.ts';
import { SeveralEntries } from './SeveralEntries.tsx';

interface DocketDetailsProps {
  readonly selected: readonly DocketEntry[];
  readonly index: DocketIndex;
  /** Of what is selected. */
  readonly menu: readonly MenuEntry[];
  readonly onOpen: (entry: DocketEntry) => void;
  /** Beside the list, else below it. */
  readonly isBeside: boolean;
}

/** Everything known of the chosen entry, or what can be done with several. */
export function DocketDetails({ selected, index, menu, onOpen, isBeside }: DocketDetailsProps) {
  const [only] = selected;
  return (
    <aside
      aria-label={detailWords.details}
      tabIndex={0}
      className={`shrink-0 overflow-auto border-line bg-surface outline-offset-[-2px] ${
        isBeside ? 'w-96 border-l' : 'h-2/5 border-t'
      }`}
    >
      {selected.length > 1 ? (
        <SeveralEntries entries={selected} menu={menu} />
      ) : only ? (
        <EntryDetails
          key={only.id}
          entry={only}
          index={index}
          menu={menu}
          onOpen={onOpen}
          onGo={({ id }) => showEntry(id)}
        />
      ) : (
        <p className="p-4 text-center text-balance text-ink-soft">{detailWords.nothingChosen}</p>
      )}
    </aside>
  );
}
