import { expect, test } from 'vitest';
import type { DocketEntry } from '../../model/docket.ts';
import { docketColumns, docketCsv, docketJson } from './export.ts';

const ofCase = { court: 'wawd', number: '2:26-cv-00031' };
const entry = Object.fromEntries(docketColumns.map((column) => [column, null])) as unknown as DocketEntry;

function cell(text: string): string {
  return docketCsv([{ ...entry, number: 1, text }], ofCase)
    .split('\r\n')
    .slice(1)
    .join('\r\n')
    .split(',')
    .slice(4, -13)
    .join(',');
}

test('the head names the columns, behind a byte order mark', () => {
  expect(docketCsv([], ofCase)).toBe(
    '\ufeffnumber,attachment,filedOn,enteredOn,text,shortText,filer,attorney,isTextOnly,isSealed,isRestricted,feeNote,documentUrl,documentId,pageCount,evidenceId,court,caseNumber\r\n',
  );
});

test.each([
  ['plain', 'plain'],
  ['a, b', '"a, b"'],
  ['say "so"', '"say ""so"""'],
  ['two\nlines', '"two\nlines"'],
  ['=1+1', "'=1+1"],
  ['@x', "'@x"],
  ["'=x", "''=x"],
  ["'quoted'", "'quoted'"],
])('the text %j stands as %j', (text, expected) => {
  expect(cell(text)).toBe(expected);
});

test('JSON carries number, dates, text, filer, document and lawsuit of each entry', () => {
  expect(JSON.parse(docketJson([{ ...entry, number: 3, text: 'ORDER' }], ofCase))).toMatchObject([
    {
      number: 3,
      attachment: null,
      filedOn: null,
      enteredOn: null,
      text: 'ORDER',
      filer: null,
      evidenceId: null,
      court: 'wawd',
    },
  ]);
});
