import { parseCourtStamp } from '../../../../../shared/domain/docket/court-stamp.ts';
import { AppError } from '../../../../../shared/errors/app-error.ts';
import type { DocketWarning, ParsedSource } from '../../../../../shared/model/docket.ts';
import { bytesSource, isReadable, loadPdfium, openPdf, type ByteSource } from '../../../pdf/index.ts';
import { readPageLayout, type PageLayout } from '../../../pdf/layout/index.ts';
import { readPage } from '../court-pages/pages.ts';
import { docketWarning } from '../warning.ts';
import { mayBePrint, namesPrint, pageOfPrint, printsIn, type PrintedPage } from './page-of-print.ts';

/** How a print is opened: PDFium's module, and the file's name for errors. */
interface PrintFile {
  readonly name: string;
  /** Platform.pdfiumWasmPath */
  readonly wasmPath: string;
}

/** A docket begins on the first page of its print; menus of the site, or a sheet in front, may take one more. */
const headPages = 3;
/** A docket of 20,000 entries takes about as many. */
const mostPages = 5_000;
/** A page with fewer letters is a picture with a stamp on it. */
const fewestLetters = 40;

/**
 * Reads a docket report that was printed to PDF, as the page it was printed from. Its words stand as printed; white space where a line
 * was broken is the only thing that a print does not tell.
 *
 * @param timezone see `readDocketSource`
 * @throws AppError DOCKET_PRINT_… saying what the PDF is instead, PDF_ENCRYPTED, PDF_DAMAGED, PDF_LIMIT_EXCEEDED
 */
export async function readPrint(
  bytes: Uint8Array,
  { name, wasmPath }: PrintFile,
  timezone: string | undefined,
): Promise<ParsedSource> {
  const layouts = await layoutsOf(bytes, { name, wasmPath });
  const pages = layouts === null ? [] : pagesOf(layouts);
  if (pages.length === 0) throw new AppError('DOCKET_PRINT_NO_DOCKET', { name });
  if (pages.some(({ isTableUnread }) => isTableUnread))
    throw new AppError('DOCKET_PRINT_TABLE_UNREAD', { name });
  const source = readPage(pages.map(({ html }) => html).join('\n'), name, timezone);
  if (source.kind !== 'docket_sheet') throw new AppError('DOCKET_PRINT_NO_DOCKET', { name });
  return {
    ...source,
    kind: 'docket_print',
    // What a page that is missing lists is not gone from the docket.
    dockets: source.dockets.map((docket) => ({
      ...docket,
      isComplete: docket.isComplete && pages.every(({ hasAllPages }) => hasAllPages),
    })),
    warnings: [...pages.flatMap(warningsOf), ...source.warnings],
  };
}

/** The page that each docket among the prints was. */
function pagesOf(layouts: readonly PageLayout[]): PrintedPage[] {
  let before = 0;
  return printsIn(layouts).flatMap((print) => {
    const page = pageOfPrint(print);
    const offset = before;
    before += print.length;
    if (!page) return [];
    return [{ ...page, leftOut: page.leftOut.map((each) => ({ ...each, page: each.page + offset })) }];
  });
}

/**
 * Whether a PDF is the print of a docket sheet: its first page names a docket, and has no court's stamp, which the document of a
 * filing has.
 *
 * @throws AppError PDF_ENCRYPTED, PDF_DAMAGED, PDF_NOT_A_PDF, PDF_PAGE_UNREADABLE, PDF_LIMIT_EXCEEDED
 */
export async function isPrintedDocket(source: ByteSource, { name, wasmPath }: PrintFile): Promise<boolean> {
  const document = openPdf(await loadPdfium(wasmPath), source, { name });
  try {
    const layout = readPageLayout(document, 0);
    return namesPrint(layout) && parseCourtStamp(document.withPage(0, (page) => page.text())) === null;
  } finally {
    document.close();
  }
}

/** All pages of a print; null where its first pages are none of a docket's. */
async function layoutsOf(bytes: Uint8Array, { name, wasmPath }: PrintFile): Promise<PageLayout[] | null> {
  const document = openPdf(await loadPdfium(wasmPath), bytesSource(bytes), { name });
  try {
    const count = document.pageCount;
    const layouts = Array.from({ length: Math.min(count, headPages) }, (_, at) =>
      readPageLayout(document, at),
    );
    const text = layouts.flatMap(({ words }) => words.map((word) => word.text)).join(' ');
    if (text.length < fewestLetters || !isReadable(text))
      throw new AppError('DOCKET_PRINT_WITHOUT_TEXT', { name });
    if (!layouts.some(mayBePrint)) return null;
    if (count > mostPages) throw new AppError('DOCKET_SOURCE_TOO_DEMANDING', { name });
    for (let at = layouts.length; at < count; at += 1) layouts.push(readPageLayout(document, at));
    return layouts;
  } finally {
    document.close();
  }
}

function warningsOf({ missing, leftOut, html }: PrintedPage): DocketWarning[] {
  return [
    ...(missing.length === 0
      ? []
      : [docketWarning('DOCKET_PRINT_PAGES_MISSING', { pages: rangesOf(missing) }, '')]),
    ...leftOut.map(({ page, text }) => docketWarning('DOCKET_PRINT_LEFT_OUT', { page: page + 1 }, text)),
    ...(html.includes('\ufffd') ? [docketWarning('DOCKET_PRINT_LETTERS_UNKNOWN', {}, '')] : []),
  ];
}

/** "2-4, 7" */
function rangesOf(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
}
