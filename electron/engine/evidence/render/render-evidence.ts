import type { JobResult } from '../../../../shared/contract/api.ts';
import { isAppError, type AppError } from '../../../../shared/errors/app-error.ts';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import type { JobContext } from '../../handlers.ts';
import { getKnown } from '../evidence-repository.ts';
import { ensureRendition } from './renditions.ts';

type Rendered = JobResult<'evidence.render'>;

/**
 * Makes the PDFs that stand for originals that are not PDFs; a PDF stands for itself. One that cannot be made does not keep the
 * others from being made.
 *
 * @throws AppError NOT_FOUND, DISK_FULL, CANCELLED
 */
export async function renderEvidence(ids: readonly EvidenceId[], context: JobContext): Promise<Rendered> {
  const { session, signal } = context;
  const chosen = [...new Set(ids)].map((id) => getKnown(session, id));
  const items: Rendered['items'] = [];
  const failed: Rendered['failed'] = [];
  for (const [at, item] of chosen.entries()) {
    signal.throwIfAborted();
    const id = item.id as EvidenceId;
    context.progress(at, chosen.length, item.name);
    if (item.kind === 'pdf') {
      items.push({ id, pages: item.pages ?? 0, sha256: item.sha256, problems: [...item.problems] });
      continue;
    }
    try {
      const { pages, sha256, problems } = await ensureRendition(item, context);
      items.push({ id, pages, sha256, problems: [...problems] });
    } catch (error) {
      if (!isUnrenderable(error)) throw error;
      failed.push({ id, problem: { code: error.code, message: error.message } });
    }
  }
  context.progress(chosen.length, chosen.length, '');
  return { items, failed };
}

/** Whether the fault is the original's own. */
export function isUnrenderable(error: unknown): error is AppError {
  return (
    isAppError(error, 'EVIDENCE_DAMAGED') ||
    isAppError(error, 'EVIDENCE_UNSUPPORTED_KIND') ||
    isAppError(error, 'EVIDENCE_TOO_DEMANDING')
  );
}
