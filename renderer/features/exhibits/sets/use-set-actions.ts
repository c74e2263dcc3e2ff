import { batesRun } from '../../../../shared/domain/exhibits/bates.ts';
import type { JobResult } from '../../../../shared/contract/api.ts';
import { isAppError } from '../../../../shared/errors/app-error.ts';
import type { ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { engineClient, showError, useEngineMutation, useMatter } from '../../../client/index.ts';
import { clearToasts, showToast } from '../../../ui/index.ts';
import { tryAgain } from '../builds/try-again.ts';
import { doneWords as words } from '../words.ts';
import { nameSome } from '../exhibits/NamedExhibits.tsx';

export interface SetActions {
  readonly remove: (set: ExhibitSet) => void;
  readonly seal: (set: ExhibitSet) => void;
}

/** What can be done with a whole set, wherever it is asked for. */
export function useSetActions(): SetActions {
  const { id: matterId } = useMatter();
  const remove = useEngineMutation('exhibits.set.delete', { undoMessage: () => words.setDeleted });
  return {
    remove: ({ id }) => remove.mutate({ setId: id }),
    seal: ({ id, name }) => void sealSet(matterId, id, name),
  };
}

async function sealSet(matterId: string, setId: ExhibitSet['id'], name: string): Promise<void> {
  // What went wrong before is being tried again.
  clearToasts();
  try {
    const { batesRanges } = await tryAgain<JobResult<'exhibits.seal'>>(matterId, setId, () =>
      engineClient['exhibits.seal']({ matterId, setId }),
    );
    showToast({
      message: words.setSealed(name, nameSome(batesRanges.map(({ first, last }) => batesRun(first, last)))),
    });
  } catch (error) {
    if (isAppError(error, 'CANCELLED')) showToast({ tone: 'notice', message: words.sealCanceled(name) });
    else showError(error);
  }
}
