import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { EvidenceId, MatterId } from '../../../../../shared/model/common.ts';
import type { IntakeItem } from '../../../../../shared/model/evidence.ts';
import { makeMail, makeZip } from '../../../testing/mail-and-archives.ts';
import { makeTar, tarEntry } from '../../../testing/files/tar-files.ts';
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
  folder = mkdtempSync(join(t.folder, 'test-'));
  matterId = (await t.createMatter()).id;
});
afterEach(() => t.client['matter.close']({ matterId }));

type Files = Readonly<Record<string, Uint8Array | string>>;
const write = async (name: string, files: Files) => writeFileSync(join(folder, name), await makeZip(files));
const add = async (name: string) =>
  (await t.runJob('evidence.add', { matterId, sources: [{ path: join(folder, name) }] })).items;
const evidence = () => t.client['evidence.list']({ matterId, includesArchived: true, sort: 'title' });
const get = (id: string | undefined) => t.client['evidence.get']({ matterId, id: id as EvidenceId });
const search = async (query: string) =>
  (await t.client['search.query']({ matterId, query })).hits.map(({ title, page }) => [title, page]);

const outline = (items: readonly IntakeItem[]) => outlineOf(items, 'EVIDENCE_');

/** A mail of two pages with a table that was attached to it, and a letter beside the production. */
const production: Files = {
  'VOL001/DATA/vol001.dat': makeDat(
    ['BEGBATES', 'ENDBATES', 'BEGATTACH', 'CUSTODIAN', 'NATIVELINK', 'TEXTLINK'],
    ['NH0001', 'NH0002', 'NH0001', 'Doe, Jane', '', 'TEXT\\NH0001.txt'],
    ['NH0003', 'NH0003', 'NH0001', 'Doe, Jane', 'D:\\VOL001\\natives\\NH0003.CSV', ''],
  ),
  'VOL001/DATA/vol001.opt':
    'NH0001,VOL001,IMAGES\\001\\NH0001.pdf,Y,,,2\r\nNH0002,VOL001,IMAGES\\001\\NH0001.pdf,,,,',
  'VOL001/IMAGES/001/NH0001.pdf': await makePdf([{}, {}]),
  'VOL001/NATIVES/NH0003.csv': 'day,hours\n2021-01-11,4\n',
  'VOL001/TEXT/NH0001.txt': 'the outage began\fthe servers were\f',
  'letter.txt': 'Produced under the protective order.',
};
const documents = [['NH0001–NH0002', 'added', [['NH0003', 'added']]]];
const members = [
  ['vol001.dat', 'added', documents],
  ['vol001.opt', 'added'],
  ['letter.txt', 'added'],
];

test('a production in a zip archive gives its documents, and the other files in it', async () => {
  await write('VOL001.zip', production);
  const items = await add('VOL001.zip');
  expect(outline(items)).toEqual([['VOL001.zip', 'added', members]]);
  const [leading] = items[0]!.children!;
  const mail = await get(leading!.children![0]!.id);
  expect(mail).toMatchObject({ kind: 'pdf', pages: 2, batesSeen: 'NH0001–NH0002', custodian: 'Doe, Jane' });
  expect(await search('servers')).toEqual([['NH0001–NH0002', 2]]);
  const table = await get(leading!.children![0]!.children![0]!.id);
  expect(table).toMatchObject({ title: 'NH0003', parentIds: [mail.id] });
  expect(table.custody[0]!.details).toMatchObject({
    batesFirst: 'NH0003',
    production: 'vol001.dat, row 3',
    cameIn: 'VOL001.zip',
    path: 'VOL001/NATIVES/NH0003.csv',
  });
  // Nothing twice: the archive, its load files, the letter and two documents.
  expect(await evidence()).toHaveLength(6);
  expect(outline(await add('VOL001.zip'))).toEqual([['VOL001.zip', 'duplicate']]);
  expect(await t.runJob('matter.verify', { matterId })).toMatchObject({ ok: true });
  const out = join(folder, 'out');
  const ids = [items[0]!.id, table.id] as EvidenceId[];
  await t.runJob('evidence.export', { matterId, ids, target: { path: out } });
  expect(readFileSync(join(out, 'VOL001.zip'))).toEqual(readFileSync(join(folder, 'VOL001.zip')));
  expect(readFileSync(join(out, 'NH0003.csv'), 'utf8')).toBe(production['VOL001/NATIVES/NH0003.csv']);
});

test('a production in an archive that came in a mail is found there', async () => {
  const mail = makeMail('Our production', { 'VOL001.zip': await makeZip(production) });
  writeFileSync(join(folder, 'mail.eml'), mail);
  expect(outline(await add('mail.eml'))).toEqual([['mail.eml', 'added', [['VOL001.zip', 'added', members]]]]);
});

test('a production in a packed tape archive is found there', async () => {
  const tar = makeTar(...Object.entries(production).map(([name, bytes]) => tarEntry(name, bytes)));
  writeFileSync(join(folder, 'VOL001.tgz'), gzipSync(tar));
  expect(outline(await add('VOL001.tgz'))).toEqual([
    ['VOL001.tgz', 'added', [['VOL001.tar', 'added', members]]],
  ]);
  expect(await search('servers')).toEqual([['NH0001–NH0002', 2]]);
});

test('what an archive has not is missing; what it has in vain, or twice, is an item by itself', async () => {
  const rows = [
    ['NH0001', 'NATIVES\\gone.msg', 'TEXT\\NH0001.txt'],
    ['NH0002', '..\\..\\..\\etc\\passwd', ''],
    ['NH0003', 'NATIVES\\NH0003.csv', ''],
    ['NH0004', 'NATIVES\\NH0004.csv', ''],
  ];
  await write('odd.zip', {
    'DATA/odd.dat': makeDat(['BEGBATES', 'NATIVELINK', 'TEXTLINK'], ...rows),
    'DATA/alone.dat': makeDat(['BEGBATES', 'NATIVELINK'], ['ZZ1', 'NATIVES\\ZZ1.msg']),
    'TEXT/NH0001.txt': 'what is left of it',
    'NATIVES/NH0003.csv': 'a,b\n1,2\n',
    'natives/nh0003.csv': 'c,d\n3,4\n',
    'natives/NH0004.csv': 'e,f\n5,6\n',
  });
  expect(outline(await add('odd.zip'))).toEqual([
    [
      'odd.zip',
      'added',
      [
        [
          'odd.dat',
          'added',
          'PRODUCTION_FILE_MISSING',
          'PRODUCTION_NO_FILE',
          'PRODUCTION_FILE_OUTSIDE',
          [
            ['NH0001', 'added', 'PRODUCTION_FILE_MISSING'],
            ['NH0002', 'failed', 'PRODUCTION_FILE_OUTSIDE', 'PRODUCTION_NO_FILE'],
            ['NH0003', 'added'],
            ['NH0004', 'added'],
          ],
        ],
        ['alone.dat', 'added', 'PRODUCTION_NOT_FOUND'],
        ['nh0003.csv', 'added'],
      ],
    ],
  ]);
});

test('an archive that was canceled amid its production is gone on with where it stood', async () => {
  const names = Array.from({ length: 30 }, (_, n) => `NH${String(n + 1).padStart(4, '0')}`);
  await write('many.zip', {
    'many.dat': makeDat(['BEGBATES', 'NATIVELINK'], ...names.map((name) => [name, `NATIVES\\${name}.txt`])),
    ...Object.fromEntries(names.map((name) => [`NATIVES/${name}.txt`, `statement ${name}`])),
  });
  const { jobId } = await t.client['evidence.add']({
    matterId,
    sources: [{ path: join(folder, 'many.zip') }],
  });
  while ((await evidence()).length < 6) await new Promise(setImmediate);
  await t.client['jobs.cancel']({ matterId, jobId });
  await expect(t.waitForJob(matterId, jobId)).rejects.toMatchObject({ code: 'CANCELLED' });
  const [intake] = await t.client['evidence.intake.list']({ matterId });
  const { items } = await t.runJob('evidence.intake.resume', { matterId, intakeId: intake!.id });
  expect(items[0]!.children![0]!.children!.map(({ status }) => status)).toEqual(names.map(() => 'added'));
  expect(await evidence()).toHaveLength(32);
});

/** Statements NH0001 to NH0004, and the table that lists them. */
const statement = (n: number) => [`VOL001/NATIVES/NH000${n}.txt`, `statement ${n}`] as const;
const table = makeDat(
  ['BEGBATES', 'NATIVELINK'],
  ...[1, 2, 3, 4].map((n) => [`NH000${n}`, `NATIVES\\NH000${n}.txt`]),
);
const leading: Files = { 'VOL001/DATA/a.dat': table, ...Object.fromEntries([statement(1), statement(2)]) };
const rest: Files = {
  ...Object.fromEntries([statement(3), statement(4)]),
  'VOL001/readme.txt': 'The second of two.',
};
const addAll = async (...names: readonly string[]) =>
  (await t.runJob('evidence.add', { matterId, sources: names.map((name) => ({ path: join(folder, name) })) }))
    .items;
const taken = (status: string) => [1, 2, 3, 4].map((n) => [`NH000${n}`, status]);

test('a production over several archives that are added together is one, in whatever order they stand', async () => {
  await write('a.zip', rest);
  await write('b.zip', leading);
  const items = await addAll('a.zip', 'b.zip');
  expect(outline(items)).toEqual([
    ['a.zip', 'added', [['readme.txt', 'added']]],
    ['b.zip', 'added', [['a.dat', 'added', taken('added')]]],
  ]);
  expect((await get(items[1]!.children![0]!.children![2]!.id)).custody[0]!.details).toMatchObject({
    cameIn: 'a.zip',
    path: 'VOL001/NATIVES/NH0003.txt',
    production: 'a.dat, row 4',
  });
  expect(await evidence()).toHaveLength(8);
  expect(await t.client['evidence.intake.list']({ matterId })).toEqual([]);
});

test('an archive whose rest comes later is made whole when both are added', async () => {
  await write('a.zip', leading);
  await write('b.zip', rest);
  const [alone] = await addAll('a.zip');
  expect(alone!.children![0]!.children!.map(({ status }) => status)).toEqual([
    'added',
    'added',
    'failed',
    'failed',
  ]);
  const [whole] = await addAll('a.zip', 'b.zip');
  expect(whole!.children![0]!.children!.map(({ id }) => id)).not.toContain(undefined);
  expect(whole!.children![0]!.problems).toEqual([]);
});

test('archives beside a load file on the disk have its files', async () => {
  writeFileSync(join(folder, 'a.dat'), table);
  await write('one.zip', { 'NATIVES/NH0001.txt': '1', 'natives/NH0002.txt': '2', 'NATIVES/NH0003.txt': '3' });
  await write('two.zip', { 'NATIVES/NH0004.txt': '4', 'NATIVES/NH0003.txt': 'another' });
  expect(outline(await addAll('a.dat', 'one.zip', 'two.zip'))).toEqual([
    [
      'a.dat',
      'added',
      'PRODUCTION_NO_FILE',
      'PRODUCTION_FILE_MISSING',
      [
        ['NH0001', 'added'],
        ['NH0002', 'added'],
        // Two archives have a file of this name.
        ['NH0003', 'failed', 'PRODUCTION_FILE_MISSING', 'PRODUCTION_NO_FILE'],
        ['NH0004', 'added'],
      ],
    ],
    ['one.zip', 'added', [['NH0003.txt', 'added']]],
    ['two.zip', 'added', [['NH0003.txt', 'added']]],
  ]);
});

test('productions that have load files of their own take nothing from each other', async () => {
  await write('a.zip', leading);
  await write('b.zip', {
    ...rest,
    'VOL001/DATA/b.dat': makeDat(['BEGBATES', 'NATIVELINK'], ['ZZ1', 'x.txt']),
  });
  const [first] = await addAll('a.zip', 'b.zip');
  expect(first!.children![0]!.children!.map(({ status }) => status)).toEqual([
    'added',
    'added',
    'failed',
    'failed',
  ]);
});

test.each([
  [
    'a table of commas at the top',
    'load.csv',
    'BEGBATES,CUSTODIAN,NATIVELINK\nNH0001,"Doe, Jane",NATIVES\\NH0001.txt\n',
    [],
  ],
  ['a DAT that is called a text', 'DATA/load.txt', table, [['NH0002', 'added']]],
])('the load file of an archive may be %s', async (_what, name, content, more) => {
  const files = { [name]: content, 'NATIVES/NH0001.txt': 'one', 'NATIVES/NH0002.txt': 'two' };
  await write('a.zip', { ...files, 'read me.txt': 'Our production.' });
  const [archive] = await add('a.zip');
  const [leader] = archive!.children!;
  expect(outline(leader!.children!).slice(0, 1 + more.length)).toEqual([['NH0001', 'added'], ...more]);
  // A table of the same documents beside a DAT is none of its own.
  await write('b.zip', {
    ...files,
    [name.replace('load', 'index')]: content,
    [name.replace(/load.*/, 'x.dat')]: table,
  });
  const led = (await add('b.zip'))[0]!.children!.filter(({ children }) => children !== undefined);
  expect(led.map(({ path }) => path)).toEqual([expect.stringContaining('x.dat')]);
});
