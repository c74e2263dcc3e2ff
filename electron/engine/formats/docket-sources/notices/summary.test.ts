import { expect, test } from 'vitest';
import { readNoticeMail } from './mail.ts';

const read = (type: string, body: string) =>
  readNoticeMail(
    Buffer.from(
      `From: ECF@wawd.uscourts.gov\nTo: a@example.com\nSubject: Summary of ECF Activity\nMIME-Version: 1.0\nContent-Type: ${type}\n\n${body}`,
    ),
    'summary.eml',
  );
const docket = (id: number, number: string) =>
  `<a href="https://ecf.wawd.uscourts.gov/cgi-bin/DktRpt.pl?${id}">${number}</a>`;
const event = (name: string, number: number, text: string) =>
  `<table><tr><td>${name}</td><td><a href="https://ecf.wawd.uscourts.gov/doc1/1971889900${number}">${number}</a></td></tr></table><pre><b>Docket Text: </b>\n${text}</pre>`;
const expected = [
  {
    header: { court: 'wawd', number: '2:21-cv-00031-BJR', title: 'Fairwater LLC v. Northgate Hosting, Inc.' },
    entries: [
      { number: 3, shortText: 'Response to Motion', text: 'RESPONSE by Northgate to [2] MOTION.' },
      { number: 4, shortText: 'Order', text: 'MINUTE ORDER setting hearing. It is on 1/14/2021.' },
    ],
  },
  {
    header: { number: '2:21-cv-00099-TSZ', title: 'Rees v. Harbor Co.' },
    entries: [{ number: 1, shortText: 'Complaint', text: 'COMPLAINT against Harbor Co.' }],
  },
];

test('a daily summary gives each of its cases with all its entries', () => {
  const source = read(
    'text/html',
    `<p>Activity has occurred in the following cases:</p>
<b>${docket(294001, '2:21-cv-00031-BJR')} Fairwater LLC v. Northgate Hosting, Inc.</b><br>
${event('Response to Motion', 3, 'RESPONSE by Northgate to [2] MOTION.')}
${event('Order', 4, 'MINUTE ORDER setting hearing. It is on 1/14/2021.')}
<b>${docket(294002, '2:21-cv-00099-TSZ')} Rees v. Harbor Co.</b><br>
${event('Complaint', 1, 'COMPLAINT against Harbor Co.')}`,
  );
  expect(source).toMatchObject({ kind: 'notice', dockets: expected });
  expect(source.dockets[0]!.entries[0]!.documentUrl).toContain('/doc1/19718899003');
  expect(source.warnings.map(({ code }) => code)).toEqual(['DOCKET_FIELD_MISSING']);
});

test('a daily summary in plain text is read alike', () => {
  const source = read(
    'text/plain',
    `Activity has occurred in the following cases:

2:21-cv-00031-BJR Fairwater LLC v. Northgate Hosting, Inc.
Response to Motion 3
https://ecf.wawd.uscourts.gov/doc1/19718899003

Docket Text:
RESPONSE by Northgate to [2] MOTION.

Order 4
https://ecf.wawd.uscourts.gov/doc1/19718899004

Docket Text:
MINUTE ORDER setting hearing.
It is on 1/14/2021.

2:21-cv-00099-TSZ Rees v. Harbor Co.
Complaint 1

Docket Text:
COMPLAINT against Harbor Co.
`,
  );
  expect(source.dockets).toMatchObject(expected);
});
