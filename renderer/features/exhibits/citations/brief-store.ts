import { useSyncExternalStore } from 'react';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import type { CitationReport, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { runJob, showError } from '../../../client/index.ts';

/** Reports of briefs that are files and not evidence, by set: they are kept while the window is open. */
const reports = new Map<string, CitationReport>();
const busySets = new Set<string>();
let version = 0;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
function told(): void {
  version += 1;
  for (const listener of listeners) listener();
}

/** What the last brief chosen by dialog said, and whether one is being read now. */
export function useBriefFile(setId: string): {
  readonly report: CitationReport | undefined;
  readonly isBusy: boolean;
} {
  useSyncExternalStore(subscribe, () => version);
  return { report: reports.get(setId), isBusy: busySets.has(setId) };
}

/**
 * Looks for citations of a set's exhibits in a brief.
 *
 * @param evidenceId an item of evidence; null lets the user choose a PDF
 * @returns whether it was read
 */
export async function checkBrief(
  matterId: string,
  setId: ExhibitSet['id'],
  evidenceId: EvidenceId | null,
): Promise<boolean> {
  try {
    const file = evidenceId === null ? (await window.forthwith.openFiles('brief'))[0] : undefined;
    if (evidenceId === null && !file) return false;
    busySets.add(setId);
    told();
    const report = await runJob('exhibits.citations.check', {
      matterId,
      setId,
      brief: evidenceId !== null ? { evidenceId } : { file: { token: file?.token ?? '' } },
    });
    if (evidenceId === null) reports.set(setId, report);
    return true;
  } catch (error) {
    showError(error);
    return false;
  } finally {
    busySets.delete(setId);
    told();
  }
}
