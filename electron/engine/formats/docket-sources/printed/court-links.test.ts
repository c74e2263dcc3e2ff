import { expect, test } from 'vitest';
import { courtCaseIdOf, documentIdOf, documentLink } from './court-links.ts';
import { isoDateOf, minuteOf } from './printed-dates.ts';

test('a link to a document keeps what names it, and nothing that opens it', () => {
  expect(
    documentLink(
      'https://ecf.hid.uscourts.gov/doc1/06112345678?pdf_header=&magic_num=777&de_seq_num=58&caseid=2222',
    ),
  ).toEqual({
    place: {
      documentUrl: 'https://ecf.hid.uscourts.gov/doc1/06112345678?de_seq_num=58&caseid=2222',
      documentId: '06102345678',
      sequence: 58,
    },
    courtCaseId: '2222',
    court: 'hid',
  });
  expect(documentLink('https://ecf.ca1.uscourts.gov/docs1/00107777777?uid=ee31b72c')?.place.documentUrl).toBe(
    'https://ecf.ca1.uscourts.gov/docs1/00107777777',
  );
  expect(documentLink('https://ecf.hid.uscourts.gov/doc1/06112345678#page=2')?.place.documentUrl).toBe(
    'https://ecf.hid.uscourts.gov/doc1/06112345678',
  );
  expect(
    documentLink('https://ecf.hid.uscourts.gov/doc1/06112345678?caseid=2222%26magic_num=777')?.place
      .documentUrl,
  ).toBe('https://ecf.hid.uscourts.gov/doc1/06112345678');
  expect(
    documentLink('https://ca9-showdoc.azurewebsites.us/NDA/387d07d4-4f3c')?.place.documentUrl,
  ).toBeNull();
  expect(documentLink('https://ecf.hid.uscourts.gov/cgi-bin/DktRpt.pl?171717')).toBeNull();
  expect(documentLink('')).toBeNull();
});

test('an address on a server that is no court’s is not kept, however much it looks like one', () => {
  for (const server of ['https://ecf.hid.uscourts.gov.example', 'https://ecf-hid.example', '//ecf.example'])
    expect(documentLink(`${server}/doc1/06112345678?caseid=2222`)).toMatchObject({
      place: { documentUrl: null, documentId: '06102345678' },
      court: '',
    });
  expect(documentLink('/doc1/06112345678')?.place.documentUrl).toBe('/doc1/06112345678');
});

test('a document’s id has a zero in the fourth place', () => {
  expect(documentIdOf('06112345678')).toBe('06102345678');
  expect(documentIdOf('0280')).toBeNull();
});

test('the court’s own id of a case stands in links to its docket', () => {
  expect(courtCaseIdOf('https://ecf.hid.uscourts.gov/cgi-bin/DktRpt.pl?171717')).toBe('171717');
  expect(
    courtCaseIdOf(
      'https://ecf.ca1.uscourts.gov/n/beam/servlet/TransportRoom?servlet=DocketReportFilter.jsp&caseId=4321',
    ),
  ).toBe('4321');
  expect(courtCaseIdOf('https://example.com/')).toBe('');
});

test.each([
  ['8/9/2021', '2021-08-09'],
  ['08-09-21', '2021-08-09'],
  ['08–09–2021', '2021-08-09'],
  ['2021-08-09T14:01:00-05:00', '2021-08-09'],
  ['Aug. 9, 2021', '2021-08-09'],
  ['August 9 2021', '2021-08-09'],
  ['9-Aug-21', '2021-08-09'],
  ['9 August 2021', '2021-08-09'],
  ['31-Feb-21', null],
  ['2/30/2021', null],
  ['2021-13-01', null],
  ['9/8', null],
  ['', null],
])('the date “%s”', (printed, expected) => {
  expect(isoDateOf(printed)).toBe(expected);
});

test.each([
  ['11:53 AM CDT', '2021-08-09T11:53'],
  ['12:00 AM', '2021-08-09T00:00'],
  ['12:00 PM', '2021-08-09T12:00'],
  ['00:20 AM', '2021-08-09T00:20'],
  ['3:20:58 PM', '2021-08-09T15:20'],
  ['15:20', '2021-08-09T15:20'],
  ['25:00', null],
  ['', null],
])('the minute “%s”', (printed, expected) => {
  expect(minuteOf('2021-08-09', printed)).toBe(expected);
  expect(minuteOf(null, printed)).toBeNull();
});
