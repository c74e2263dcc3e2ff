import type { Ref } from 'react';
import type { DocketEntry } from '../../../shared/model/docket.ts';
import { useViewState } from '../../client/index.ts';
import type { ColumnWidths, MenuEntry, TableHandle } from '../../ui/index.ts';

/** The docket can be looked at in four ways. */
export const docketViews = ['list', 'threads', 'timeline', 'parties'] as const;
export type DocketViewName = (typeof docketViews)[number];

const defaults: {
  readonly view: string;
  readonly filter: string;
  /** A saved filter by its name, or `party:` with a party's name. */
  readonly saved: string;
  readonly sort: string;
  readonly isDescending: boolean;
  readonly widths: ColumnWidths;
  readonly threadWidths: ColumnWidths;
  readonly showsDetails: boolean;
  readonly lanes: string;
} = {
  view: 'list',
  filter: '',
  saved: 'all',
  sort: 'docket',
  isDescending: false,
  widths: {},
  threadWidths: {},
  showsDetails: true,
  lanes: 'role',
};

export type DocketViewState = typeof defaults;

/** What every view with rows of entries takes. */
export interface EntryRowsProps {
  readonly selectedIds: ReadonlySet<string>;
  readonly onSelectionChange: (ids: ReadonlySet<string>) => void;
  readonly onOpen: (entry: DocketEntry) => void;
  readonly onDelete: (entries: readonly DocketEntry[]) => void;
  readonly menuFor: (entries: readonly DocketEntry[]) => readonly MenuEntry[];
  readonly gridRef: Ref<HTMLDivElement>;
  readonly handle: Ref<TableHandle>;
  /** Width of the view in pixels. */
  readonly width: number;
}

/** What shows the whole docket again. */
export const unfiltered = { filter: '', saved: 'all' } as const;

/** How the person left the docket in this matter: the view, what is filtered, how it is sorted and set. */
export function useDocketView() {
  return useViewState('docket.list', defaults);
}

/** The view by its remembered name; the list for a name of a later version. */
export function viewOf(name: string): DocketViewName {
  return docketViews.find((view) => view === name) ?? 'list';
}
