import {
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  type ReactNode,
  type Ref,
} from 'react';
import { useRowHeight } from '../density.tsx';
import { ContextMenu, type MenuEntry } from '../Menu.tsx';
import { templateOf, type Column, type ColumnWidths, type TableSort } from './columns.ts';
import { HeaderRow } from './HeaderRow.tsx';
import type { SelectMode } from './selection.ts';
import { TableRows } from './TableRows.tsx';
import type { TreeRows } from './tree.ts';
import { useListPlace, type ListPlace } from './use-list-place.ts';
import { useRowDrag } from './use-row-drag.ts';
import { useRowPointer } from './use-row-pointer.ts';
import { useTableKeys } from './use-table-keys.ts';
import { useTableSelection } from './use-table-selection.ts';
import { useVirtualRows } from './use-virtual-rows.ts';

export type { Column, ColumnWidths, TableSort } from './columns.ts';
export type { TreePlace, TreeRows } from './tree.ts';
export type { ListPlace } from './use-list-place.ts';

/** A table's imperative handle. */
export interface TableHandle {
  /** Selects a row and scrolls it into view. Returns whether it is listed. */
  readonly goTo: (id: string) => boolean;
  readonly focus: () => void;
}

export interface DataTableProps<T extends { readonly id: string }> {
  /** Names the table for screen readers. */
  readonly label: string;
  /** In display order: the caller filters and sorts. */
  readonly rows: readonly T[];
  /** A constant, or memoized: new columns rerender every row. */
  readonly columns: readonly Column<T>[];
  readonly selectedIds: ReadonlySet<string>;
  readonly onSelectionChange: (ids: ReadonlySet<string>) => void;
  /** Scroll position and focus to restore, for a list the user returns to. */
  readonly place?: ListPlace;
  /** Enter or a double click. */
  readonly onOpen?: (row: T) => void;
  /** Delete, on all selected rows. */
  readonly onDelete?: (rows: readonly T[]) => void;
  readonly contextMenu?: (rows: readonly T[]) => readonly MenuEntry[];
  readonly sort?: TableSort;
  readonly onSortChange?: (sort: TableSort) => void;
  /** Widths set by the user; kept by the table itself if the caller does not. */
  readonly columnWidths?: ColumnWidths;
  readonly onColumnWidthsChange?: (widths: ColumnWidths) => void;
  /** The text that type-ahead matches; of several, earlier ones take precedence. */
  readonly textOf?: (row: T) => string | readonly string[];
  /** Type-ahead for rows whose text is not loaded: the id of the next row with that prefix, after a row and wrapping around. */
  readonly findByLetters?: (letters: string, after: string | null) => Promise<string | null>;
  /** Receives single keys pressed on the list before type-ahead does. Returns whether it handled the key. */
  readonly onKey?: (key: string) => boolean;
  /** Makes rows movable, by dragging and with Alt and the arrows. `position` is that of the first in the new order. */
  readonly onReorder?: (ids: readonly string[], position: number) => void;
  /** Rows shown dimmed, such as archived ones. */
  readonly isMuted?: (row: T) => boolean;
  /** Text on a line above a row, by its id: where a new part of the list begins. A constant, or memoized. */
  readonly dividers?: ReadonlyMap<string, string>;
  /** Lines of text a comfortable row holds. */
  readonly lines?: 1 | 2;
  /** Shown when there are no rows: an EmptyState, LoadingState or ErrorState. */
  readonly placeholder?: ReactNode;
  readonly gridRef?: Ref<HTMLDivElement>;
  readonly handle?: Ref<TableHandle>;
  /** Makes the rows a tree: a `treegrid` in which Left and Right fold. A click on `[data-fold]` in a row folds it too. */
  readonly tree?: TreeRows<T>;
}

const headerHeight = 30;

/**
 * A long list in columns. Renders only what is in view, so ten thousand rows scroll like ten. The keyboard works as in a
 * file list: arrows select, Shift extends, Ctrl moves without selecting, Space toggles, Home, End and Page keys jump,
 * letters find.
 */
export function DataTable<T extends { readonly id: string }>(props: DataTableProps<T>) {
  const { label, rows, columns, onReorder, lines = 1, tree } = props;
  const tableId = useId();
  const grid = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight(lines);
  const [ownWidths, setOwnWidths] = useState<ColumnWidths>({});
  const widths = props.columnWidths ?? ownWidths;
  const template = useMemo(() => templateOf(columns, widths), [columns, widths]);
  const ids = useMemo(() => rows.map(({ id }) => id), [rows]);
  const indexOf = useMemo(() => new Map(ids.map((id, index) => [id, index])), [ids]);
  const domIdOf = (id: string) => `${tableId}-${id}`;

  const selection = useTableSelection(ids, props.selectedIds, props.onSelectionChange, props.place, (at) =>
    virtual.reveal(at),
  );
  const activeIndex = selection.active === null ? -1 : (indexOf.get(selection.active) ?? -1);
  const active = rows[activeIndex];
  const virtual = useVirtualRows(grid, {
    count: rows.length,
    rowHeight,
    headerHeight,
    keptIndex: activeIndex,
  });
  const firstChosen = () => ids.findIndex((id) => props.selectedIds.has(id));
  const onScroll = useListPlace(grid, {
    place: props.place,
    count: rows.length,
    toChosen: () => virtual.reveal(Math.max(firstChosen(), 0)),
    measure: virtual.measure,
  });
  const goTo = (index: number, mode: SelectMode) => {
    const id = ids[Math.max(0, Math.min(index, ids.length - 1))];
    if (id === undefined) return;
    selection.goTo(id, mode);
    virtual.reveal(indexOf.get(id) ?? 0);
  };
  const goToFirst = () => {
    const first = firstChosen();
    goTo(first < 0 ? virtual.firstSeen() : first, 'move');
  };
  const isEmpty = rows.length === 0;
  // The keyboard was in the list before its rows came.
  useEffect(() => {
    if (!isEmpty && activeIndex < 0 && document.activeElement === grid.current) goToFirst();
  }, [isEmpty]);
  useImperativeHandle(props.handle, () => ({
    goTo(id) {
      const index = indexOf.get(id);
      if (index === undefined) return false;
      goTo(index, 'replace');
      return true;
    },
    focus: () => grid.current?.focus({ preventScroll: true }),
  }));

  const drag = useRowDrag({ ids, selected: selection.selected, rowHeight, headerHeight, grid, onReorder });
  const onKeyDown = useTableKeys({
    ...props,
    ids,
    indexOf,
    activeIndex,
    selection,
    goTo,
    pageSize: virtual.pageSize,
  });
  const pointer = useRowPointer({
    ...props,
    indexOf,
    selection,
    grid,
    elementOf: (id) => document.getElementById(domIdOf(id)),
  });

  return (
    <div className="relative flex h-full min-h-0 flex-col">
      <div
        ref={(element) => {
          grid.current = element;
          if (typeof props.gridRef === 'function') props.gridRef(element);
          else if (props.gridRef) props.gridRef.current = element;
        }}
        role={tree ? 'treegrid' : 'grid'}
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        aria-multiselectable
        {...(active && { 'aria-activedescendant': domIdOf(active.id) })}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onScroll={onScroll}
        {...pointer.handlers}
        onFocus={(event) => {
          if (event.target === event.currentTarget && activeIndex < 0 && !pointer.isPressed.current)
            goToFirst();
        }}
        {...drag.handlers}
        className="group/grid peer/grid min-h-0 grow overflow-auto overscroll-contain bg-surface tabular-nums outline-none"
      >
        <HeaderRow
          columns={columns}
          template={template}
          height={headerHeight}
          widths={widths}
          onWidthsChange={props.onColumnWidthsChange ?? setOwnWidths}
          sort={props.sort}
          onSortChange={props.onSortChange}
        />
        <TableRows
          rows={rows}
          virtual={virtual}
          activeIndex={activeIndex}
          domIdOf={domIdOf}
          columns={columns}
          widths={widths}
          template={template}
          rowHeight={rowHeight}
          lines={lines}
          selectedIds={props.selectedIds}
          isMuted={props.isMuted}
          dividers={props.dividers}
          tree={tree}
          isDraggable={onReorder !== undefined}
          onDragStart={drag.onDragStart}
          gap={drag.gap}
        />
      </div>
      {isEmpty && props.placeholder && (
        <div
          className="absolute inset-x-0 bottom-0 bg-surface peer-focus-visible/grid:outline-2 peer-focus-visible/grid:-outline-offset-2 peer-focus-visible/grid:outline-focus"
          style={{ top: headerHeight }}
        >
          {props.placeholder}
        </div>
      )}
      {pointer.menu && <ContextMenu {...pointer.menu} />}
    </div>
  );
}
