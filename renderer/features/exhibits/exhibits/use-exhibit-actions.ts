import { useEffect, useRef } from 'react';
import { partsLeft, withParts } from '../../../../shared/domain/exhibits/parts.ts';
import type { AffectedCitation, Exhibit, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import {
  engineClient,
  formatCount,
  showError,
  useEngineMutation,
  useMatter,
  useReaderTarget,
} from '../../../client/index.ts';
import { doneWords as words } from '../words.ts';
import { nameOrCount } from './NamedExhibits.tsx';

export interface ExhibitActions {
  /** Shows the original in the reader. */
  readonly open: (exhibit: Exhibit) => void;
  /** Moves exhibits so that the first of them is at a position (from 0) of the new order. */
  readonly move: (ids: readonly string[], position: number) => void;
  /** Takes exhibits out at once; where a checked brief cites them, or parts of them stay, it asks first. */
  readonly remove: (exhibits: readonly Exhibit[]) => void;
  readonly reinstate: (exhibits: readonly Exhibit[]) => void;
}

/** What taking exhibits out would leave behind. */
export interface LeftBehind {
  /** Parts of them, which would become exhibits of their own. */
  readonly parts: readonly Exhibit[];
  /** Citations that would lead nowhere. */
  readonly citations: readonly AffectedCitation[];
}

/**
 * What can be done with a set's exhibits, wherever it is asked for: by key, menu, drag or button.
 *
 * @param all the exhibits of the set
 * @param askToRemove asks whether exhibits are to be taken out although they leave something behind
 */
export function useExhibitActions(
  set: ExhibitSet,
  all: readonly Exhibit[],
  askToRemove: (exhibits: readonly Exhibit[], left: LeftBehind) => void,
): ExhibitActions {
  const { id: matterId } = useMatter();
  const { show } = useReaderTarget();
  // What was removed is no longer in the set once that is told.
  const labels = useRef(new Map<string, string>());
  useEffect(() => all.forEach(({ id, label }) => labels.current.set(id, label)), [all]);
  const named = (ids: readonly string[]) =>
    nameOrCount(ids.map((id) => ({ label: labels.current.get(id) ?? '' })));
  const move = useEngineMutation('exhibits.move', {
    undoMessage: (exhibits, { ids }) => whereMoved(exhibits, new Set<string>(ids)),
  });
  const remove = useEngineMutation('exhibits.remove', {
    undoMessage: (_nothing, { ids }) => words.removed(named(ids)),
  });
  const reinstate = useEngineMutation('exhibits.reinstate', {
    undoMessage: (_exhibits, { ids }) => words.reinstated(named(ids)),
  });
  return {
    open: ({ evidenceId, label, title }) => {
      if (evidenceId !== null) show({ source: { matterId, evidenceId }, title: words.opened(label, title) });
    },
    move: (ids, position) => move.mutate({ setId: set.id, ids: ids as Exhibit['id'][], position }),
    remove: (exhibits) => {
      if (exhibits.length === 0) return;
      const which = { setId: set.id, ids: exhibits.map(({ id }) => id) };
      const parts = partsLeft(all, new Set<string>(which.ids));
      engineClient['exhibits.planTakeOut']({ matterId, ...which }).then(({ affectedCitations }) => {
        const left = { parts, citations: affectedCitations };
        if (parts.length > 0 || affectedCitations.length > 0) askToRemove(exhibits, left);
        else remove.mutate(which);
      }, showError);
    },
    reinstate: (exhibits) => reinstate.mutate({ setId: set.id, ids: exhibits.map(({ id }) => id) }),
  };
}

/** What was moved and where it is now: whoever does not see the list hears it. @param exhibits of the set, in order */
function whereMoved(exhibits: readonly Exhibit[], ids: ReadonlySet<string>): string {
  const first = exhibits.findIndex(({ id }) => ids.has(id));
  const moved = exhibits.filter(({ id }) => ids.has(id));
  const count = withParts(exhibits, moved).length;
  const what = count === 1 ? words.exhibit(exhibits[first]?.label ?? '') : formatCount(count, 'exhibit');
  return words.moved(what, exhibits[first - 1]?.label ?? null);
}
