import type { Document } from 'domhandler';
import type { ParsedSource } from '../../../../../shared/model/docket.ts';
import { readAttachmentPage } from './attachment-page.ts';
import { readCaseQuery } from './case-block.ts';
import { readHistory } from './history.ts';
import { refusalOf } from './refusals.ts';
import { readArchivePage } from '../courtlistener/docket-page.ts';
import { readHtmlTable } from '../feeds/table/csv.ts';
import { isOpinionsReport, readOpinionsReport } from '../feeds/opinions-report.ts';
import { findAll, linesOf, textOf, writtenLinesOf } from '../printed/html-text.ts';
import { keepsLines, parseHtml } from '../printed/html.ts';
import { pageOfDrawn, pageOfTables } from '../drawn/page-of-drawn.ts';
import { pageOfPastedSheet } from '../pasted/pasted-sheet.ts';
import { isNoticePage, readNoticePage } from '../notices/mail.ts';
import { readAppellateSheet } from '../sheet/appellate-sheet.ts';
import { docketTables } from '../sheet/entries-table.ts';
import { docketHeading, plainHeading } from '../sheet/heading.ts';
import { readDocketSheet } from '../sheet/read-sheet.ts';
import { together } from '../together.ts';
import { docketWarning } from '../warning.ts';
import { sheetsOf } from './sheets-of-page.ts';

/**
 * Reads a page of a court's site.
 *
 * @param html the page's text
 * @param name file name without folder, for errors only
 * @param timezone see `NoticeMail`
 * @throws AppError DOCKET_SOURCE_… naming what the page is instead
 */
export function readPage(html: string, name: string, timezone?: string): ParsedSource {
  const document = parseHtml(html);
  const parts = sheetsOf(document);
  const sheets = parts.flatMap((page) => {
    const heading = docketHeading(page);
    return (heading ? readDocketSheet(page, heading) : parts.length > 1 && readAppellateSheet(page)) || [];
  });
  const [first, ...further] = sheets;
  if (first) {
    const kind = further.length > 0 ? 'docket_sheet' : first.kind;
    return withEnd({ ...together([first, ...further]), kind }, html);
  }
  if (isNoticePage(document)) return withEnd(readNoticePage(document, name, timezone), html);
  if (isOpinionsReport(document)) return withEnd(readOpinionsReport(document, name), html);
  const text = textOf(document);
  const source =
    readArchivePage(document) ??
    readAppellateSheet(document) ??
    readHistory(document) ??
    readAttachmentPage(document, text) ??
    readUnnamedSheet(document) ??
    readCaseQuery(document) ??
    readHtmlTable(document, name) ??
    readDrawn(document);
  if (source) return withEnd(source, html);
  throw refusalOf(document, html, text, name);
}

/** A docket that a page shows without a table. */
function readDrawn(document: Document): ParsedSource | null {
  const drawn = pageOfDrawn(document);
  if (drawn !== null) return readDocketSheet(drawn.document, drawn.heading);
  const written = findAll(document, keepsLines, false).map(writtenLinesOf);
  const pasted = [...written, linesOf(document)]
    .map((lines) => pageOfPastedSheet(lines.join('\n')))
    .find((page) => page !== null);
  if (pasted === undefined) return null;
  const page = parseHtml(pasted);
  return readDocketSheet(page, docketHeading(page)) ?? readAppellateSheet(page);
}

/** A docket's table on a page that does not say it is a docket's. */
function readUnnamedSheet(document: Document): ParsedSource | null {
  const tables = docketTables(document).map(({ table }) => table);
  if (tables.length === 0) return null;
  const source = readDocketSheet(document, plainHeading(document));
  if (source?.dockets[0]!.header.number !== '') return source;
  const page = pageOfTables(document, tables);
  return page ? readDocketSheet(page.document, page.heading) : source;
}

/**
 * A source, with a warning where its page was saved before all of it had come: nothing ends it, and it began as a page, a table of it is
 * still open or it ends within a tag. Courts leave the end out themselves behind what can be asked about a case.
 */
function withEnd(source: ParsedSource, html: string): ParsedSource {
  if (/<\/(?:html|body)\s*>/i.test(html)) return source;
  const [opened, closed] = [/<table\b/gi, /<\/table\b/gi].map((tag) => html.match(tag)?.length ?? 0);
  const isOpen = /<(?:html|body)\b/i.test(html) && source.kind !== 'case_query';
  const isWhole = !isOpen && opened! <= closed! && html.lastIndexOf('<') <= html.lastIndexOf('>');
  return isWhole
    ? source
    : { ...source, warnings: [docketWarning('DOCKET_PAGE_CUT', {}, ''), ...source.warnings] };
}
