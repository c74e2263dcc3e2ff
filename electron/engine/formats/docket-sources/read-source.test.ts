import { describe, expect, test } from 'vitest';
import { readDocketSource } from './read-source.ts';

const rows = [
  ['Date Filed', '#', 'Docket Text'],
  ['01/06/2027', '1', 'COMPLAINT'],
  ['01/07/2027', '', 'Minute entry'],
];
const sheet = `<html><body><h3>U.S. District Court<br>District of Hawaii<br>CIVIL DOCKET FOR CASE #: 1:27-cv-00077</h3>
<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table></body></html>`;
const csv = 'Date Filed,#,Docket Text\n01/08/2027,2,ORDER\n';

const mail = (type: string, body: string) =>
  `From: Ann Day <ann@fairwater.example>\r\nTo: b@fairwater.example\r\nSubject: docket\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\n\r\n${body}`;
const withFiles = (...files: readonly (readonly [type: string, body: string])[]) =>
  mail(
    'multipart/mixed; boundary=parts',
    `${[['text/plain', 'See below.'] as const, ...files]
      .map(
        ([type, body], at) =>
          `--parts\r\nContent-Type: ${type}\r\n${at === 0 ? '' : 'Content-Disposition: attachment\r\n'}\r\n${body}\r\n`,
      )
      .join('')}--parts--\r\n`,
  );
const read = (text: string) => readDocketSource(new TextEncoder().encode(text), 'docket.eml');
const expected = [
  [1, '2027-01-06', 'COMPLAINT'],
  [null, '2027-01-07', 'Minute entry'],
];

describe('a docket that people mail each other', () => {
  test.each([
    ['in the body', mail('text/html', `<p>Here it is:</p>${sheet}`)],
    [
      'in a body of plain text',
      mail(
        'text/plain',
        `U.S. District Court\r\nDistrict of Hawaii\r\nCIVIL DOCKET FOR CASE #: 1:27-cv-00077\r\n${rows.map((row) => row.join('\t')).join('\r\n')}`,
      ),
    ],
    [
      'attached',
      withFiles(['text/html; name=docket.html', sheet], ['application/pdf; name=a.pdf', '%PDF-1.4']),
    ],
    [
      'attached to an attached mail',
      withFiles([
        'message/rfc822',
        withFiles(['text/html; name=docket.html', sheet]).replaceAll('parts', 'inner'),
      ]),
    ],
  ])('%s is read', async (_where, text) => {
    const { kind, dockets } = await read(text);
    expect(kind).toBe('docket_sheet');
    expect(dockets.map(({ header }) => header.number)).toEqual(['1:27-cv-00077']);
    expect(dockets[0]!.entries.map((e) => [e.number, e.filedOn, e.text])).toEqual(expected);
  });

  test('of two that are alike both are read; of another kind one is told', async () => {
    const html = ['text/html; name=docket.html', sheet] as const;
    const other = ['text/html; name=other.html', sheet.replace('00077', '00078')] as const;
    const { dockets, warnings } = await read(withFiles(html, other, ['text/csv; name=more.csv', csv]));
    expect(dockets.map(({ header }) => header.number)).toEqual(['1:27-cv-00077', '1:27-cv-00078']);
    expect(warnings.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('other docket of this mail'),
    );
  });

  test('a mail without one is refused by its own name', async () => {
    await expect(read(withFiles(['text/plain; name=a.txt', 'Dear counsel,']))).rejects.toMatchObject({
      code: 'DOCKET_SOURCE_NOT_RECOGNISED',
      details: { name: 'docket.eml' },
    });
  });
});

test.each([
  [
    'a sheet between its tables',
    sheet
      .slice(0, sheet.indexOf('<table>'))
      .replace('</h3>', '</h3><table><tr><td>A v. B<br>Date Filed: 01/06/2027</td></tr></table>'),
  ],
  [
    'a notice within a tag',
    `<p>Notice of Electronic Filing</p>The following transaction was entered on 1/6/2027 at 4:05 PM HST and filed on 1/6/2027<br>Case Name: A v. B<br>Case Number: 1:27-cv-00077<br>Document Number: 1<br>Docket Text:<br>COMPLAINT (ab)<br>Notice has been electronically mailed to:<br><a hre`,
  ],
  [
    'a feed',
    `<rss version="2.0"><channel><title>District of Hawaii - Recent Entries</title><link>https://ecf.hid.uscourts.gov</link>
<item><title>1:27-cv-00077 A v. B</title><pubDate>Wed, 06 Jan 2027 18:21:31 GMT</pubDate><link>https://ecf.hid.uscourts.gov/cgi-bin/DktRpt.pl?1</link><description>[Complaint] (1)</description></item>`,
  ],
  [
    'an archive file',
    `<gov_uscourts_docket><case_details><court>hid</court><docket_num>1:27-cv-00077</docket_num></case_details>
<document_list><document doc_num="1"><date_filed>2027-01-06</date_filed><long_desc>COMPLAINT</long_desc></document>`,
  ],
])('%s that was cut says so', async (_what, text) => {
  const { dockets, warnings } = await read(text);
  expect(dockets[0]!.header.number).toBe('1:27-cv-00077');
  expect(warnings.map(({ code }) => code)).toContain('DOCKET_PAGE_CUT');
});

test('entries that would have been filed after they were entered are told: their days and months may have changed places', async () => {
  const { warnings } = await read(
    'Date Filed,#,Docket Text\n01/13/2027,1,COMPLAINT (Entered: 01/13/2027)\n12/01/2027,2,ORDER (Entered: 01/12/2027)\n01/14/2027,3,ORDER (Entered: 01/15/2027)\n',
  );
  expect(warnings.map(({ code }) => code)).toContain('DOCKET_DATES_REVERSED');
  expect(warnings.at(-1)!.message).toContain(
    'An entry is dated as filed after being entered, first entry 2: filed Wed, Dec 1, 2027',
  );
});
