import type { DocketEntry } from '../../../../shared/model/docket.ts';
import { showEntry } from '../docket-target.ts';
import type { DocketActions } from '../use-docket-actions.ts';
import { detailWords } from '../words.ts';
import { EntryDetails } from './EntryDetails.tsx';
import type { DocketIndex } from './relations.ts';
import { SeveralEntries } from './SeveralEntries.tsx';

interface DocketDetailsProps {
  readonly selected: readonly DocketEntry[];
  readonly index: DocketIndex;
  readonly actions: DocketActions;
  /** Marks what is selected as read or unread. */
  readonly onMark: (isUnread: boolean) => void;
  /** Beside the list, else below it. */
  readonly isBeside: boolean;
}

/** Everything known of the chosen entry, or what can be done with several. */
export function DocketDetails({ selected, index, actions, onMark, isBeside }: DocketDetailsProps) {
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
        <SeveralEntries entries={selected} actions={actions} onMark={onMark} />
      ) : only ? (
        <EntryDetails
          key={only.id}
          entry={only}
          index={index}
          actions={actions}
          onMark={onMark}
          onGo={({ id }) => showEntry(id)}
        />
      ) : (
        <p className="p-4 text-center text-ink-soft">{detailWords.nothingChosen}</p>
      )}
    </aside>
  );
}
