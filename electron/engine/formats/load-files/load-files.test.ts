import { expect, test } from 'vitest';
import {
  concordanceDat,
  opticonOpt,
  type LoadFileRow,
} from '../../../../shared/domain/exhibits/load-files.ts';
import { dayOrderOf, givenDay } from './given-day.ts';
import { loadFileOf } from './index.ts';
import { readProductionTask } from './task.ts';

const context = { openMatter: () => expect.unreachable() } as never;
const read = (table: string | Buffer | null, images: string | null = null) => {
  const at = (text: string | Buffer | null) => (text === null ? null : { bytes: Buffer.from(text) });
  return readProductionTask({ table: at(table), images: at(images) }, context);
};
const dat = (...rows: readonly (readonly string[])[]) =>
  rows.map((cells) => cells.map((cell) => `þ${cell}þ`).join('\u0014')).join('\r\n');
const opt = (...lines: readonly string[]) => lines.join('\r\n');
const ends = async (...input: Parameters<typeof read>) =>
  (await read(...input)).documents.map(({ first, last }) => `${first}-${last}`);
const codesOf = (problems: readonly { readonly code: string }[]) => problems.map(({ code }) => code);

const twoDocuments = dat(
  ['BEGBATES', 'ENDBATES', 'CUSTODIAN', 'NATIVELINK'],
  ['AB0001', 'AB0002', 'Doe, Renée', 'NATIVES\\AB0001.msg'],
  ['AB0003', 'AB0003', 'Roe', ''],
);

test.each<[string, Buffer]>([
  ['UTF-8', Buffer.from(twoDocuments)],
  ['UTF-8 with its mark', Buffer.from(`\ufeff${twoDocuments}`)],
  ['UTF-16 with its mark', Buffer.from(`\ufeff${twoDocuments}`, 'utf16le')],
  ['UTF-16 without its mark', Buffer.from(twoDocuments, 'utf16le')],
  ['UTF-16 that begins with the greater half', Buffer.from(`\ufeff${twoDocuments}`, 'utf16le').swap16()],
  ['Windows-1252', Buffer.from(twoDocuments, 'latin1')],
])('a table of documents is recognized and read in %s', async (_encoding, bytes) => {
  expect(loadFileOf(bytes)).toBe('table');
  const { documents, problems } = await read(bytes);
  expect(problems).toEqual([]);
  expect(documents).toMatchObject([
    { row: 2, first: 'AB0001', last: 'AB0002', custodian: 'Doe, Renée', nativePath: 'NATIVES\\AB0001.msg' },
    { row: 3, first: 'AB0003', last: 'AB0003', custodian: 'Roe', nativePath: '' },
  ]);
});

test.each([
  ['carets and bars', '^Beg Bates^|^End Bates^|^Text Path^\n^AB1001^|^AB1002^|^a.txt^\n'],
  ['commas and quotation marks', '"Begin Bates","End Bates","Text Path"\r\n"AB1001","AB1002","a.txt"\r\n'],
  ['commas alone', 'BegDoc,EndDoc,TextPath\nAB1001,AB1002,a.txt'],
  ['tabs', 'PRODBEG\tPRODEND\tTEXTPATH\r\nAB1001\tAB1002\ta.txt\r\n'],
  [
    'Concordance’s sign between fields and none around them',
    'BEGBATES\u0014ENDBATES\u0014TEXTPATH\nAB1001\u0014AB1002\u0014a.txt',
  ],
])('a table with %s is recognized and read', async (_signs, text) => {
  expect(loadFileOf(Buffer.from(text))).toBe('table');
  expect((await read(text)).documents).toMatchObject([
    { first: 'AB1001', last: 'AB1002', textPath: 'a.txt' },
  ]);
});

test.each([
  ['a table of what somebody bought', 'Item,Path\nrope,a.txt\n'],
  ['a list of Bates numbers without files', 'BEGBATES,ENDBATES\nAB1001,AB1002\n'],
  ['prose', 'The images, as we said, were produced, late, in January, and, we think, incomplete.\n'],
  ['nothing', ''],
])('%s is no load file', (_what, text) => {
  expect(loadFileOf(Buffer.from(text))).toBe(null);
});

test('a line break within quotes, doubled quotes and one that nobody doubled belong to their field', async () => {
  const text =
    '"BegBates","Subject","TextPath"\n"AB1001","one\ntwo ""three"" 5" wide","a.txt"\n"AB1002","","b.txt"\n';
  expect((await read(text)).documents).toMatchObject([
    { row: 2, title: 'one two "three" 5" wide', textPath: 'a.txt' },
    { row: 3, title: '', textPath: 'b.txt' },
  ]);
});

test('a quote that is never closed costs its own row at most', async () => {
  const text =
    '"BegBates","EndBates","TextPath"\n"AB1001","AB1001,a.txt\n"AB1002","AB1002","b.txt"\n"AB1003","AB1003","c.txt"\n';
  const { documents } = await read(`${text.slice(0, 33)}${'"AB1001","AB1001","a.txt\n'}`);
  expect(documents).toMatchObject([{ row: 2 }]);
  expect(codesOf(documents[0]!.problems)).toEqual(['EVIDENCE_PRODUCTION_ROW_ODD']);
});

test('NULs and rows of nothing are passed over, and a row without a number is named', async () => {
  const text = `${dat(['BEGBATES', 'NATIVELINK'], ['AB\u00000001', 'a.msg'], ['', 'b.msg'])}\r\n\r\n\u001a`;
  const { documents, problems } = await read(text);
  expect(documents).toMatchObject([{ first: 'AB0001' }]);
  expect(problems.map(({ message }) => message)).toContain(
    'Row 3 of the load file was left out: it has no number.',
  );
});

test('a table without headings is read by what stands in its columns', async () => {
  const { documents, problems } = await read(
    dat(
      ['AB0001', 'AB0002', 'Doe', 'NATIVES\\AB0001.msg', 'TEXT\\AB0001.txt'],
      ['AB0003', 'AB0003', 'Roe', '', 'TEXT\\AB0003.txt'],
    ),
  );
  expect(codesOf(problems)).toEqual(['EVIDENCE_PRODUCTION_HEADINGS']);
  expect(documents).toMatchObject([
    {
      row: 1,
      first: 'AB0001',
      last: 'AB0002',
      nativePath: 'NATIVES\\AB0001.msg',
      textPath: 'TEXT\\AB0001.txt',
    },
    { row: 2, first: 'AB0003', last: 'AB0003', nativePath: '' },
  ]);
});

test('the pages of a list of images go to the documents of the table, and what either lacks is named', async () => {
  const { documents } = await read(
    dat(
      ['BEGBATES', 'ENDBATES', 'NATIVELINK'],
      ['AB0001', 'AB0003', ''],
      ['AB0004', 'AB0004', ''],
      ['AB0005', 'AB0005', 'a.xlsx'],
    ),
    opt(
      'AB0001,VOL1,IMAGES\\001\\AB0001.TIF,Y,,,3',
      'AB0002,VOL1,IMAGES\\001\\AB0002, copy.TIF,,,,',
      'AB0009,VOL1,IMAGES\\001\\AB0009.TIF,Y,,,1',
    ),
  );
  expect(documents).toMatchObject([
    {
      first: 'AB0001',
      volume: 'VOL1',
      pages: [{ key: 'AB0001' }, { path: 'IMAGES\\001\\AB0002, copy.TIF' }],
    },
    { first: 'AB0004', pages: [] },
    { first: 'AB0005', pages: [], problems: [] },
    { first: 'AB0009', row: 3, isOfImagesOnly: true, pages: [{ key: 'AB0009' }] },
  ]);
  expect(documents.slice(0, 2).map(({ problems }) => codesOf(problems))).toEqual([
    ['EVIDENCE_PRODUCTION_PAGES', 'EVIDENCE_PRODUCTION_PAGES'],
    ['EVIDENCE_PRODUCTION_NO_IMAGES'],
  ]);
  expect(codesOf(documents[3]!.problems)).toEqual(['EVIDENCE_PRODUCTION_NOT_LISTED']);
});

test('where the list of images says nowhere that a document begins, the table’s numbers do', async () => {
  const lines = [1, 2, 3].map((page) => `AB000${page},VOL1,I\\${page}.tif,,,,`);
  const { documents } = await read(
    dat(['BEGBATES', 'ENDBATES'], ['AB0001', 'AB0002'], ['AB0003', 'AB0003']),
    opt(...lines),
  );
  expect(documents.map(({ pages, problems }) => [pages.length, ...codesOf(problems)])).toEqual([[2], [1]]);
});

test('a list of images alone gives documents too', async () => {
  const list = opt(
    'AB0001,VOL1,I\\1.tif,Y,,,2',
    'AB0002,VOL1,I\\2.tif,,,,',
    'not a line of it',
    'AB0003,VOL1,I\\3.tif,Y,,,1',
  );
  expect(loadFileOf(Buffer.from('AB0001,VOL1,I\\1.tif,Y,,,2\r\nAB0002,VO'))).toBe('images');
  expect(await ends(null, list)).toEqual(['AB0001-AB0002', 'AB0003-AB0003']);
  expect((await read(null, list)).problems.map(({ message }) => message)).toEqual([
    'Line 3 of the load file was left out: it does not have the 7 fields of an OPT.',
  ]);
});

test('ranges that overlap, run backwards or leave a gap are named with their rows', async () => {
  const rows = [
    ['AB0001', 'AB0003'],
    ['AB0003', 'AB0004'],
    ['AB0009', 'AB0008'],
    ['CD0001', 'CD0001'],
  ];
  const { documents, problems } = await read(dat(['BEGBATES', 'ENDBATES'], ...rows));
  expect(documents.flatMap((each) => each.problems).map(({ message }) => message)).toEqual([
    'AB0003–AB0004 (row 3 of the load file) overlaps the numbers of row 2. Ask the other side which document has them.',
    'Row 4 of the load file gives AB0009–AB0008, which is not a range that runs forward. Ask the other side which numbers the document has.',
  ]);
  expect(problems.map(({ message }) => message)).toEqual([
    'No document of the load file has AB0005–AB0008 (between row 3 and row 4). Ask the other side whether it was withheld.',
  ]);
});

test('families come from attachment ranges or from a parent’s number, and a circle of parents is none', async () => {
  const parents = async (...rows: string[][]) =>
    (await read(dat(['BEGBATES', 'BEGATTACH', 'PARENTID'], ...rows))).documents.map(
      ({ parentRow }) => parentRow,
    );
  expect(await parents(['A0001', 'A0001', ''], ['A0002', 'A0001', ''], ['A0003', '', 'A0002'])).toEqual([
    null,
    2,
    3,
  ]);
  expect(await parents(['A0001', '', 'A0002'], ['A0002', '', 'A0001'])).toEqual([null, null]);
});

test('the load files that builds write come back as what they say', async () => {
  const row: LoadFileRow = {
    numbers: ['FW000001', 'FW000002'],
    batesFirst: 'FW000001',
    batesLast: 'FW000002',
    hasSlipSheet: true,
    attachFirst: '',
    attachLast: '',
    exhibit: 'A',
    title: 'Letter of January 9',
    custodian: 'Lee',
    sourceFile: 'letter.pdf',
    sha256: '',
    confidentiality: '',
    pages: 2,
    volume: '1',
    filePath: 'Exhibits/Exhibit A (FW000001-FW000002).pdf',
  };
  const { documents, problems } = await read(concordanceDat([row]), opticonOpt([row]));
  expect(problems).toEqual([]);
  expect(documents).toMatchObject([
    {
      first: 'FW000001',
      last: 'FW000002',
      custodian: 'Lee',
      title: 'Letter of January 9',
      nativePath: 'Exhibits\\Exhibit A (FW000001-FW000002).pdf',
      problems: [],
    },
  ]);
  expect(documents).toHaveLength(1);
});

test.each([
  ['01/09/2021 3:07 PM', '2021-01-09'],
  ['2021-01-09T03:07:00Z', '2021-01-09'],
  ['20210109', '2021-01-09'],
  ['31.01.2021', '2021-01-31'],
  ['9-Jan-2021', '2021-01-09'],
  ['Sat, January 9, 2021 3:07 PM', '2021-01-09'],
  ['9-Jam-2021', null],
  ['13/13/2021', null],
  ['00/00/0000', null],
  ['soon', null],
])('%s is the day %s', (text, day) => {
  expect(givenDay(text, dayOrderOf([text]))).toBe(day);
});

test.each([
  [
    'with the day first, as one of them shows',
    ['03/04/2021', '25/03/2021'],
    ['2021-04-03', '2021-03-25'],
    ['DATES'],
  ],
  [
    'now so and now so',
    ['03/04/2021', '25/03/2021', '03/25/2021'],
    ['03/04/2021', '2021-03-25', '2021-03-25'],
    ['DATES', 'ROW_ODD'],
  ],
  ['with the month first', ['03/04/2021', '03/25/2021'], ['2021-03-04', '2021-03-25'], []],
  ['that cannot be read', ['1/9/21', '00/00/0000', ''], ['1/9/21'], ['ROW_ODD']],
])('dates of a table written %s', async (_how, written, expected, codes) => {
  const { documents, problems } = await read(
    dat(['BEGBATES', 'DATESENT'], ...written.map((day, at) => [`A000${at + 1}`, day])),
  );
  expect(documents.flatMap(({ claims }) => claims.map(({ value }) => value))).toEqual(expected);
  const all = [...problems, ...documents.flatMap((each) => each.problems)];
  expect(codesOf(all)).toEqual(codes.map((code) => `EVIDENCE_PRODUCTION_${code}`));
});

test('headings of columns that are not read are named', async () => {
  const { columns, unread } = await read(dat(['BEGBATES', 'PRIVLOG', 'Designation'], ['A0001', 'x', 'AEO']));
  expect({ columns, unread }).toEqual({ columns: ['first', 'confidentiality'], unread: ['PRIVLOG'] });
});

test('two hundred thousand rows are read, and those after them are left out and told of', async () => {
  const rows = Array.from({ length: 200_002 }, (_, at) => `þA${String(at + 1).padStart(7, '0')}þ\u0014þþ`);
  const { documents, problems } = await read(['þBEGBATESþ\u0014þTEXTPATHþ', ...rows].join('\n'));
  expect(documents).toHaveLength(200_000);
  expect(codesOf(problems)).toEqual(['EVIDENCE_PRODUCTION_LIMITED']);
});

test('a list of page images in the form of IPRO (LFP) is recognized and read', async () => {
  const list = [
    '## made by a vendor',
    'VN,VOL001,D:\\production',
    'IM,AB0001,D,1,@VOL001;IMAGES\\00;AB0001.TIF;2',
    'IM,AB0002, ,2,@VOL001;IMAGES\\00;AB0001.TIF;2,1',
    'IM,AB0003,C,0,@VOL001;IMAGES\\00;Exhibit, A.jpg;4,0',
    'IM,AB0004,,0,@VOL001;IMAGES\\00',
  ].join('\r\n');
  expect(loadFileOf(Buffer.from(list.slice(0, -10)))).toBe('images');
  expect(loadFileOf(Buffer.from('IM,a message,D\nAM,another\n'))).toBeNull();
  const { documents, problems } = await read(null, list);
  expect(documents).toMatchObject([
    { first: 'AB0001', last: 'AB0002', pages: [{ path: 'IMAGES\\00\\AB0001.TIF' }, { key: 'AB0002' }] },
    { first: 'AB0003', last: 'AB0003', pages: [{ path: 'IMAGES\\00\\Exhibit, A.jpg' }] },
  ]);
  expect(problems).toMatchObject([
    { code: 'EVIDENCE_PRODUCTION_ROW_UNREAD', message: expect.stringContaining('LFP') },
    { code: 'EVIDENCE_PRODUCTION_TURNED', message: expect.stringContaining('line 4') },
  ]);
});

test('pages of documents that share a file are found by what an LFP says of each, else by their order', async () => {
  const pagesOf = async (images: string) =>
    (await read(null, images)).documents.map(({ pages }) => pages.map(({ inFile }) => inFile));
  const lfp = (key: number, begins: string, page: number) => `IM,AB${key},${begins},${page},@V;;box.tif;2\n`;
  expect(await pagesOf(lfp(1, 'D', 4) + lfp(2, '', 5) + lfp(3, 'D', 1))).toEqual([
    [
      { page: 4, of: null },
      { page: 5, of: null },
    ],
    [{ page: 1, of: null }],
  ]);
  expect(await pagesOf(lfp(1, 'D', 0) + lfp(2, 'D', 0))).toEqual([
    [{ page: 1, of: 2 }],
    [{ page: 2, of: 2 }],
  ]);
  expect(await pagesOf(lfp(1, 'D', 1) + lfp(2, '', 2))).toEqual([[undefined, undefined]]);
});
