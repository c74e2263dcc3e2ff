import { writeFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { makeWave } from '../engine/testing/files/recordings.ts';
import { makePdf } from '../engine/testing/pdf-files.ts';
import { createTerminal } from './testing/terminal.ts';

const { at, run, json } = createTerminal({ isShared: true });
let matter: string;
let agreement: string;

beforeAll(async () => {
  matter = at('Fairwater.matter');
  await json('matter', 'create', matter, '--title', 'Fairwater LLC v. Northgate Hosting, Inc.');
  writeFileSync(at('Agreement.pdf'), await makePdf([{ text: 'Upon thirty days notice' }]));
  const { items } = await json('evidence', 'add', matter, at('Agreement.pdf'));
  agreement = items[0].id;
  await json('argument', 'element', 'add', matter, '--test', 'winter');
});

test('a fact is added with its date, pin cite and elements, and shown in chronology and matrix', async () => {
  const about = [
    '--date',
    'about Jan 2019',
    '--cite',
    `${agreement}:1:thirty  days`,
    '--dispute',
    'undisputed',
  ];
  const bearing = ['--for', 'likely success on the merits', '--against', 'Public interest'];
  const text = ['--text', 'The contract asks for notice'];
  const fact = await json('argument', 'fact', 'add', matter, ...text, ...about, ...bearing);
  expect(fact).toMatchObject({
    date: { kind: 'about', from: '2019-01', to: null },
    dispute: 'undisputed',
    pinCites: [{ evidenceId: agreement, anchor: { page: 1, quote: 'thirty days' }, cite: 'Agreement at 1' }],
  });
  expect(await json('argument', 'facts', matter)).toEqual([fact]);
  const { stdout } = await run('argument', 'facts', matter);
  expect(stdout).toMatch(/about Jan 2019 +The contract asks for notice +Agreement at 1 +Undisputed/);
  const { claims } = await json('argument', 'matrix', matter);
  expect(claims[0].elements[0]).toMatchObject({ for: { factIds: [fact.id], items: 1, state: 'single' } });
  expect(claims[0].elements[3]).toMatchObject({ against: { state: 'single' }, for: { state: 'empty' } });
  expect((await run('argument', 'matrix', matter)).stdout).toMatch(
    /Likely success on the merits +1 +0 +1 +One source only/,
  );
});

test('a fact is changed in what is given, and in nothing else', async () => {
  const said = [
    '--text',
    'Notice was short',
    '--date',
    '2021',
    '--for',
    'Public interest',
    '--note',
    'Ask Reyes',
  ];
  const fact = await json('argument', 'fact', 'add', matter, '--cite', `${agreement}:1`, ...said);
  const edit = (...args: string[]) => json('argument', 'fact', 'edit', matter, fact.id, ...args);
  const bearing = ['--against', 'Balance of equities', '--unrelated', 'Public interest'];
  const cites = ['--cite', `${agreement}:1:thirty days`, '--uncite', fact.pinCites[0].id];
  const changed = await edit('--date', 'none', ...bearing, ...cites);
  expect(changed).toMatchObject({
    text: 'Notice was short',
    date: null,
    note: 'Ask Reyes',
    bearings: [{ side: 'against' }],
    pinCites: [{ anchor: { page: 1, quote: 'thirty days' } }],
  });
  expect(changed.bearings[0].elementId).not.toBe(fact.bearings[0].elementId);
  const refused = await run('argument', 'fact', 'edit', matter, fact.id, '--text', 'y', '--uncite', 'gone');
  expect(refused.code).toBe(3);
  const half = ['--cite', `${agreement}:1`, '--text', ''];
  expect((await run('argument', 'fact', 'edit', matter, fact.id, ...half)).code).toBe(2);
  expect(await edit('--note', '')).toEqual({ ...changed, note: '', updatedAt: expect.any(String) });
  await json('argument', 'fact', 'delete', matter, fact.id);
});

test('an element is changed in what is given', async () => {
  const edit = (name: string, ...args: string[]) =>
    json('argument', 'element', 'edit', matter, name, ...args);
  const changed = await edit('public interest', '--name', 'The public interest');
  expect(changed).toMatchObject({ name: 'The public interest', standard: expect.stringMatching(/\w/) });
  expect(await edit(changed.id, '--name', 'Public interest')).toEqual({
    ...changed,
    name: 'Public interest',
  });
});

test('a moment of a recording is cited, and its words are compared with the transcript', async () => {
  writeFileSync(at('call.wav'), makeWave(120_000));
  writeFileSync(
    at('call.srt'),
    '1\n00:00:02,000 --> 00:00:04,000\nWe are taking\n\n2\n00:00:04,000 --> 00:00:06,000\nyou offline tonight.\n\n3\n00:01:40,000 --> 00:01:42,000\nGoodbye.\n',
  );
  const { items } = await json('evidence', 'add', matter, at('call.wav'));
  const call = items[0].id;
  const moments = ['0:02 taking you offline', '0:02  Goodbye', '0:01', '0:03 taking you offlime tonight'];
  const cites = moments.flatMap((moment) => ['--cite', `${call}@${moment}`]);
  const fact = await json('argument', 'fact', 'add', matter, '--text', 'They said so', ...cites);
  expect(fact.pinCites[0]).toMatchObject({ cite: 'call at 0:02', anchor: { atMs: 2_000, page: null } });
  const states = async () => JSON.parse((await run('argument', 'check', matter, '--json')).stdout);
  const unread = { state: 'unread', atMs: null };
  expect(await states()).toMatchObject([unread, unread, unread]);
  await json('evidence', 'transcript', matter, call, at('call.srt'));
  expect(await states()).toMatchObject([
    { state: 'moved', atMs: 100_000 },
    { state: 'differs', text: expect.stringContaining('taking you offline tonight') },
  ]);
  expect((await run('argument', 'check', matter)).stdout).toContain(
    'call at 0:02: its words are said at 1:40',
  );
  await json('argument', 'fact', 'delete', matter, fact.id);
});

test('allegations are listed with what shows them, all of them or those that nothing shows', async () => {
  expect((await run('argument', 'allegations', matter)).stdout).toContain(
    'No complaint of the docket is in the matter',
  );
  writeFileSync(at('Complaint.pdf'), await makePdf([{ text: '1. One.\n2. Two.\n3. Three.' }]));
  const complaint = (await json('evidence', 'add', matter, at('Complaint.pdf'))).items[0].id;
  const pleaded = ['--allegation', 'Compl. ¶ 2', '--cite', `${agreement}:1`];
  const fact = await json('argument', 'fact', 'add', matter, '--text', 'Notice is due', ...pleaded);
  const of = ['--pleading', complaint];
  expect(await json('argument', 'allegations', matter, ...of)).toMatchObject({
    pleading: { title: 'Complaint', cite: 'Compl.' },
    allegations: [
      { number: 1, factIds: [], state: 'empty' },
      { number: 2, page: 1, text: 'Two.', factIds: [fact.id], items: 1, uncited: 0, state: 'single' },
      { number: 3 },
    ],
    astray: [],
  });
  const { stdout } = await run('argument', 'allegations', matter, ...of, '--unshown');
  expect(stdout).toMatch(/^Complaint\n.*Allegation.*\n1 +One\. +Nothing yet\n3 +Three\. +Nothing yet/);
  const out = ['--what', 'allegations', '--form', 'csv', '--out', at('allegations.csv')];
  expect(await json('argument', 'export', matter, ...out, ...of)).toMatchObject({ rows: 3 });
  expect((await run('argument', 'allegations', matter, '--pleading', 'Nothing such')).code).toBe(3);
  await json('argument', 'fact', 'delete', matter, fact.id);
});

test('a test that is added again adds nothing', async () => {
  expect(await json('argument', 'element', 'add', matter, '--test', 'winter')).toEqual([]);
});

test('a check finds pin cites that do not hold', async () => {
  expect(await json('argument', 'check', matter)).toEqual([]);
  const wrong = await json(
    'argument',
    'fact',
    'add',
    matter,
    '--text',
    'x',
    '--cite',
    `${agreement}:1:sixty days`,
  );
  expect(await run('argument', 'check', matter)).toMatchObject({
    code: 6,
    stdout: expect.stringContaining('Agreement at 1: its words are not there'),
  });
  expect(await json('argument', 'fact', 'delete', matter, wrong.id)).toEqual({ deleted: 1 });
});

test('the tables are written to new files', async () => {
  const args = ['argument', 'export', matter, '--what', 'matrix', '--form', 'csv', '--out', at('matrix.csv')];
  expect(await json(...args)).toMatchObject({ fileName: 'matrix.csv', rows: 4 });
  expect(await run(...args)).toMatchObject({ code: 3 });
});

test.each([
  ['a date that is none', ['--text', 'x', '--date', 'soon'], 2],
  ['a page that is none', ['--text', 'x', '--cite', 'ITEM:one'], 2],
  ['a moment that is no time', ['--text', 'x', '--cite', 'ITEM@1:75'], 2],
  ['a moment of what is no recording', ['--text', 'x', '--cite', 'ITEM@1:15'], 2],
  ['a page the item lacks', ['--text', 'x', '--cite', 'ITEM:9'], 2],
  [
    'an element for and against',
    ['--text', 'x', '--for', 'Public interest', '--against', 'Public interest'],
    2,
  ],
  ['an item that is not there', ['--text', 'x', '--cite', 'nothing:1'], 3],
  ['an element that is not there', ['--text', 'x', '--for', 'Standing'], 3],
])('%s is refused', async (_what, args, code) => {
  const given = args.map((word) => word.replace('ITEM', agreement));
  expect(await run('argument', 'fact', 'add', matter, ...given)).toMatchObject({ code });
});
