import { useViewState } from '../../client/index.ts';
import type { ColumnWidths } from '../../ui/index.ts';

/** The deadlines can be looked at in three ways. */
export const deadlineViews = ['agenda', 'week', 'month'] as const;
export type DeadlineViewName = (typeof deadlineViews)[number];

const defaults: {
  readonly view: string;
  readonly filter: string;
  readonly owner: string;
  readonly kind: string;
  readonly status: string;
  readonly widths: ColumnWidths;
  readonly showsDetails: boolean;
} = {
  view: 'agenda',
  filter: '',
  owner: 'all',
  kind: 'all',
  status: 'all',
  widths: {},
  showsDetails: true,
};

export type DeadlineViewState = typeof defaults;

/** What shows all deadlines again. */
export const unfiltered = { filter: '', owner: 'all', kind: 'all', status: 'all' } as const;

/** How the person left the deadlines in this matter: the view, what is filtered, how it is set. */
export function useDeadlineView() {
  return useViewState('deadlines.list', defaults);
}

/** The view by its remembered name; the agenda for a name of a later version. */
export function viewOf(name: string): DeadlineViewName {
  return deadlineViews.find((view) => view === name) ?? 'agenda';
}
