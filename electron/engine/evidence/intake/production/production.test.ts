import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { EvidenceId, MatterId } from '../../../../../shared/model/common.ts';
import type { IntakeItem } from '../../../../../shared/model/evidence.ts';
import { makePng } from '../../../testing/images.ts';
import { makeMail } from '../../../testing/mail-and-archives.ts';
import { makeDat, outlineOf } from '../../../testing/files/productions.ts';
import { makePdf } from '../../../testing/pdf-files.ts';
import { beginTest } from '../../../testing/shared-engine.ts';
import type { TestEngine } from '../../../testing/temp-matter.ts';

let t: TestEngine;
let folder: string;
let matterId: MatterId;
beforeAll(async () => {
  t = await beginTest();
});
afterAll(() => t.dispose());
beforeEach(async () => {
  folder = join(mkdtempSync(join(t.folder, 'test-')), 'VOL001');
  matterId = (await t.createMatter()).id;
});
afterEach(() => t.client['matter.close']({ matterId }));

const table = 'DATA/vol001.dat';
const list = 'DATA/vol001.opt';
const at = (name: string) => join(folder, name);
const write = (files: Readonly<Record<string, Uint8Array | string>>) => {
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(at(name)), { recursive: true });
    writeFileSync(at(name), bytes);
  }
};
const add = async (path = table, options: { source?: string; isRecursive?: boolean } = {}) =>
  (await t.runJob('evidence.add', { matterId, sources: [{ path: at(path) }], ...options })).items;
const evidence = () => t.client['evidence.list']({ matterId, includesArchived: true, sort: 'title' });
const get = (id: string | undefined) => t.client['evidence.get']({ matterId, id: id as EvidenceId });
const search = async (query: string) =>
  (await t.client['search.query']({ matterId, query })).hits.map(({ title, page }) => [title, page]);

const outline = (items: readonly IntakeItem[]) => outlineOf(items, 'EVIDENCE_PRODUCTION_');

/** A mail of three page images with a spreadsheet that was attached to it, and a photo. */
const production = {
  [table]: makeDat(
    [
      'BEGBATES',
      'ENDBATES',
      'BEGATTACH',
      'ENDATTACH',
      'CUSTODIAN',
      'FROM',
      'SUBJECT',
      'DATESENT',
      'NATIVELINK',
      'TEXTLINK',
    ],
    [
      'NH0001',
      'NH0003',
      'NH0001',
      'NH0004',
      'Doe, Jane',
      'J. Doe',
      'Outage',
      '01/09/2021',
      '',
      'TEXT\\NH0001.txt',
    ],
    ['NH0004', 'NH0004', 'NH0001', 'NH0004', 'Doe, Jane', '', '', '', 'D:\\VOL001\\natives\\NH0004.CSV', ''],
    ['NH0005', 'NH0005', '', '', '', '', '', '', '', ''],
  ),
  [list]: [
    'NH0001,VOL001,IMAGES\\001\\NH0001.png,Y,,,3',
    'NH0002,VOL001,IMAGES\\001\\NH0002.png,,,,',
    'NH0003,VOL001,IMAGES\\001\\NH0003.png,,,,',
    'NH0004,VOL001,IMAGES\\001\\NH0004.png,Y,,,1',
    'NH0005,VOL001,IMAGES\\001\\NH0005.png,Y,,,1',
  ].join('\r\n'),
  ...Object.fromEntries(
    [1, 2, 3, 4, 5].map((page) => [`IMAGES/001/NH000${page}.png`, makePng(40, 30 + page)]),
  ),
  'NATIVES/NH0004.csv': 'day,hours\n2021-01-11,4\n',
  'TEXT/NH0001.txt': 'the outage began\fthe servers were\fsuspended at noon\f',
};

test('each document of a production is one item under its numbers, with what the load file says of it', async () => {
  write(production);
  const items = await add();
  expect(outline(items)).toEqual([
    [
      'vol001.dat',
      'added',
      [
        ['NH0001–NH0003', 'added', [['NH0004', 'added']]],
        ['NH0005', 'added'],
      ],
    ],
    ['vol001.opt', 'added'],
  ]);
  const [mail, photo] = items[0]!.children!;
  expect(await get(mail!.id)).toMatchObject({
    title: 'NH0001–NH0003 Outage',
    kind: 'pdf',
    pages: 3,
    custodian: 'Doe, Jane',
    source: 'Production VOL001',
    batesSeen: 'NH0001–NH0003',
    claimedAt: '2021-01-09',
    claimedFrom: 'J. Doe',
    hasText: true,
    needsOcr: false,
    isArchived: false,
    problems: [],
  });
  expect(await get(photo!.id)).toMatchObject({
    title: 'NH0005',
    kind: 'png',
    originalName: 'NH0005.png',
    custodian: '',
  });
  expect(await t.runJob('matter.verify', { matterId })).toMatchObject({
    ok: true,
    checked: { evidence: (await evidence()).length },
  });
});

test('its files are kept as they came, each with the production in its custody', async () => {
  write(production);
  const items = await add();
  const mail = await get(items[0]!.children![0]!.id);
  const pages = [1, 2, 3].map((page) => production[`IMAGES/001/NH000${page}.png` as keyof typeof production]);
  const hashes = pages.map((bytes) => createHash('sha256').update(bytes).digest('hex'));
  expect(mail.custody[0]!.details).toMatchObject({
    batesFirst: 'NH0001',
    batesLast: 'NH0003',
    production: 'vol001.dat, row 2',
    madeFrom: hashes,
  });
  const kept = (await evidence()).filter(({ isArchived }) => isArchived);
  expect(kept.map(({ sha256, parentIds }) => [sha256, parentIds])).toEqual(
    hashes.map((hash) => [hash, [mail.id]]),
  );
  expect((await get(kept[1]!.id)).custody[0]!.details).toMatchObject({
    name: 'NH0002.png',
    production: 'vol001.dat, row 2',
  });
});

test('what was produced with a document as its text is found on its pages', async () => {
  write(production);
  await add();
  expect(await search('servers')).toEqual([['NH0001–NH0003 Outage', 2]]);
  expect(await search('bates:NH0002')).toEqual([['NH0001–NH0003 Outage', null]]);
});

test('a native file is the item, its page images are with it, and attachments are with what they came with', async () => {
  write(production);
  const [leading] = await add();
  const mail = leading!.children![0]!;
  const native = await get(mail.children![0]!.id);
  expect(native).toMatchObject({ kind: 'csv', title: 'NH0004', batesSeen: 'NH0004', parentIds: [mail.id] });
  const pages = (await evidence()).find(({ originalName }) => originalName === 'NH0004.png');
  expect(pages).toMatchObject({ parentIds: [native.id], batesSeen: 'NH0004', isArchived: false });
});

test('a folder with a production gives its documents, and the other files in it', async () => {
  write({ ...production, 'readme.txt': 'Produced under the protective order.' });
  const items = await add('.', { isRecursive: true, source: 'Northgate' });
  expect(outline(items).map((item) => (item as unknown[])[0])).toEqual([
    'vol001.dat',
    'vol001.opt',
    'readme.txt',
  ]);
  expect((await get(items[0]!.children![0]!.id)).source).toBe('Northgate');
});

test('a list of page images brings the table beside it, and stands for it where there is none', async () => {
  write(production);
  expect(outline(await add(list))).toMatchObject([
    ['vol001.opt', 'added'],
    ['vol001.dat', 'added', [{}, {}]],
  ]);
  const other = (await t.createMatter()).id;
  rmSync(at(table));
  const { items } = await t.runJob('evidence.add', { matterId: other, sources: [{ path: at(list) }] });
  expect(outline(items)).toEqual([
    [
      'vol001.opt',
      'added',
      [
        ['NH0001–NH0003', 'added', 'EVIDENCE_NO_TEXT'],
        ['NH0004', 'added'],
        ['NH0005', 'added'],
      ],
    ],
  ]);
  await t.client['matter.close']({ matterId: other });
});

test('what is missing, outside or damaged is named with its row, and the rest comes in', async () => {
  write({
    [table]: makeDat(
      ['BEGBATES', 'ENDBATES', 'NATIVELINK', 'TEXTLINK'],
      ['NH0001', 'NH0001', 'NATIVES\\gone.msg', 'TEXT\\NH0001.txt'],
      ['NH0002', 'NH0002', '..\\..\\..\\secret.txt', ''],
      ['NH0004', 'NH0005', 'NATIVES\\NH0004.eml', ''],
    ),
    '../secret.txt': 'nobody’s business',
    'TEXT/NH0001.txt': 'what is left of it',
    'NATIVES/NH0004.eml': makeMail('Notice'),
  });
  const items = await add();
  expect(outline(items)).toEqual([
    [
      'vol001.dat',
      'added',
      'GAP',
      'FILE_MISSING',
      'NO_FILE',
      'FILE_OUTSIDE',
      [
        ['NH0001', 'added', 'FILE_MISSING'],
        ['NH0002', 'failed', 'FILE_OUTSIDE', 'NO_FILE'],
        ['NH0004–NH0005', 'added'],
      ],
    ],
  ]);
  expect(items[0]!.children![0]!.problems[0]!.message).toBe(
    '“NATIVES\\gone.msg”, which row 2 of the load file names, is not in the folder or archive of the production. If that came in several archives, add all of them together, or unpack them into one folder and add it; else ask the other side for the file.',
  );
  expect((await evidence()).map(({ title }) => title)).not.toContain('secret');
});

test('adding it again takes in what has come since, and nothing twice', async () => {
  write(production);
  rmSync(at('IMAGES/001/NH0005.png'));
  await add();
  const before = await evidence();
  write(production);
  expect(outline(await add())).toEqual([
    [
      'vol001.dat',
      'duplicate',
      [
        ['NH0001–NH0003', 'duplicate', [['NH0004', 'duplicate']]],
        ['NH0005', 'added'],
      ],
    ],
    ['vol001.opt', 'duplicate'],
  ]);
  expect(await evidence()).toHaveLength(before.length + 1);
});

test('a production that is sent again with other files under the same numbers says so, and these come in too', async () => {
  const files = {
    [table]: makeDat(
      ['BEGBATES', 'NATIVELINK', 'TEXTLINK'],
      ['NH0001', 'a.txt', 'a.ocr'],
      ['NH0002', 'b.txt', 'b.ocr'],
    ),
    'a.txt': 'statement',
    'a.ocr': 'statement as recognized',
    'b.txt': 'another',
    'b.ocr': ' ',
  };
  write(files);
  await add();
  const before = await evidence();
  write({ 'a.txt': 'statement, redacted' });
  const [leading] = await add();
  expect(outline(leading!.children!)).toEqual([
    ['NH0001', 'duplicate', 'FILE_CHANGED'],
    ['NH0002', 'duplicate'],
  ]);
  expect(leading!.problems.map(({ code }) => code)).toEqual(['EVIDENCE_PRODUCTION_FILE_CHANGED']);
  const added = (await evidence()).filter(({ id }) => !before.some((each) => each.id === id));
  expect(added).toMatchObject([{ originalName: 'a.txt', isArchived: false }]);
  expect(await search('redacted')).toEqual([['NH0001 (sent again, changed)', 1]]);
});

test('a document of which files were missing says so, and is made whole when they come', async () => {
  const {
    'TEXT/NH0001.txt': text,
    'IMAGES/001/NH0003.png': page,
    ...rest
  } = production as Record<string, string>;
  write(rest);
  const [first] = await add();
  const torn = await get(first!.children![0]!.id);
  expect(torn.pages).toBe(2);
  const second = await t.client['exhibits.pageCites']({ matterId, evidenceId: torn.id, page: 2 });
  expect(second).toMatchObject([{ bates: 'NH0002' }]);
  expect(torn.problems.map(({ code }) => code)).toEqual([
    'EVIDENCE_NO_TEXT',
    'EVIDENCE_PRODUCTION_FILE_MISSING',
    'EVIDENCE_PRODUCTION_FILE_MISSING',
  ]);

  // Nothing has come: what is missing stays named.
  const [still] = await add();
  expect(outline([still!]).flat().slice(0, 4)).toEqual(
    outline([first!]).flat().slice(0, 4).with(1, 'duplicate'),
  );

  // What was missing comes alone, with the load file.
  rmSync(at('IMAGES'), { recursive: true });
  write({ 'TEXT/NH0001.txt': text!, 'IMAGES/001/NH0003.png': page! });
  const [again] = await add();
  const [mail] = again!.children!;
  expect(outline([again!])).toEqual([
    [
      'vol001.dat',
      'duplicate',
      [
        ['NH0001–NH0003', 'added', [['NH0004', 'duplicate']]],
        ['NH0005', 'duplicate'],
      ],
    ],
  ]);
  const whole = await get(mail!.id);
  expect(whole).toMatchObject({ pages: 3, batesSeen: 'NH0001–NH0003', problems: [], isArchived: false });
  expect(whole.custody[0]!.details['madeFrom']).toHaveLength(3);
  expect(await get(torn.id)).toMatchObject({ isArchived: true, batesSeen: null });
  expect((await get(mail!.children![0]!.id)).parentIds).toContain(whole.id);
  expect(await search('servers')).toEqual([['NH0001–NH0003 Outage', 2]]);
});

test('a page image that comes later joins the one that was taken for the whole document', async () => {
  const rows = ['NH0001,V,I\\1.png,Y,,,2', 'NH0002,V,I\\2.png,,,,'];
  write({ [list]: rows.join('\n'), 'I/1.png': makePng(30, 20) });
  const [{ children: alone } = {}] = await add(list);
  write({ 'I/2.png': makePng(30, 25) });
  const [{ children: joined } = {}] = await add(list);
  expect(await get(joined![0]!.id)).toMatchObject({
    pages: 2,
    kind: 'pdf',
    problems: [{ code: 'EVIDENCE_NO_TEXT' }],
  });
  expect(await get(alone![0]!.id)).toMatchObject({ isArchived: true, parentIds: [joined![0]!.id] });
});

test('the same bytes under other numbers are one item with both', async () => {
  const rows = [
    ['NH0001', 'NATIVES\\a.txt'],
    ['NH0002', 'NATIVES\\b.txt'],
  ];
  write({
    [table]: makeDat(['BEGBATES', 'NATIVELINK'], ...rows),
    'NATIVES/a.txt': 'same',
    'NATIVES/b.txt': 'same',
  });
  const [leading] = await add();
  expect(leading!.children!.map(({ status }) => status)).toEqual(['added', 'duplicate']);
  expect(await get(leading!.children![0]!.id)).toMatchObject({ batesSeen: 'NH0001, NH0002' });
  expect(await search('bates:NH0002')).toEqual([['NH0001', null]]);
});

test('a number stands on the page that bears it, though a slip sheet comes before', async () => {
  const pages = [{ text: 'Exhibit A' }, { text: 'the letter\nNH000012' }];
  write({
    [table]: makeDat(['BEGBATES', 'NATIVELINK'], ['NH000012', 'a.pdf']),
    'a.pdf': await makePdf(pages),
  });
  const [leading] = await add();
  const id = leading!.children![0]!.id as EvidenceId;
  const cites = [1, 2].map((page) => t.client['exhibits.pageCites']({ matterId, evidenceId: id, page }));
  const cited = (await Promise.all(cites)).map((page) => page.map(({ cite }) => cite).join());
  expect(cited.map((cite) => cite.includes('NH000012'))).toEqual([false, true]);
});

test('pages in PDFs of one page each are joined, with pictures among them, and kept as they came', async () => {
  const rows = ['NH0001,V,I\\1.pdf,Y,,,3', 'NH0002,V,I\\2.png,,,,', 'NH0003,V,I\\3.pdf,,,,'];
  const files = {
    [list]: rows.join('\n'),
    'I/1.pdf': await makePdf([{ text: 'the outage began' }]),
    'I/2.png': makePng(40, 30),
    'I/3.pdf': await makePdf([{ text: 'it ended at noon' }]),
  };
  write(files);
  const items = await add(list);
  expect(outline(items)).toEqual([['vol001.opt', 'added', [['NH0001–NH0003', 'added']]]]);
  const joined = await get(items[0]!.children![0]!.id);
  expect(joined).toMatchObject({ kind: 'pdf', pages: 3, claimedAt: null, isArchived: false });
  expect(joined.claims.map(({ field }) => field)).toEqual(['software']);
  expect(await search('noon')).toEqual([['NH0001–NH0003', 3]]);
  const kept = (await evidence()).filter(({ isArchived }) => isArchived);
  expect(kept.map(({ originalName }) => originalName).toSorted()).toEqual(['1.pdf', '2.png', '3.pdf']);
  // The same pages give the same bytes.
  const other = (await t.createMatter()).id;
  const again = await t.runJob('evidence.add', { matterId: other, sources: [{ path: at(list) }] });
  expect(again.items[0]!.children![0]!.sha256).toBe(joined.sha256);
  await t.client['matter.close']({ matterId: other });
});

test('pages of which one is no picture and no PDF are kept one by one', async () => {
  const rows = ['NH0001,V,I\\1.pdf,Y,,,2', 'NH0002,V,I\\2.txt,,,,'];
  write({ [list]: rows.join('\n'), 'I/1.pdf': await makePdf([{ text: 'one' }]), 'I/2.txt': 'two' });
  expect(outline(await add(list))).toEqual([
    ['vol001.opt', 'added', 'PAGES_APART', [['NH0001–NH0002', 'added', 'PAGES_APART']]],
  ]);
  expect((await evidence()).filter(({ isArchived }) => !isArchived)).toHaveLength(3);
});

test('a load file that came without its production is a table like any other', async () => {
  write({ [table]: production[table], [list]: production[list] });
  expect(outline(await add())).toEqual([
    ['vol001.dat', 'added', 'NOT_FOUND'],
    ['vol001.opt', 'added'],
  ]);
});

test('a load file that corrects documents without bringing files says that they are here and were not changed', async () => {
  write({
    [table]: makeDat(['BEGBATES', 'CUSTODIAN', 'NATIVELINK'], ['NH0001', 'J. Doe', 'a.txt']),
    'DATA/overlay.dat': makeDat(['BEGBATES', 'CUSTODIAN'], ['NH0001', 'R. Roe'], ['NH0002', 'R. Roe']),
    'DATA/again.dat': makeDat(['BEGBATES', 'CUSTODIAN', 'NATIVELINK'], ['NH0001', 'R. Roe', 'a.txt']),
    'a.txt': 'statement',
  });
  await add();
  const [overlay] = await add('DATA/overlay.dat');
  expect(outline([overlay!])).toEqual([['overlay.dat', 'added', 'OVERLAY']]);
  expect(overlay!.problems[0]!.message).toContain('(1 of 2)');
  const [again] = await add('DATA/again.dat');
  expect(outline([again!])).toEqual([
    ['again.dat', 'added', 'CUSTODIAN', [['NH0001', 'duplicate', 'CUSTODIAN']]],
  ]);
  expect(await get(again!.children![0]!.id)).toMatchObject({
    custodian: 'J. Doe',
    custody: [{ details: { custodian: 'J. Doe' } }, { details: { custodian: 'R. Roe' } }],
  });
});

test('two tables and one list in a folder belong together by their names', async () => {
  const rows = (name: string) => makeDat(['BEGBATES', 'NATIVELINK'], [name, `${name}.txt`]);
  write({
    'one.dat': rows('NH0001'),
    'two.dat': rows('NH0002'),
    'two.opt': 'NH0002,V,NH0002.png,Y,,,1',
    'NH0001.txt': 'one',
    'NH0002.txt': 'two',
    'NH0002.png': makePng(30, 20),
  });
  expect(outline(await add('.', { isRecursive: true }))).toEqual([
    ['one.dat', 'added', [['NH0001', 'added']]],
    ['two.dat', 'added', [['NH0002', 'added']]],
    ['two.opt', 'added'],
  ]);
});

test.skipIf(process.platform === 'win32')('a pipe called like a load file is not waited for', async () => {
  write({ ...production, [list]: '' });
  rmSync(at(list));
  execFileSync('mkfifo', [at(list)]);
  const [leading] = await add();
  expect(outline(leading!.children!)).toEqual([
    ['NH0001–NH0003', 'added', [['NH0004', 'added']]],
    ['NH0005', 'failed', 'NO_FILE'],
  ]);
});

/** Begins to take in a production of thirty documents, and cancels on the way. */
async function cancelHalfway() {
  const names = Array.from({ length: 30 }, (_, n) => `NH${String(n + 1).padStart(4, '0')}`);
  write({
    [table]: makeDat(['BEGBATES', 'NATIVELINK'], ...names.map((name) => [name, `NATIVES\\${name}.txt`])),
    ...Object.fromEntries(names.map((name) => [`NATIVES/${name}.txt`, `statement ${name}`])),
  });
  const { jobId } = await t.client['evidence.add']({ matterId, sources: [{ path: at(table) }] });
  while ((await evidence()).length < 5) await new Promise(setImmediate);
  await t.client['jobs.cancel']({ matterId, jobId });
  await expect(t.waitForJob(matterId, jobId)).rejects.toMatchObject({ code: 'CANCELLED' });
  const [intake] = await t.client['evidence.intake.list']({ matterId });
  return { names, intakeId: intake!.id };
}

test('a canceled intake of a production is gone on with where it stood', async () => {
  const { names, intakeId } = await cancelHalfway();
  const { items } = await t.runJob('evidence.intake.resume', { matterId, intakeId });
  expect(items[0]!.children!.map(({ status }) => status)).toEqual(names.map(() => 'added'));
  const titles = (await evidence()).map(({ title }) => title).filter((title) => title.startsWith('NH'));
  expect(titles).toEqual(names);
});

test('an intake whose production is gone says so when it is gone on with', async () => {
  const { intakeId } = await cancelHalfway();
  rmSync(folder, { recursive: true });
  const { items } = await t.runJob('evidence.intake.resume', { matterId, intakeId });
  expect(outline(items)).toEqual([['vol001.dat', 'failed', 'FILE_NOT_FOUND']]);
});

const optLine = 'NH0001,V,IMAGES\\NH0001.pdf,Y,,,1';
const lfpLine = 'IM,NH0001,D,0,@V;IMAGES;NH0001.pdf;7';
const datTable = makeDat(['BEGBATES', 'CUSTODIAN'], ['NH0001', 'Doe']);
const csvTable = 'BEGBATES,CUSTODIAN,NATIVELINK\nNH0001,Doe,\n';

test.each<[string, Readonly<Record<string, string>>, string, string]>([
  ['a CSV and an OPT', { 'a.csv': csvTable, 'a.opt': optLine }, 'a.csv', 'Doe'],
  ['a CSV in a folder below and an OPT', { 'V/a.csv': csvTable, 'V/a.opt': optLine }, 'a.opt', ''],
  ['a DAT called a text and an LFP', { 'DATA/a.txt': datTable, 'DATA/a.lfp': lfpLine }, 'a.txt', 'Doe'],
  ['the same at the top', { 'a.txt': datTable, 'a.lfp': lfpLine }, 'a.lfp', ''],
  ['an OPT and an LFP', { 'a.opt': optLine, 'a.lfp': lfpLine }, 'a.opt', ''],
  [
    'a DAT with all others',
    { 'b.dat': datTable, 'a.csv': csvTable, 'a.lfp': lfpLine, 'b.opt': optLine },
    'b.dat',
    'Doe',
  ],
])('a folder with %s gives its document once', async (_what, files, leads, custodian) => {
  const within = Object.keys(files)[0]!.startsWith('V/') ? 'p/V' : 'p';
  const page = { [`${within}/IMAGES/NH0001.pdf`]: await makePdf([{}]) };
  write({ ...page, ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`p/${name}`, text])) });
  const items = await add('p', { isRecursive: true });
  const [leader, ...others] = items.filter(({ children }) => children !== undefined);
  expect([basename(leader!.path), others]).toEqual([leads, []]);
  const [document] = leader!.children!;
  expect(await get(document!.id)).toMatchObject({ kind: 'pdf', batesSeen: 'NH0001', custodian });
  expect(await evidence()).toHaveLength(Object.keys(files).length + 1);
});

test('documents whose pages are in one file have their own of it, where the list of page images tells which', async () => {
  const line = (key: number, file: string, begins = '') => `NH000${key},V,${file}.pdf,${begins},,,`;
  const box = [1, 2, 3].map((key) => line(key, 'box', key === 2 ? '' : 'Y'));
  const others = [
    line(4, 'none', 'Y'),
    line(5, 'none', 'Y'),
    line(6, 'odd', 'Y'),
    line(7, 'odd', 'Y'),
    line(8, 'lost', 'Y'),
    line(9, 'lost'),
  ];
  write({
    'box.pdf': await makePdf([{ text: 'one' }, { text: 'two' }, { text: 'three' }]),
    'none.pdf': await makePdf([{ text: 'produced natively' }]),
    'lost.pdf': await makePdf([{ text: 'one page of two' }]),
    'odd.pdf': await makePdf([{ text: 'odd' }, {}, {}]),
    'list.opt': [...box, ...others].join('\n'),
  });
  const [{ children } = {}] = await add('list.opt');
  expect(outline(children!)).toEqual([
    ['NH0001–NH0002', 'added'],
    ['NH0003', 'added'],
    ['NH0004', 'added'],
    ['NH0005', 'duplicate'],
    ['NH0006', 'added', 'PAGES'],
    ['NH0007', 'duplicate', 'PAGES'],
    ['NH0008–NH0009', 'added', 'PAGES'],
  ]);
  expect(children!.at(-1)!.problems[0]!.message).toBe(
    'Line 8 of the load file gives NH0008–NH0009 2 pages, but its file “lost.pdf” has 1.',
  );
  expect(await search('"two" -page')).toEqual([['NH0001–NH0002', 2]]);
  expect(await search('three')).toEqual([['NH0003', 1]]);
  expect((await evidence()).find(({ title }) => title === 'box')).toMatchObject({
    pages: 3,
    isArchived: true,
  });
});
