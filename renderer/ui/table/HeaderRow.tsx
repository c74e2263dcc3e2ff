import { ArrowDown, ArrowUp } from 'lucide-react';
import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import {
  leastWidthOf,
  narrowest,
  widthOf,
  type Column,
  type ColumnWidths,
  type TableSort,
} from './columns.ts';

interface HeaderRowProps<T> {
  readonly columns: readonly Column<T>[];
  readonly template: string;
  readonly height: number;
  readonly widths: ColumnWidths;
  readonly onWidthsChange: (widths: ColumnWidths) => void;
  readonly sort: TableSort | undefined;
  readonly onSortChange: ((sort: TableSort) => void) | undefined;
}

const stepPx = 12;

/**
 * The header: one tab stop. Left and Right go along the columns, Enter sorts, Alt with Left or Right makes the column
 * narrower or wider.
 */
export function HeaderRow<T>(props: HeaderRowProps<T>) {
  const { columns, template, height, widths, onWidthsChange, sort, onSortChange } = props;
  const row = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);

  const goTo = (index: number) => {
    const next = Math.max(0, Math.min(columns.length - 1, index));
    setCurrent(next);
    row.current?.querySelectorAll<HTMLElement>('button')[next]?.focus();
  };
  const resize = (column: Column<T>, width: number) =>
    onWidthsChange({ ...widths, [column.id]: Math.round(Math.max(width, narrowest)) });
  const sortBy = (column: Column<T>) => {
    if (!column.isSortable) return;
    onSortChange?.({
      column: column.id,
      isDescending: sort?.column === column.id ? !sort.isDescending : false,
    });
  };
  const onKeyDown = (event: KeyboardEvent, column: Column<T>, index: number) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    // Keys of the list do not apply here; commands and F6, which goes to the next pane, do.
    if (!event.ctrlKey && !event.metaKey && !/^F\d+$/.test(event.key)) event.stopPropagation();
    if (step !== undefined && event.altKey) resize(column, widthOf(column, widths) + step * stepPx);
    else if (step !== undefined) goTo(index + step);
    else if (event.key === 'Home') goTo(0);
    else if (event.key === 'End') goTo(columns.length - 1);
    else return;
    event.preventDefault();
  };

  return (
    <div
      role="rowgroup"
      className="sticky top-0 z-10 border-b border-line bg-surface"
      style={{ minWidth: leastWidthOf(columns, widths) }}
    >
      <div
        ref={row}
        role="row"
        aria-rowindex={1}
        className="grid"
        style={{ gridTemplateColumns: template, height }}
      >
        {columns.map((column, index) => {
          const isSorted = sort?.column === column.id;
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-colindex={index + 1}
              {...(column.isSortable && {
                'aria-sort': isSorted ? (sort.isDescending ? 'descending' : 'ascending') : 'none',
              })}
              className="group/header relative flex min-w-0 items-stretch"
            >
              <button
                type="button"
                tabIndex={index === current ? 0 : -1}
                onClick={() => sortBy(column)}
                onFocus={() => setCurrent(index)}
                onKeyDown={(event) => onKeyDown(event, column, index)}
                className={`flex w-full min-w-0 cursor-default items-center gap-1 px-2.5 text-left text-sm font-medium text-ink-soft -outline-offset-2 ${
                  column.isSortable ? 'hover:text-ink' : ''
                } ${column.align === 'end' ? 'justify-end' : ''}`}
              >
                <span className={column.isHeaderHidden ? 'sr-only' : 'truncate'}>{column.header}</span>
                {isSorted &&
                  (sort.isDescending ? (
                    <ArrowDown aria-hidden className="size-3 shrink-0" />
                  ) : (
                    <ArrowUp aria-hidden className="size-3 shrink-0" />
                  ))}
              </button>
              {index < columns.length - 1 && (
                <ResizeHandle
                  width={() => widthOf(column, widths)}
                  onResize={(width) => resize(column, width)}
                  onReset={() => {
                    const { [column.id]: _dropped, ...rest } = widths;
                    onWidthsChange(rest);
                  }}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function ResizeHandle(props: {
  width: () => number;
  onResize: (width: number) => void;
  onReset: () => void;
}) {
  const drag = useRef<{ fromX: number; fromWidth: number } | null>(null);
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    // A flexible column may be wider than its minimum: start from the visible width.
    const seen = event.currentTarget.parentElement?.offsetWidth ?? props.width();
    drag.current = { fromX: event.clientX, fromWidth: seen };
  };
  return (
    <span
      aria-hidden
      onPointerDown={onPointerDown}
      onPointerMove={({ clientX }) => {
        if (drag.current) props.onResize(drag.current.fromWidth + clientX - drag.current.fromX);
      }}
      onPointerUp={() => (drag.current = null)}
      onPointerCancel={() => (drag.current = null)}
      onDoubleClick={props.onReset}
      className="absolute inset-y-1.5 -right-1.5 z-10 w-3 cursor-col-resize touch-none before:absolute before:inset-y-0 before:left-1.5 before:w-px before:bg-line hover:before:bg-accent"
    />
  );
}
