import { useEffect, type RefObject } from 'react';
import type { DocketEntry } from '../../../shared/model/docket.ts';
import { createStore, type TableHandle } from '../../ui/index.ts';
import type { DocketIndex } from './details/relations.ts';
import { unfiltered, type DocketViewName, type DocketViewState } from './docket-view.ts';
import { listAncestors } from './threads/thread-rows.ts';

type EntryId = DocketEntry['id'];

const target = createStore<EntryId | null>(null);

/** Takes the docket to an entry, once it is in view; null when it has arrived. */
export const showEntry = target.set;

interface DocketOnScreen {
  readonly view: DocketViewName;
  readonly index: DocketIndex;
  /** Ids of what is shown where something is filtered out; null where nothing is. */
  readonly sought: ReadonlySet<string> | null;
  /** Ids of entries whose threads are folded. */
  readonly folded: ReadonlySet<string>;
  readonly onFoldedChange: (folded: ReadonlySet<string>) => void;
  readonly onViewChange: (change: Partial<DocketViewState>) => void;
  readonly table: RefObject<TableHandle | null>;
}

/** Goes to the entry asked for, removing what hides it: a folded thread, a filter, a view without rows. */
export function useLeadToEntry(docket: DocketOnScreen): void {
  const { view, index, sought, folded, onFoldedChange, onViewChange, table } = docket;
  const id = target.use();
  // One obstacle at a time: what is shown after each says what still hides the entry.
  useEffect(() => {
    const entry = id === null ? undefined : index.byId.get(id);
    if (id === null || !entry) return;
    const above = new Set<string>(listAncestors(index.byId, entry));
    if (view === 'threads' && [...above].some((each) => folded.has(each)))
      onFoldedChange(new Set([...folded].filter((each) => !above.has(each))));
    else if (table.current?.goTo(id)) showEntry(null);
    else if (sought !== null && !sought.has(id)) onViewChange(unfiltered);
    else if (view !== 'threads' && view !== 'list') onViewChange({ view: 'list' });
  });
}
