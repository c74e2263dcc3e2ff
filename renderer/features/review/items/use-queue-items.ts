import { useEffect, useMemo, useRef, type RefObject } from 'react';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import type { ReviewQueue } from '../../../../shared/model/review.ts';
import { useKeptSelection } from '../../../client/index.ts';
import { showToast, type TableHandle } from '../../../ui/index.ts';
import type { ReviewPlace } from '../review-target.ts';
import { codingWords } from '../words.ts';
import { itemAfterStep } from './merge-working-list.ts';
import { useWorkingList, type WorkingList } from './working-list.ts';

/** A queue's items as the reviewer goes through them, and which are selected. */
export interface QueueItems {
  readonly list: WorkingList;
  readonly selectedIds: ReadonlySet<string>;
  readonly select: (ids: ReadonlySet<string>) => void;
  /** In the order of the list. */
  readonly selected: readonly EvidenceId[];
  /** The item that is selected alone. */
  readonly only: EvidenceId | null;
  /** Selects the next or previous item, or says that there is none. */
  readonly step: (by: 1 | -1) => void;
}

/**
 * Goes through a queue, beginning with its first item.
 *
 * @param led an item that a link from elsewhere leads to; each time a new object
 * @param table the list on screen, which has the keyboard when the user comes from another area
 */
export function useQueueItems(
  queue: ReviewQueue,
  led: ReviewPlace | null,
  table: RefObject<TableHandle | null>,
): QueueItems {
  const working = useWorkingList(queue);
  /** The queue in which the first item was selected; none once done items were taken off it. */
  const begun = useRef('');
  const list = {
    ...working,
    dropLeft: () => {
      begun.current = '';
      working.dropLeft();
    },
  };
  const [selectedIds, select] = useKeptSelection('review');
  const selected = useMemo(() => list.ids.filter((id) => selectedIds.has(id)), [list.ids, selectedIds]);
  const only = selected.length === 1 ? (selected[0] ?? null) : null;

  // Opening a queue, or removing done items from it, starts with its first item.
  const first = list.ids[0];
  const isLost = selected.length === 0 && first !== undefined;
  useEffect(() => {
    if (!isLost || begun.current === queue.key) return;
    begun.current = queue.key;
    if (first !== undefined) select(new Set([first]));
  }, [isLost, first, queue.key, select]);
  // Coming from another area the focus is in the list, not nowhere.
  const isListed = list.ids.length > 0;
  useEffect(() => {
    if (isListed && document.activeElement === document.body) table.current?.focus();
  }, [isListed, table]);
  useEffect(() => {
    if (led?.evidenceId && led.queue === queue.key) select(new Set([led.evidenceId]));
  }, [led, queue.key, select]);

  const step = (by: 1 | -1) => {
    const from = only ?? selected.at(by === 1 ? -1 : 0) ?? null;
    const next = itemAfterStep(list.ids, from, by);
    if (next !== null) select(new Set([next]));
    else if (isListed)
      showToast({
        tone: 'notice',
        group: 'review-end',
        message: by === 1 ? codingWords.atEnd : codingWords.atStart,
      });
  };
  return { list, selectedIds, select, selected, only, step };
}
