import { expect, test } from 'vitest';
import { parseHtml } from '../printed/html.ts';
import { isOpinionsReport, readOpinionsReport } from './opinions-report.ts';

const row = (number: string, title: string, document: string, text: string, notes = '') => `<tr valign="top">
<td><a href="https://ecf.hid.uscourts.gov/cgi-bin/DktRpt.pl?${document}">${number} </a><br><b>${title}</b></td>
<td>04/01/2024</td>
<td align="center"><a href="https://ecf.hid.uscourts.gov/doc1/06112345678" onclick="goDLS('/doc1/06112345678','${document}','76','','');return(false);">25</a></td>
<td>${text}</td>
<td>${notes}</td></tr>`;
const page = (
  rows: string,
) => `<html><head><title>CM/ECF - Hawaii District</title></head><body><table><tr><td>menu</td></tr></table>
<table border="1"><tr><th>Case Number &amp; Name:</th><th>Date Filed:</th><th>Doc. #</th><th>Description:</th><th>Notes:</th></tr>
${rows}</table><b>Total number of opinions reported:</b>2</body></html>`;

test('a report of written opinions is an entry for each opinion, in a docket for each case', () => {
  const notes =
    '<i>Office:</i> Honolulu<br><i>Case Flags:</i> <span>ACCO</span>,<span>CLOSED</span><br><i>NOS:</i> Social Security<br><i>Cause:</i> 42:405 Review<br>';
  const document = parseHtml(
    page(
      row(
        '1:24-cv-00077-E',
        'Fairwater LLC v. Prado',
        '171717',
        'ORDER granting <a href="https://ecf.hid.uscourts.gov/doc1/06102340000">22</a> motion. (ab)',
        notes,
      ) +
        row('1:24-cv-00077-E', 'Fairwater LLC v. Prado', '171717', 'JUDGMENT', notes) +
        row('1:24-cv-00099', 'Lind v. Prado', '181818', 'OPINION'),
    ),
  );
  expect(isOpinionsReport(document)).toBe(true);
  const source = readOpinionsReport(document, 'report.html');
  expect(source).toMatchObject({ kind: 'opinions_report', warnings: [] });
  expect(
    source.dockets.map(({ header, entries }) => [
      header.number,
      header.title,
      header.courtCaseId,
      entries.length,
    ]),
  ).toEqual([
    ['1:24-cv-00077-E', 'Fairwater LLC v. Prado', '171717', 2],
    ['1:24-cv-00099', 'Lind v. Prado', '181818', 1],
  ]);
  expect(source.dockets[0]!.header).toMatchObject({
    court: 'hid',
    natureOfSuit: 'Social Security',
    cause: '42:405 Review',
    flags: ['ACCO', 'CLOSED'],
  });
  expect(source.dockets[0]!.entries[0]).toMatchObject({
    number: 25,
    filedOn: '2024-04-01',
    text: 'ORDER granting 22 motion. (ab)',
    documentId: '06102345678',
    sequence: 76,
    links: [{ number: 22, attachment: null }],
  });
});

test('a report that lists none, and any other page, are refused by name', () => {
  expect(() => readOpinionsReport(parseHtml(page('')), 'x')).toThrow(
    expect.objectContaining({ code: 'DOCKET_SOURCE_DAMAGED' }),
  );
  expect(() => readOpinionsReport(parseHtml('<table><tr><td>Case Number</td></tr></table>'), 'x')).toThrow(
    expect.objectContaining({ code: 'DOCKET_SOURCE_NOT_RECOGNISED' }),
  );
});
