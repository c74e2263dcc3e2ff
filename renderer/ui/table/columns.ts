import type { ReactNode } from 'react';

export interface Column<T> {
  readonly id: string;
  readonly header: string;
  /** The cell's content. Text that does not fit is cut with an ellipsis. */
  readonly render: (row: T) => ReactNode;
  /** Pixels; the minimum for a flexible column. */
  readonly width: number;
  /** Takes the remaining width. One column of a table should. */
  readonly isFlexible?: boolean;
  readonly align?: 'start' | 'end';
  readonly isSortable?: boolean;
  /** Hides the header (of an icon column), except from screen readers. */
  readonly isHeaderHidden?: boolean;
}

export interface TableSort {
  readonly column: string;
  readonly isDescending: boolean;
}

export type ColumnWidths = Readonly<Record<string, number>>;

/** Pixels that a column keeps when a person makes it narrower. */
export const narrowest = 36;

/** The width of a column in pixels, as resized by the user or the default. */
export function widthOf<T>(column: Column<T>, widths: ColumnWidths): number {
  return Math.max(widths[column.id] ?? column.width, narrowest);
}

/** The minimum width of all columns in pixels; in less, the table scrolls sideways. */
export function leastWidthOf<T>(columns: readonly Column<T>[], widths: ColumnWidths): number {
  return columns.reduce((sum, column) => sum + widthOf(column, widths), 0);
}

/** The CSS `grid-template-columns` of both header and rows, so that they always agree. */
export function templateOf<T>(columns: readonly Column<T>[], widths: ColumnWidths): string {
  return columns
    .map((column) => {
      const width = widthOf(column, widths);
      return column.isFlexible ? `minmax(${width}px, 1fr)` : `${width}px`;
    })
    .join(' ');
}
