import type { QueryClient } from '@tanstack/react-query';
import { flushViewStates } from '../../client/index.ts';
import { clearToasts, leaveAll } from '../../ui/index.ts';

/**
 * Stores what is half typed in open places and what views remember, and waits until that and all pending changes are stored.
 * Earlier messages are cleared, as are offers to undo a step of a matter that is about to close; what could not be stored is still reported.
 */
export async function leaveStored(queries: QueryClient): Promise<void> {
  clearToasts();
  leaveAll();
  const mutations = queries.getMutationCache();
  // Also what was started just before: from a closing window it might reach the engine too late.
  const isUnderWay = () => mutations.getAll().some(({ state }) => state.status === 'pending');
  if (isUnderWay()) {
    await new Promise<void>((resolve) => {
      const stop = mutations.subscribe(() => {
        if (isUnderWay()) return;
        stop();
        resolve();
      });
    });
  }
  clearToasts('history');
  await flushViewStates();
}
