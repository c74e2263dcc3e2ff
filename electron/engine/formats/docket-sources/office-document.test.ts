import { expect, test } from 'vitest';
import { makeDocx, makeXlsx } from '../../testing/files/office-files.ts';
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

test('documents that hold no docket are refused by name', async () => {
  const letter = await makeDocx('<w:p><w:r><w:t>Dear counsel, thank you.</w:t></w:r></w:p>');
  const prices = await makeXlsx({ A: `<row>${cell('A1', 'name')}${cell('B1', 'price')}</row>` });
  for (const bytes of [letter, prices])
    await expect(readDocketSource(bytes, 'a')).rejects.toMatchObject({
      code: 'DOCKET_SOURCE_NOT_RECOGNISED',
    });
});
