import type { ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { useEngineMutation } from '../../../client/index.ts';
import { showToast } from '../../../ui/index.ts';
import { doneWords as words } from '../words.ts';

export interface SetActions {
  readonly remove: (set: ExhibitSet) => void;
  readonly seal: (set: ExhibitSet) => void;
}

/** What can be done with a whole set, wherever it is asked for. */
export function useSetActions(): SetActions {
  const remove = useEngineMutation('exhibits.set.delete', { undoMessage: () => words.setDeleted });
  const seal = useEngineMutation('exhibits.seal', {
    onSuccess: ({ batesFirst, batesLast }) => showToast({ message: words.setSealed(batesFirst, batesLast) }),
  });
  return {
    remove: ({ id }) => remove.mutate({ setId: id }),
    seal: ({ id }) => seal.mutate({ setId: id }),
  };
}
