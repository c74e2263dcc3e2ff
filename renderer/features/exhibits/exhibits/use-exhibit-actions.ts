import type { Exhibit, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { formatCount, useEngineMutation, useMatter, useReaderTarget } from '../../../client/index.ts';

export interface ExhibitActions {
  readonly open: (exhibit: Exhibit) => void;
  /** Moves exhibits so that the first of them stands at a position (from 0) of the new order. */
  readonly move: (ids: readonly string[], position: number) => void;
  readonly remove: (exhibits: readonly Exhibit[]) => void;
}

/** What can be done with a set's exhibits, wherever it is asked for: by key, menu, drag or button. */
export function useExhibitActions(set: ExhibitSet): ExhibitActions {
  const { id: matterId } = useMatter();
  const { show } = useReaderTarget();
  const move = useEngineMutation('exhibits.move', {
    undoMessage: (_exhibits, { ids }) => `Moved ${formatCount(ids.length, 'exhibit')}`,
  });
  const remove = useEngineMutation('exhibits.remove', {
    undoMessage: (_nothing, { ids }) => `Removed ${formatCount(ids.length, 'exhibit')} from the set`,
  });
  return {
    open: ({ evidenceId, label, title }) =>
      show({ source: { matterId, evidenceId }, title: `Exhibit ${label} · ${title}` }),
    move: (ids, position) => move.mutate({ setId: set.id, ids: ids as Exhibit['id'][], position }),
    remove: (exhibits) => {
      if (exhibits.length > 0) remove.mutate({ setId: set.id, ids: exhibits.map(({ id }) => id) });
    },
  };
}
