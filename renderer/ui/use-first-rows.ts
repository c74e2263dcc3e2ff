import { useEffect, useRef, useState, type RefObject } from 'react';

interface FirstRows<T> {
  readonly shown: readonly T[];
  /** The element whose children are the rows. */
  readonly list: RefObject<HTMLUListElement | null>;
  /** Shows the rest too; null where all are shown. */
  readonly showAll: (() => void) | null;
}

/**
 * The first rows of what may be a long list, until the rest is asked for. The button that asks goes then: the focus moves to the first row
 * that came.
 *
 * @param atFirst how many are shown until then
 */
export function useFirstRows<T>(rows: readonly T[], atFirst: number): FirstRows<T> {
  const [isWhole, setIsWhole] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const row = isWhole && list.current?.children[atFirst];
    if (!(row instanceof HTMLElement)) return;
    const button = row.querySelector('button');
    if (!button) row.tabIndex = -1;
    (button ?? row).focus();
  }, [isWhole, atFirst]);
  const shown = isWhole ? rows : rows.slice(0, atFirst);
  return { shown, list, showAll: shown.length < rows.length ? () => setIsWhole(true) : null };
}
