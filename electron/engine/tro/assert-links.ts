import { AppError } from '../../../shared/errors/app-error.ts';
import { findEntries, findMissingEvidence } from '../docket/index.ts';
import type { MatterSession } from '../store/session.ts';

/**
 * That a docket entry and an evidence item are in the matter.
 *
 * @throws AppError NOT_FOUND
 */
export function assertLinks(
  session: MatterSession,
  {
    entryId = null,
    evidenceId = null,
  }: { readonly entryId?: string | null; readonly evidenceId: string | null },
): void {
  if (entryId !== null && findEntries(session, [entryId]).length === 0)
    throw new AppError('NOT_FOUND', { what: 'docket entry' });
  if (evidenceId !== null && findMissingEvidence(session, [evidenceId]).length > 0)
    throw new AppError('NOT_FOUND', { what: 'evidence item' });
}
