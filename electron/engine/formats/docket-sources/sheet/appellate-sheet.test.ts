import { expect, test } from 'vitest';
import { readDocketSource } from '../read-source.ts';

const read = (html: string) => readDocketSource(new TextEncoder().encode(html), 'page.html');

const row = (date: string, number: string, text: string) =>
  `<tr><td>${date}</td><td>${number === '' ? '' : `<a href="https://ecf.ca9.uscourts.gov/docs1/00903222546${number}">${number}</a><br>3 pg, 120 KB`}</td><td>${text}</td></tr>`;
const page = (rows: string) => `<html><head><title>21-16499 Docket</title></head><body>
<center><b>General Docket<br>United States Court of Appeals for the Ninth Circuit</b></center>
<table><tr><td><b>Court of Appeals Docket #:</b> 21-16499</td><td><b>Docketed:</b> 09/09/2021</td></tr>
<tr><td>Fairwater LLC v. Northgate Hosting, Inc.</td></tr>
<tr><td><b>Appeal From:</b> U.S. District Court for Western Washington, Seattle</td></tr></table>
<table border=1>${rows}</table></body></html>`;
const rows = [
  row(
    '09/09/2021',
    '1',
    'DOCKETED CAUSE. Opening brief due 12/17/2021. [12225463] (JBS) [Entered: 09/09/2021 02:32 PM]',
  ),
  row(
    '09/10/2021',
    '',
    'Filed clerk order: the motion is referred. [12226463] (WL) [Entered: 09/10/2021 11:58 PM]',
  ),
  row(
    '09/13/2021',
    '3',
    'Filed order: The response is due September 15, 2021. [12227777] (WL) [Entered: 09/13/2021 09:01 AM]',
  ),
].join('');

test('a general docket of a court of appeals gives its head and its entries to the minute', async () => {
  const { kind, dockets, warnings } = await read(page(rows));
  expect([kind, warnings]).toEqual(['docket_sheet', []]);
  expect(dockets[0]).toMatchObject({
    isComplete: false,
    header: {
      court: 'ca9',
      number: '21-16499',
      title: 'Fairwater LLC v. Northgate Hosting, Inc.',
      courtName: 'United States Court of Appeals for the Ninth Circuit',
      filedOn: '2021-09-09',
    },
  });
  expect(dockets[0]!.entries.map((e) => [e.number, e.filedOn, e.enteredAt, e.documentId])).toEqual([
    [1, '2021-09-09', '2021-09-09T14:32', '009032225461'],
    [null, '2021-09-10', '2021-09-10T23:58', null],
    [3, '2021-09-13', '2021-09-13T09:01', '009032225463'],
  ]);
});

test('the title is told from what stands around it in one cell', async () => {
  const inOneCell = page(rows).replace(
    '<tr><td>Fairwater LLC v. Northgate Hosting, Inc.</td></tr>',
    '<tr><td><b>Nature of Suit:</b> 3190 Contract<br>Fairwater LLC v. Northgate Hosting, Inc.<br><b>Fee Status:</b> Paid</td></tr>',
  );
  const { header } = (await read(inOneCell)).dockets[0]!;
  expect(header.title).toBe('Fairwater LLC v. Northgate Hosting, Inc.');
});

test('a summary without entries gives the head; a page that only names a docket is none', async () => {
  const { kind, dockets } = await read(page(''));
  expect(kind).toBe('case_query');
  expect(dockets[0]).toMatchObject({ header: { number: '21-16499', filedOn: '2021-09-09' }, entries: [] });
  await expect(read(page('').replace('Docketed:', 'Printed:'))).rejects.toMatchObject({
    code: 'DOCKET_SOURCE_NOT_RECOGNISED',
  });
});

test('general dockets of two appeals in one page are read each by itself', async () => {
  const other = page(row('10/01/2021', '9', 'OPENED. [1] (AB) [Entered: 10/01/2021 01:00 PM]'))
    .replaceAll('21-16499', '21-16500')
    .replace('Fairwater', 'Southgate');
  const { dockets, warnings } = await read(page(rows) + other);
  expect(dockets).toEqual([...(await read(page(rows))).dockets, ...(await read(other)).dockets]);
  expect(warnings).toEqual([]);
});

test('boxes to tick change nothing, in front of the rows or behind the dates of those with a document', async () => {
  const box = '<td><input type="checkbox" name="doc"></td>';
  const expected = await read(page(rows));
  expect(await read(page(rows.replaceAll('<tr>', `<tr>${box}`)))).toEqual(expected);
  const behind = rows.replaceAll(/(<tr><td>[^<]*<\/td>)(<td>(<a)?)/g, (_all, date, cell, link) =>
    [date, link === undefined ? '<td></td>' : box, cell].join(''),
  );
  expect(await read(page(behind))).toEqual(expected);
});

test('columns beside the usual ones change nothing', async () => {
  const { dockets } = await read(page(rows.replaceAll('</tr>', '<td>12</td><td>Filed</td></tr>')));
  expect(dockets).toEqual((await read(page(rows))).dockets);
});

test.each(['United States Court of Appeals, Ninth Circuit', 'Ninth Circuit Court of Appeals'])(
  'the court may be called %s',
  async (court) => {
    const named = page(rows).replace('United States Court of Appeals for the Ninth Circuit', court);
    expect((await read(named)).dockets[0]!.header).toMatchObject({ court: 'ca9', courtName: court });
  },
);

test('one whose entries are in a form that is not known is refused, not taken for a summary', async () => {
  const odd = page(rows.replaceAll(/(<tr><td>[^<]*<\/td>)<td>.*?<\/td>/g, '$1'));
  await expect(read(odd)).rejects.toMatchObject({ code: 'DOCKET_SOURCE_NOT_RECOGNISED' });
});

/** As courts of appeals write it: tables in tables, page counts under the icon, a form around the entries and buttons below them. */
const full = `<html><head><title>16-1234 Docket</title></head><body>
<center><b><font size="+1">General Docket<br>United States Court of Appeals for the First Circuit</font></b></center>
<table border="1"><tr><td><table>
<tr><td><b>Court of Appeals Docket #: </b>16-1234</td><td align=right><b>Docketed: </b>02/24/2016<br><b>Termed: </b>08/01/2017</td></tr>
<tr><td colspan=2><b>Nature of Suit: </b>3890 Other Statutory Actions</td></tr>
<tr><td colspan=2>Estate of Ana Prado</td></tr>
<tr><td colspan=2><b>Appeal From: </b>District of Massachusetts, Boston</td></tr></table></td></tr></table>
<table border="1"><tr><td><table><tr><td><b>Originating Court Information:</b></td></tr>
<tr><td><b>District: </b>0101-1 : <a href="https://ecf.mad.uscourts.gov/cgi-bin/iquery.pl?caseNumber=1:14-cv-10001-ABC">1:14-cv-10001-ABC</a></td></tr>
<tr><td><b>Date Order/Judgment:</b></td><td><b>Date NOA Filed:</b></td></tr><tr><td>02/01/2016</td><td>02/20/2016</td></tr></table></td></tr></table>
<table border="1"><tr><td><b>Panel Assignment:</b> <b>Panel: </b> ABC DEF GHI <b>Date of Hearing:</b> 05/05/2017</td></tr></table>
<table border="1"><tr><td><table>
<tr><td>ESTATE OF ANA PRADO<br>&nbsp;&nbsp;&nbsp;Plaintiff - Appellant,</td><td>Luis Prado, -<br>Direct: 617-555-0100<br>Email: luis@example.com<br>[COR LD NTC Retained]<br>Prado LLP<br>1 Main St<br><br>Mara Finch<br>[COR NTC Retained]<br>Finch PC</td></tr>
<tr><td colspan=2>v.</td></tr>
<tr><td>NORTHGATE HOSTING, INC.<br><b>Terminated: </b>07/31/2017<br>&nbsp;&nbsp;&nbsp;Defendant - Appellee</td><td>Mara Finch<br>Direct: 617-555-0177<br>[COR NTC Retained]<br>(see above)</td></tr>
<tr><td>ILLUSTRATIVE LEAGUE<br>Amicus Curiae</td><td></td></tr></table></td></tr></table>
<table border=1><tr><td>ESTATE OF ANA PRADO<br>Plaintiff - Appellant<br>v.<br>NORTHGATE HOSTING, INC.<br>Defendant - Appellee</td></tr></table>
<form method=post><table border=1>
<tr><td>02/24/2016</td><td><input type=checkbox>&nbsp;<a href="https://ecf.ca1.uscourts.gov/docs1/00106963418" onclick="return doDocPostURL('00106963418','40001');"><img src="doc.gif"></a><br><font size=-1>3 pg, 120.5 KB</font></td><td>CIVIL CASE docketed. [16-1234] (AB)</td></tr>
<tr><td>03/01/2016</td><td></td><td>ORDER consolidating cases. (AB)</td></tr>
<tr><td>03/02/2016</td><td><a href="https://ecf.ca1.uscourts.gov/docs1/00106963419">2</a><br>11 pg, 1.5 MB</td><td>APPEARANCE filed by Luis Prado.</td></tr>
<tr><td colspan=3><input type=button value="Select All"></td></tr>
<tr><td colspan=3><input type=radio>Documents and Docket Summary<br>Selected Pages: 0</td></tr></table></form></body></html>`;

test('courts of appeals that number nothing print pages where others print numbers', async () => {
  const { dockets, warnings } = await read(full);
  expect(warnings).toEqual([]);
  expect(
    dockets[0]!.entries.map((e) => [e.number, e.filedOn, e.documentId, e.pageCount, e.sizeBytes]),
  ).toEqual([
    [null, '2016-02-24', '00106963418', 3, 123_392],
    [null, '2016-03-01', null, null, null],
    [2, '2016-03-02', '00106963419', 11, 1_572_864],
  ]);
});

test('head of a general docket: panel, nature of suit, the case below, a title of one side', async () => {
  expect((await read(full)).dockets[0]!.header).toMatchObject({
    court: 'ca1',
    courtCaseId: '40001',
    number: '16-1234',
    title: 'Estate of Ana Prado',
    judge: 'ABC DEF GHI',
    natureOfSuit: '3890 Other Statutory Actions',
    filedOn: '2016-02-24',
    terminatedOn: '2017-08-01',
    relatedCases: ['1:14-cv-10001-ABC'],
  });
});

test('a list of consolidated cases in the head is no title', async () => {
  const list =
    '<tr><td><table><tr><td>Lead</td><td>Member</td></tr><tr><td>16-1234</td><td>16-1240</td></tr></table></td></tr>';
  const { header } = (
    await read(
      full.replace('</td></tr></table></td></tr></table>', `</td></tr>${list}</table></td></tr></table>`),
    )
  ).dockets[0]!;
  expect(header.title).toBe('Estate of Ana Prado');
});

test('the court is the one whose docket it is, where only the court below is linked to', async () => {
  const { header } = (await read(full.replaceAll(/<a href="[^"]*docs1[^>]*>/g, '<a>'))).dockets[0]!;
  expect(header.court).toBe('ca1');
});

test('an appellate panel’s docket is read as a court of appeals’', async () => {
  const panel = full
    .replace('United States Court of Appeals for', 'United States Bankruptcy Appellate Panel of')
    .replace('Court of Appeals Docket #', 'Bankruptcy Appellate Panel Docket #');
  const { header, entries } = (await read(panel)).dockets[0]!;
  expect(header).toMatchObject({
    court: 'bap1',
    number: '16-1234',
    courtName: 'United States Bankruptcy Appellate Panel of the First Circuit',
  });
  expect(entries).toHaveLength(3);
});

test('the newer system’s words for the number are known below a general docket’s heading', async () => {
  const { header } = (await read(full.replace('Court of Appeals Docket #: ', 'Case Number: '))).dockets[0]!;
  expect(header).toMatchObject({ number: '16-1234', title: 'Estate of Ana Prado' });
});

test('parties of an appeal with their attorneys, addresses that stand above put in', async () => {
  const { parties } = (await read(full)).dockets[0]!;
  const finch = { name: 'Mara Finch', contact: 'Finch PC', roles: ['COR NTC Retained'] };
  expect(parties).toMatchObject([
    {
      name: 'ESTATE OF ANA PRADO',
      role: 'Plaintiff - Appellant',
      details: '',
      terminatedOn: null,
      attorneys: [
        {
          name: 'Luis Prado',
          email: 'luis@example.com',
          phone: '617-555-0100',
          roles: ['COR LD NTC Retained'],
        },
        finch,
      ],
    },
    {
      name: 'NORTHGATE HOSTING, INC.',
      role: 'Defendant - Appellee',
      terminatedOn: '2017-07-31',
      attorneys: [finch],
    },
    { name: 'ILLUSTRATIVE LEAGUE', role: 'Amicus Curiae', attorneys: [] },
  ]);
});

test('a docket that a page draws without tables has its title and its entries; one whose entries cannot be found is no summary', async () => {
  const drawn = (entries: string) => `<html><body><h4>General Docket</h4>
<h4>United States Court of Appeals for the Ninth Circuit</h4><div><b>Court of Appeals Docket #:</b> 21-16499</div>
<div><b>Docketed:</b> 09/09/2021</div><div>Fairwater LLC v. Northgate Hosting, Inc.</div><div>${entries}</div></body></html>`;
  const entry = (date: string, number: string) =>
    `<div><div>${date}</div><div>${number}</div><div><p>ORDER of [21-16499] the court. [Entered: ${date} 02:32 PM]</p></div></div>`;
  const { kind, dockets, warnings } = await read(drawn(entry('09/09/2021', '1') + entry('09/10/2021', '')));
  expect([kind, warnings]).toEqual(['docket_sheet', []]);
  expect(dockets[0]!.header.title).toBe('Fairwater LLC v. Northgate Hosting, Inc.');
  expect(dockets[0]!.entries.map((each) => [each.number, each.filedOn, each.enteredAt])).toEqual([
    [1, '2021-09-09', '2021-09-09T14:32'],
    [null, '2021-09-10', '2021-09-10T14:32'],
  ]);
  await expect(read(drawn('ORDER of the court. [Entered: 09/09/2021 02:32 PM]'))).rejects.toThrow();
});

test('the kind of suit ends where another label stands beside it, and a table of entries gives no title', async () => {
  const beside = page(rows).replace(
    '<tr><td>Fairwater',
    '<tr><td><b>Nature of Suit:</b> 3190 Contract</td><td><b>Termed:</b> 10/01/2021</td></tr><tr><td>Fairwater',
  );
  const { header } = (await read(beside)).dockets[0]!;
  expect([header.natureOfSuit, header.terminatedOn]).toEqual(['3190 Contract', '2021-10-01']);
  const named = `<p>Court of Appeals Docket #: 21-16499</p><p>Fairwater LLC v. Northgate Hosting, Inc.</p>
<table><tr><th>Date Filed</th><th>#</th><th>Docket Text</th></tr><tr><td>09/09/2021</td><td>1</td><td>[21-16499] DOCKETED.</td></tr></table>`;
  expect((await read(named)).dockets[0]!.header.title).toBe('Fairwater LLC v. Northgate Hosting, Inc.');
});
