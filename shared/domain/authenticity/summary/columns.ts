import type { SummaryColumn } from '../../../model/authenticity.ts';

/**
 * Heads of a summary's columns, in order. `points` is the width of a column that never needs more; the
 * others divide what is left by their shares.
 */
export const summaryColumns = {
  exhibit: { head: 'Exhibit', share: 11 },
  bates: { head: 'Bates numbers', points: 84 },
  docket: { head: 'Docket no.', points: 56 },
  date: { head: 'Date', points: 62 },
  from: { head: 'From', share: 22 },
  to: { head: 'To', share: 22 },
  subject: { head: 'Subject', share: 24 },
  title: { head: 'Title', share: 24 },
  kind: { head: 'Kind', share: 11 },
  length: { head: 'Length', points: 56 },
  custodian: { head: 'Custodian', share: 13 },
  sha256: { head: 'SHA-256', share: 20 },
  shows: { head: 'What it shows', share: 34 },
  facts: { head: 'Facts it is cited for', share: 34 },
} as const satisfies Record<SummaryColumn, ColumnWidth & { readonly head: string }>;

type ColumnWidth =
  | { readonly share: number; readonly points?: never }
  | { readonly points: number; readonly share?: never };

/** A column of the written table; widths in points. */
export interface WrittenColumn {
  readonly head: string;
  readonly width: number;
}

/**
 * The columns of a written table, the number of the row before them.
 *
 * @param width of the table, in points
 */
export function writtenColumns(columns: readonly SummaryColumn[], width: number): WrittenColumn[] {
  const all: (ColumnWidth & { readonly head: string })[] = [
    { head: 'No.', points: 30 },
    ...columns.map((column) => summaryColumns[column]),
  ];
  const sum = (part: 'share' | 'points') => all.reduce((whole, column) => whole + (column[part] ?? 0), 0);
  const left = Math.max(0, width - sum('points'));
  return all.map(({ head, share, points }) => ({ head, width: points ?? (left * share) / sum('share') }));
}

/** The default columns of a summary. */
export const usualSummaryColumns: readonly SummaryColumn[] = [
  'exhibit',
  'bates',
  'date',
  'from',
  'to',
  'title',
  'length',
  'shows',
];

/** Chosen columns, each once, in order. */
export function orderedColumns(chosen: readonly SummaryColumn[]): SummaryColumn[] {
  return (Object.keys(summaryColumns) as SummaryColumn[]).filter((column) => chosen.includes(column));
}
