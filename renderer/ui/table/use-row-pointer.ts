import { useRef, useState, type MouseEvent, type RefObject } from 'react';
import type { ContextMenuProps } from '../Menu.tsx';
import type { DataTableProps } from './DataTable.tsx';
import type { useTableSelection } from './use-table-selection.ts';

type RowPointerOptions<T extends { readonly id: string }> = Pick<
  DataTableProps<T>,
  'label' | 'rows' | 'tree' | 'onOpen' | 'contextMenu'
> & {
  readonly indexOf: ReadonlyMap<string, number>;
  readonly selection: ReturnType<typeof useTableSelection>;
  readonly grid: RefObject<HTMLElement | null>;
  /** The row of an id in the document. */
  readonly elementOf: (id: string) => HTMLElement | null;
};

/** What the mouse does on rows: select, fold, open, and show the selection's menu, which the Menu key shows too. */
export function useRowPointer<T extends { readonly id: string }>(options: RowPointerOptions<T>) {
  const { label, rows, indexOf, selection, grid, elementOf, tree, onOpen, contextMenu } = options;
  const [menu, setMenu] = useState<Pick<ContextMenuProps, 'at' | 'items'> | null>(null);
  const isPressed = useRef(false);
  const focusGrid = () => grid.current?.focus({ preventScroll: true });
  const rowAt = (event: MouseEvent) => rows[indexOf.get(rowIdAt(event) ?? '') ?? -1];
  const open = (event: MouseEvent) => {
    const row = rowAt(event);
    if (row && !isOnFold(event)) onOpen?.(row);
  };
  return {
    /** True while the button is down: focus precedes the click, and a list that scrolled on focus would put another row under the pointer. */
    isPressed,
    /** The menu that is open, to be shown with the rows. */
    menu: menu && {
      ...menu,
      label: `Actions for ${label}`,
      onClose: () => {
        setMenu(null);
        focusGrid();
      },
    },
    handlers: {
      onMouseDown: () => void (isPressed.current = true),
      onMouseUp: () => void (isPressed.current = false),
      onBlur: () => void (isPressed.current = false),
      onClick: (event: MouseEvent) => {
        const row = rowAt(event);
        if (!row) return;
        if (tree && isOnFold(event)) return tree.onUnfold(row, tree.placeOf(row).isUnfolded === false);
        selection.goTo(
          row.id,
          event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'replace',
        );
        focusGrid();
      },
      onDoubleClick: open,
      onAuxClick: (event: MouseEvent) => {
        if (event.button === 1) open(event);
      },
      onContextMenu: (event: MouseEvent) => {
        if (!contextMenu) return;
        const isByKey = event.target === grid.current;
        const id = isByKey ? selection.active : rowIdAt(event);
        const row = rows[indexOf.get(id ?? '') ?? -1];
        if (!row) return;
        event.preventDefault();
        const isWithin = selection.selected.has(row.id);
        if (!isWithin) selection.goTo(row.id, 'replace');
        const chosen = isWithin ? rows.filter((each) => selection.selected.has(each.id)) : [row];
        const element = isByKey ? elementOf(row.id)?.getBoundingClientRect() : undefined;
        const at = element
          ? { x: element.left + 24, y: element.bottom }
          : { x: event.clientX, y: event.clientY };
        const items = contextMenu(chosen);
        if (items.length > 0) setMenu({ at, items });
      },
    },
  };
}

function rowIdAt({ target }: MouseEvent): string | null {
  return (target as Element).closest<HTMLElement>('[data-row-id]')?.dataset['rowId'] ?? null;
}

function isOnFold({ target }: MouseEvent): boolean {
  return (target as Element).closest('[data-fold]') !== null;
}
