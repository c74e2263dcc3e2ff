import { useEffect, type RefObject } from 'react';
import type { Deadline } from '../../../shared/model/deadlines.ts';
import { createStore, type TableHandle } from '../../ui/index.ts';
import { isFiltering } from './agenda/filter-deadlines.ts';
import { unfiltered, type DeadlineViewName, type DeadlineViewState } from './deadline-view.ts';

type Id = Deadline['id'];

const target = createStore<Id | null>(null);

/** Takes the list to a deadline, once it is in view; null when it has arrived. */
export const showDeadline = target.set;

interface DeadlinesOnScreen {
  readonly view: DeadlineViewName;
  readonly state: DeadlineViewState;
  readonly onViewChange: (change: Partial<DeadlineViewState>) => void;
  /** All deadlines of the matter, by their id. */
  readonly deadlines: ReadonlyMap<string, Deadline>;
  readonly onSelectionChange: (ids: ReadonlySet<string>) => void;
  /** Groups of the agenda that are folded. */
  readonly folded: ReadonlySet<string>;
  readonly onFoldedChange: (folded: ReadonlySet<string>) => void;
  readonly table: RefObject<TableHandle | null>;
}

/** Goes to the deadline asked for, removing what hides it: a filter, folded groups. Views by days go to its day. */
export function useLeadToDeadline(screen: DeadlinesOnScreen): void {
  const { view, state, onViewChange, deadlines, onSelectionChange, folded, onFoldedChange, table } = screen;
  const id = target.use();
  // One obstacle at a time: what is shown after each says what still hides the deadline.
  useEffect(() => {
    if (id === null || !deadlines.has(id)) return;
    if (view !== 'agenda') {
      onSelectionChange(new Set([id]));
      showDeadline(null);
    } else if (table.current?.goTo(id)) showDeadline(null);
    else if (isFiltering(state)) onViewChange(unfiltered);
    else if (folded.size > 0) onFoldedChange(new Set());
  });
}
