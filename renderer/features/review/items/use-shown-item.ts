import { useEffect } from 'react';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import { showError, useMatter, useReaderTarget } from '../../../client/index.ts';
import type { RowStore } from '../../evidence/index.ts';

/** A held arrow key passes over items: only one that stays selected for this long is opened, in milliseconds. */
const settledMs = 60;

/** Shows the chosen item in the reader. @param id null while none, or more than one, is chosen */
export function useShownItem(rows: RowStore, id: EvidenceId | null): void {
  const { id: matterId } = useMatter();
  const { target, show } = useReaderTarget();
  const isShown =
    id !== null && target !== null && 'evidenceId' in target.source && target.source.evidenceId === id;
  useEffect(() => {
    if (id === null || isShown) return undefined;
    let isLeft = false;
    const timer = window.setTimeout(() => {
      const known = rows.get(id);
      Promise.resolve(known ? [known] : rows.readAll([id])).then(([item]) => {
        if (item && !isLeft) show({ source: { matterId, evidenceId: id }, title: item.title });
      }, showError);
    }, settledMs);
    return () => {
      isLeft = true;
      window.clearTimeout(timer);
    };
    // Asked for once an item is chosen: what other areas open in the reader afterwards stays.
  }, [id, rows, matterId, show]);
}
