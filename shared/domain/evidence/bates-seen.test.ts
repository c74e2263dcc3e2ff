import fc from 'fast-check';
import { expect, test } from 'vitest';
import { batesSeen } from './bates-seen.ts';

const body = 'The parties met and conferred.\nNothing was agreed that day.\nCounsel will file a report.';
const labels = (...texts: string[]) =>
  batesSeen(texts.map((text, index) => ({ page: index + 1, text }))).map(
    ({ page, label }) => `${page} ${label}`,
  );

test.each([
  ['AMZ000123', 'AMZ000123'],
  ['CONFIDENTIAL FAIRWATER_0000456', 'FAIRWATER_0000456'],
  ['DEF-00012', 'DEF-00012'],
  ['NORTHGATE-PROD-000777', 'NORTHGATE-PROD-000777'],
  ['FW 0001234', 'FW 0001234'],
  ['NG_HC.00000017', 'NG_HC.00000017'],
  ['ABC1234567', 'ABC1234567'],
])('a label in the last line is seen: %s', (line, label) => {
  expect(labels(`${body}\n${body}\n${body}\n${line}`)).toEqual([`1 ${label}`]);
});

test.each([
  'Case 2:21-cv-00031-BJR Document 10 Filed 01/12/21 Page 3 of 20',
  'Case No. 21-00031',
  'CV-00031',
  'Seattle, WA 98101',
  'Boston, MA 02139',
  'Tel. 206-555-0123',
  'T 2065550123',
  'FAX 2065550123',
  'WSBA 0012345',
  'SBN 012345',
  '47 U.S.C. § 230',
  'RCW 9.73.030',
  'Dated: January 2021',
  'JAN 2021',
  'Page 0012',
  'IMG_20210108',
  'ISO 8601',
  'Invoice total USD 1200',
  'v1.000123',
  'order AB0000123/77',
  'See https://example.com/AB0000123x',
  '$AB000123',
])('what is no Bates number is not taken for one: %s', (line) => {
  expect(labels(`${body}\n${body}\n${line}`)).toEqual([]);
});

test('a label in the middle of a page of text is not a stamp', () => {
  expect(labels(`${body}\n${body}\nsee AMZ000123\n${body}\n${body}`)).toEqual([]);
});

test('a label that goes on from page to page wins over others in the corners', () => {
  const pages = Array.from(
    { length: 5 },
    (_, i) => `ACCT00099\n${body}\n${body}\n${body}\nFW 000${101 + i}\nREF-000777`,
  );
  expect(labels(...pages)).toEqual([1, 2, 3, 4, 5].map((page) => `${page} FW 000${100 + page}`));
});

test('a page whose label could not be read is left out, and the run goes on', () => {
  expect(labels(`${body}\nFw0000001`, body, `${body}\nFw0000003`)).toEqual(['1 Fw0000001', '3 Fw0000003']);
});

test('any text is read without fail, at most one label a page', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 400 }), { maxLength: 6 }), (texts) => {
      const seen = batesSeen(texts.map((text, index) => ({ page: index + 1, text })));
      expect(new Set(seen.map(({ page }) => page)).size).toBe(seen.length);
    }),
  );
});
