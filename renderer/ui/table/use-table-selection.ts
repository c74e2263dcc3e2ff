import { useCallback, useEffect, useRef, useState } from 'react';
import { chooseNew, keepListed, select, type SelectMode, type TableSelection } from './selection.ts';
import type { ListPlace } from './use-list-place.ts';

const nowhere: ListPlace['row'] = { active: null, anchor: null };

/** How long a list may take to be read again, in milliseconds. */
const readAgainMs = 2_000;
let comingUntil = 0;

/** What comes into a list next, soon, is chosen and scrolled into view there: it was brought back by a step in the history. */
export function chooseWhatComes(): void {
  comingUntil = performance.now() + readAgainMs;
}

/**
 * Keeps the focused row and the start of a range beside the selection, which the caller owns.
 *
 * @param place where the list was left: the focus starts there
 * @param reveal scrolls a row into view that came back
 */
export function useTableSelection(
  ids: readonly string[],
  selected: ReadonlySet<string>,
  onChange: (ids: ReadonlySet<string>) => void,
  place: ListPlace | undefined,
  reveal: (index: number) => void,
) {
  const [row, setRow] = useState<ListPlace['row']>(place?.row ?? nowhere);
  const listedBefore = useRef(ids);
  const current: TableSelection = { ...row, selected };

  const apply = useCallback(
    (next: TableSelection, before: TableSelection) => {
      if (next.active !== before.active || next.anchor !== before.anchor) {
        const moved = { active: next.active, anchor: next.anchor };
        if (place) place.row = moved;
        setRow(moved);
      }
      if (next.selected !== before.selected) onChange(next.selected);
    },
    [onChange, place],
  );

  useEffect(() => {
    if (listedBefore.current === ids) return;
    const before: TableSelection = { ...row, selected };
    // An empty list is usually still loading: the selected rows may reappear.
    if (ids.length > 0) {
      const isComing = performance.now() < comingUntil;
      const came = isComing ? chooseNew(listedBefore.current, ids) : null;
      apply(came ?? keepListed(before, listedBefore.current, ids), before);
      listedBefore.current = ids;
      if (came === null) return;
      comingUntil = 0;
      reveal(ids.indexOf(came.active!));
    }
  }, [ids, row, selected, apply, reveal]);

  return {
    selected,
    active: row.active,
    goTo: (id: string, mode: SelectMode) => apply(select(current, ids, id, mode), current),
    set: (chosen: readonly string[]) => onChange(new Set(chosen)),
  };
}
