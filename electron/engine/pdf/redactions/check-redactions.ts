import type { FailedRedaction, RedactionCheck } from '../../../../shared/contract/redactions.ts';
import type { Rect } from '../../../../shared/contract/reader.ts';
import { overlap } from '../../../../shared/domain/rect.ts';
import type { WorkerContext } from '../../jobs/worker-thread.ts';
import { flattenAnnotations, type PdfDocument, type PdfPage } from '../pdfium/index.ts';
import { readPages, type PdfFile } from '../read-pages.ts';
import { annotationsOver } from './annotations.ts';
import { failedRedactions, type FailedOnPage } from './failed-redactions.ts';

/**
 * Looks for failed redactions on every page of a PDF, in a worker; reports each page by `progress`.
 *
 * @throws AppError as `readPages` does
 */
export async function checkRedactionsTask(
  file: PdfFile,
  context: WorkerContext,
): Promise<Omit<RedactionCheck, 'path'>> {
  const findings: FailedRedaction[] = [];
  const { pages, problems } = await readPages(file, context, {
    read(page, document) {
      for (const found of failedRedactionsOn(document, page))
        findings.push({ page: page.index + 1, ...found });
    },
  });
  return { pages, findings, problems: problems.map(({ code, message }) => ({ code, message })) };
}

/**
 * Failed redactions of a page, first of its own words, then of what its form fields and comments say: for these its annotations become
 * part of the page, in what PDFium holds of the document.
 *
 * @param page to be closed without being used further
 * @throws AppError as `failedRedactions` and `flattenAnnotations` do; what came before it holds
 */
export function* failedRedactionsOn(document: PdfDocument, page: PdfPage): Generator<FailedOnPage> {
  const { pdfium } = document;
  const worded = annotationsOver(pdfium, page)
    .filter(({ hasWords }) => hasWords)
    .flatMap(({ areas }) => areas.map((area) => page.toShown(area)));
  const found = failedRedactions(pdfium, page);
  yield* found;
  if (worded.length === 0) return;
  flattenAnnotations(document, page.index);
  for (const each of document.withPage(page.index, (flat) => failedRedactions(pdfium, flat))) {
    const isAt = (area: Rect) => overlap(area, each.area);
    if (worded.some(isAt) && !found.some(({ area }) => isAt(area))) yield each;
  }
}
