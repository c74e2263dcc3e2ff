import { AppError } from '../../../../shared/errors/app-error.ts';
import type { ParsedSource } from '../../../../shared/model/docket.ts';
import { parseHtml } from './html.ts';
import { isNoticePage, readNoticePage } from './notices/mail.ts';
import { isOpinionsReport, readOpinionsReport } from './opinions-report.ts';

/**
 * Reads a page of a court's site.
 *
 * @param html the page's text
 * @param name file name without folder, for errors only
 * @throws AppError DOCKET_SOURCE_… naming what the page is instead
 */
export function readPage(html: string, name: string): ParsedSource {
  const document = parseHtml(html);
  if (isNoticePage(document)) return readNoticePage(document, name);
  if (isOpinionsReport(document)) return readOpinionsReport(document, name);
  throw new AppError('DOCKET_SOURCE_NOT_RECOGNISED', { name });
}
