import type { KeyboardEvent } from 'react';
import type { DataTableProps } from './DataTable.tsx';
import { positionAfterStep } from './reorder.ts';
import type { SelectMode } from './selection.ts';
import { stepInTree } from './tree.ts';
import type { useTableSelection } from './use-table-selection.ts';
import { useTypeAhead } from './use-type-ahead.ts';

type TableKeysOptions<T extends { readonly id: string }> = Pick<
  DataTableProps<T>,
  'rows' | 'tree' | 'onOpen' | 'onDelete' | 'onReorder' | 'onKey' | 'textOf' | 'findByLetters'
> & {
  readonly ids: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** The focused row; -1 for none. */
  readonly activeIndex: number;
  readonly selection: ReturnType<typeof useTableSelection>;
  readonly goTo: (index: number, mode: SelectMode) => void;
  /** Rows that fit into view. */
  readonly pageSize: () => number;
  /** Where cards lie in rows, how many are side by side. */
  readonly perRow?: number;
};

/** What keys do on a focused table: go, select, fold, move, open, delete, find by first letters. */
export function useTableKeys<T extends { readonly id: string }>({
  rows,
  ids,
  indexOf,
  activeIndex,
  selection,
  goTo,
  pageSize,
  perRow,
  tree,
  onOpen,
  onDelete,
  onReorder,
  onKey,
  textOf,
  findByLetters,
}: TableKeysOptions<T>): (event: KeyboardEvent<HTMLElement>) => void {
  const typeAhead = useTypeAhead(rows, textOf);
  const active = rows[activeIndex];

  const targetOf = (key: string): number | null => {
    const step = activeIndex < 0 ? 0 : (perRow ?? 1);
    switch (key) {
      case 'ArrowDown':
        return Math.max(activeIndex, 0) + step;
      case 'ArrowUp':
        return activeIndex - step;
      case 'ArrowRight':
        return perRow === undefined ? null : activeIndex + 1;
      case 'ArrowLeft':
        return perRow === undefined ? null : activeIndex - 1;
      case 'Home':
        return 0;
      case 'End':
        return rows.length - 1;
      case 'PageDown':
        return activeIndex + pageSize();
      case 'PageUp':
        return activeIndex - pageSize();
      default:
        return null;
    }
  };

  const moveRows = (key: string): boolean => {
    const step = key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : null;
    if (step === null || !onReorder) return false;
    const position = positionAfterStep(ids, selection.selected, step);
    if (position !== null)
      onReorder(
        ids.filter((id) => selection.selected.has(id)),
        position,
      );
    return true;
  };

  const stepAside = (key: 'ArrowLeft' | 'ArrowRight'): boolean => {
    if (!tree || !active) return false;
    const step = stepInTree(rows, tree.placeOf, activeIndex, key);
    if (step && 'goTo' in step) goTo(step.goTo, 'replace');
    else if (step) tree.onUnfold(active, step.unfold);
    return true;
  };

  const find = (key: string): boolean => {
    if (!findByLetters) {
      const found = typeAhead.type(key, activeIndex);
      if (found !== null) goTo(found, 'replace');
      return found !== null;
    }
    const asked = typeAhead.letters(key);
    if (asked === null) return false;
    const isLatest = typeAhead.watch();
    const after = ids[asked.length === 1 ? activeIndex : activeIndex - 1] ?? null;
    findByLetters(asked, after).then(
      (id) => {
        const index = id === null ? undefined : indexOf.get(id);
        // A later letter looks for another row, and a later key may have changed the selection.
        if (index !== undefined && isLatest()) goTo(index, 'replace');
      },
      // If the lookup fails now, nothing is found; the next letter tries again.
      () => undefined,
    );
    return true;
  };

  /** Returns whether it handled the key. */
  const handle = ({ key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean => {
    const isCommand = ctrlKey || metaKey;
    // Arrows and shortcuts end the typed prefix: the next letter starts a new one.
    if (isCommand || altKey || (key.length > 1 && key !== 'Shift')) typeAhead.stop();
    if (altKey) return moveRows(key);
    const target = targetOf(key);
    if (target !== null) return (goTo(target, shiftKey ? 'range' : isCommand ? 'move' : 'replace'), true);
    switch (key) {
      case 'ArrowLeft':
      case 'ArrowRight':
        return stepAside(key);
      case 'Escape':
        if (selection.selected.size === 0) return false;
        return (selection.set([]), true);
      case 'Delete':
      case 'Backspace':
        if (!onDelete || selection.selected.size === 0) return false;
        return (onDelete(rows.filter(({ id }) => selection.selected.has(id))), true);
      case 'Enter':
        if (!onOpen || !active) return false;
        return (onOpen(active), true);
      case ' ':
        if (typeAhead.isTyping()) break;
        return (goTo(activeIndex, 'toggle'), true);
    }
    if (isCommand) {
      if (key.toLowerCase() !== 'a' || shiftKey) return false;
      return (selection.set(ids), true);
    }
    return (!typeAhead.isTyping() && onKey?.(key)) || find(key);
  };

  return (event) => {
    if (event.target !== event.currentTarget || rows.length === 0) return;
    if (handle(event)) event.preventDefault();
  };
}
