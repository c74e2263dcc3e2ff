import type { JobResult } from '../../../../shared/contract/api.ts';
import type { EvidenceId, MatterId } from '../../../../shared/model/common.ts';
import { runJob, showError } from '../../../client/index.ts';
import { createStore, showToast } from '../../../ui/index.ts';
import { redactionWords as words } from './words.ts';

/** What was found of failed redactions, kept until it was seen. */
interface CheckState {
  readonly isRunning: boolean;
  readonly found: {
    readonly matterId: MatterId;
    readonly report: JobResult<'evidence.checkRedactions'>;
    /** Items it was asked of that are no PDFs. */
    readonly others: number;
  } | null;
}

const state = createStore<CheckState>({ isRunning: false, found: null });

export const useRedactionCheck = state.use;

/** Looks for failed redactions in items, one check at a time. */
export async function checkRedactions(matterId: MatterId, ids: readonly EvidenceId[]): Promise<void> {
  if (state.get().isRunning) {
    showToast({ tone: 'notice', message: words.isRunning, group: 'redaction check' });
    return;
  }
  state.set({ ...state.get(), isRunning: true });
  try {
    const report = await runJob('evidence.checkRedactions', { matterId, ids: [...ids] });
    state.set({ isRunning: false, found: { matterId, report, others: ids.length - report.items.length } });
  } catch (error) {
    state.set({ ...state.get(), isRunning: false });
    showError(error);
  }
}

export function closeRedactionCheck(): void {
  state.set({ ...state.get(), found: null });
}
