import type { EvidenceId } from '../../../../shared/model/common.ts';
import type { CitationReport, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { runJob, showError } from '../../../client/index.ts';
import { createStore } from '../../../ui/index.ts';

interface BriefFile {
  /** The report of the last brief that was a file and not evidence: kept while the window is open. */
  readonly report?: CitationReport;
  /** Whether a brief is being read now. */
  readonly isBusy: boolean;
}

const idle: BriefFile = { isBusy: false };
const files = createStore<ReadonlyMap<string, BriefFile>>(new Map());

function change(setId: string, patch: Partial<BriefFile>): void {
  const before = files.get();
  files.set(new Map(before).set(setId, { ...(before.get(setId) ?? idle), ...patch }));
}

/** The report of the last brief of a set chosen by dialog, and whether one is being read now. */
export function useBriefFile(setId: string): BriefFile {
  return files.use().get(setId) ?? idle;
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
    change(setId, { isBusy: true });
    const report = await runJob('exhibits.citations.check', {
      matterId,
      setId,
      brief: evidenceId !== null ? { evidenceId } : { file: { token: file?.token ?? '' } },
    });
    if (evidenceId === null) change(setId, { report });
    return true;
  } catch (error) {
    showError(error);
    return false;
  } finally {
    change(setId, { isBusy: false });
  }
}
