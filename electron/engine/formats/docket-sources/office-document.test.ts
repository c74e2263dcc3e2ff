import { expect, test } from 'vitest';
import {
  makeCompoundFile,
  makeDocx,
  makeOpenDocument,
  makeXls,
  makeXlsx,
} from '../../testing/files/office-files.ts';
import { readDocketSource } from './read-source.ts';

const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const day = (at: string, serial: number, style: number) => `<c r="${at}" s="${style}"><v>${serial}</v></c>`;
const entriesOf = async (bytes: Uint8Array, name: string) => {
  const { dockets } = await readDocketSource(bytes, name);
  return dockets.flatMap(({ entries }) => entries.map((e) => [e.number, e.attachment, e.filedOn, e.text]));
};

test('the sheets of a workbook are read as tables, days in any format, and hidden sheets are not', async () => {
  const heading = `<row>${cell('A3', 'Date Filed')}${cell('B3', '#')}${cell('C3', 'Docket Text')}</row>`;
  const workbook = await makeXlsx(
    {
      Notes: `<row>${cell('A1', 'Call the clerk')}</row>`,
      Docket: `<row>${cell('A1', 'Fairwater v. Northgate')}</row>${heading}
        <row>${day('A4', 46_393, 1)}${cell('B4', '1')}${cell('C4', '"VERIFIED" COMPLAINT, sealed')}</row>
        <row>${day('A5', 46_394, 2)}${cell('C5', 'Minute entry')}</row>`,
      '.Old': `${heading}<row>${day('A4', 46_000, 1)}${cell('B4', '9')}${cell('C4', 'ORDER')}</row>`,
    },
    // Of January 6 and 7 the day and the month could each be the other.
    { formats: ['dd/mm/yyyy', 'dddd, mmmm d, yyyy'] },
  );
  expect(await entriesOf(workbook, 'docket.xlsx')).toEqual([
    [1, null, '2027-01-06', '"VERIFIED" COMPLAINT, sealed'],
    [null, null, '2027-01-07', 'Minute entry'],
  ]);
});

test('a docket sheet in a Word document is read as one copied as text, without what stands around its pages', async () => {
  const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const row = (...cells: string[]) =>
    `<w:tr>${cells.map((each) => `<w:tc>${paragraph(each)}</w:tc>`).join('')}</w:tr>`;
  const document = await makeDocx(
    `${paragraph('U.S. District Court')}${paragraph('District of Hawaii')}${paragraph('CIVIL DOCKET FOR CASE #: 1:27-cv-00077')}
     <w:tbl>${row('Date Filed', '#', 'Docket Text')}${row('01/06/2027', '1', 'COMPLAINT')}${row('01/07/2027', '', 'Minute entry')}</w:tbl>`,
    { 'word/footer1.xml': paragraph('Privileged') },
  );
  expect(await entriesOf(document, 'docket.docx')).toEqual([
    [1, null, '2027-01-06', 'COMPLAINT'],
    [null, null, '2027-01-07', 'Minute entry'],
  ]);
});

test('an old workbook is read as a new one is', async () => {
  const workbook = makeXls([
    ['Fairwater v. Northgate'],
    ['Date Filed', '#', 'Docket Text'],
    [46_393, '1', '"VERIFIED" COMPLAINT,\twith tabs'],
    [46_394, null, 'Minute entry'],
  ]);
  expect(await entriesOf(workbook, 'docket.xls')).toEqual([
    [1, null, '2027-01-06', '"VERIFIED" COMPLAINT, with tabs'],
    [null, null, '2027-01-07', 'Minute entry'],
  ]);
});

test('a sheet of OpenDocument is read with the days its cells hold, and as many rows and cells as it counts', async () => {
  const text = (words: string, more = '') =>
    `<table:table-cell ${more}><text:p>${words}</text:p></table:table-cell>`;
  const day = (iso: string, shown: string, more = '') =>
    text(shown, `office:value-type="date" office:date-value="${iso}" ${more}`);
  const row = (cells: string, more = '') => `<table:table-row ${more}>${cells}</table:table-row>`;
  const sheet = await makeOpenDocument(
    'spreadsheet',
    `<office:spreadsheet><table:table table:name="Docket">
      ${row(text('Date Filed') + text('Date Entered') + text('#') + text('Docket Text'))}
      ${row(day('2027-01-06', '06/01/27', 'table:number-columns-repeated="2"') + text('1') + text('COMPLAINT</text:p><office:annotation><text:p>call</text:p></office:annotation><text:p>under seal'))}
      ${row(day('2027-01-07', '07/01/27') + '<table:table-cell table:number-columns-repeated="2"/>' + text('Minute entry'), 'table:number-rows-repeated="2"')}
      ${row('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="1048570"')}
    </table:table></office:spreadsheet>`,
  );
  expect(await entriesOf(sheet, 'docket.ods')).toEqual([
    [1, null, '2027-01-06', 'COMPLAINT under seal'],
    [null, null, '2027-01-07', 'Minute entry'],
    [null, null, '2027-01-07', 'Minute entry'],
  ]);
  const { dockets } = await readDocketSource(sheet, 'docket.ods');
  expect(dockets[0]!.entries[0]!.enteredOn).toBe('2027-01-06');
});

test('a docket sheet in a text of OpenDocument is read as one copied as text', async () => {
  const cell = (words: string) => `<table:table-cell><text:p>${words}</text:p></table:table-cell>`;
  const row = (...cells: string[]) => `<table:table-row>${cells.map(cell).join('')}</table:table-row>`;
  const document = await makeOpenDocument(
    'text',
    `<office:text><text:p>U.S. District Court</text:p><text:p>District of Hawaii</text:p><text:p>CIVIL DOCKET FOR CASE #: 1:27-cv-00077</text:p>
     <table:table>${row('Date Filed', '#', 'Docket Text')}${row('01/06/2027', '1', 'COMPLAINT')}${row('01/07/2027', '', 'Minute entry')}</table:table></office:text>`,
  );
  expect(await entriesOf(document, 'docket.odt')).toEqual([
    [1, null, '2027-01-06', 'COMPLAINT'],
    [null, null, '2027-01-07', 'Minute entry'],
  ]);
});

test('a docket sheet in Rich Text Format, as programs keep what was copied from a page', async () => {
  const row = (...cells: string[]) =>
    `\\trowd\\cellx900\\cellx1800\\cellx9000 ${cells.map((each) => `\\pard\\intbl ${each}\\cell `).join('')}\\row\n`;
  const document = `{\\rtf1\\ansi U.S. District Court\\line District of Hawaii\\line CIVIL DOCKET FOR CASE #: 1:27-cv-00077\\par
    ${row('Date Filed', '#', 'Docket Text')}${row('01/06/2027', '1', 'COMPLAINT')}${row('01/07/2027', '', 'Minute entry\\par second line')}}`;
  expect(await entriesOf(Buffer.from(document), 'docket.rtf')).toEqual([
    [1, null, '2027-01-06', 'COMPLAINT'],
    [null, null, '2027-01-07', 'Minute entry second line'],
  ]);
});

test('documents with a password say so', async () => {
  const streams = { EncryptedPackage: Buffer.alloc(8), EncryptionInfo: Buffer.alloc(8) };
  const odt = await makeOpenDocument('text', '', '<file-entry><encryption-data/></file-entry>');
  for (const bytes of [makeCompoundFile(streams), odt])
    await expect(readDocketSource(bytes, 'a')).rejects.toMatchObject({ code: 'DOCKET_SOURCE_LOCKED' });
});

test('documents that hold no docket are refused by name', async () => {
  const letter = await makeDocx('<w:p><w:r><w:t>Dear counsel, thank you.</w:t></w:r></w:p>');
  const prices = await makeXlsx({ A: `<row>${cell('A1', 'name')}${cell('B1', 'price')}</row>` });
  for (const bytes of [letter, prices, makeXls([['name', 'price']])])
    await expect(readDocketSource(bytes, 'a')).rejects.toMatchObject({
      code: 'DOCKET_SOURCE_NOT_RECOGNISED',
    });
});
