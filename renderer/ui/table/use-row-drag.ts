import { useCallback, useEffect, useRef, useState, type DragEvent, type RefObject } from 'react';
import { positionAtGap } from './reorder.ts';

export interface RowDragOptions {
  readonly ids: readonly string[];
  readonly selected: ReadonlySet<string>;
  readonly rowHeight: number;
  readonly headerHeight: number;
  readonly grid: RefObject<HTMLElement | null>;
  readonly onReorder: ((ids: readonly string[], position: number) => void) | undefined;
}

/** Moves rows by dragging: the row under the pointer with the rest of its selection. Ignores files dragged in. */
export function useRowDrag({ ids, selected, rowHeight, headerHeight, grid, onReorder }: RowDragOptions) {
  const moved = useRef<ReadonlySet<string> | null>(null);
  const latest = useRef(selected);
  useEffect(() => {
    latest.current = selected;
  });
  const [gap, setGap] = useState<number | null>(null);

  const gapAt = (clientY: number): number => {
    const element = grid.current;
    if (!element) return 0;
    const y = clientY - element.getBoundingClientRect().top - headerHeight + element.scrollTop;
    return Math.max(0, Math.min(ids.length, Math.round(y / rowHeight)));
  };
  const end = () => {
    moved.current = null;
    setGap(null);
  };
  // A stable function, so that a new selection rerenders only the rows it concerns.
  const onDragStart = useCallback((event: DragEvent, id: string) => {
    moved.current = latest.current.has(id) ? latest.current : new Set([id]);
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('application/x-rows', '');
  }, []);
  return {
    /** The gap that dragged rows would be dropped into; null while none are dragged. */
    gap,
    onDragStart,
    /** For the list as a whole. */
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (!moved.current) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'move';
        setGap(gapAt(event.clientY));
      },
      onDragLeave: (event: DragEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setGap(null);
      },
      onDrop: (event: DragEvent) => {
        const rows = moved.current;
        if (!rows) return;
        event.preventDefault();
        event.stopPropagation();
        const position = positionAtGap(ids, rows, gapAt(event.clientY));
        end();
        if (position !== null)
          onReorder?.(
            ids.filter((id) => rows.has(id)),
            position,
          );
      },
      onDragEnd: end,
    },
  };
}
