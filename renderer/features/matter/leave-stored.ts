import type { QueryClient } from '@tanstack/react-query';
import { flushViewStates } from '../../client/index.ts';
import { clearToasts, leaveAll } from '../../ui/index.ts';

/**
 * Stores what is half typed in open places and what views remember, and waits until the matter has it. What was told before goes, and what offers to undo
 * a step of a matter that is about to close; what could not be stored is told still.
 */
export async function leaveStored(queries: QueryClient): Promise<void> {
  clearToasts();
  const mutations = queries.getMutationCache();
  const before = new Set(mutations.getAll());
  leaveAll();
  const begun = mutations.getAll().filter((each) => !before.has(each));
  const isUnderWay = () => begun.some(({ state }) => state.status === 'pending');
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
