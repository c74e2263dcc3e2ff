import type { CSSProperties, DragEvent } from 'react';
import { leastWidthOf, type Column, type ColumnWidths } from './columns.ts';
import { Row } from './Row.tsx';
import { RowDivider } from './RowDivider.tsx';
import type { TreeRows } from './tree.ts';
import type { VirtualRows } from './use-virtual-rows.ts';

interface TableRowsProps<T extends { readonly id: string }> {
  /** All rows; those in view are rendered. */
  readonly rows: readonly T[];
  readonly virtual: VirtualRows;
  /** The focused row; -1 for none. */
  readonly activeIndex: number;
  readonly domIdOf: (id: string) => string;
  readonly columns: readonly Column<T>[];
  readonly widths: ColumnWidths;
  /** Tracks of the grid that each row is. */
  readonly template: string;
  /** Of a row, in pixels. */
  readonly rowHeight: number;
  readonly lines: 1 | 2;
  readonly selectedIds: ReadonlySet<string>;
  readonly isMuted: ((row: T) => boolean) | undefined;
  readonly dividers: ReadonlyMap<string, string> | undefined;
  readonly tree: TreeRows<T> | undefined;
  readonly isDraggable: boolean;
  readonly onDragStart: (event: DragEvent, rowId: string) => void;
  /** The gap that dragged rows would be dropped into; null while none are dragged. */
  readonly gap: number | null;
}

/** The rows of a table that are in view, each at its position. */
export function TableRows<T extends { readonly id: string }>(props: TableRowsProps<T>) {
  const { rows, virtual, activeIndex, domIdOf, columns, widths, rowHeight, tree, dividers, gap } = props;
  const shown = drawnRows(rows, virtual, activeIndex);
  return (
    <div
      role="rowgroup"
      className="relative"
      style={
        {
          height: rows.length * rowHeight,
          // In pixels: a row of known size is laid out on its own, without a layout of the whole window.
          '--row-width': `${Math.max(virtual.width, leastWidthOf(columns, widths))}px`,
        } as CSSProperties
      }
    >
      {shown.map(({ row, index, key }) => {
        const place = tree?.placeOf(row);
        return (
          <Row
            {...(place && {
              level: place.level,
              position: place.position,
              setSize: place.setSize,
              isUnfolded: place.isUnfolded,
            })}
            key={key}
            row={row}
            rowId={row.id}
            domId={domIdOf(row.id)}
            index={index}
            columns={columns}
            template={props.template}
            height={rowHeight}
            lines={props.lines}
            isSelected={props.selectedIds.has(row.id)}
            isActive={index === activeIndex}
            isDraggable={props.isDraggable}
            isMuted={props.isMuted?.(row) ?? false}
            onDragStart={props.onDragStart}
          />
        );
      })}
      {dividers &&
        shown.map(({ row, index }) => {
          const words = dividers.get(row.id);
          return words === undefined ? null : (
            <RowDivider key={`divider ${index}`} words={words} top={index * rowHeight} />
          );
        })}
      {gap !== null && (
        <div
          className="pointer-events-none absolute inset-x-0 z-10 h-0.5 -translate-y-px bg-accent"
          style={{ top: gap * rowHeight }}
        />
      )}
    </div>
  );
}

/** Rows to render. Keys identify slots: a row scrolled out of view is reused at the other end, at half the cost of a new one. */
function drawnRows<T>(rows: readonly T[], { first, last, size }: VirtualRows, activeIndex: number) {
  const drawn = rows
    .slice(first, last)
    .map((row, at) => ({ row, index: first + at, key: `${(first + at) % size}` }));
  // The focused row stays in the document, so that assistive technology never loses it.
  const active = rows[activeIndex];
  if (active !== undefined && (activeIndex < first || activeIndex >= last))
    drawn.push({ row: active, index: activeIndex, key: 'active' });
  return drawn;
}
