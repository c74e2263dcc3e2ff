import { AppError } from '../../../../shared/errors/app-error.ts';
import { bytesSource } from '../../pdf/pdf-source.ts';
import { openCompoundFile } from '../files/office/compound-file.ts';
import { extractLegacy } from '../files/office/legacy.ts';
import { extractOpenDocument } from '../files/office/open-document.ts';
import { OfficePackage, untilEnough } from '../files/office/package.ts';
import { extractSpreadsheet } from '../files/office/workbook/spreadsheet.ts';
import { extractBody } from '../files/office/word/document.ts';
import { TextCollector } from '../files/text/extraction.ts';
import { extractRtf } from '../files/text/rtf.ts';

/** Characters of one document, at most. */
const mostCharacters = 30_000_000;
/** What the reader of workbooks writes above each sheet. */
const sheetLine = /^Sheet: .*\n/;
/** And below each: what is printed around its pages. */
const pageLines = /^\[page (?:header|footer)\] .*\n/gm;

/** The text of a document or a workbook, as the readers of docket texts and tables take it. */
export interface OfficeTexts {
  /** A workbook's sheets that are shown, each a table separated by tabs with every cell in quotation marks; of a document the whole text. */
  readonly texts: readonly string[];
  readonly isWorkbook: boolean;
}

/** What reads a file's text. */
interface Reader {
  readonly isWorkbook: boolean;
  readonly read: () => void;
}

/**
 * The text of a document (.docx, .odt, .rtf) or a workbook (.xlsx, .xls, .ods), in which services deliver dockets and people keep them. Null
 * where the file is none of these: text of old Word documents (.doc) does not tell a row's empty cells from its end.
 *
 * @param bytes the whole file
 * @throws AppError DOCKET_SOURCE_LOCKED where it asks for a password
 */
export function textsOfOffice(bytes: Uint8Array, name: string): OfficeTexts | null {
  const text = new TextCollector(mostCharacters);
  const reader = readerOf(bytes, text);
  if (reader === null) return null;
  const { isWorkbook, read } = reader;
  const isCut = untilEnough(read);
  const { sections, problems } = text.finish();
  if (problems.some(({ code }) => code === 'EVIDENCE_ENCRYPTED'))
    throw new AppError('DOCKET_SOURCE_LOCKED', { name });
  if (isCut) return null;
  if (!isWorkbook) return { texts: [sections.join('\n')], isWorkbook };
  const sheets = sections.filter((sheet) => sheetLine.test(sheet) && !/^Sheet: .* \(hidden\)\n/.test(sheet));
  return {
    texts: sheets.map((sheet) => quotedCells(sheet.replace(sheetLine, '').replaceAll(pageLines, ''))),
    isWorkbook,
  };
}

function readerOf(bytes: Uint8Array, text: TextCollector): Reader | null {
  const mark = String.fromCharCode(...bytes.subarray(0, 5));
  if (mark === '{\\rtf') return { isWorkbook: false, read: () => extractRtf(bytesSource(bytes), text) };
  return mark.startsWith('PK') ? ofPackage(bytes, text) : ofCompoundFile(bytes, text);
}

function ofPackage(bytes: Uint8Array, text: TextCollector): Reader | null {
  const pack = new OfficePackage(bytesSource(bytes), text);
  const [, openDocument] =
    /opendocument\.(text|spreadsheet)/.exec(pack.bytes('mimetype')?.toString() ?? '') ?? [];
  if (openDocument !== undefined)
    return {
      isWorkbook: openDocument === 'spreadsheet',
      read: () => extractOpenDocument(pack, text, true),
    };
  // A package names its one main part, whatever it holds.
  if (/^\/?xl\//i.test(pack.mainPart('xl/workbook.xml')) && pack.names(/^xl\/worksheets\//).length > 0)
    return { isWorkbook: true, read: () => extractSpreadsheet(pack, text, true) };
  return pack.names(/^word\/document\d*\.xml$/).length === 0
    ? null
    : { isWorkbook: false, read: () => extractBody(pack, text, 0) };
}

/** A workbook of Excel up to 2003, or a locked document of any kind. */
function ofCompoundFile(bytes: Uint8Array, text: TextCollector): Reader | null {
  const source = bytesSource(bytes);
  const isReadable = openCompoundFile(source)?.entries.some(({ name }) =>
    /^(?:workbook|book|encryptedpackage)$/i.test(name),
  );
  return isReadable === true
    ? { isWorkbook: true, read: () => extractLegacy(source, 'spreadsheet', text, true) }
    : null;
}

/** A cell that begins with a quotation mark has it of its own. */
const quotedCells = (sheet: string): string =>
  sheet
    .split('\n')
    .map((row) =>
      row === ''
        ? ''
        : row
            .split('\t')
            .map((cell) => `"${cell.replaceAll('"', '""')}"`)
            .join('\t'),
    )
    .join('\n');
