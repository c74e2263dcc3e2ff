import type { Ref } from 'react';
import type { Deadline } from '../../../../shared/model/deadlines.ts';
import { isEditing } from '../../../client/index.ts';
import type { DeadlineActions } from '../use-deadline-actions.ts';
import { detailWords as words } from '../words.ts';
import { DeadlineDetails } from './DeadlineDetails.tsx';
import type { Known } from './places.tsx';
import { SeveralDeadlines } from './SeveralDeadlines.tsx';

interface DeadlinesDetailsProps {
  readonly selected: readonly Deadline[];
  readonly known: Known;
  readonly actions: DeadlineActions;
  /** Beside the list, else below it. */
  readonly isBeside: boolean;
  /** Gives the keyboard back to the list. */
  readonly onLeave: () => void;
  readonly paneRef: Ref<HTMLElement>;
}

/** Everything known of the chosen deadline, or what can be done with several. */
export function DeadlinesDetails(props: DeadlinesDetailsProps) {
  const { selected, known, actions, isBeside, onLeave, paneRef } = props;
  const [only] = selected;
  return (
    <aside
      ref={paneRef}
      aria-label={words.details}
      tabIndex={0}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !isEditing(event.target as Element)) onLeave();
      }}
      className={`shrink-0 overflow-auto border-line bg-surface outline-offset-[-2px] ${
        isBeside ? 'w-104 border-l' : 'h-1/2 border-t'
      }`}
    >
      {selected.length > 1 ? (
        <SeveralDeadlines deadlines={selected} actions={actions} />
      ) : only ? (
        <DeadlineDetails key={only.id} deadline={only} known={known} actions={actions} />
      ) : (
        <p className="p-4 text-center text-balance text-ink-soft">{words.nothingChosen}</p>
      )}
    </aside>
  );
}
