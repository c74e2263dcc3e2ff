import type { SearchHit } from '../../../../shared/model/search.ts';
import { useMatter, useReaderTarget, useRunCommand } from '../../../client/index.ts';
import { showFact } from '../../argument/index.ts';
import { showDeadline } from '../../deadlines/index.ts';
import { showEntry } from '../../docket/index.ts';

/** Goes to a hit: its page in the reader with the words marked, its entry in the docket, its deadline, its fact. */
export function useOpenHit(): (hit: SearchHit, marks: readonly string[]) => void {
  const { id: matterId } = useMatter();
  const { show } = useReaderTarget();
  const run = useRunCommand();
  return ({ kind, evidenceId, entryId, deadlineId, factId, title, page, atMs }, marks) => {
    if (kind === 'docket' && entryId) {
      showEntry(entryId);
      run('go.docket');
    } else if (deadlineId) {
      showDeadline(deadlineId);
      run('go.deadlines');
    } else if (factId) {
      showFact(factId);
      run('go.argument');
    } else if (evidenceId)
      show({
        source: { matterId, evidenceId },
        title,
        ...(page !== null && { page }),
        ...(atMs !== null && { atMs }),
        // A new list each time, so that opening the same hit again leads to it again.
        marks: [...marks],
      });
  };
}
