import { memo, type DragEvent } from 'react';
import type { Column } from './columns.ts';
import type { TreePlace } from './tree.ts';

interface RowProps<T> extends Partial<TreePlace> {
  readonly row: T;
  readonly rowId: string;
  readonly domId: string;
  readonly index: number;
  readonly columns: readonly Column<T>[];
  readonly template: string;
  readonly height: number;
  readonly lines: 1 | 2;
  readonly isSelected: boolean;
  readonly isActive: boolean;
  readonly isDraggable: boolean;
  readonly isMuted: boolean;
  readonly onDragStart: (event: DragEvent, rowId: string) => void;
}

function RowInner<T>(props: RowProps<T>) {
  const { row, rowId, domId, index, columns, template, height, lines, isSelected, isActive, isMuted } = props;
  return (
    <div
      id={domId}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      {...(props.level !== undefined && {
        'aria-level': props.level,
        'aria-posinset': props.position,
        'aria-setsize': props.setSize,
        'aria-expanded': props.isUnfolded ?? undefined,
      })}
      data-row-id={rowId}
      draggable={props.isDraggable}
      onDragStart={(event) => props.onDragStart(event, rowId)}
      className={`absolute left-0 grid w-(--row-width) cursor-default contain-strict items-center border-b border-line/60 ${
        isSelected ? 'bg-selected-idle group-focus-within/grid:bg-selected' : 'hover:bg-hover'
      } ${isActive ? 'group-focus-visible/grid:outline-2 group-focus-visible/grid:-outline-offset-2 group-focus-visible/grid:outline-focus' : ''} ${
        isMuted ? 'text-ink-soft' : ''
      }`}
      style={{ gridTemplateColumns: template, height, top: index * height }}
    >
      {columns.map((column, at) => (
        <div
          key={column.id}
          role="gridcell"
          aria-colindex={at + 1}
          className={`min-w-0 px-2.5 ${lines === 1 ? 'truncate' : 'line-clamp-2 max-h-full wrap-break-word'} ${
            column.align === 'end' ? 'text-right' : ''
          }`}
        >
          {column.render(row)}
        </div>
      ))}
    </div>
  );
}

/** One row. Rerendered only when something it shows has changed: scrolling touches no row that stays. */
export const Row = memo(RowInner) as typeof RowInner;
