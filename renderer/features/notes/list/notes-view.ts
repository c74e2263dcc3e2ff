import type { TagId } from '../../../../shared/model/common.ts';
import type { NoteKind } from '../../../../shared/model/notes.ts';
import type { ColumnWidths } from '../../../ui/index.ts';

export type NoteGrouping = 'none' | 'item' | 'kind' | 'author';
export type NoteSort = 'place' | 'kind' | 'author' | 'updatedAt';

/** What narrows the list, besides the words typed. */
export interface NotesNarrowing {
  readonly kinds: readonly NoteKind[];
  readonly tagIds: readonly TagId[];
  readonly authors: readonly string[];
  readonly isWorkProduct: boolean | null;
  readonly includesArchived: boolean;
}

/** How the list was left in this matter: what is shown, in which order, and how. */
export interface NotesView {
  readonly words: string;
  readonly filter: NotesNarrowing;
  readonly sort: NoteSort;
  readonly isDescending: boolean;
  readonly grouping: NoteGrouping;
  readonly widths: ColumnWidths;
  readonly folded: readonly string[];
}

/** A filter that keeps the notes of everything that is not archived. */
export const noNarrowing: NotesNarrowing = {
  kinds: [],
  tagIds: [],
  authors: [],
  isWorkProduct: null,
  includesArchived: false,
};

export const defaultView: NotesView = {
  words: '',
  filter: noNarrowing,
  sort: 'place',
  isDescending: false,
  grouping: 'item',
  widths: {},
  folded: [],
};

/** Whether anything but the archive is filtered out. */
export function isNarrowed({ kinds, tagIds, authors, isWorkProduct }: NotesNarrowing): boolean {
  return kinds.length + tagIds.length + authors.length > 0 || isWorkProduct !== null;
}
