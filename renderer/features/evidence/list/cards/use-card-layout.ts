import { useEffect, useState, type RefObject } from 'react';
import { useWidth } from '../../../../ui/index.ts';

export const cardSize = { width: 176, height: 232 } as const;
const gap = 10;
const rowHeight = cardSize.height + gap;
/** Rows of cards kept ready beyond what is seen. */
const overscan = 2;

/** Lays cards out in rows as wide as the list, and tells which are in view. */
export function useCardLayout(scroller: RefObject<HTMLElement | null>, count: number) {
  const [widthRef, width] = useWidth();
  const [sight, setSight] = useState({ top: 0, height: 600 });
  const perRow = Math.max(1, Math.floor((width - gap) / (cardSize.width + gap)));
  const rowCount = Math.ceil(count / perRow);
  const firstRow = Math.max(0, Math.floor(sight.top / rowHeight) - overscan);
  const lastRow = Math.min(rowCount, Math.ceil((sight.top + sight.height) / rowHeight) + overscan);
  const measure = () => {
    const element = scroller.current;
    if (element) setSight({ top: element.scrollTop, height: element.clientHeight });
  };
  useEffect(measure, [width, count]);
  return {
    widthRef,
    /** Whether it is known how the cards lie. */
    isLaid: width > 0,
    perRow,
    height: rowCount * rowHeight + gap,
    /** The cards in view and near it: the first, and the one after the last. */
    first: firstRow * perRow,
    end: Math.min(count, lastRow * perRow),
    placeOf: (index: number) => ({
      left: gap + (index % perRow) * (cardSize.width + gap),
      top: gap + Math.floor(index / perRow) * rowHeight,
    }),
    pageSize: () => Math.max(1, Math.floor(sight.height / rowHeight)) * perRow,
    measure,
    reveal: (index: number) => {
      const element = scroller.current;
      if (!element) return;
      const top = Math.floor(index / perRow) * rowHeight;
      if (top < element.scrollTop) element.scrollTop = top;
      else if (top + rowHeight + gap > element.scrollTop + element.clientHeight)
        element.scrollTop = top + rowHeight + gap - element.clientHeight;
    },
  };
}
