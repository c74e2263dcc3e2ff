import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { beforeEach, expect, test } from 'vitest';
import { createTerminal } from './testing/terminal.ts';

const { at, run, json } = createTerminal();
let matter: string;
beforeEach(async () => {
  matter = at('x.matter');
  await json('matter', 'create', matter, '--title', 'Fairwater v. Northgate');
});

const sample = (name: string) => join(import.meta.dirname, '../../assets/sample', name);

function write(name: string, content: string): string {
  writeFileSync(at(name), content);
  return at(name);
}

const loginPage = `<html><head><title>CM/ECF Login</title></head><body><h3>Login</h3>
  <form action="/cgi-bin/login.pl" method="post">Login: <input name="login"> Password: <input type="password" name="key"></form></body></html>`;

test('parse tells what each source is, and goes on past one that is no docket', async () => {
  const { code, stdout } = await run(
    'docket',
    'parse',
    sample('docket-sheet.html'),
    write('login.html', loginPage),
    sample('notice.eml'),
    '--json',
  );
  expect(code).toBe(7);
  const [sheet, login, notice] = JSON.parse(stdout);
  expect(sheet).toMatchObject({
    path: sample('docket-sheet.html'),
    kind: 'docket_sheet',
    case: { court: 'wawd', number: '2:21-cv-00031-BJR' },
  });
  expect(
    sheet.entries.find((e: { number: number; attachment: null }) => e.number === 2 && e.attachment === null),
  ).toMatchObject({ filedOn: '2021-01-11', text: expect.stringContaining('MOTION') });
  expect(login).toMatchObject({
    kind: null,
    case: null,
    entries: [],
    error: { code: 'DOCKET_SOURCE_LOGIN_PAGE' },
  });
  expect(notice).toMatchObject({ kind: 'notice', case: { number: '2:21-cv-00031-BJR' } });
});

test('a page that is no docket is refused with its name and exit code 4', async () => {
  const page = write('login.html', loginPage);
  const parsed = await run('docket', 'parse', page, '--json');
  expect(parsed.code).toBe(4);
  const imported = await run('docket', 'import', matter, page, '--json');
  expect(imported.code).toBe(4);
  expect(JSON.parse(imported.stdout)).toMatchObject({
    sources: [{ path: page, kind: null, error: { code: 'DOCKET_SOURCE_LOGIN_PAGE' } }],
    changes: [],
  });
  expect(await json('docket', 'list', matter)).toEqual([]);
});

test.skipIf(process.platform === 'win32')(
  'a pipe is not called a page of another kind, and not waited for (skipped on Windows)',
  async () => {
    const pipe = at('pipe');
    execFileSync('mkfifo', [pipe]);
    const { code, stdout } = await run('docket', 'parse', pipe);
    expect([code, stdout]).toEqual([
      4,
      expect.stringContaining('Save what comes from it as a file, and name that.'),
    ]);
  },
);

test('a dry run shows the redline and changes nothing; the import itself is one docket, whatever came first', async () => {
  const files = ['notice.eml', 'docket-sheet.html', 'attachments.html'].map(sample);
  const dry = await json('docket', 'import', matter, ...files, '--dry-run');
  expect(dry.sources.map(({ kind }: { kind: string }) => kind)).toEqual([
    'notice',
    'docket_sheet',
    'attachment_page',
  ]);
  expect(dry.changes.every(({ kind }: { kind: string }) => kind === 'added')).toBe(true);
  expect(await json('docket', 'list', matter)).toEqual([]);

  for (const file of files) await json('docket', 'import', matter, file);
  const oneByOne = await json('docket', 'list', matter);
  expect(oneByOne.length).toBe(dry.changes.length);
  expect(await json('docket', 'import', matter, ...files)).toMatchObject({ changes: [] });

  const other = at('other.matter');
  await json('matter', 'create', other, '--title', 'The same at once');
  await json('docket', 'import', other, ...[...files].reverse());
  const bare = (entries: { id: string; parentId: string }[]) =>
    entries.map(({ id: _id, parentId: _parentId, ...entry }) => entry);
  expect(bare(await json('docket', 'list', other))).toEqual(bare(oneByOne));
  expect(await json('matter', 'info', matter)).toMatchObject({ court: 'wawd', number: '2:21-cv-00031-BJR' });
});

test('a source of another lawsuit is not taken in', async () => {
  await json('docket', 'import', matter, sample('docket-sheet.html'));
  const other = write(
    'other.json',
    JSON.stringify({
      court_id: 'wawd',
      docket_number: '2:20-cv-00007',
      docket_entries: [{ document_number: 1, date_filed: '2020-01-06', description: 'COMPLAINT' }],
    }),
  );
  const { code, stdout } = await run('docket', 'import', matter, other, '--json');
  expect(code).toBe(3);
  expect(JSON.parse(stdout).sources).toMatchObject([{ error: { code: 'DOCKET_SOURCE_OTHER_MATTER' } }]);
});

test('of a table of several lawsuits the matter’s own is taken, and what is left out is told', async () => {
  const ours = at('ours.matter');
  await json('matter', 'create', ours, '--title', 'Ours', '--court', 'wawd', '--number', '2:21-cv-00031');
  const rows = [
    '2:21-cv-00031,01/11/2021,1,COMPLAINT',
    '1:20-cv-00999,01/12/2021,1,PETITION by Lark Quay LLC',
  ];
  const table = write('two.csv', ['Case Number,Date Filed,#,Docket Text', ...rows].join('\n'));
  const { sources } = await json('docket', 'import', ours, table);
  expect(sources).toMatchObject([
    {
      added: 1,
      warnings: [
        {
          code: 'DOCKET_OTHER_CASES_LEFT_OUT',
          message: expect.stringContaining('1:20-cv-00999'),
          raw: 'PETITION by Lark Quay LLC',
        },
      ],
    },
  ]);
});

test('a source of another court is not taken into a matter that has a court and no number yet', async () => {
  const ours = at('ours.matter');
  await json('matter', 'create', ours, '--title', 'Ours', '--court', 'NYSD');
  for (const _ of ['first', 'second']) {
    const { code, stdout } = await run('docket', 'import', ours, sample('docket-sheet.html'), '--json');
    expect([code, JSON.parse(stdout).sources[0].error.message]).toEqual([
      3,
      '“docket-sheet.html” is about 2:21-cv-00031-BJR in W.D. Wash., and this matter is a case in S.D.N.Y.: open the matter it belongs to, or correct this matter’s court.',
    ]);
  }
  expect(await json('matter', 'info', ours)).toMatchObject({ court: 'NYSD', number: '' });
  // Of several, the one of the matter's own court identifies the lawsuit.
  const own = write(
    'own.json',
    JSON.stringify({
      court_id: 'nysd',
      docket_number: '1:20-cv-00007',
      docket_entries: [{ document_number: 1, date_filed: '2020-01-06', description: 'COMPLAINT' }],
    }),
  );
  const { code, stdout } = await run('docket', 'import', ours, sample('docket-sheet.html'), own, '--json');
  expect([code, JSON.parse(stdout).sources[0].error.message]).toEqual([
    7,
    expect.stringMatching(/this matter’s court and number\.$/),
  ]);
  expect(await json('matter', 'info', ours)).toMatchObject({ number: '1:20-cv-00007' });
});

test('what an import would change is told in plain words', async () => {
  await json('docket', 'add', matter, '--from', write('own.json', '[{"number":2,"text":"MOTION"}]'));
  const { stdout } = await run('docket', 'import', matter, sample('docket-sheet.html'), '--dry-run');
  expect(stdout).toMatch(/^2 +changed: .*\blink to the document\b/m);
  expect(stdout).not.toContain('documentUrl');
});

test('an entry that cannot be used is told in plain words, with its place in the file', async () => {
  const from = write(
    'bad.json',
    JSON.stringify([{ text: 'ORDER' }, { text: 'ORDER', filedOn: '2021-02-30' }]),
  );
  const { code, stderr } = await run('docket', 'add', matter, '--from', from);
  expect([code, stderr]).toEqual([
    2,
    'Some of the values cannot be used: “filedOn” of item 2: write a day that there is, like 2021-01-31.\n',
  ]);
});

test('the docket is exported, and its sources come back as they were', async () => {
  await json('docket', 'import', matter, sample('docket-sheet.html'));
  const listed = await json('docket', 'list', matter);
  const csv = await run('docket', 'export', matter, '--format', 'csv');
  expect(csv.code).toBe(0);
  expect(csv.stdout.split('\r\n')[0]).toMatch(/^\uFEFF?number,attachment,filedOn,enteredOn,text,/);
  const exported = await json('docket', 'export', matter, '--format', 'json');
  expect(exported.map((e: { text: string }) => e.text)).toEqual(listed.map((e: { text: string }) => e.text));

  const other = at('other.matter');
  await json('matter', 'create', other, '--title', 'From the table');
  writeFileSync(at('docket.csv'), csv.stdout);
  await json('docket', 'import', other, at('docket.csv'));
  const told = (entries: { number: number; attachment: number; text: string; filedOn: string }[]) =>
    entries.map(({ number, attachment, text, filedOn }) => [number, attachment, text, filedOn]);
  expect(told(await json('docket', 'list', other))).toEqual(told(listed));

  const [source] = await json('docket', 'sources', matter, '--out', at('sources'));
  expect(source).toMatchObject({ kind: 'docket_sheet', name: 'docket-sheet.html' });
  expect(readFileSync(source.path).equals(readFileSync(sample('docket-sheet.html')))).toBe(true);
});

test('court-stamped documents are filed under their entries; one that does not fit is left and named', async () => {
  await json('docket', 'import', matter, sample('docket-sheet.html'));
  const stamped = async (name: string, stamp: string, pages: number) => {
    const document = await PDFDocument.create();
    for (let page = 1; page <= pages; page += 1)
      document.addPage([612, 792]).drawText(`${stamp} Page ${page} of 2`, { x: 90, y: 776, size: 10 });
    writeFileSync(at(name), await document.save());
    return at(name);
  };
  const motion = await stamped('motion.pdf', 'Case 2:21-cv-00031-BJR   Document 2   Filed 01/11/21  ', 2);
  const order = await stamped('cut.pdf', 'Case 2:21-cv-00031-BJR   Document 34   Filed 01/21/21  ', 1);
  await json('evidence', 'add', matter, motion, order);
  const { code, stdout } = await run('docket', 'file', matter, '--json');
  expect(code).toBe(7);
  const plans = JSON.parse(stdout) as {
    title: string;
    entry: string;
    action: string;
    conflicts: { code: string }[];
  }[];
  expect(
    plans.map((plan) => [plan.entry, plan.action, plan.conflicts.map((one) => one.code)]).sort(),
  ).toEqual([
    ['2', 'link', []],
    ['34', 'none', ['STAMP_PAGE_COUNT']],
  ]);
  const entries = await json('docket', 'list', matter);
  const documents = entries.filter((e: { evidenceId: string | null }) => e.evidenceId !== null);
  expect(documents.map((e: { number: number }) => e.number)).toEqual([2]);
});

test('documents of entries are written under their numbers, those of one entry with its attachments; the sheet is printed', async () => {
  const file = write('motion.txt', 'Motion');
  const { items } = await json('evidence', 'add', matter, file);
  const entry = { number: 2, text: 'MOTION', evidenceId: items[0].id };
  const from = write(
    'entries.json',
    JSON.stringify([entry, { number: 2, attachment: 1, text: 'Order' }, { number: 3, text: 'NOTICE' }]),
  );
  await json('docket', 'add', matter, '--from', from);
  const written = await json('docket', 'documents', matter, '2', '--out', at('filed'));
  expect(written).toMatchObject({
    files: [{ path: join(at('filed'), '002 MOTION.txt') }],
    withoutDocument: 1,
  });
  expect(readFileSync(written.files[0].path, 'utf8')).toBe('Motion');
  expect(await json('docket', 'documents', matter, '2-1', '--out', at('filed'))).toEqual({
    files: [],
    withoutDocument: 1,
  });
  const unknown = await run('docket', 'documents', matter, '2', '9', '--out', at('other'));
  expect([unknown.code, unknown.stderr]).toEqual([3, expect.stringContaining('docket entry 9')]);
  await json('docket', 'print', matter, '3', '--out', at('docket.pdf'));
  const sheet = execFileSync('pdftotext', [at('docket.pdf'), '-']).toString();
  expect(sheet).toContain('NOTICE');
  expect(sheet).not.toContain('MOTION');
});
