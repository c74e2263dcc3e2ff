import { useDeferredValue, useMemo } from 'react';
import type { NoteFilter, NoteRow } from '../../../../shared/model/notes.ts';
import {
  useEngineQuery,
  useKeptSelection,
  useMatter,
  useViewState,
  type QueryState,
} from '../../../client/index.ts';
import { chosenNotes, noteLines, type NoteLine } from './note-lines.ts';
import { defaultView, noNarrowing, type NotesNarrowing, type NotesView } from './notes-view.ts';

const none: readonly NoteRow[] = [];

/** The matter's notes as they are filtered, sorted and grouped, and what is selected among them. */
export interface ListedNotes {
  readonly view: NotesView;
  readonly changeView: (change: Partial<NotesView>) => void;
  readonly query: QueryState;
  /** What the engine was asked for. */
  readonly filter: Partial<NoteFilter>;
  readonly notes: readonly NoteRow[];
  readonly lines: readonly NoteLine[];
  /** Ids of selected lines. */
  readonly selectedIds: ReadonlySet<string>;
  readonly setSelectedIds: (ids: ReadonlySet<string>) => void;
  /** The selected notes; those under a heading that is selected alone. */
  readonly selected: readonly NoteRow[];
  /** The note that is selected itself, if it is the only one. */
  readonly only: NoteRow | undefined;
}

/** Reads the matter's notes as their view was left in this matter, and remembers how it is changed. */
export function useNotesList(): ListedNotes {
  const { id: matterId } = useMatter();
  const [left, changeView] = useViewState('notes.view', defaultView);
  // State remembered by an earlier version may lack new fields.
  const view = useMemo(() => ({ ...left, filter: { ...noNarrowing, ...left.filter } }), [left]);
  const enteredWords = useDeferredValue(view.words);
  const filter = useMemo(() => filterOf(view.filter, enteredWords), [view.filter, enteredWords]);
  const query = useEngineQuery('notes.list', { matterId, filter }, { keepsPrevious: true });
  const notes = query.data ?? none;
  const { sort, isDescending, grouping, folded } = view;
  const lines = useMemo(
    () => noteLines(notes, { sort, isDescending, grouping, folded: new Set(folded) }),
    [notes, sort, isDescending, grouping, folded],
  );
  const [selectedIds, setSelectedIds] = useKeptSelection('notes');
  const selected = useMemo(() => chosenNotes(selectedIds, lines), [selectedIds, lines]);
  const [first] = selected;
  const only = selected.length === 1 && first && selectedIds.has(first.id) ? first : undefined;
  return { view, changeView, query, filter, notes, lines, selectedIds, setSelectedIds, selected, only };
}

function filterOf({ kinds, tagIds, authors, ...rest }: NotesNarrowing, entered: string) {
  return { ...rest, kinds: [...kinds], tagIds: [...tagIds], authors: [...authors], words: entered };
}
