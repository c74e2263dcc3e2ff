import type { FailedRedaction, RedactionCheck } from '../../../../shared/contract/redactions.ts';
import { AppError, isAppError } from '../../../../shared/errors/app-error.ts';
import type { Problem } from '../../../../shared/model/common.ts';
import { problemOf } from '../../formats/reading.ts';
import type { WorkerContext } from '../../jobs/worker-thread.ts';
import { withSource, type SourceLocation } from '../pdf-source.ts';
import { loadPdfium, openPdf } from '../pdfium/index.ts';
import { failedRedactions } from './failed-redactions.ts';

export interface CheckRedactionsInput {
  readonly location: SourceLocation;
  /** File name without folder, for errors. */
  readonly name: string;
  readonly password?: string | undefined;
}

/** How far a check has come: pages looked at, of those there are. */
export interface CheckRedactionsProgress {
  readonly looked: number;
  readonly pages: number;
}

/** A document that breaks the reader this often is not read further. */
const maxRestarts = 3;

/**
 * Looks for failed redactions on every page of a PDF, in a worker; tells of each page by `progress` (`CheckRedactionsProgress`).
 *
 * @throws AppError PDF_DAMAGED, PDF_ENCRYPTED, PDF_NO_PAGES, PDF_NOT_A_PDF, PDF_LIMIT_EXCEEDED; the source's own errors
 */
export async function checkRedactionsTask(
  { location, name, password }: CheckRedactionsInput,
  { platform, openMatter, progress }: WorkerContext,
): Promise<Omit<RedactionCheck, 'path'>> {
  return withSource(location, openMatter, async (source) => {
    const open = async () =>
      openPdf(await loadPdfium(platform.pdfiumWasmPath), source, {
        name,
        ...(password !== undefined && { password }),
      });
    let document = await open();
    const { pageCount } = document;
    const findings: FailedRedaction[] = [];
    const problems: Problem[] = [];
    let restarts = 0;
    try {
      for (let index = 0; index < pageCount; index += 1) {
        if (document.pdfium.isBroken) {
          document.close();
          if (++restarts > maxRestarts) throw new AppError('PDF_DAMAGED', { name });
          document = await open();
        }
        try {
          const { pdfium } = document;
          const found = document.withPage(index, (page) => failedRedactions(pdfium, page));
          findings.push(...found.map((each) => ({ page: index + 1, ...each })));
        } catch (error) {
          if (!isAppError(error)) throw error;
          problems.push(pageProblem(error, index + 1, name));
        }
        progress({ looked: index + 1, pages: pageCount } satisfies CheckRedactionsProgress);
      }
    } finally {
      document.close();
    }
    return { pages: pageCount, findings, problems };
  });
}

function pageProblem(error: AppError, page: number, name: string): Problem {
  if (error.code !== 'PDF_LIMIT_EXCEEDED') return problemOf('PDF_PAGE_UNREADABLE', { page });
  return problemOf(error.code, { name: `${name}, page ${page}`, limit: error.details['limit'] });
}
