import type { JobResult } from '../../../../shared/contract/api.ts';
import { redactionWords as words } from './words.ts';

export type RedactionReport = JobResult<'evidence.checkRedactions'>;

/**
 * What was found; a file that could not be read, or not on every page, is never among those in which nothing was.
 *
 * @param others items that were to be checked, too, and are no PDFs
 */
export function summaryOf({ items }: RedactionReport, others: number): string {
  if (items.length === 0) return words.noPdfs;
  const failed = items.filter(({ findings }) => findings.length > 0);
  const unchecked = items.filter(({ problems }) => problems.length > 0).length;
  const findings = failed.reduce((sum, item) => sum + item.findings.length, 0);
  return [
    ...(failed.length > 0
      ? [words.found(findings, failed.length, items.length)]
      : unchecked < items.length
        ? [words.nothing(items.length - unchecked)]
        : []),
    ...(unchecked > 0 ? [words.unchecked(unchecked)] : []),
    ...(others > 0 ? [words.others(others)] : []),
  ].join(' ');
}
