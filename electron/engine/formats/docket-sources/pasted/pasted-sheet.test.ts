import { expect, test } from 'vitest';
import { readDocketSource } from '../read-source.ts';

const read = (text: string) => readDocketSource(new TextEncoder().encode(text), 'docket.txt');

/** As a browser copies a docket sheet: cells separated by tabs, a line for each row. */
const pasted = `Query  Reports  Utilities  Help  Log Out
JURY
U.S. District Court
Western District of Washington (Seattle)
CIVIL DOCKET FOR CASE #: 2:21-cv-00031-BJR

Fairwater LLC v. Northgate Hosting, Inc.
Assigned to: Judge Ana Prado
Cause: 28:1332 Diversity-Breach of Contract
\t
Date Filed: 01/11/2021
Jury Demand: Plaintiff
Plaintiff\t\t
Fairwater LLC\trepresented by\tTilda Orne
Orne & Co
TERMINATED: 02/01/2021

Date Filed\t#\tDocket Text
01/11/2021\t1\u00a0\tCOMPLAINT <b> against Northgate Hosting, Inc., filed by Fairwater LLC. (Attachments: # 1 Exhibit A)(Orne, Tilda) (Entered: 01/12/2021)
01/12/2021\t\u00a0\tMINUTE ORDER re 1 Complaint
of 01/11/2021. (AB)
01/13/2021\t2
\u00a0
(3 pgs)\t12 EXHIBITS by Fairwater LLC.

PACER Service Center
Transaction Receipt
01/15/2021 10:22:33
`;

test.each([
  ['with tabs', pasted],
  ['with tabs made spaces', pasted.replaceAll('\t', '    ')],
  ['with line feeds of Windows', pasted.replaceAll('\n', '\r\n')],
])('a docket sheet copied as text %s gives its head and its entries', async (_how, text) => {
  const { kind, dockets, warnings } = await read(text);
  expect([kind, warnings]).toEqual(['docket_sheet', []]);
  expect(dockets[0]).toMatchObject({
    isComplete: false,
    header: {
      court: 'wawd',
      courtName: 'U.S. District Court, Western District of Washington (Seattle)',
      number: '2:21-cv-00031-BJR',
      title: 'Fairwater LLC v. Northgate Hosting, Inc.',
      judge: 'Judge Ana Prado',
      filedOn: '2021-01-11',
      // That of an attorney.
      terminatedOn: null,
      juryDemand: 'Plaintiff',
    },
  });
  expect(
    dockets[0]!.entries.map((e) => [e.number, e.attachment, e.filedOn, e.enteredOn, e.pageCount, e.text]),
  ).toEqual([
    [
      1,
      null,
      '2021-01-11',
      '2021-01-12',
      null,
      'COMPLAINT <b> against Northgate Hosting, Inc., filed by Fairwater LLC. (Attachments: # 1 Exhibit A)(Orne, Tilda) (Entered: 01/12/2021)',
    ],
    [1, 1, '2021-01-11', '2021-01-12', null, 'Exhibit A'],
    [null, null, '2021-01-12', null, null, 'MINUTE ORDER re 1 Complaint of 01/11/2021. (AB)'],
    [2, null, '2021-01-13', null, 3, '12 EXHIBITS by Fairwater LLC.'],
  ]);
});

test('a copied receipt says when the sheet was made, and is no part of its last entry', async () => {
  const receipt = `PACER Service Center
Transaction Receipt
01/15/2021 10:22:33
PACER Login:\tana\tClient Code:\t
Description:\tDocket Report\tSearch Criteria:\t2:21-cv-00031-BJR
`;
  const rows = `01/11/2021\t1\tCOMPLAINT by Fairwater LLC. (Entered: 01/12/2021)
01/12/2021\t\tMINUTE ORDER (AB)
`;
  const sheet = await read(pasted.replace(/PACER Service Center[^]*/, receipt));
  expect([sheet.printedAt, sheet.dockets[0]!.isComplete]).toEqual(['2021-01-15T10:22', false]);
  for (const text of [`Date Filed\t#\tDocket Text\n${rows}${receipt}`, `${rows}\n${receipt}`]) {
    const { printedAt, dockets } = await read(text);
    const { header, entries } = dockets[0]!;
    expect([printedAt, header.number]).toEqual(['2021-01-15T10:22', '2:21-cv-00031-BJR']);
    expect(entries.map((e) => [e.number, e.text])).toEqual([
      [1, 'COMPLAINT by Fairwater LLC. (Entered: 01/12/2021)'],
      [null, 'MINUTE ORDER (AB)'],
    ]);
  }
});

test('what mail programs do to a copied sheet changes nothing: marks of quotation, indents, an empty line behind each', async () => {
  const whole = pasted.replace(
    /Plaintiff\t\t\n[^]*?2021\n(?=\nDate)/,
    'Plaintiff\nFairwater LLC\trepresented by\tTilda Orne\nOrne & Co\n206-555-0103\n',
  );
  const { dockets } = await read(whole);
  expect(dockets[0]!.parties[0]!.attorneys).toHaveLength(1);
  for (const text of [
    whole.replaceAll(/^/gm, '> '),
    whole.replaceAll(/^/gm, '>> '),
    whole.replaceAll(/^/gm, '    '),
    whole.replaceAll('\n', '\n\n'),
  ])
    expect((await read(text)).dockets).toEqual(dockets);
});

test('flags and parties come along where tabs part the columns', async () => {
  const people = `Plaintiff
Fairwater LLC
on behalf of itself\trepresented\u00a0by\tTilda Orne
Orne & Co
(See above for address)
LEAD ATTORNEY

Jun Abel
206-555-0103
TERMINATED: 02/01/2021

PRO HAC VICE

V.
ThirdParty Defendant
North LLC

Consul General
Vell Mission
represented\u00a0by\tOsk Vell
`;
  const head = /Plaintiff\t\t\n[^]*?2021\n(?=\nDate)/;
  const { header, parties } = (await read(pasted.replace(head, people))).dockets[0]!;
  expect(header.flags).toEqual(['JURY']);
  expect(
    parties.map((party) => [party.role, party.name, party.details, party.attorneys.map(({ name }) => name)]),
  ).toEqual([
    ['Plaintiff', 'Fairwater LLC', 'on behalf of itself', ['Tilda Orne', 'Jun Abel']],
    ['ThirdParty Defendant', 'North LLC', '', []],
    ['Consul General', 'Vell Mission', '', ['Osk Vell']],
  ]);
  expect(parties[0]!.attorneys).toMatchObject([
    { contact: 'Orne & Co\n(See above for address)', roles: ['LEAD ATTORNEY'] },
    { phone: '206-555-0103', roles: ['TERMINATED: 02/01/2021', 'PRO HAC VICE'], terminatedOn: '2021-02-01' },
  ]);
});

test('the court’s name is found below a notice that names the court, and with the district above it', async () => {
  const notice =
    'The rules of this Court ask for a statement.\nDistrict of Hawaii\nU.S. District Court (Honolulu)';
  const { header } = (await read(pasted.replace(/U\.S\. District[^]*?Seattle\)/, notice))).dockets[0]!;
  expect(header).toMatchObject({
    court: 'hid',
    courtName: 'District of Hawaii, U.S. District Court (Honolulu)',
  });
});

test('sheets of two cases copied into one text are read each by itself', async () => {
  const other = pasted
    .replaceAll('2:21-cv-00031-BJR', '2:21-cv-00044-BJR')
    .replace('01/13/2021\t2', '02/15/2021\t7');
  const [one, two] = [await read(pasted), await read(other)];
  for (const between of ['', '\n\f\n']) {
    const { dockets, warnings } = await read(pasted + between + other);
    expect(dockets).toEqual([...one.dockets, ...two.dockets]);
    expect(warnings).toEqual([]);
  }
});

test('a date within a text begins no row where tabs part the cells', async () => {
  const order = 'ORDER setting\n01/15/2021  opposition due\n01/20/2021\nreply due (Entered: 01/12/2021)';
  const { dockets, warnings } = await read(
    pasted.replace('MINUTE ORDER re 1 Complaint\nof 01/11/2021. (AB)', order),
  );
  expect(warnings).toEqual([]);
  expect(dockets[0]!.entries.map(({ filedOn, text }) => [filedOn, text])[2]).toEqual([
    '2021-01-12',
    'ORDER setting 01/15/2021 opposition due 01/20/2021 reply due (Entered: 01/12/2021)',
  ]);
  expect(dockets[0]!.entries).toHaveLength(4);
});

test('a time below the date of a row is no part of the row before', async () => {
  const timed = await read(pasted.replace('01/12/2021\t', '01/12/2021\n02:14 PM\t'));
  expect(timed).toEqual(await read(pasted));
});

test('spaces beside tabs, as browsers leave them, change nothing', async () => {
  const spaced = await read(pasted.replaceAll(/(?<=Date Filed|#|2021|\u00a0)\t/g, ' \t'));
  expect(spaced).toEqual(await read(pasted));
});

test('a cell that a spreadsheet put in quotation marks has its own words', async () => {
  const cell = '"MINUTE ORDER re ""Complaint""\nof 01/11/2021. (AB)"';
  const { dockets } = await read(pasted.replace('MINUTE ORDER re 1 Complaint\nof 01/11/2021. (AB)', cell));
  expect(dockets[0]!.entries[2]!.text).toBe('MINUTE ORDER re "Complaint" of 01/11/2021. (AB)');
});

test('a row that cannot be taken apart is told, with its words', async () => {
  const { warnings } = await read(
    pasted.replace('01/11/2021\t1\u00a0\t', 'Words of another page\n01/11/2021\t1\t'),
  );
  expect(warnings).toMatchObject([{ code: 'DOCKET_FIELD_MISSING', raw: 'Words of another page' }]);
});

test('a text that only names a docket is none', async () => {
  await expect(read(pasted.replace('Date Filed\t#\t', ''))).rejects.toMatchObject({
    code: 'DOCKET_SOURCE_NOT_RECOGNISED',
  });
});

/** Words before the entries, as programs copy them out of a PDF. */
const copied = `U.S. District Court
Western District of Washington (Seattle)
CIVIL DOCKET FOR CASE #: 2:21-cv-00031-BJR
Fairwater LLC v. Northgate Hosting, Inc.
Date Filed: 01/11/2021`;

test.each([
  [
    'with single spaces between cells, out of a PDF',
    `Date Filed # Docket Text
01/11/2021 1 COMPLAINT filed by Fairwater LLC.
(Entered: 01/12/2021)
https://ecf.wawd.uscourts.gov/cgi-bin/DktRpt.pl?1 1/2
1/15/2021, 10:22 AM CM/ECF LIVE Version
Date Filed # Docket Text
01/12/2021 NOTICE of Hearing: Motion Hearing set for
01/21/2021 10:00 AM before Judge Ana Prado.
01/13/2021 2 12 EXHIBITS by Fairwater LLC.
`,
  ],
  [
    'with a cell a line',
    `Date Filed
#
Docket Text

01/11/2021
1
COMPLAINT filed by Fairwater LLC.
(Entered: 01/12/2021)

01/12/2021

NOTICE of Hearing: Motion Hearing set for
01/21/2021
10:00 AM before Judge Ana Prado.
01/13/2021
2
12 EXHIBITS by Fairwater LLC.
`,
  ],
])('a docket sheet copied %s gives its entries', async (_how, entries) => {
  const { dockets, warnings } = await read(`${copied}\n${entries}`);
  expect(warnings).toEqual([]);
  expect(dockets[0]).toMatchObject({
    header: { number: '2:21-cv-00031-BJR', title: 'Fairwater LLC v. Northgate Hosting, Inc.' },
  });
  expect(dockets[0]!.entries.map((e) => [e.number, e.filedOn, e.text])).toEqual([
    [1, '2021-01-11', 'COMPLAINT filed by Fairwater LLC. (Entered: 01/12/2021)'],
    [
      null,
      '2021-01-12',
      'NOTICE of Hearing: Motion Hearing set for 01/21/2021 10:00 AM before Judge Ana Prado.',
    ],
    [2, '2021-01-13', '12 EXHIBITS by Fairwater LLC.'],
  ]);
});

const rowsOf = async (text: string) => {
  const { dockets } = await read(text);
  return dockets[0]!.entries.map((e) => [e.number, e.attachment, e.filedOn, e.pageCount, e.text]);
};

test('in a text without gaps a date of an entry that was broken before it begins no row', async () => {
  const entries = [
    '01/11/2021 1 COMPLAINT by Fairwater LLC. (Orne, Tilda) (Entered: 01/11/2021)',
    '01/12/2021 2 NOTICE of Change of Address effective\n01/12/2021 (Orne, Tilda) (Entered: 01/12/2021)',
    '01/12/2021 3 LETTER\n01/05/2021 16 Pages from counsel (Orne, Tilda) (Entered: 01/13/2021)',
    '01/13/2021 4 Exhibit List\n01/20/2021 Hearing (AB) (Entered: 01/13/2021)',
    // The court forgot when it was entered: what goes on with the next number in turn is a row.
    '01/14/2021 5 Staff note without an end',
    '01/15/2021 6 ORDER. (AB) (Entered: 01/15/2021)',
    '01/16/2021 7 ORDER. (AB) (Entered: 01/16/2021)',
    '01/16/2021 null 30 day notice of hearing (Entered: 01/16/2021)',
    '01/17/2021 null mailed copies of 7 Order (Entered: 01/17/2021)',
  ];
  const head = `${pasted.slice(0, pasted.indexOf('Plaintiff\t'))}Date Filed # Docket Text\n`;
  const { dockets, warnings } = await read(`${head}${entries.join('\n').replaceAll(' null ', ' ')}\n`);
  expect(warnings).toEqual([]);
  expect(dockets[0]!.entries.map(({ number, text }) => `${number} ${text}`)).toEqual(
    entries.map((each) => each.slice(11).replace('\n', ' ')),
  );
});

test('a text laid out in columns keeps its rows where one space alone stands beside a number, and over the edges of pages', async () => {
  const head = pasted.slice(0, pasted.indexOf('Plaintiff\t'));
  const { dockets, warnings } = await read(`${head}
        Date Filed                  #    Docket Text
        01/11/2021                  1 COMPLAINT by Fairwater LLC. (Attachments: # 1 Exhibit
                                      A)(Orne, Tilda) (Entered: 01/11/2021)
        01/12/2021                    30 DAY NOTICE of hearing. (AB) (Entered:
                                      01/12/2021)
file:///home/me/docket.html                                                              1/2
\f1/15/21, 12:18 PM                        CM/ECF LIVE - U.S. District Court:wawd

        01/13/2021 12               ORDER. (AB) (Entered:
                                    01/13/2021)
        01/14/2021 13               LETTER. (AB) (Entered: 01/14/2021)
`);
  expect(warnings).toEqual([]);
  expect(dockets[0]!.entries.map((e) => [e.number, e.attachment, e.filedOn, e.text.slice(0, 13)])).toEqual([
    [1, null, '2021-01-11', 'COMPLAINT by '],
    [1, 1, '2021-01-11', 'Exhibit A'],
    [null, null, '2021-01-12', '30 DAY NOTICE'],
    [12, null, '2021-01-13', 'ORDER. (AB) ('],
    [13, null, '2021-01-14', 'LETTER. (AB) '],
  ]);
});

test('a text without gaps is read over the edges of pages, with counts of pages and numbers in front of texts', async () => {
  const head = pasted.slice(0, pasted.indexOf('Plaintiff\t'));
  const edge =
    '1/2\n\nfile:///home/me/docket.html\n1/15/21, 12:18 PM\nCM/ECF LIVE - U.S. District Court:wawd\n';
  const rows = `01/11/2021 1
(4 pgs; 2 docs)
PETITION (Entered: 01/11/2021)
01/12/2021

2 MOTION. Modified on
${edge}1/13/2021 (AB). (Entered: 01/12/2021)
01/13/2021
HEARING held. (AB) (Entered: 01/13/2021)
`;
  const { dockets, warnings } = await read(`${head}Date Filed\n#\nDocket Text\n${rows}`);
  expect(warnings).toEqual([]);
  expect(dockets[0]!.entries.map((e) => [e.number, e.pageCount, e.text])).toEqual([
    [1, 4, 'PETITION (Entered: 01/11/2021)'],
    [2, null, 'MOTION. Modified on 1/13/2021 (AB). (Entered: 01/12/2021)'],
    [null, null, 'HEARING held. (AB) (Entered: 01/13/2021)'],
  ]);
  const apart =
    '01/11/2021\n1\n01/12/2021\nCOMPLAINT (Entered: 01/11/2021)\n2\nORDER (Entered: 01/12/2021)\n';
  await expect(read(`${head}Date Filed\n#\nDocket Text\n${apart}`)).rejects.toThrow();
});

test('a sheet laid out in columns, as programs write the text of a PDF, gives each of its rows', async () => {
  const laidOut = `${copied}
 Date Filed     #   Docket Text
 01/11/2021     1   COMPLAINT filed by Fairwater LLC. (Attachments: # 1 Sum-
                    mons)(Entered: 01/12/2021)
 01/12/2021     2   ORDER. Oral

https://ecf.wawd.uscourts.gov/cgi-bin/DktRpt.pl?1-L_1_0-1                        1/2
\f1/15/21, 10:22 AM                            CM/ECF - U.S. District Court:wawd
 Date Filed     #   Docket Text
                    argument requested. Response due
                    01/14/2021  by Northgate. (Entered: 01/12/2021)
 01/13/2021         Minute entry.
`;
  expect(await rowsOf(laidOut)).toEqual([
    [
      1,
      null,
      '2021-01-11',
      null,
      'COMPLAINT filed by Fairwater LLC. (Attachments: # 1 Sum-mons)(Entered: 01/12/2021)',
    ],
    [1, 1, '2021-01-11', null, 'Sum-mons'],
    [
      2,
      null,
      '2021-01-12',
      null,
      'ORDER. Oral argument requested. Response due 01/14/2021 by Northgate. (Entered: 01/12/2021)',
    ],
    [null, null, '2021-01-13', null, 'Minute entry.'],
  ]);
});

test('the names of the columns that stand again among copied rows are no words of an entry', async () => {
  const again = pasted.replace('01/12/2021\t', 'Date Filed\t#\tDocket Text\n01/12/2021\t');
  expect(await read(again)).toEqual(await read(pasted));
});

test.each([
  ['below the names of their columns', 'Date Filed\t#\tDocket Text\n'],
  ['by themselves', ''],
])('rows copied %s without the head of their docket are read', async (_how, head) => {
  const rows =
    '01/11/2021\t1\n(24 pgs; 3 docs)\tCOMPLAINT against Northgate\nHosting, Inc., filed by Fairwater\n01/12/2021\t\tCase assigned.\n';
  expect(await rowsOf(head + rows)).toEqual([
    [1, null, '2021-01-11', 24, 'COMPLAINT against Northgate Hosting, Inc., filed by Fairwater'],
    [null, null, '2021-01-12', null, 'Case assigned.'],
  ]);
});

test('the general docket of a court of appeals copied as text gives its head and its entries', async () => {
  const { dockets } = await read(`General Docket
United States Court of Appeals for the Ninth Circuit

Court of Appeals Docket #: 27-1234\tDocketed: 01/20/2027
Fairwater LLC v. Northgate Hosting, Inc.
Fee Status: Paid

01/20/2027\t1
12 pg, 340.1 KB\tCIVIL APPEAL DOCKETED. [1] (AB) [Entered: 01/20/2027 03:15 PM]
01/21/2027\t\tMotion transferred. [Entered: 01/21/2027 11:59 PM]
`);
  expect(dockets[0]).toMatchObject({
    header: {
      court: 'ca9',
      number: '27-1234',
      filedOn: '2027-01-20',
      title: 'Fairwater LLC v. Northgate Hosting, Inc.',
    },
    entries: [
      { number: 1, filedOn: '2027-01-20', enteredAt: '2027-01-20T15:15', pageCount: 12 },
      { number: null, filedOn: '2027-01-21', text: 'Motion transferred. [Entered: 01/21/2027 11:59 PM]' },
    ],
  });
});

test(
  'an entry of fifty thousand lines is read in the time its length takes',
  { timeout: 20_000 },
  async () => {
    const lines = '                    words of one text\n'.repeat(50_000);
    const [first] = await rowsOf(
      `${copied}\nDate Filed     #   Docket Text\n01/11/2021     1   ORDER\n${lines}`,
    );
    expect(String(first![4]).length).toBeGreaterThan(800_000);
  },
);

test('a general docket copied from a browser: dates of the court below are no entry, and pages no number', async () => {
  const { dockets, warnings } = await read(`General Docket
United States Court of Appeals for the Fifth Circuit
Court of Appeals Docket #: 23-30221\tDocketed: 04/10/2023
Delta Parish Council v. Moreau
Date NOA Filed:\t\tDate Rec'd COA:
04/06/2023\t\t04/07/2023
Prior Cases:
\u00a0 22-30697 Date Filed: 11/02/2022

04/10/2023\t
12\u00a0pg, 1.02\u00a0MB\tCASE docketed. [Entered: 04/10/2023 11:42 AM]
04/12/2023\t\u00a0\tFORM received. [Entered: 04/12/2023 04:58 PM]
04/20/2023\t\t15\u00a0
6\u00a0pg, 88.1\u00a0KB\tORDER. [Entered: 04/20/2023 09:01 AM]
`);
  expect(warnings).toEqual([]);
  expect(dockets[0]!.header).toMatchObject({ number: '23-30221', filedOn: '2023-04-10' });
  expect(dockets[0]!.entries.map((e) => [e.number, e.filedOn, e.pageCount, e.isTextOnly, e.text])).toEqual([
    [null, '2023-04-10', 12, false, 'CASE docketed. [Entered: 04/10/2023 11:42 AM]'],
    [null, '2023-04-12', null, true, 'FORM received. [Entered: 04/12/2023 04:58 PM]'],
    [15, '2023-04-20', 6, false, 'ORDER. [Entered: 04/20/2023 09:01 AM]'],
  ]);
});

test('a general docket copied from a browser has its parties where empty lines part them from attorneys', async () => {
  const text = (between: string) => `General Docket
United States Court of Appeals for the Ninth Circuit
Court of Appeals Docket #: 27-1234\tDocketed: 01/20/2027
Fairwater LLC v. Northgate Hosting, Inc.
Fee Status: Paid

FAIRWATER LLC,
          Plaintiff - Appellant,\tAnn Rees
Direct: 206-555-0101
[COR LD NTC Retained]
Rees PLLC
\u00a0
Bo Lin, Attorney
[COR NTC Retained]
${between}NORTHGATE HOSTING, INC., a Delaware corporation,
          Defendant - Appellee,\tOwen Tal
[COR LD NTC Retained]
Tal LLP

FAIRWATER LLC,

Plaintiff - Appellant,

v.

01/20/2027\t1
12 pg, 340.1 KB\tCIVIL APPEAL DOCKETED. [1] (AB) [Entered: 01/20/2027 03:15 PM]
`;
  for (const between of ['\nv.\n\n', 'v.\n'])
    expect((await read(text(between))).dockets[0]!.parties).toMatchObject([
      {
        name: 'FAIRWATER LLC',
        role: 'Plaintiff - Appellant',
        attorneys: [
          { name: 'Ann Rees', phone: '206-555-0101', roles: ['COR LD NTC Retained'] },
          { name: 'Bo Lin, Attorney', contact: '' },
        ],
      },
      {
        name: 'NORTHGATE HOSTING, INC., a Delaware corporation',
        role: 'Defendant - Appellee',
        attorneys: [{ name: 'Owen Tal', contact: 'Tal LLP' }],
      },
    ]);
  expect((await read(text(''))).dockets[0]!.parties).toEqual([]);
});

test('a general docket laid out in columns has every entry with its number; one whose rows cannot be told apart is refused', async () => {
  const text = (rows: string) => `General Docket
United States Court of Appeals for the Ninth Circuit
Court of Appeals Docket #: 27-1234
Fairwater LLC v. Northgate Hosting, Inc.
Date Filed: 01/11/2027
    Date Order:             Date NOA Filed:
    01/18/2027              01/19/2027

${rows}`;
  const { dockets } = await read(
    text(`    01/20/2027 1                 CASE DOCKETED. The schedule
                                 is set. [Entered: 01/20/2027 03:15 PM]
    01/21/2027             2     MOTION for stay of the order
                           30 pg, below. [Entered: 01/21/2027
                           1.2 MB     11:58 PM]
    01/22/2027                   ORDER. The response is due
                           3     01/26/2027. [Entered: 01/22/2027 04:00 PM]
    01/23/2027                   APPEARANCE. [Entered: 01/23/2027 09:00 AM]
`),
  );
  expect(dockets[0]!.entries.map((e) => [e.number, e.filedOn, e.enteredAt])).toEqual([
    [1, '2027-01-20', '2027-01-20T15:15'],
    [2, '2027-01-21', '2027-01-21T23:58'],
    [3, '2027-01-22', '2027-01-22T16:00'],
    [null, '2027-01-23', '2027-01-23T09:00'],
  ]);
  expect(dockets[0]!.entries[2]!.text).toBe(
    'ORDER. The response is due 01/26/2027. [Entered: 01/22/2027 04:00 PM]',
  );
  const merged = text(
    '01/20/2027  DOCKETED. [Entered: 01/20/2027 03:15 PM]\n01/21/2027 MOTION. [Entered: 01/21/2027 11:58 PM]\n',
  );
  await expect(read(merged)).rejects.toThrow();
});

test.each(['pre', 'div style="white-space:pre-wrap"'])(
  'columns that spaces part are told apart in a page too: %s',
  async (tag) => {
    const text = `U.S. District Court
District of Kansas (Kansas City)
CIVIL DOCKET FOR CASE #: 2:26-cv-02111-DDC

Fairwater LLC v. Northgate Hosting, Inc.       Date Filed: 02/14/2026
Assigned to: Judge D                           Jury Demand: None

Date Filed      #   Docket Text
02/14/2026      1   COMPLAINT with jury demand
                    (Entered: 02/14/2026)
`;
    const { dockets } = await read(`<html><body><${tag}>${text}</${tag.replace(/ .*/, '')}></body></html>`);
    expect(dockets).toEqual((await read(text)).dockets);
    expect(dockets[0]!.header).toMatchObject({ judge: 'Judge D', filedOn: '2026-02-14', juryDemand: 'None' });
  },
);

test('a sheet whose rows cannot be told apart is refused', async () => {
  const head = pasted.slice(0, pasted.indexOf('Plaintiff\t'));
  const rows = `    01/11/2021    1    COMPLAINT. (Entered: 01/11/2021)\n    01/12/2021 MOTION. (Entered: 01/12/2021)\n`;
  await expect(read(`${head}    Date Filed    #    Docket Text\n${rows}`)).rejects.toThrow();
  const beside = `        Filing Date               #    Docket Text
        01/11/2021                  1 PETITION by Fairwater LLC, for
                                   (4 relief. (Entered: 01/11/2021)
                                 pgs)
`;
  await expect(read(`${head}${beside}`)).rejects.toThrow();
});
