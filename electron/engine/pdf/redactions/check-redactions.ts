import type { FailedRedaction, RedactionCheck } from '../../../../shared/contract/redactions.ts';
import type { WorkerContext } from '../../jobs/worker-thread.ts';
import { readPages, type PdfFile } from '../read-pages.ts';
import { failedRedactions } from './failed-redactions.ts';

/**
 * Looks for failed redactions on every page of a PDF, in a worker; tells of each page by `progress`.
 *
 * @throws AppError as `readPages` does
 */
export async function checkRedactionsTask(
  file: PdfFile,
  context: WorkerContext,
): Promise<Omit<RedactionCheck, 'path'>> {
  const findings: FailedRedaction[] = [];
  const { pages, problems } = await readPages(file, context, {
    read(page, { pdfium }) {
      for (const found of failedRedactions(pdfium, page)) findings.push({ page: page.index + 1, ...found });
    },
  });
  return { pages, findings, problems: problems.map(({ code, message }) => ({ code, message })) };
}
