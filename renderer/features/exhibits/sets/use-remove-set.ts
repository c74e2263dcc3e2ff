import type { ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { useEngineMutation } from '../../../client/index.ts';
import { doneWords as words } from '../words.ts';

/** Deletes a set, with an undo. */
export function useRemoveSet(): (set: ExhibitSet) => void {
  const remove = useEngineMutation('exhibits.set.delete', { undoMessage: () => words.setDeleted });
  return ({ id }) => remove.mutate({ setId: id });
}
