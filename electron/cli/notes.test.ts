import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { encryptPdf, hasQpdf, makePdf } from '../engine/testing/pdf-files.ts';
import { withMatterFile } from '../engine/testing/matter-file.ts';
import { createTerminal } from './testing/terminal.ts';

const { at, run, json } = createTerminal({ isShared: true });
let matter: string;
let agreement: string;
const when = '2021-01-11T00:00:00.000Z';
const person = '{"name":"A. Reyes","role":"","barNumber":""}';

beforeAll(async () => {
  matter = at('Fairwater.matter');
  await json('matter', 'create', matter, '--title', 'Fairwater LLC v. Northgate Hosting, Inc.');
  writeFileSync(at('Agreement.pdf'), await makePdf([{ text: 'Upon thirty days notice' }]));
  writeFileSync(at('log.txt'), 'The service stopped.');
  const { items } = await json('evidence', 'add', matter, at('Agreement.pdf'), at('log.txt'));
  agreement = items[0].id;
  // Notes are made in the window; the command line lists them and writes them out.
  withMatterFile(matter, (db) =>
    db.exec(`
      INSERT INTO tag VALUES ('t1', 'Notice', 'issue', 'red', '${when}');
      INSERT INTO note VALUES ('n1', '${agreement}', 'highlight', 1, 'thirty days', '', '', '[]', NULL, 'Late?', 'yellow', 0, '${person}', '${when}', '${when}');
      INSERT INTO note VALUES ('n2', '${items[1].id}', 'note', 1, '', '', '', '[]', NULL, 'Our theory', 'red', 1, '${person}', '${when}', '${when}');
      INSERT INTO note_tag VALUES ('nt1', 'n1', 't1');
    `),
  );
});

test('notes list tells each note with its item, place, words, tags and author', async () => {
  const notes = await json('notes', 'list', matter);
  expect(notes).toMatchObject([
    {
      id: 'n1',
      evidenceId: agreement,
      title: 'Agreement',
      kind: 'highlight',
      page: 1,
      cite: 'p. 1',
      quote: 'thirty days',
      text: 'Late?',
      tags: [],
      issues: ['Notice'],
      author: 'A. Reyes',
      isWorkProduct: false,
    },
    { id: 'n2', title: 'log', isWorkProduct: true },
  ]);
  const { code, stdout } = await run('notes', 'list', matter);
  expect(code).toBe(0);
  expect(stdout).toMatch(/Agreement +p\. 1 +highlight +thirty days +Late\? +Notice +A\. Reyes/);
});

test('notes list is narrowed by item, tag and words; what is not there is named', async () => {
  const ids = async (...args: string[]) =>
    (await json('notes', 'list', matter, ...args)).map(({ id }: { id: string }) => id);
  expect(await ids('--evidence', agreement)).toEqual(['n1']);
  expect(await ids('--tag', 'notice')).toEqual(['n1']);
  expect(await ids('--words', 'theory reyes')).toEqual(['n2']);
  const gone = await run('notes', 'list', matter, '--tag', 'nothing', '--json');
  expect(gone).toMatchObject({ code: 3, stdout: '' });
  expect(JSON.parse(gone.stderr).error).toMatchObject({ code: 'NOT_FOUND' });
});

test('notes export writes a table and copies, without work product unless it is asked for', async () => {
  expect(await json('notes', 'export', matter, '--form', 'csv', '--out', at('notes.csv'))).toMatchObject({
    files: [{ path: at('notes.csv'), notes: 1 }],
    notes: 1,
    leftOut: 1,
    problems: [],
  });
  expect(readFileSync(at('notes.csv'), 'utf8')).not.toContain('Our theory');
  const all = await json(
    'notes',
    'export',
    matter,
    '--form',
    'docx',
    '--out',
    at('notes.docx'),
    '--include-work-product',
  );
  expect(all).toMatchObject({ notes: 2, leftOut: 0 });
  const copies = await run('notes', 'export', matter, '--form', 'pdf', '--out', at('copies'));
  expect(copies.code).toBe(0);
  expect(copies.stdout).toContain(join('copies', 'Agreement (notes).pdf'));
  expect(copies.stdout).toContain('Left out as work product: 1 note.');
});

test.skipIf(!hasQpdf())('copies of locked PDFs are written with the passwords of a file', async () => {
  for (const [name, password] of Object.entries({ Sealed: 'open sesame', Closed: 'swordfish' }))
    encryptPdf(at('Agreement.pdf'), at(`${name}.pdf`), password);
  const { items } = await json('evidence', 'add', matter, at('Sealed.pdf'), at('Closed.pdf'));
  const ids: string[] = items.map(({ id }: { id: string }) => id);
  withMatterFile(matter, (db) => {
    for (const id of ids)
      db.exec(
        `INSERT INTO note VALUES ('of ${id}', '${id}', 'highlight', 1, 'thirty days', '', '', '[]', NULL, '', 'red', 0, '${person}', '${when}', '${when}')`,
      );
  });
  writeFileSync(at('passwords.txt'), 'wrong\nopen sesame\n');
  const args = ['notes', 'export', matter, '--form', 'pdf', '--out', at('opened'), '--evidence', ...ids];
  const { code, stdout } = await run(...args, '--password-file', at('passwords.txt'), '--json');
  const { files, notes, problems } = JSON.parse(stdout) as {
    files: { fileName: string }[];
    notes: number;
    problems: { evidenceId: string; code: string }[];
  };
  expect({ code, notes, files: files.map(({ fileName }) => fileName) }).toEqual({
    code: 7,
    notes: 2,
    files: ['Sealed (notes).pdf'],
  });
  expect(problems).toMatchObject([{ evidenceId: ids[1], code: 'PDF_ENCRYPTED' }]);
  expect(readFileSync(matter).includes('open sesame')).toBe(false);
});

test('a form that is none, and a file that is there already, are refused', async () => {
  expect(await run('notes', 'export', matter, '--form', 'txt', '--out', at('x.txt'))).toMatchObject({
    code: 2,
  });
  writeFileSync(at('there.csv'), 'mine');
  const there = await run('notes', 'export', matter, '--form', 'csv', '--out', at('there.csv'), '--json');
  expect(JSON.parse(there.stderr).error.code).toBe('FILE_EXISTS');
  expect(readFileSync(at('there.csv'), 'utf8')).toBe('mine');
});
