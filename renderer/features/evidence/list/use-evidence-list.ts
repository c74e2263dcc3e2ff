import { useDeferredValue, useMemo } from 'react';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import type { EvidenceList } from '../../../../shared/model/evidence.ts';
import {
  engineClient,
  useEngineQuery,
  useKeptSelection,
  useMatter,
  useViewState,
  type QueryState,
} from '../../../client/index.ts';
import { defaultView, noFilter, type EvidenceView } from './evidence-view.ts';
import { chosenItems, listRows, type ListRow } from './rows/list-rows.ts';

const nothing: EvidenceList = { ids: [], groups: [], depths: [], total: 0, totalBytes: 0 };

/** The evidence as it is filtered, sorted and grouped, and what is selected in it. */
export interface ListedEvidence {
  readonly view: EvidenceView;
  readonly changeView: (change: Partial<EvidenceView>) => void;
  readonly query: QueryState;
  /** As the engine answered; empty until it has. */
  readonly list: EvidenceList;
  readonly rows: readonly ListRow[];
  readonly selectedIds: ReadonlySet<string>;
  /** Selects what rows mean: items, or all items under a heading. */
  readonly select: (rowIds: ReadonlySet<string>) => void;
  /** The selected items that are listed, in the order they were selected. */
  readonly selected: readonly EvidenceId[];
  /** The items that rows mean. */
  readonly itemsOf: (rows: readonly ListRow[]) => readonly EvidenceId[];
  /** The id of the next item whose title begins with the letters, after an item and wrapping around; null if none does. */
  readonly findByLetters: (letters: string, after: string | null) => Promise<string | null>;
}

/** Reads the matter's evidence as its view was left in this matter, and remembers how it is changed. */
export function useEvidenceList(): ListedEvidence {
  const { id: matterId } = useMatter();
  const [left, changeView] = useViewState('evidence.view', defaultView);
  // State remembered by an earlier version may lack new fields.
  const view = useMemo(() => ({ ...left, filter: { ...noFilter, ...left.filter } }), [left]);
  const enteredWords = useDeferredValue(view.words);
  const search = useMemo(
    () => ({
      filter: { ...view.filter, words: enteredWords },
      sort: view.sort,
      isDescending: view.isDescending,
      grouping: view.grouping,
    }),
    [view.filter, enteredWords, view.sort, view.isDescending, view.grouping],
  );
  const query = useEngineQuery('evidence.find', { matterId, ...search }, { keepsPrevious: true });
  const list = query.data ?? nothing;
  const rows = useMemo(() => listRows(list, new Set(view.folded)), [list, view.folded]);
  const [selectedIds, setSelectedIds] = useKeptSelection('evidence');
  const listed = useMemo(() => new Set<string>(list.ids), [list]);
  const listedAmong = (ids: ReadonlySet<string>) => [...ids].filter((id): id is EvidenceId => listed.has(id));
  const selected = useMemo(() => listedAmong(selectedIds), [selectedIds, listed]);
  return {
    view,
    changeView,
    query,
    list,
    rows,
    selectedIds,
    select: (rowIds) => setSelectedIds(chosenItems(rowIds, rows)),
    selected,
    itemsOf: (some) => listedAmong(chosenItems(new Set(some.map(({ id }) => id)), rows)),
    findByLetters: async (letters, after) => {
      const { id } = await engineClient['evidence.byLetters']({
        matterId,
        ...search,
        letters,
        after,
      });
      return id;
    },
  };
}
