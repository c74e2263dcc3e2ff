import { AppError } from '../../../../shared/errors/app-error.ts';
import type { ParsedSource } from '../../../../shared/model/docket.ts';
import { parseHtml } from './html.ts';

/**
 * Reads a page of a court's site.
 *
 * @param html the page's text
 * @param name file name without folder, for errors only
 * @throws AppError DOCKET_SOURCE_… naming what the page is instead
 */
export function readPage(html: string, name: string): ParsedSource {
  parseHtml(html);
  throw new AppError('DOCKET_SOURCE_NOT_RECOGNISED', { name });
}
