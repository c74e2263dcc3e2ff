import type { AsFiledFile } from '../../../../shared/model/as-filed.ts';
import type { JobContext } from '../../handlers.ts';
import { runInWorker } from '../../jobs/worker-pool.ts';
import type { PagesCompared } from '../../pdf/as-filed/compare-task.ts';
import type { PagePrint } from '../../pdf/as-filed/page-prints.ts';
import type { PageProgress, PdfFile } from '../../pdf/read-pages.ts';
import type { Alignment } from './align-pages.ts';
import { findingsOfReturned, isSamePage } from './findings-of-returned.ts';
import { stampOfDocument } from './stamp-findings.ts';

/** What one page may take, in milliseconds. */
const pageTimeoutMs = 60_000;

type Watched = Pick<JobContext, 'platform' | 'signal'> & {
  /** Told of each page: how many are done, of how many. */
  readonly onPage: (progress: PageProgress) => void;
};

/** What comparing a file with the one it came back as found. */
export type Compared = Pick<AsFiledFile, 'status' | 'samePages' | 'stamp' | 'findings'>;

/**
 * Reads what the pages of a PDF are recognized by.
 *
 * @throws AppError PDF_DAMAGED, PDF_ENCRYPTED, PDF_NO_PAGES, PDF_NOT_A_PDF, PDF_LIMIT_EXCEEDED, CANCELLED; the file system's own errors
 */
export async function readPrints(file: PdfFile, watched: Watched): Promise<readonly PagePrint[]> {
  const { pages } = await runInWorker(watched.platform, 'pdf.pagePrints', file, limitsOf(file, watched));
  return pages;
}

/**
 * Compares a file as it came back from the court with the file that was sent, page by page.
 *
 * @param alignment which page came back as which
 * @param returnedPages how many pages came back
 * @throws AppError as `readPrints` does
 */
export async function compareReturned(
  sent: PdfFile,
  returned: PdfFile,
  alignment: Alignment,
  returnedPages: number,
  watched: Watched,
): Promise<Compared> {
  const pairs = [...alignment.pairs, ...alignment.moved];
  const compared = await runInWorker(
    watched.platform,
    'pdf.compareAsFiled',
    { sent, returned, pairs },
    limitsOf(returned, watched),
  );
  const findings = findingsOfReturned(alignment, compared, returnedPages);
  const has = (severity: AsFiledFile['findings'][number]['severity']) =>
    findings.some((finding) => finding.severity === severity);
  return {
    status: has('error') ? 'different' : has('unchecked') ? 'incomplete' : 'same',
    samePages: compared.pages
      .slice(0, alignment.pairs.length)
      .filter((page) => !('problem' in page) && isSamePage(page)).length,
    stamp: stampOf(compared),
    findings,
  };
}

function stampOf({ pages }: PagesCompared): AsFiledFile['stamp'] {
  const found = stampOfDocument(pages.map((page) => ('problem' in page ? null : page.stamp)));
  if (!found) return null;
  const { page: _page, ...stamp } = found;
  return stamp;
}

function limitsOf({ name }: PdfFile, { signal, onPage }: Watched) {
  return {
    timeoutMs: pageTimeoutMs,
    isTimePerStep: true,
    name,
    signal,
    onProgress: (value: unknown) => onPage(value as PageProgress),
  };
}
