import { describe, expect, test } from 'vitest';
import type { ParsedSource } from '../../../../../shared/model/docket.ts';
import { blankEntry, blankHeader } from '../../../../../shared/domain/docket/blank.ts';
import { readJson } from './json.ts';

const read = (value: unknown): ParsedSource => readJson(JSON.stringify(value), 'docket.json');
const header = blankHeader({
  court: 'hid',
  number: '1:24-cv-00077-ABC',
  title: 'Fairwater LLC v. Prado',
  flags: ['JURY'],
});
const entry = blankEntry({
  number: 12,
  filedOn: '2024-03-04',
  enteredAt: '2024-03-04T16:05',
  text: 'MOTION for TRO re 1 Complaint',
  links: [{ number: 1, attachment: null }],
  isSealed: false,
});

describe('this program’s own output', () => {
  test('entries as `docket list` prints them', () => {
    const { id, ...listed } = {
      ...entry,
      id: 'x',
      isRestricted: false,
      evidenceId: 'y',
      role: 'motion',
      parentId: null,
    };
    const { sequence, ...row } = listed;
    expect([id, sequence]).toEqual(['x', null]);
    const source = read([
      row,
      { number: 12, attachment: 1, filedOn: null, enteredOn: null, text: 'Exhibit A', filer: '' },
    ]);
    expect(source).toMatchObject({ kind: 'json', warnings: [{ code: 'DOCKET_SOURCE_WITHOUT_CASE' }] });
    expect(source.dockets[0]!.entries).toMatchObject([
      { number: 12, text: entry.text, links: entry.links, enteredAt: entry.enteredAt, isSealed: false },
      { number: 12, attachment: 1, text: 'Exhibit A' },
    ]);
  });

  test('sources as `docket parse` prints them come back whole', () => {
    const party = {
      name: 'Fairwater LLC',
      role: 'Plaintiff',
      details: '',
      terminatedOn: null,
      attorneys: [],
    };
    const source = read([
      {
        path: '/x/a.html',
        kind: 'docket_sheet',
        printedAt: '2024-03-05T10:00',
        case: { ...header, isComplete: true },
        parties: [party],
        entries: [entry],
        warnings: [],
      },
    ]);
    expect(source).toEqual({
      kind: 'json',
      printedAt: '2024-03-05T10:00',
      dockets: [{ header, parties: [party], entries: [entry], isComplete: true }],
      warnings: [],
    });
  });

  test('a parsed source of several cases names the case of each entry', () => {
    const other = { ...header, court: 'vtb', number: '24-10111', title: 'Ana Prado' };
    const { dockets } = read([
      {
        path: 'a.xml',
        kind: 'rss',
        printedAt: null,
        case: { ...header, isComplete: false },
        cases: [header, other],
        parties: [],
        entries: [
          { ...entry, caseNumber: header.number, court: 'hid' },
          { ...entry, number: 3, caseNumber: '24-10111', court: 'vtb' },
        ],
        warnings: [],
      },
    ]);
    expect(
      dockets.map((docket) => [docket.header.court, docket.header.number, docket.entries[0]!.number]),
    ).toEqual([
      ['hid', '1:24-cv-00077-ABC', 12],
      ['vtb', '24-10111', 3],
    ]);
  });
});

test('an object with docket_entries gives header, parties, entries and their attachments', () => {
  const source = read({
    court_id: 'hid',
    docket_number: '1:24-cv-00077',
    case_name: 'Fairwater LLC v. Prado',
    assigned_to_str: 'Ana Prado',
    date_filed: '2024-03-01',
    nature_of_suit: '890',
    parties: [
      {
        name: 'Fairwater LLC',
        type: 'Plaintiff',
        extra_info: 'a company',
        date_terminated: null,
        attorneys: [
          { name: 'Noa Kahale', contact: 'Kahale Law\nEmail: noa@example.com', roles: ['LEAD ATTORNEY'] },
        ],
      },
    ],
    docket_entries: [
      {
        date_filed: '2024-03-04',
        date_entered: '2024-03-05',
        description: 'MOTION for TRO',
        document_number: '12',
        pacer_doc_id: '06112345678',
        pacer_seq_no: 40,
        short_description: 'TRO',
        attachments: [
          { attachment_number: 1, description: 'Exhibit A', page_count: 3, pacer_doc_id: '06112345679' },
        ],
      },
      { date_filed: '2024-03-06', description: 'Minute entry', document_number: null },
    ],
  });
  expect(source.warnings).toEqual([]);
  const [docket] = source.dockets;
  expect(docket!.header).toMatchObject({
    court: 'hid',
    number: '1:24-cv-00077',
    title: 'Fairwater LLC v. Prado',
    judge: 'Ana Prado',
    filedOn: '2024-03-01',
    natureOfSuit: '890',
  });
  expect(docket!.parties).toMatchObject([
    {
      name: 'Fairwater LLC',
      role: 'Plaintiff',
      attorneys: [{ name: 'Noa Kahale', email: 'noa@example.com' }],
    },
  ]);
  expect(docket!.entries).toMatchObject([
    {
      number: 12,
      filedOn: '2024-03-04',
      enteredOn: '2024-03-05',
      text: 'MOTION for TRO',
      shortText: 'TRO',
      documentId: '06102345678',
      sequence: 40,
    },
    {
      number: 12,
      attachment: 1,
      text: 'Exhibit A',
      pageCount: 3,
      documentId: '06102345679',
      filedOn: '2024-03-04',
    },
    { number: null, text: 'Minute entry' },
  ]);
});

test('a court that is told as an address and by its code is the one of its code', () => {
  const { header } = read({
    court: 'https://www.courtlistener.com/api/rest/v4/courts/wawd/',
    court_id: 'wawd',
    docket_number: '2:21-cv-00931',
    docket_entries: [{ entry_number: 1, date_filed: '2021-01-11', description: 'COMPLAINT' }],
  }).dockets[0]!;
  expect(header).toMatchObject({ court: 'wawd', number: '2:21-cv-00931' });
});

test('a page of CourtListener’s docket entries: the first document is the entry’s, the rest are attachments', () => {
  const source = read({
    count: 1,
    next: null,
    results: [
      {
        docket: 'https://example.com/api/dockets/1/',
        entry_number: 12,
        date_filed: '2024-03-04',
        description: 'MOTION for TRO',
        recap_documents: [
          {
            document_number: '12',
            attachment_number: null,
            description: 'Motion for TRO',
            page_count: 14,
            pacer_doc_id: '06112345678',
            is_sealed: true,
          },
          {
            document_number: '12',
            attachment_number: 1,
            description: 'Exhibit A',
            page_count: 2,
            pacer_doc_id: '06112345679',
            is_sealed: null,
          },
        ],
      },
    ],
  });
  expect(source.dockets[0]!.entries).toMatchObject([
    {
      number: 12,
      attachment: null,
      text: 'MOTION for TRO',
      shortText: 'Motion for TRO',
      pageCount: 14,
      documentId: '06102345678',
      isSealed: true,
    },
    { number: 12, attachment: 1, text: 'Exhibit A', pageCount: 2, isSealed: null },
  ]);
});

test('what cannot be read is said, and the rest goes on', () => {
  const source = read({
    docket_number: '24-1',
    docket_entries: [{ description: 'ORDER', document_number: 'x', date_filed: 'soon' }],
  });
  expect(source.dockets[0]!.entries).toMatchObject([{ number: null, text: 'ORDER', filedOn: null }]);
  expect(source.warnings.map(({ raw }) => raw)).toEqual(['x', 'soon']);
});

test.each([
  ['numbers', '[1, 2, 3]', 'DOCKET_SOURCE_NOT_RECOGNISED'],
  ['another object', '{"name":"tea","price":3}', 'DOCKET_SOURCE_NOT_RECOGNISED'],
  ['an empty list', '[]', 'DOCKET_SOURCE_NOT_RECOGNISED'],
  ['a cut file', '{"docket_entries":[{"descr', 'DOCKET_SOURCE_DAMAGED'],
  ['lists in lists without end', `${'['.repeat(5_000)}${']'.repeat(5_000)}`, 'DOCKET_SOURCE_NOT_RECOGNISED'],
])('%s are refused by name', (_what, text, code) => {
  expect(() => readJson(text, 'x.json')).toThrow(expect.objectContaining({ code }));
});

test.each([
  ['hid', '2024-03-05T05:30:00Z', '2024-03-04', 0],
  ['hid', '2024-03-05T05:30:00.000+00:00', '2024-03-04', 0],
  ['hid', '2024-03-05T12:30:00Z', '2024-03-05', 0],
  ['nysd', '2024-03-04T22:30:00-08:00', '2024-03-05', 0],
  ['', '2024-03-04T22:30:00-08:00', '2024-03-04', 0],
  // How programs write a day without a time.
  ['hid', '2024-03-05T00:00:00Z', '2024-03-05', 0],
  ['hid', '2024-03-05T05:30:00', '2024-03-05', 0],
  ['flnd', '2024-03-05T02:30:00Z', '2024-03-04', 0],
  // Midnight has come in Tallahassee, and not yet in Pensacola.
  ['flnd', '2024-03-05T05:30:00Z', null, 3],
  ['', '2024-03-05T05:30:00Z', null, 3],
  ['', '2024-03-05T12:30:00Z', '2024-03-05', 0],
])('an instant of Greenwich is dated by the court’s clock, or told: %s %s', (court, written, day, told) => {
  const document = { document_number: '12', attachment_number: 1, description: 'A', date_filed: written };
  const { dockets, warnings } = read({
    court_id: court,
    docket_number: '1:24-cv-00077',
    date_filed: written,
    docket_entries: [
      {
        entry_number: 12,
        date_filed: written,
        date_entered: written,
        description: 'MOTION',
        recap_documents: [document],
      },
    ],
  });
  const { header: found, entries } = dockets[0]!;
  expect(entries.map(({ filedOn, enteredOn }) => [filedOn, enteredOn])).toEqual([
    [day, day],
    [day, day],
  ]);
  expect(found.filedOn).toBe(day);
  expect(warnings).toHaveLength(told);
});

test('objects on lines of their own are a list; a line that is none spoils them', () => {
  const lines = ['{"entry_number":1,"description":"COMPLAINT"}', '{"entry_number":2,"description":"MOTION"}'];
  const { dockets } = readJson(`${lines.join('\n')}\n`, 'docket.jsonl');
  expect(dockets[0]!.entries.map(({ number, text }) => [number, text])).toEqual([
    [1, 'COMPLAINT'],
    [2, 'MOTION'],
  ]);
  expect(() => readJson(`${lines.join('\n')}\n{"entry`, 'docket.jsonl')).toThrow(/cannot be read to its end/);
});

describe('what other programs wrap and write in their own ways', () => {
  test('entries within objects that are called nothing known', () => {
    const source = read({
      caseDetails: { caseNumber: '27-1234', name: 'Fairwater LLC v. Northgate' },
      docketInfo: {
        docketEntries: [
          { entryNumber: 1, endDateFormatted: '01/20/2027', docketEntryText: '<p>CASE <b>OPENED</b>.</p>' },
        ],
      },
    });
    expect(source.dockets).toMatchObject([
      {
        header: { number: '27-1234', title: 'Fairwater LLC v. Northgate' },
        entries: [{ number: 1, filedOn: '2027-01-20', text: 'CASE OPENED.' }],
      },
    ]);
    const data = { data: { items: [{ number: 1, date: '2027-01-20', text: 'ORDER' }] } };
    expect(read(data).dockets[0]!.entries).toMatchObject([{ number: 1, filedOn: '2027-01-20' }]);
    expect(() => read({ items: [{ number: 1, description: 'Tea' }] })).toThrow();
  });

  test('documents of an appeal beside or within their entry, the court by its name, and the parties as a page’s table', () => {
    const docketEntryDocuments = [
      { documentNumber: 1, name: 'Notice of Appeal', billablePages: 3, fileSize: '120 KB' },
      { documentNumber: 2, name: 'Order Appealed From', billablePages: 9, fileSize: '1.1 MB' },
    ];
    const entry = {
      entryNumber: 1,
      endDateFormatted: '01/20/2027',
      docketEntryText: 'OPENED.',
      pageCount: 12,
    };
    const caseDetails = {
      caseNumber: '27-1234',
      court: { name: 'United States Court of Appeals for the Ninth Circuit' },
      partyAttorneyList:
        '<table><tr><td>FAIRWATER LLC<br>Plaintiff - Appellant,</td><td>Ann Rees<br>[Retained]</td></tr></table>',
    };
    for (const value of [
      { caseDetails, docketEntry: entry, docketEntryDocuments },
      { caseDetails, docketInfo: { docketEntries: [{ ...entry, docketEntryDocuments }] } },
    ]) {
      const { header, parties, entries } = read(value).dockets[0]!;
      expect(header).toMatchObject({ court: 'ca9', number: '27-1234' });
      expect(parties).toMatchObject([
        { name: 'FAIRWATER LLC', role: 'Plaintiff - Appellant', attorneys: [{ name: 'Ann Rees' }] },
      ]);
      expect(
        entries.map((e) => [e.number, e.attachment, e.filedOn, e.text, e.pageCount, e.sizeBytes]),
      ).toEqual([
        [1, null, '2027-01-20', 'OPENED.', 3, 122_880],
        [1, 1, '2027-01-20', 'Order Appealed From', 9, 1_153_434],
      ]);
    }
  });

  test('a report whose entries have contents and exhibits', () => {
    const source = read({
      docket_report: [
        {
          number: '1',
          date: '01/05/2027',
          contents: 'COMPLAINT',
          exhibits: [{ exhibit: 1, name: 'Exhibit A' }],
        },
        { docket_entry_number: 2, docket_entry_date: '2027-01-06', docket_entry_text: 'ORDER' },
      ],
    });
    expect(source.dockets[0]!.entries).toMatchObject([
      { number: 1, attachment: null, filedOn: '2027-01-05', text: 'COMPLAINT' },
      { number: 1, attachment: 1, filedOn: '2027-01-05', text: 'Exhibit A' },
      { number: 2, attachment: null, filedOn: '2027-01-06', text: 'ORDER' },
    ]);
  });

  test('documents whose number says that they are attachments, or that only follow the first', () => {
    const documents = [
      [{ number: '2' }, { number: '2-1', description: 'Proposed Order' }],
      [{ description: 'Motion' }, { description: 'Proposed Order' }],
    ];
    for (const each of documents)
      expect(
        read([{ number: 2, filed_at: '2027-01-07', text: 'MOTION', documents: each }]).dockets[0]!.entries,
      ).toMatchObject([
        { number: 2, attachment: null, text: 'MOTION' },
        { number: 2, attachment: 1, text: 'Proposed Order', filedOn: '2027-01-07' },
      ]);
  });

  test('instants since 1970, by the court’s clock', () => {
    const at = [
      1_799_280_000_000,
      1_799_280_000,
      '/Date(1799280000000)/',
      Date.parse('2027-01-08T03:00:00Z'),
    ];
    const entries = at.map((date, i) => ({ number: i + 1, date, text: 'ORDER' }));
    expect(
      read({ court: 'wawd', docket_number: '1', entries }).dockets[0]!.entries.map((e) => e.filedOn),
    ).toEqual(['2027-01-07', '2027-01-07', '2027-01-07', '2027-01-07']);
  });

  test('cases that a search of CourtListener found, with documents of several entries', () => {
    const found = (number: number | null, attachment: number | null, description: string, short: string) => ({
      attachment_number: attachment,
      description,
      document_number: number,
      entry_date_filed: `2027-01-0${number ?? 9}`,
      entry_number: number,
      short_description: short,
    });
    const documents = [
      found(1, null, 'COMPLAINT against Northgate', 'Complaint'),
      found(1, 1, 'COMPLAINT against Northgate', 'Exhibit A'),
      found(2, null, 'MOTION for TRO', 'Motion for TRO'),
      found(null, null, 'Minute entry', ''),
    ];
    const entries = [
      [1, null, '2027-01-01', 'COMPLAINT against Northgate', 'Complaint'],
      [1, 1, '2027-01-01', 'Exhibit A', ''],
      [2, null, '2027-01-02', 'MOTION for TRO', 'Motion for TRO'],
      [null, null, '2027-01-09', 'Minute entry', ''],
    ];
    const oneCase = {
      assignedTo: 'Ada Bell',
      caseName: 'Fairwater LLC v. Prado',
      court: 'District Court, D. Hawaii',
      court_id: 'hid',
      dateFiled: '2026-12-31',
      docketNumber: '1:27-cv-00077',
      suitNature: 'Contract',
      recap_documents: documents,
    };
    const { dockets, warnings } = read({ count: 1, results: [oneCase] });
    const listed = (all: ParsedSource['dockets'][0]['entries']) =>
      all.map((e) => [e.number, e.attachment, e.filedOn, e.text, e.shortText]);
    expect(warnings).toEqual([]);
    expect(dockets).toHaveLength(1);
    expect(dockets[0]!.header).toMatchObject({
      court: 'hid',
      courtName: 'District Court, D. Hawaii',
      judge: 'Ada Bell',
      filedOn: '2026-12-31',
      natureOfSuit: 'Contract',
    });
    expect(listed(dockets[0]!.entries)).toEqual(entries);
    expect(listed(read({ count: 4, results: documents }).dockets[0]!.entries)).toEqual(entries);
  });

  test('a page of several says so', () => {
    const results = [{ entry_number: 1, date_filed: '2027-01-20', description: 'ORDER' }];
    const codes = (more: object) => read({ docket_number: '1', ...more }).warnings.map(({ code }) => code);
    const next = 'https://archive.example/entries/?page=2';
    expect(codes({ docket_entries: { next, results } })).toEqual(['DOCKET_FURTHER_PAGES']);
    expect(codes({ next, docket_entries: results })).toEqual(['DOCKET_FURTHER_PAGES']);
    expect(codes({ next: null, docket_entries: results })).toEqual([]);
  });

  test('a court by its name', () => {
    const entries = [{ number: 1, date: '2027-01-20', text: 'ORDER' }];
    const { header } = read({
      court: 'United States District Court, District of Hawaii',
      docket_number: '1',
      entries,
    }).dockets[0]!;
    expect([header.court, header.courtName]).toEqual([
      'hid',
      'United States District Court, District of Hawaii',
    ]);
  });

  test('an entry without a date is told', () => {
    const { warnings } = read([{ number: 1, text: 'ORDER', when: 'then' }]);
    expect(warnings[0]).toMatchObject({ message: expect.stringContaining('date of entry 1'), raw: 'ORDER' });
  });
});
