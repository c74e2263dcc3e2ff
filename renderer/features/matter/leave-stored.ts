import type { QueryClient } from '@tanstack/react-query';
import { flushViewStates } from '../../client/index.ts';
import { clearToasts, leaveAll } from '../../ui/index.ts';

/**
 * Stores what is half typed in open places and what views remember, and waits until the matter has that and all else that is under way.
 * Earlier messages go, as do offers to undo a step of a matter that is about to close; what could not be stored is still reported.
 */
export async function leaveStored(queries: QueryClient): Promise<void> {
  clearToasts();
  leaveAll();
  const mutations = queries.getMutationCache();
  // Also what was begun just before: in a window that goes, it might reach the engine after its end.
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
