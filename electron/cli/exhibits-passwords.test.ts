import { readFileSync, writeFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { makeLockedPdf, writePdf } from '../engine/testing/pdf-files.ts';
import { createTerminal } from './testing/terminal.ts';

const { at, run, json } = createTerminal();
let matter: string;
beforeEach(async () => {
  matter = at('x.matter');
  await json('matter', 'create', matter, '--title', 'Fairwater LLC v. Northgate Hosting, Inc.');
  await writePdf(at('letter.pdf'), 'one', 'two');
  writeFileSync(at('ledger.pdf'), makeLockedPdf('open sesame'));
  writeFileSync(at('notes.pdf'), makeLockedPdf('swordfish'));
  const { items } = await json(
    'evidence',
    'add',
    matter,
    at('ledger.pdf'),
    at('letter.pdf'),
    at('notes.pdf'),
  );
  await json('exhibits', 'set', 'create', matter, '--name', 'TRO');
  await json('exhibits', 'add', matter, '--set', 'TRO', ...items.map(({ id }: { id: string }) => id));
});

test('locked originals are built and compared with the passwords of a file, which nothing keeps', async () => {
  const build = (...more: string[]) =>
    run('exhibits', 'build', matter, '--set', 'TRO', '--out', at('out'), '--json', ...more);
  writeFileSync(at('some.txt'), 'wrong\nopen sesame\n');
  writeFileSync(at('all.txt'), '\ufeffopen sesame\r\nswordfish\r\n');
  writeFileSync(at('none.txt'), '\n');
  const refused = await build();
  expect([refused.code, JSON.parse(refused.stderr).error.message]).toEqual([
    5,
    expect.stringMatching(/A, C \(it is protected by a password\)\. Write .* --password-file\./),
  ]);
  const partly = await build('--password-file', at('some.txt'));
  expect([partly.code, JSON.parse(partly.stderr).error]).toEqual([
    5,
    expect.objectContaining({
      details: expect.objectContaining({ label: 'C' }),
      message: expect.stringContaining('No password of the file'),
    }),
  ]);
  expect((await build('--password-file', at('none.txt'))).code).toBe(2);
  expect((await build('--password-file', at('gone.txt'))).code).toBe(3);
  const built = await build('--password-file', at('all.txt'));
  expect([built.code, built.stderr]).toEqual([0, '']);
  const { manifest } = JSON.parse(built.stdout) as { manifest: string };
  expect(readFileSync(manifest, 'utf8')).not.toMatch(/open sesame|swordfish/);
  const compare = (...more: string[]) => run('exhibits', 'compare', matter, manifest, ...more);
  expect((await compare()).code).toBe(5);
  expect((await compare('--password-file', at('all.txt'))).code).toBe(0);
  expect(readFileSync(matter).includes('open sesame')).toBe(false);
});

test('where an original is damaged besides, a build is refused as unreadable, not as locked', async () => {
  writeFileSync(at('torn.pdf'), '%PDF-1.4\nnothing more');
  const { items } = await json('evidence', 'add', matter, at('torn.pdf'));
  await json('exhibits', 'add', matter, '--set', 'TRO', items[0].id);
  const { code, stderr } = await run(
    'exhibits',
    'build',
    matter,
    '--set',
    'TRO',
    '--out',
    at('out'),
    '--json',
  );
  expect([code, JSON.parse(stderr).error.details.others]).toMatchObject([
    4,
    [{ isLocked: true }, { isLocked: false }],
  ]);
});
