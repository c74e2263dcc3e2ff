import type { ParsedSource } from '../../../../shared/model/docket.ts';
import { readAttachmentPage } from './court-pages/attachment-page.ts';
import { readCaseQuery } from './court-pages/case-query.ts';
import { readHistory } from './court-pages/history.ts';
import { refusalOf } from './court-pages/refusals.ts';
import { textOf } from './html-text.ts';
import { parseHtml } from './html.ts';
import { readDocketSheet } from './sheet/read-sheet.ts';

/**
 * Reads a page of a court's site.
 *
 * @param html the page's text
 * @param name file name without folder, for errors only
 * @throws AppError DOCKET_SOURCE_… naming what the page is instead
 */
export function readPage(html: string, name: string): ParsedSource {
  const document = parseHtml(html);
  const text = textOf(document);
  const source =
    readDocketSheet(document) ??
    readHistory(document) ??
    readAttachmentPage(document, text) ??
    readCaseQuery(document);
  if (source) return source;
  throw refusalOf(document, html, text, name);
}
