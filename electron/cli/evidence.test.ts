import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { beforeEach, expect, test, vi } from 'vitest';
import { makeMail, makeZip } from '../engine/testing/mail-and-archives.ts';
import { encryptPdf, hasQpdf, makeLockedPdf, writePdf } from '../engine/testing/pdf-files.ts';
import { createTerminal } from './testing/terminal.ts';

const { at, run, runWith, json } = createTerminal();
let matter: string;
beforeEach(async () => {
  matter = at('x.matter');
  await json('matter', 'create', matter, '--title', 'Fairwater LLC v. Northgate Hosting, Inc.');
});

test('what came in files is shown inside them, failures set the exit code and can be tried again', async () => {
  const mail = makeMail('Termination', { 'note.txt': 'a note' });
  writeFileSync(at('books.zip'), await makeZip({ 'mail.eml': mail }));
  const collected = ['--collected-at', '2021-01-12', '--collected-by', 'R. Ostrow'];
  const added = await run('evidence', 'add', matter, at('books.zip'), at('late.txt'), ...collected);
  expect(added.code).toBe(7);
  expect(added.stdout.split('\n').map((line) => line.replace(at(), ''))).toEqual([
    'added      /books.zip',
    'added        mail.eml',
    'added          note.txt',
    'failed     /late.txt',
    expect.stringContaining('late.txt'),
    '3 added, 0 already there, 1 failed.',
    '',
  ]);
  const [item] = await json('evidence', 'list', matter, '--filter', 'note');
  expect(item).toMatchObject({
    collected: { at: '2021-01-12', by: 'R. Ostrow' },
    parentIds: [expect.any(String)],
  });

  const { related } = await json('evidence', 'show', matter, item.id);
  expect(related).toMatchObject([
    { likeness: 'family', depth: -2, title: 'books' },
    { likeness: 'family', depth: -1, title: 'mail' },
  ]);
  const shown = await run('evidence', 'show', matter, item.parentIds[0]);
  expect(shown.stdout).toContain(`Belongs with:\n  family  `);

  const intakes = await json('evidence', 'intakes', matter);
  expect(intakes).toMatchObject([{ state: 'ended', total: 2, done: 1, failed: 1 }]);
  expect(await json('evidence', 'resume', matter)).toEqual({ items: [] });
  writeFileSync(at('late.txt'), 'here at last');
  expect(await json('evidence', 'retry', matter)).toMatchObject({ items: [{ status: 'added' }] });
  expect((await run('evidence', 'intakes', matter)).stdout).toBe('Every intake is finished.\n');
  expect((await run('evidence', 'resume', matter, 'no-such-intake')).code).toBe(3);
});

test('intakes of one file that was missing both times are over once one of them took it in', async () => {
  for (let times = 0; times < 2; times++) await run('evidence', 'add', matter, at('late.txt'));
  writeFileSync(at('late.txt'), 'here at last');
  expect(await json('evidence', 'retry', matter)).toMatchObject({ items: [{ status: 'added' }] });
  expect(await json('evidence', 'intakes', matter)).toEqual([]);
});

test('a cancelled intake says how far it got, and that it can be gone on with', async () => {
  mkdirSync(at('many'));
  for (let i = 0; i < 200; i++) writeFileSync(at(`many/${i}.txt`), `statement ${i}`);
  const stop = new AbortController();
  const adding = runWith(
    { signal: stop.signal },
    'evidence',
    'add',
    matter,
    at('many'),
    '--recursive',
    '--json',
  );
  // The write-ahead log grows with what is taken in.
  await vi.waitUntil(
    () => (statSync(`${matter}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 300_000,
    20_000,
  );
  stop.abort();
  const { code, stderr } = await adding;
  const { error } = JSON.parse(stderr);
  const { done, total } = error.details;
  expect(code).toBe(130);
  expect(total).toBe(200);
  expect(error.message).toBe(
    `Canceled. ${done} of 200 files were added completely and stay. Resume the intake for the rest. “evidence resume” does so.`,
  );
  expect(await json('evidence', 'intakes', matter)).toMatchObject([{ state: 'cancelled', done, total }]);
  expect((await json('evidence', 'resume', matter)).items).toHaveLength(200 - done);
});

test('originals are verified and compared with a list of hashes', async () => {
  writeFileSync(at('a.txt'), 'a statement');
  await json('evidence', 'add', matter, at('a.txt'));
  expect(await json('evidence', 'verify', matter)).toEqual({ verified: 1, bytes: 11, altered: [] });
  const md5 = createHash('md5')
    .update(readFileSync(at('a.txt')))
    .digest('hex');
  writeFileSync(at('list.md5'), `${md5}  a.txt\n`);
  expect(await json('evidence', 'match', matter, at('list.md5'))).toMatchObject({ listed: 1, missing: [] });
  writeFileSync(at('list.md5'), `${md5}  a.txt\n${'0'.repeat(32)}  b.txt\n`);
  const { code, stdout } = await run('evidence', 'match', matter, at('list.md5'));
  expect(code).toBe(6);
  expect(stdout).toContain('2 listed: 1 in the matter, 1 not.');
});

test('pages to be recognized have an end', async () => {
  writeFileSync(at('a.txt'), 'a statement');
  const { items } = await json('evidence', 'add', matter, at('a.txt'));
  const { code, stderr } = await run('evidence', 'ocr', matter, items[0].id, '--pages', '2-');
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('name the last page') });
});

test.skipIf(!hasQpdf())('a locked PDF is opened with the password in a file', async () => {
  await writePdf(at('plain.pdf'), 'one');
  encryptPdf(at('plain.pdf'), at('locked.pdf'), 'open sesame');
  const { items } = await json('evidence', 'add', matter, at('locked.pdf'));
  writeFileSync(at('password'), 'wrong\n');
  const unlock = ['evidence', 'unlock', matter, items[0].id, '--password-file', at('password')];
  expect((await run(...unlock)).code).toBe(5);
  writeFileSync(at('password'), 'open sesame\n');
  expect(await json(...unlock, '--keep')).toMatchObject({ id: items[0].id, pages: 1, problems: [] });
});

test('what is unlocked without keeping its password can be found and read; until then its text is refused', async () => {
  writeFileSync(at('locked.pdf'), makeLockedPdf('open sesame', 'an oleander clause'));
  writeFileSync(at('broken.pdf'), '%PDF-1.7\nnothing else');
  const { items } = await json('evidence', 'add', matter, at('locked.pdf'), at('broken.pdf'));
  const text = async (at: 0 | 1) => (await run('evidence', 'text', matter, items[at].id, '--json')).code;
  expect([await text(0), await text(1)]).toEqual([5, 4]);
  writeFileSync(at('password'), 'open sesame\n');
  await json('evidence', 'unlock', matter, items[0].id, '--password-file', at('password'));
  expect(await json('search', matter, 'oleander')).toMatchObject({ total: 1, unread: 0 });
  expect(await text(0)).toBe(0);
});

test('links that are named are followed and keep their names; what fails says what is not known of it', async () => {
  mkdirSync(at('photos'));
  writeFileSync(at('photos/a.txt'), 'a statement');
  writeFileSync(at('b.txt'), 'another');
  symlinkSync(at('b.txt'), at('photos/inner'));
  symlinkSync(at('photos'), at('to-photos'));
  symlinkSync(at('b.txt'), at('to-b'));
  symlinkSync(at('nowhere'), at('to-nothing'));
  const paths = [at('to-photos'), at('to-b'), at('to-nothing')];
  const { code, stdout } = await run('evidence', 'add', matter, ...paths, '--recursive', '--json');
  expect(code).toBe(7);
  expect(JSON.parse(stdout).items).toMatchObject([
    { path: at('to-photos/a.txt'), status: 'added' },
    { path: at('to-photos/inner'), status: 'failed', sha256: null, kind: null },
    { path: at('to-b'), status: 'added', sha256: expect.stringMatching(/^[0-9a-f]{64}$/), kind: 'text' },
    { path: at('to-nothing'), status: 'failed', sha256: null, kind: null },
  ]);
});

test('originals go to a folder that is made for them, and one that cannot be made is a declared error', async () => {
  writeFileSync(at('a.txt'), 'a statement');
  const { items } = await json('evidence', 'add', matter, at('a.txt'));
  const { files } = await json('evidence', 'export', matter, items[0].id, '--out', at('one/two'));
  expect(readFileSync(files[0].path, 'utf8')).toBe('a statement');
  expect((await run('evidence', 'export', matter, 'nope', '--out', at('three/four'))).code).toBe(3);
  expect(existsSync(at('three'))).toBe(false);
  const refused = await run('evidence', 'export', matter, items[0].id, '--out', at('a.txt/two'), '--json');
  expect(refused.code).toBe(4);
  expect(JSON.parse(refused.stderr).error.code).toBe('FILE_UNWRITABLE');
});

test.skipIf(process.platform === 'win32')(
  'a name that commands the terminal, or breaks its line, is shown as a name and nothing else',
  async () => {
    const [escape, lineBreak] = [at('a\u001b[2K.txt'), at('b\nadded      c.txt')];
    for (const path of [escape, lineBreak]) writeFileSync(path, path);
    const { stdout } = await run('evidence', 'add', matter, escape, lineBreak);
    expect(stdout.replaceAll(at(), '').split('\n')).toEqual([
      'added      /a\ufffd[2K.txt',
      'added      /b added      c.txt',
      '2 added, 0 already there, 0 failed.',
      '',
    ]);
    expect((await run('evidence', 'list', matter)).stdout).not.toContain('\u001b');
  },
);
