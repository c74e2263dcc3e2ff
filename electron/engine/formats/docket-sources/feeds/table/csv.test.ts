import { describe, expect, test } from 'vitest';
import { readDocketSource } from '../../read-source.ts';
import { readTable } from './csv.ts';

const read = (text: string) => readTable(text, 'docket.csv');
const entries = (text: string) => read(text).dockets[0]!.entries;

describe('our own export', () => {
  const own = `number,attachment,filedOn,enteredOn,text,shortText,filer,attorney,isTextOnly,isSealed,isRestricted,feeNote,documentUrl,documentId,pageCount,evidenceId,court,caseNumber
12,,2024-03-04,2024-03-05,"EMERGENCY MOTION re 1 Complaint by ""Fairwater"", LLC",Motion for TRO,Fairwater LLC,"Kahale, Noa",false,true,false,"Filing fee $402",https://ecf.hid.uscourts.gov/doc1/06112345678?caseid=17&de_seq_num=40,06102345678,14,abc,hid,1:24-cv-00077-ABC
12,1,2024-03-04,2024-03-05,Declaration of José Peña,,,,false,false,false,,,,,,hid,1:24-cv-00077-ABC
,,2024-03-06,,Minute entry,,,,true,false,false,,,,,,hid,1:24-cv-00077-ABC
`;

  test('comes back with all its columns', () => {
    const source = read(own);
    expect(source).toMatchObject({ kind: 'csv', printedAt: null, warnings: [] });
    expect(source.dockets).toHaveLength(1);
    expect(source.dockets[0]!.header).toMatchObject({ court: 'hid', number: '1:24-cv-00077-ABC' });
    expect(source.dockets[0]!.entries).toMatchObject([
      {
        number: 12,
        attachment: null,
        filedOn: '2024-03-04',
        enteredOn: '2024-03-05',
        text: 'EMERGENCY MOTION re 1 Complaint by "Fairwater", LLC',
        shortText: 'Motion for TRO',
        filer: 'Fairwater LLC',
        attorney: 'Kahale, Noa',
        isTextOnly: false,
        isSealed: true,
        isRestricted: false,
        feeNote: 'Filing fee $402',
        documentUrl: 'https://ecf.hid.uscourts.gov/doc1/06112345678?caseid=17&de_seq_num=40',
        documentId: '06102345678',
        pageCount: 14,
      },
      { number: 12, attachment: 1, text: 'Declaration of José Peña' },
      { number: null, text: 'Minute entry', isTextOnly: true },
    ]);
  });

  test.each([
    ['with semicolons', own.replace(/"[^"\n]*(?:""[^"\n]*)*"|,/g, (found) => (found === ',' ? ';' : found))],
    ['with tabs', own.replace(/"[^"\n]*(?:""[^"\n]*)*"|,/g, (found) => (found === ',' ? '\t' : found))],
    ['under a line that tells Excel the separator', `\ufeffsep=,\n${own}`],
    ['with a byte-order mark and Windows line ends', `\ufeff${own.replaceAll('\n', '\r\n')}`],
  ])('reads alike %s', (_how, text) => {
    expect(read(text)).toEqual(read(own));
  });
});

test('CourtListener’s columns: a row for each document, the docket text said of each', () => {
  const source =
    read(`docketentry_id,docketentry_entry_number,docketentry_date_filed,docketentry_time_filed,docketentry_pacer_sequence_number,docketentry_description,recapdocument_id,recapdocument_document_type,recapdocument_description,recapdocument_document_number,recapdocument_attachment_number,recapdocument_pacer_doc_id,recapdocument_is_sealed,recapdocument_page_count,recapdocument_file_size
1,12,2024-03-04,,40,MOTION for TRO (Attachments: # 1 Exhibit),7,PACER Document,Motion for TRO,12,,06112345678,False,14.0,2048
1,12,2024-03-04,,40,MOTION for TRO (Attachments: # 1 Exhibit),8,Attachment,Exhibit A,12,1,06112345679,True,3.0,
2,,2024-03-05,,41,Minute entry,9,PACER Document,,,,,,,
`);
  expect(source.dockets[0]!.entries).toMatchObject([
    {
      number: 12,
      attachment: null,
      text: 'MOTION for TRO (Attachments: # 1 Exhibit)',
      shortText: 'Motion for TRO',
      documentId: '06102345678',
      sequence: 40,
      pageCount: 14,
      sizeBytes: 2048,
      isSealed: false,
    },
    { number: 12, attachment: 1, text: 'Exhibit A', shortText: '', isSealed: true, pageCount: 3 },
    { number: null, text: 'Minute entry', filedOn: '2024-03-05' },
  ]);
  expect(source.warnings.map(({ code }) => code)).toEqual(['DOCKET_SOURCE_WITHOUT_CASE']);
});

test('columns are known by name, in any order and under any of their names', () => {
  expect(
    entries(`Docket Text,Doc. No.,Pages,Date Filed,Sealed?,Filed By
"ORDER
granting 12 Motion",13,2,3/6/2024,yes,Court`),
  ).toMatchObject([
    {
      number: 13,
      text: 'ORDER granting 12 Motion',
      filedOn: '2024-03-06',
      pageCount: 2,
      isSealed: true,
      filer: 'Court',
    },
  ]);
});

test.each([
  ['12', { number: 12, attachment: null }],
  ['12.1', { number: 12, attachment: 1 }],
  ['ECF No. 12 - 1', { number: 12, attachment: 1 }],
  ['[12]', { number: 12, attachment: null }],
  ['12-1', { number: 12, attachment: 1 }],
  ['12 (att. 1)', { number: 12, attachment: 1 }],
  ['Doc. 12 Attachment #1', { number: 12, attachment: 1 }],
  ['12.0', { number: 12, attachment: null }],
  ['#12', { number: 12, attachment: null }],
  ['NA', { number: null, attachment: null }],
  ['', { number: null, attachment: null }],
  ['00107777777', { number: null, attachment: null }],
])('the number “%s”', (printed, expected) => {
  const source = read(`document_number,date_filed,docket_description\n${printed},01/03/2003,ORDER`);
  expect(source.dockets[0]!.entries).toMatchObject([expected]);
  expect(source.warnings).toHaveLength(1);
});

test.each([
  ['2024-03-04', '2024-03-04'],
  ['2024-03-04T10:00:00Z', '2024-03-04'],
  ['3/4/2024', '2024-03-04'],
  ['03/04/24', '2024-03-04'],
  ['March 4, 2024', '2024-03-04'],
  ['NA', null],
])('the date “%s”', (printed, expected) => {
  expect(entries(`number,date filed,text\n1,"${printed}",ORDER`)[0]!.filedOn).toBe(expected);
});

test('what cannot be read is said with its line, and the rest goes on', () => {
  const source = read(
    'number,filedOn,text\n1,2024-03-04,ORDER\ntwelve,31/13/2024,MOTION\n,,\n,2024-03-05,\n14,2024-03-06,REPLY\n',
  );
  expect(source.dockets[0]!.entries.map(({ number, text, filedOn }) => [number, text, filedOn])).toEqual([
    [1, 'ORDER', '2024-03-04'],
    [null, 'MOTION', null],
    [14, 'REPLY', '2024-03-06'],
  ]);
  expect(source.warnings.map(({ message, raw }) => `${message.split(' could')[0]}: ${raw}`)).toEqual([
    'The number of line 3: twelve',
    'The filing date of line 3: 31/13/2024',
    'The docket text of line 5:  | 2024-03-05 | ',
    'This page does not say which case it belongs to. It was taken for this matter; check that it is.: ',
  ]);
});

test('an entry without any date is told, where the table has dates', () => {
  const { dockets, warnings } = read(
    'No.,Date Filed,Proceedings\n1,2024-03-04,COMPLAINT\n2,,ANSWER\n2-1,,Exhibit A\n',
  );
  expect(dockets[0]!.entries).toHaveLength(3);
  expect(warnings.filter(({ raw }) => raw !== '')).toMatchObject([
    { message: /date of line 3/, raw: '2 |  | ANSWER' },
  ]);
});

test('a table without headings is read where its first row can be nothing else, and that is said', () => {
  const source = read(
    '01/03/2003,1,COMPLAINT filed by the plaintiff,0,,0\n01/21/2003,NA,Summons issued,0,,1\n',
  );
  expect(source.dockets[0]!.entries.map(({ number, text }) => [number, text])).toEqual([
    [1, 'COMPLAINT filed by the plaintiff'],
    [null, 'Summons issued'],
  ]);
  expect(source.warnings[0]!.message).toContain('heading');
});

test('rows of several cases are several dockets', () => {
  const { dockets, warnings } = read(
    'number,filed,text,court,caseNumber\n1,2024-03-04,COMPLAINT,hid,1:24-cv-00077\n1,2024-03-04,PETITION,vtb,24-10111\n2,2024-03-05,ORDER,hid,1:24-cv-00077\n',
  );
  expect(dockets.map(({ header, entries: rows }) => [header.number, rows.length])).toEqual([
    ['1:24-cv-00077', 2],
    ['24-10111', 1],
  ]);
  expect(warnings).toEqual([]);
});

test.each([
  [
    'without a column for the text',
    'number,date filed\n1,2024-03-04\n',
    'DOCKET_SOURCE_DAMAGED',
    'no column for the docket text',
  ],
  [
    'without a column for the number',
    'date filed,docket text\n2024-03-04,ORDER\n',
    'DOCKET_SOURCE_DAMAGED',
    'no column for the number',
  ],
  ['with headings alone', 'number,text\n', 'DOCKET_SOURCE_DAMAGED', 'no row'],
  ['of something else', 'name,price\nTea,3\n', 'DOCKET_SOURCE_NOT_RECOGNISED', ''],
  ['that is prose', 'Dear counsel, thank you for your letter.\nYours\n', 'DOCKET_SOURCE_NOT_RECOGNISED', ''],
  ['that is empty', '\n\n', 'DOCKET_SOURCE_NOT_RECOGNISED', ''],
])('a table %s is refused by name', (_what, text, code, reason) => {
  expect(() => read(text)).toThrow(
    expect.objectContaining({ code, message: expect.stringContaining(reason) }),
  );
});

test('a quotation mark that is never closed loses rows, says so, and does not hang', () => {
  const rows = Array.from({ length: 20_000 }, (_, at) => `${at + 2},2024-03-04,ORDER number ${at}`);
  const source = read(
    ['number,filedOn,text', '1,2024-03-04,ORDER', '2,2024-03-04,"MOTION', ...rows].join('\n'),
  );
  expect(source.dockets[0]!.entries[0]).toMatchObject({ number: 1, text: 'ORDER' });
  expect(source.warnings.length).toBeGreaterThan(0);
});

test('an apostrophe that keeps a spreadsheet from taking words for a formula is no part of the text', () => {
  expect(entries("number,text\n1,'-- withdrawn --\n2,'Tis an order\n").map(({ text }) => text)).toEqual([
    '-- withdrawn --',
    "'Tis an order",
  ]);
});

test.each([
  [
    'of commas',
    'Case Name,Court\nFairwater LLC v. Northgate,D. Utah\n\nEntry #,Filing Date,Description\n12,4-Mar-24,MOTION\n',
  ],
  [
    'of tabs, under lines without any',
    'DOCKET PROCEEDINGS (1)\n\nEntry #:\tDate:\tDescription:\n12\t3/4/2024\tMOTION\n',
  ],
])('lines above the names of the columns are passed over in a table %s', (_how, text) => {
  expect(entries(text)).toMatchObject([{ number: 12, filedOn: '2024-03-04', text: 'MOTION' }]);
});

test('the names of documents are those of attachments', () => {
  const text =
    'Document #,Filed Date,Document Name,Description\n12,2024-03-04,Motion,MOTION for TRO\n12-1,2024-03-04,Exhibit A,\n';
  expect(entries(text)).toMatchObject([
    { number: 12, attachment: null, shortText: 'Motion', text: 'MOTION for TRO' },
    { number: 12, attachment: 1, text: 'Exhibit A' },
  ]);
});

test.each([
  [
    'numbers of days, as spreadsheets count them',
    ['46393', '46394.625'],
    ['2027-01-06', '2027-01-07'],
    'spreadsheet',
  ],
  [
    'a day before the month',
    ['02/01/2027', '13/01/2027'],
    ['2027-01-02', '2027-01-13'],
    'the day before the month',
  ],
  ['a year first, without marks', ['20270106', '20270107'], ['2027-01-06', '2027-01-07'], null],
  ['a month first, without marks', ['01062027', '12312027'], ['2027-01-06', '2027-12-31'], null],
  [
    'weekdays and ordinals',
    ['"Wednesday, January 6th, 2027"', 'Thu 01/07/2027'],
    ['2027-01-06', '2027-01-07'],
    null,
  ],
  [
    'years first, of one digit and with other marks',
    ['2027/1/6', '2027.01.07'],
    ['2027-01-06', '2027-01-07'],
    null,
  ],
])('a column of dates with %s is read, and told where it could be another', (_how, dates, days, told) => {
  const { dockets, warnings } = read(
    `number,filed,text\n${dates.map((date, at) => `${at + 1},${date},ORDER`).join('\n')}\n`,
  );
  expect(dockets[0]!.entries.map(({ filedOn }) => filedOn)).toEqual(days);
  expect(
    warnings.flatMap(({ code, message }) => (code === 'DOCKET_COLUMN_INTERPRETED' ? message : [])),
  ).toEqual(told === null ? [] : [expect.stringContaining(told)]);
});

test('lines of a text in a table that was copied without quotation marks stay together', () => {
  const read4 = entries(`Filed Date\tEntry #\tDocket Text\tDocuments
08/20/2024\t1\tCASE OPENED.\t1.1 Letter
08/21/2024\t2\tMOTION to stay
08/19/2024 order by Appellant.
[Entered: 08/21/2024 04:12 PM]\t2.1 Motion
08/22/2024\t3\tORDER.\t
`);
  expect(read4.map((e) => [e.number, e.attachment, e.filedOn, e.text])).toEqual([
    [1, null, '2024-08-20', 'CASE OPENED.'],
    [2, null, '2024-08-21', 'MOTION to stay 08/19/2024 order by Appellant. [Entered: 08/21/2024 04:12 PM]'],
    [3, null, '2024-08-22', 'ORDER.'],
  ]);
  const last = entries(
    '#\tDate Filed\tDate Entered\tDocket Text\n1\t08/20/2024\t08/20/2024\tORDER as follows:\nThe motion is granted.\n2\t08/21/2024\t\tJUDGMENT\n',
  );
  expect(last.map((e) => [e.number, e.text])).toEqual([
    [1, 'ORDER as follows: The motion is granted.'],
    [2, 'JUDGMENT'],
  ]);
});

test('dates that could all be either way are read as their texts say they were entered', () => {
  const table = (dates: readonly string[], entered: readonly string[]) =>
    read(
      `number,filed,text\n${dates.map((date, at) => `${at + 1},${date},ORDER (Entered: ${entered[at]})`).join('\n')}\n`,
    );
  const days = (...given: Parameters<typeof table>) =>
    table(...given).dockets[0]!.entries.map(({ filedOn }) => filedOn);
  const said = ['02/01/2027', '02/03/2027', '02/05/2027'];
  expect(days(['01/02/2027', '03/02/2027', '03/02/2027'], said)).toEqual([
    '2027-02-01',
    '2027-02-03',
    '2027-02-03',
  ]);
  expect(days(said, said)).toEqual(['2027-02-01', '2027-02-03', '2027-02-05']);
});

test('numbers and dates that may be something else are not guessed at', () => {
  const days = (...dates: string[]) =>
    entries(`number,filed,text\n${dates.map((date, at) => `${at + 1},${date},ORDER`).join('\n')}\n`).map(
      ({ filedOn }) => filedOn,
    );
  // One of them is no number of a spreadsheet; one can only be month before day.
  expect(days('46393', '1/7/2027')).toEqual([null, '2027-01-07']);
  expect(days('13/01/2027', '01/14/2027')).toEqual([null, '2027-01-14']);
  expect(days('"Thu, 07 Jan 2027 07:00:00 GMT"')).toEqual([null]);
});

test.each([
  ['Entry Number,Docket Number,Filing Date,Docket Entry\nEntry 1,2:27-cv-00012,Jan 06 2027,Complaint'],
  ['Seq,Date Docketed,Document,Event,Full Words\n9,1/6/27,1,A,Complaint against Northgate'],
  ['Docket Number,When,Docket Entry\n1,1/6/2027,Complaint against Northgate'],
])('columns whose names do not tell are known by what stands in them: %s', (text) => {
  const { dockets, warnings } = read(text);
  expect(dockets[0]!.entries).toMatchObject([
    { number: 1, filedOn: '2027-01-06', text: expect.stringContaining('Complaint') },
  ]);
  expect(warnings.map(({ code }) => code)).toContain('DOCKET_COLUMN_INTERPRETED');
});

test('a text that stands last keeps its commas without quotation marks, and other cells too many are told', () => {
  expect(entries('number,filed,text\n1,1/6/2027,MOTION for TRO, with exhibits\n')[0]!.text).toBe(
    'MOTION for TRO, with exhibits',
  );
  expect(entries('number;filed;text\n1;1/6/2027;MOTION for TRO; with exhibits\n')[0]!.text).toBe(
    'MOTION for TRO; with exhibits',
  );
  const { warnings } = read('number,text,filed\n1,MOTION for TRO, with exhibits,1/6/2027\n');
  expect(warnings.map(({ message }) => message)).toContainEqual(
    expect.stringMatching(/further cells of line 2/),
  );
});

test.each([
  ['drawn with bars', '| Filed | # | Docket Text |\n|---|---|---|\n| 1/6/2027 | 1 | MOTION, sealed |\n'],
  ['with its headings again', 'Filed,#,Docket Text\nFiled,#,Docket Text\n1/6/2027,1,"MOTION, sealed"\n'],
])('a table %s is read', (_how, text) => {
  expect(entries(text)).toMatchObject([{ number: 1, filedOn: '2027-01-06', text: 'MOTION, sealed' }]);
});

test('a table without dates says so', () => {
  expect(read('number,text\n1,ORDER\n').warnings[0]!.message).toContain('dates of this table');
});

test('a column that is called the entry is its text, though another has longer cells', () => {
  const table = `Docket Entry,Date,Entry Number,Exhibits
COMPLAINT against Northgate,2021-01-11,1,"1-1 Ex. A; 1-2 Ex. B, of some length"
MINUTE ORDER,2021-01-12,,`;
  expect(entries(table).map(({ number, text }) => [number, text])).toEqual([
    [1, 'COMPLAINT against Northgate'],
    [null, 'MINUTE ORDER'],
  ]);
});

test('a day that stands alone over rows without dates is theirs', async () => {
  const table =
    'Date,No.,Docket Text\n"Monday, March 1, 2027",,\n,1,COMPLAINT\n,2,SUMMONS\n03/03/2027,3,NOTICE\n,4,ORDER\n"March 4, 2027",,\n,5,REPLY\n';
  const { dockets, warnings } = readTable(table, 'days.csv');
  expect(dockets[0]!.entries.map(({ number, filedOn }) => [number, filedOn])).toEqual([
    [1, '2027-03-01'],
    [2, '2027-03-01'],
    [3, '2027-03-03'],
    [4, null],
    [5, '2027-03-04'],
  ]);
  expect(warnings.flatMap(({ raw }) => (raw.includes('ORDER') ? [raw] : []))).toHaveLength(1);
});

test('a table takes the number of its case from the lines above its columns, where they name one', () => {
  const table = 'Entry #,Filing Date,Docket Text\n1,1/5/2026,"COMPLAINT, by A"\n';
  const numberOf = (above: string) => read(above + table).dockets[0]!.header.number;
  expect(numberOf('Fairwater v. Northgate\nDocket Number: 2:26-cv-00012-ABC\n\n')).toBe('2:26-cv-00012-ABC');
  expect(numberOf('2:26-cv-00012\n2:26-cv-00013\n')).toBe('');
});

test('a number that a spreadsheet made the number of a day is told, and is none', () => {
  const table = (last: number) =>
    read(`No.,Date Filed,Docket Text\n${last},1/5/2026,COMPLAINT by A\n46024,1/6/2026,Proposed Order of A\n`);
  expect(table(2).dockets[0]!.entries.map(({ number }) => number)).toEqual([2, null]);
  expect(table(2).warnings[0]!.message).toContain('number');
  expect(table(46_023).dockets[0]!.entries.map(({ number }) => number)).toEqual([46_023, 46_024]);
});

test('a table that a spreadsheet saved as a page is read by its columns, with nothing lost', async () => {
  const html = `<html><body><table><tr><th>Dkt</th><th>Date</th><th>Description</th></tr>
<tr><td>1</td><td>1/11/2021</td><td>Complaint "as filed"</td></tr>
<tr><td>2.1</td><td>1/12/2021</td><td>Declaration of Rees</td></tr></table></body></html>`;
  const { kind, dockets } = await readDocketSource(new TextEncoder().encode(html), 'docket.xls');
  expect(kind).toBe('csv');
  expect(dockets[0]!.entries).toMatchObject([
    { number: 1, filedOn: '2021-01-11', text: 'Complaint "as filed"' },
    { number: 2, attachment: 1, filedOn: '2021-01-12', text: 'Declaration of Rees' },
  ]);
});
