import { useCallback, useEffect, useRef, useState } from 'react';
import { keepListed, select, type SelectMode, type TableSelection } from './selection.ts';

/** Keeps the keyboard's place and the range's beginning beside the selection, which is the caller's. */
export function useTableSelection(
  ids: readonly string[],
  selected: ReadonlySet<string>,
  onChange: (ids: ReadonlySet<string>) => void,
) {
  const [place, setPlace] = useState<Pick<TableSelection, 'active' | 'anchor'>>({
    active: null,
    anchor: null,
  });
  const listedBefore = useRef(ids);
  const current: TableSelection = { ...place, selected };

  const apply = useCallback(
    (next: TableSelection, before: TableSelection) => {
      if (next.active !== before.active || next.anchor !== before.anchor) {
        setPlace({ active: next.active, anchor: next.anchor });
      }
      if (next.selected !== before.selected) onChange(next.selected);
    },
    [onChange],
  );

  useEffect(() => {
    if (listedBefore.current === ids) return;
    const before: TableSelection = { ...place, selected };
    // An empty list is mostly one being read: what was chosen may be in it again.
    if (ids.length > 0) {
      apply(keepListed(before, listedBefore.current, ids), before);
      listedBefore.current = ids;
    }
  }, [ids, place, selected, apply]);

  return {
    selected,
    active: place.active,
    goTo: (id: string, mode: SelectMode) => apply(select(current, ids, id, mode), current),
    set: (chosen: readonly string[]) => onChange(new Set(chosen)),
  };
}
