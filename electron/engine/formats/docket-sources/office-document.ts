import { bytesSource } from '../../pdf/pdf-source.ts';
import { OfficePackage, untilEnough } from '../files/office/package.ts';
import { extractSpreadsheet } from '../files/office/spreadsheet.ts';
import { extractBody } from '../files/office/word/document.ts';
import { TextCollector } from '../files/text/extraction.ts';

/** Characters of one document, at most. */
const mostCharacters = 30_000_000;
/** What the reader of workbooks writes above each sheet. */
const sheetLine = /^Sheet: .*\n/;
/** And below each: what is printed around its pages. */
const pageLines = /^\[page (?:header|footer)\] .*\n/gm;

/** The text of a Word document or a workbook, as the readers of docket texts and tables take it. */
export interface OfficeTexts {
  /** A workbook's sheets that are shown, each a table separated by tabs with every cell in quotation marks; of Word the whole text. */
  readonly texts: readonly string[];
  readonly isWorkbook: boolean;
}

/**
 * The text of a Word document (.docx) or a workbook (.xlsx), in which services deliver dockets and people keep them. Null where the file
 * is neither.
 *
 * @param bytes the whole file
 */
export function textsOfOffice(bytes: Uint8Array): OfficeTexts | null {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return null;
  const text = new TextCollector(mostCharacters);
  const pack = new OfficePackage(bytesSource(bytes), text);
  // A package names its one main part, whatever it holds.
  const isWorkbook =
    /^\/?xl\//i.test(pack.mainPart('xl/workbook.xml')) && pack.names(/^xl\/worksheets\//).length > 0;
  if (!isWorkbook && pack.names(/^word\/document\d*\.xml$/).length === 0) return null;
  const isCut = untilEnough(() =>
    isWorkbook ? extractSpreadsheet(pack, text, true) : extractBody(pack, text, 0),
  );
  if (isCut) return null;
  const { sections } = text.finish();
  if (!isWorkbook) return { texts: [sections.join('\n')], isWorkbook };
  const sheets = sections.filter((sheet) => sheetLine.test(sheet) && !/^Sheet: .* \(hidden\)\n/.test(sheet));
  return {
    texts: sheets.map((sheet) => quotedCells(sheet.replace(sheetLine, '').replaceAll(pageLines, ''))),
    isWorkbook,
  };
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
