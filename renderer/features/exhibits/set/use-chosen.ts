import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { Exhibit, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { useKeptSelection } from '../../../client/index.ts';
import type { TableHandle } from '../../../ui/index.ts';
import type { PreviewPlace } from '../preview/preview-steps.ts';
import { successor } from './successor.ts';
import type { SetView } from './use-set-view.ts';

interface Chosen {
  /** The exhibit that is looked at; null of an empty set. */
  readonly exhibit: Exhibit | null;
  readonly selectedIds: ReadonlySet<string>;
  readonly selected: readonly Exhibit[];
  /** Chooses exhibits in the list; the last of them is looked at. With none, the one looked at stays chosen. */
  readonly select: (ids: ReadonlySet<string>) => void;
  /** Chooses one exhibit and changes what is seen of it. */
  readonly look: (exhibitId: string, patch: Partial<SetView>) => void;
  /** Goes to a page of an exhibit. */
  readonly goTo: (place: PreviewPlace) => void;
  /** Goes to an exhibit by its label, in the list as well. @param page 0, which is left out, for its slip sheet */
  readonly goToLabel: (label: string, page?: number) => void;
  /** Chooses what was just added as soon as the list has it. */
  readonly chooseAdded: (added: readonly Exhibit[]) => void;
}

/** Which exhibits of a set are chosen, and which is looked at: kept while the window is open, replaced by the next where they are gone. */
export function useChosen(
  set: ExhibitSet,
  exhibits: readonly Exhibit[],
  view: SetView,
  change: (patch: Partial<SetView>) => void,
  table: RefObject<TableHandle | null>,
): Chosen {
  const [kept, setKept] = useKeptSelection(`exhibits ${set.id}`);
  const exhibit = exhibits.find(({ id }) => id === view.exhibitId) ?? exhibits[0] ?? null;
  // A set the user returns to shows the exhibit it was left at as chosen.
  const [isChosen, setIsChosen] = useState(false);
  const selectedIds = useMemo(
    () => (kept.size > 0 || isChosen || !exhibit ? kept : new Set<string>([exhibit.id])),
    [kept, isChosen, exhibit?.id],
  );
  const selected = useMemo(() => exhibits.filter(({ id }) => selectedIds.has(id)), [exhibits, selectedIds]);
  const select = useCallback(
    (ids: ReadonlySet<string>) => {
      setIsChosen(true);
      // What is looked at stays chosen: its pages and settings are shown beside it, and could be mistaken for another's.
      setKept(ids.size === 0 && exhibit ? new Set([exhibit.id]) : ids);
      const last = [...ids].at(-1);
      if (last !== undefined && last !== view.exhibitId) change({ exhibitId: last, page: 0 });
    },
    [setKept, change, view.exhibitId, exhibit?.id],
  );
  // Where all that was chosen is gone, what took its place is chosen, so that keys have something to act on.
  const last = useRef({ exhibits, selectedIds });
  useEffect(() => {
    const before = last.current;
    last.current = { exhibits, selectedIds };
    if (before.exhibits === exhibits) return;
    // In a set the user has returned to, nothing is kept yet: the exhibit its list shows as chosen counts.
    const next = successor(before.exhibits, exhibits, kept.size > 0 ? kept : before.selectedIds);
    if (!next) return;
    select(new Set([next.id]));
    table.current?.goTo(next.id);
  }, [exhibits, selectedIds]);
  const [added, setAdded] = useState<readonly string[]>([]);
  useEffect(() => {
    const end = added.at(-1);
    if (end === undefined || !exhibits.some(({ id }) => id === end)) return;
    setAdded([]);
    table.current?.goTo(end);
    select(new Set(added));
  }, [added, exhibits]);
  const look = useCallback(
    (exhibitId: string, patch: Partial<SetView>) => {
      setKept(new Set([exhibitId]));
      change({ exhibitId, ...patch });
    },
    [setKept, change],
  );
  const goTo = useCallback(
    ({ exhibitId, page }: PreviewPlace) => look(exhibitId, { page, face: 'pages' }),
    [look],
  );
  return {
    exhibit,
    selectedIds,
    selected,
    select,
    look,
    goTo,
    goToLabel: (label, page = 0) => {
      const found = exhibits.find((each) => each.label === label);
      if (!found) return;
      goTo({ exhibitId: found.id, page });
      table.current?.goTo(found.id);
    },
    chooseAdded: (them) => setAdded(them.map(({ id }) => id)),
  };
}
