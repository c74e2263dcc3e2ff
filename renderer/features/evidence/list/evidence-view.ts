import type { EvidenceFilter, EvidenceGrouping, EvidenceSort } from '../../../../shared/model/evidence.ts';
import type { ColumnWidths } from '../../../ui/index.ts';

/** How the list was left in this matter: what is shown, in which order, and how. */
export interface EvidenceView {
  readonly words: string;
  readonly filter: Omit<EvidenceFilter, 'words'>;
  readonly sort: EvidenceSort;
  readonly isDescending: boolean;
  readonly grouping: EvidenceGrouping;
  readonly layout: 'rows' | 'thumbnails';
  /** Columns chosen by the person; null for those that there is room for. */
  readonly columns: readonly string[] | null;
  readonly widths: ColumnWidths;
  readonly folded: readonly string[];
  readonly showsDetails: boolean;
}

/** A filter that keeps everything that is not archived. */
export const noFilter: EvidenceView['filter'] = {
  kinds: [],
  custodians: [],
  tagIds: [],
  isReviewed: null,
  isFlagged: null,
  relevance: [],
  isResponsive: null,
  isCoded: null,
  privilege: [],
  has: [],
  from: null,
  to: null,
  includesArchived: false,
};

export const defaultView: EvidenceView = {
  words: '',
  filter: noFilter,
  sort: 'receivedAt',
  isDescending: true,
  grouping: 'none',
  layout: 'rows',
  columns: null,
  widths: {},
  folded: [],
  showsDetails: true,
};

/** Whether anything but the archive is filtered out. */
export function isNarrowed(filter: EvidenceView['filter']): boolean {
  const { includesArchived: _archive, ...rest } = filter;
  return Object.values(rest).some((value) => (Array.isArray(value) ? value.length > 0 : value !== null));
}
