import { compare } from '../../../../shared/domain/compare.ts';
import type { NoteRow } from '../../../../shared/model/notes.ts';
import type { TreePlace } from '../../../ui/index.ts';
import type { NoteGrouping, NoteSort } from './notes-view.ts';

/** A line of the list: a note, or the heading of a group. */
export interface NoteLine {
  readonly id: string;
  readonly note: NoteRow | null;
  /** Of a heading: its group's key, and the notes under it. */
  readonly heading: {
    readonly key: string;
    readonly label: string;
    readonly notes: readonly NoteRow[];
  } | null;
  /** Null in a list without groups. */
  readonly place: TreePlace | null;
}

const headingPrefix = 'heading:';

interface Arrangement {
  readonly sort: NoteSort;
  readonly isDescending: boolean;
  readonly grouping: NoteGrouping;
  /** Ids of headings whose notes are not shown. */
  readonly folded: ReadonlySet<string>;
}

/**
 * Lays notes out in lines: sorted, and under headings.
 *
 * @param notes in the order of their items' titles, then of page and place, as the engine gives them
 */
export function noteLines(notes: readonly NoteRow[], arrangement: Arrangement): readonly NoteLine[] {
  const { sort, isDescending, grouping, folded } = arrangement;
  const sorted = sort === 'place' ? notes : notes.toSorted(orderBy(sort));
  const ordered = isDescending ? sorted.toReversed() : sorted;
  if (grouping === 'none') return ordered.map((note) => ({ id: note.id, note, heading: null, place: null }));
  const groups = new Map<string, { label: string; notes: NoteRow[] }>();
  for (const note of ordered) {
    const { key, label } = groupOf(note, grouping);
    const group = groups.get(key);
    if (group) group.notes.push(note);
    else groups.set(key, { label, notes: [note] });
  }
  return [...groups].flatMap(([key, { label, notes: own }], at) => {
    const id = headingPrefix + key;
    const isUnfolded = !folded.has(id);
    const place = { level: 1, position: at + 1, setSize: groups.size, isUnfolded };
    const heading: NoteLine = { id, note: null, heading: { key, label, notes: own }, place };
    if (!isUnfolded) return [heading];
    const lines = own.map((note, index): NoteLine => ({
      id: note.id,
      note,
      heading: null,
      place: { level: 2, position: index + 1, setSize: own.length, isUnfolded: null },
    }));
    return [heading, ...lines];
  });
}

function groupOf(note: NoteRow, grouping: Exclude<NoteGrouping, 'none'>): { key: string; label: string } {
  switch (grouping) {
    case 'item':
      return { key: note.evidenceId, label: note.title };
    case 'kind':
      return { key: note.kind, label: note.kind };
    case 'author':
      return { key: note.author.name, label: note.author.name };
  }
}

function orderBy(sort: Exclude<NoteSort, 'place'>): (one: NoteRow, other: NoteRow) => number {
  const valueOf = (note: NoteRow) => (sort === 'author' ? note.author.name.toLowerCase() : note[sort]);
  return (one, other) => compare(valueOf(one), valueOf(other));
}

/** The notes that chosen lines mean: the notes themselves; headings selected without any mean the notes under them. */
export function chosenNotes(ids: ReadonlySet<string>, lines: readonly NoteLine[]): readonly NoteRow[] {
  const chosen = lines.filter(({ id }) => ids.has(id));
  const notes = chosen.flatMap(({ note }) => note ?? []);
  return notes.length > 0 ? notes : chosen.flatMap(({ heading }) => heading?.notes ?? []);
}
