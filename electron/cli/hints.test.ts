import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createAtVersion } from '../engine/testing/old-matter.ts';
import { createTerminal } from './testing/terminal.ts';

const { at, run, json } = createTerminal();

test('what the window would ask for is named as the option that gives it', async () => {
  const [key, locked, open] = [at('key.txt'), at('locked.matter'), at('open.matter')];
  writeFileSync(key, 'secret');
  await json('matter', 'create', locked, '--title', 'x', '--encrypt', '--passphrase-file', key);
  const refused = await run('matter', 'info', locked);
  expect([refused.code, refused.stderr]).toEqual([
    5,
    'This matter is locked with a passphrase. Enter the passphrase to open it. Write the passphrase in a file and name it with --passphrase-file.\n',
  ]);
  expect(JSON.parse((await run('matter', 'info', locked, '--json')).stderr).error.message).not.toContain(
    '--',
  );
  writeFileSync(key, 'wrong');
  expect((await run('matter', 'info', locked, '--passphrase-file', key)).stderr).toContain('first line');
  writeFileSync(key, '\nsecret');
  expect((await run('matter', 'info', locked, '--passphrase-file', key)).stderr).toMatch(
    / The first line of the file is the passphrase\.\n$/,
  );

  await json('matter', 'create', open, '--title', 'x');
  mkdirSync(at('sub'));
  expect((await run('evidence', 'add', open, at('sub'))).stdout).toContain('add --recursive');
});

test('a value that cannot be used is called by its option, and what is wanted is said', async () => {
  await json('matter', 'sample', at('s.matter'));
  const told = async (...argv: string[]) => (await run(...argv)).stderr;
  const wrong = 'Some of the values cannot be used: ';
  const period = ['--unit', 'days', '--direction', 'after', '--court', 'wawd'];
  expect(await told('deadlines', 'compute', '--trigger', '2021-01-11', '--count', '9999999', ...period)).toBe(
    `${wrong}--count: this must be at most 10000.\n`,
  );
  expect(await told('exhibits', 'set', 'create', at('s.matter'), '--name', 'Reply', '--party', 'alien')).toBe(
    `${wrong}--party: write plaintiff, defendant, joint or none.\n`,
  );
  expect(
    await told('exhibits', 'set', 'create', at('s.matter'), '--name', 'x', '--sticker-color', 'mauve'),
  ).toContain(`${wrong}--sticker-color: write party, white`);
  expect(
    await told('exhibits', 'build', at('s.matter'), '--set', 'x', '--out', at('out'), '--volume-mb', '-1'),
  ).toContain('Write a number from 0.');
});

test('a matter of an earlier version that is only to be read names the command that brings it up to date', async () => {
  const filePath = at('old.matter');
  createAtVersion(10, { filePath, passphrase: null }, () => undefined).close();
  const refused = await run('matter', 'info', filePath);
  expect([refused.code, refused.stderr]).toEqual([5, expect.stringContaining('“forthwith matter verify”')]);
  expect((await run('matter', 'verify', filePath)).code).toBe(0);
  expect((await run('matter', 'info', filePath)).code).toBe(0);
});
