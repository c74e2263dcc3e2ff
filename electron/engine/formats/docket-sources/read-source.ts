import { AppError, isAppError } from '../../../../shared/errors/app-error.ts';
import type { ParsedSource } from '../../../../shared/model/docket.ts';
import { completeEntries } from './complete-entries.ts';
import { readTable } from './feeds/table/csv.ts';
import { readJson } from './feeds/json.ts';
import { readFeed } from './feeds/rss.ts';
import { decodePage } from './printed/html.ts';
import {
  isNoticeText,
  partsOfMail,
  readNoticeMail,
  readNoticeText,
  type MailedPart,
} from './notices/mail.ts';
import { readPage } from './court-pages/pages.ts';
import { textsOfOffice } from './office-document.ts';
import { pageOfPastedHistory } from './pasted/pasted-history.ts';
import { pageOfPastedSheet } from './pasted/pasted-sheet.ts';
import { withoutRanges } from './printed-ranges.ts';
import { readPrint } from './pdf-print/read-print.ts';
import { pageOfSafariArchive } from './safari-archive.ts';
import { sourceForm } from './source-form.ts';
import { together } from './together.ts';
import { fieldMissing, reversedDates } from './warning.ts';
import { pageOfWebArchive } from './web-archive.ts';

export interface ReadingOptions {
  /** IANA zone of the matter, where its court is settled: of a court of two zones it says which is the case's. */
  readonly timezone?: string | undefined;
  /** Platform.pdfiumWasmPath; without it no PDF can be read. */
  readonly pdfiumWasmPath?: string | undefined;
}

/**
 * Reads whatever a court's site, its notices or another program gave of a docket. The kind is found from the content, never
 * from the name.
 *
 * @param bytes the whole file
 * @param name file name without folder, for errors only
 * @throws AppError DOCKET_SOURCE_… or DOCKET_PRINT_… naming what the file is instead
 */
export async function readDocketSource(
  bytes: Uint8Array,
  name: string,
  options: ReadingOptions = {},
): Promise<ParsedSource> {
  const source = await readByForm(bytes, name, options);
  const isNumbered = source.kind !== 'appellate_notice';
  const read = source.dockets.map(withoutRanges);
  const dockets = read.map(({ docket }) => completeEntries(docket, { isNumbered }));
  return {
    ...source,
    dockets,
    warnings: [
      ...source.warnings,
      ...read.flatMap(({ warnings }) => warnings),
      ...dockets.flatMap(({ entries }) => reversedDates(entries)),
    ],
  };
}

/** @param depth how many mails it came in */
async function readByForm(
  bytes: Uint8Array,
  name: string,
  options: ReadingOptions,
  depth = 0,
): Promise<ParsedSource> {
  const { timezone, pdfiumWasmPath } = options;
  const text = decodePage(bytes);
  switch (sourceForm(bytes, text)) {
    case 'empty':
      throw new AppError('DOCKET_SOURCE_EMPTY', { name });
    case 'html':
      return readPage(text, name, timezone);
    case 'mail': {
      const page = pageOfWebArchive(bytes);
      return page === null ? readMailed(bytes, name, options, depth) : readPage(page, name, timezone);
    }
    case 'property_list': {
      const page = pageOfSafariArchive(bytes, decodePage);
      if (page === null) break;
      return readPage(page, name, timezone);
    }
    case 'compound':
      return readOffice(bytes, name, timezone) ?? readMailed(bytes, name, options, depth);
    case 'binary': {
      const source = readOffice(bytes, name, timezone);
      if (source === null) break;
      return source;
    }
    case 'pdf':
      if (pdfiumWasmPath === undefined) break;
      return readPrint(bytes, { name, wasmPath: pdfiumWasmPath }, timezone);
    case 'xml':
      return readFeed(text, name);
    case 'json':
      return readJson(text, name);
    case 'table':
      return readText(text, name, timezone);
    default:
  }
  throw new AppError('DOCKET_SOURCE_NOT_RECOGNISED', { name });
}

/** A mail in a mail is as far as anyone sends a docket on. */
const deepestMail = 2;

/** The notices in a mail; in one without any, the docket that people send each other in its body, or attached. */
async function readMailed(
  bytes: Uint8Array,
  name: string,
  options: ReadingOptions,
  depth: number,
): Promise<ParsedSource> {
  try {
    return readNoticeMail(bytes, name, options.timezone);
  } catch (error) {
    if (!isAppError(error) || error.code !== 'DOCKET_SOURCE_NOT_RECOGNISED' || depth === deepestMail)
      throw error;
    const within = { options, depth: depth + 1 };
    const { bodies, attachments } = partsOfMail(bytes);
    for (const body of bodies) {
      const [source] = await readParts([body], within);
      if (source) return source;
    }
    const [first, ...further] = await readParts(attachments, within);
    if (first === undefined) throw error;
    const alike = further.filter(({ kind }) => kind === first.kind);
    const others = further.filter(({ kind }) => kind !== first.kind);
    const left = others.map(() => fieldMissing('other docket', 'this mail', ''));
    const source = together([first, ...alike]);
    return { ...source, warnings: [...source.warnings, ...left] };
  }
}

/** Parts of a mail that are dockets; most are something else. */
async function readParts(
  parts: readonly MailedPart[],
  { options, depth }: { readonly options: ReadingOptions; readonly depth: number },
): Promise<ParsedSource[]> {
  const sources: ParsedSource[] = [];
  for (const part of parts) {
    try {
      sources.push(await readByForm(part.bytes, part.name, options, depth));
    } catch (error) {
      if (!isAppError(error)) throw error;
    }
  }
  return sources;
}

/** Notices and pages saved as plain text are of no other form than tables. */
function readText(text: string, name: string, timezone: string | undefined): ParsedSource {
  if (isNoticeText(text)) return readNoticeText(text, name, timezone);
  const page = pageOfPastedHistory(text) ?? pageOfPastedSheet(text);
  return page === null ? readTable(text, name) : readPage(page, name, timezone);
}

/** A docket in a document, or in the sheets of a workbook; null where the file is neither. */
function readOffice(bytes: Uint8Array, name: string, timezone: string | undefined): ParsedSource | null {
  const office = textsOfOffice(bytes, name);
  if (office === null) return null;
  const [only = ''] = office.texts;
  if (!office.isWorkbook) return readText(only, name, timezone);
  const sources = office.texts.flatMap((sheet) => {
    try {
      return [readTable(sheet, name)];
    } catch (error) {
      // Other sheets of the workbook are no dockets; where none is, the first one says why.
      if (isAppError(error)) return [];
      throw error;
    }
  });
  const [first, ...further] = sources;
  return first === undefined ? readTable(only, name) : together([first, ...further]);
}
