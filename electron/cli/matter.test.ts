import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { createTerminal } from './testing/terminal.ts';

const { at, run, runWith, json, errorOf } = createTerminal();
let matter: string;
beforeEach(() => {
  matter = at('x.matter');
});
const partials = () => readdirSync(at()).filter((name) => name.includes('.partial'));

test('a sample that is cancelled leaves nothing, and can be made again', async () => {
  const stop = new AbortController();
  const making = runWith({ signal: stop.signal }, 'matter', 'sample', matter, '--json');
  await vi.waitUntil(() => partials().length > 0, 20_000);
  // Whoever ends the program now leaves no half matter under the name.
  expect(existsSync(matter)).toBe(false);
  stop.abort();
  const { code, stdout, stderr } = await making;
  expect([code, stdout]).toEqual([130, '']);
  expect(JSON.parse(stderr).error).toEqual({
    code: 'CANCELLED',
    message: 'Canceled. Nothing was left half done.',
    details: {},
  });
  expect(readdirSync(at()).filter((name) => name.includes('x.matter'))).toEqual([]);
  const left = at('.x.matter.99999999-000000000000.partial-wal');
  writeFileSync(left, '');
  expect(await json('matter', 'sample', matter)).toMatchObject({ court: 'wawd' });
  expect(partials()).toEqual([]);
  const recent = readFileSync(at('app', 'recent.json'), 'utf8');
  expect(recent).toContain('x.matter');
  expect(recent).not.toContain('.partial');
  expect(await errorOf('matter', 'sample', matter)).toMatchObject({ code: 'MATTER_EXISTS' });
  const nowhere = await errorOf('matter', 'sample', at('no', 'y.matter'));
  expect(nowhere.message).not.toContain('.partial');
});

test('every deadline is counted, and those still open beside it', async () => {
  await json('matter', 'create', matter, '--title', 'Fairwater');
  const period = ['--count', '14', '--unit', 'days', '--direction', 'after', '--trigger', '2021-01-11'];
  const [first] = await json('deadlines', 'add', matter, '--title', 'One', ...period);
  await json('deadlines', 'add', matter, '--title', 'Two', ...period);
  await json('deadlines', 'done', matter, first.id, '--at', '2021-01-20');
  expect((await json('matter', 'info', matter)).counts).toMatchObject({ deadlines: 2, openDeadlines: 1 });
  expect((await run('matter', 'info', matter)).stdout).toContain('2 deadlines (1 open)');
});

test('when originals were last verified is told on the court’s clock', async () => {
  await json('matter', 'create', matter, '--title', 'Fairwater', '--court', 'wawd');
  const { stdout } = await run('matter', 'info', matter);
  expect(stdout).toContain('W.D. Wash.');
  expect(stdout).toContain('court time: Pacific Time');
  expect(stdout).toContain('Originals not verified yet.');
  await json('matter', 'verify', matter);
  expect((await run('matter', 'info', matter)).stdout).toMatch(
    /Originals last verified \w{3}, \w{3} \d+, \d{4}, [\d:]+ [AP]M P[DS]T \(UTC−0[78]:00\)\./,
  );
});

test('what a matter is called and where it is pending is changed, and what is not given stays', async () => {
  await json('matter', 'create', matter, '--title', 'Fairwater', '--court', 'wawd');
  const changed = await json('matter', 'update', matter, '--number', '2:21-cv-00031', '--judge', 'J. Roe');
  expect(changed).toMatchObject({ title: 'Fairwater', court: 'wawd', number: '2:21-cv-00031' });
  expect(await json('matter', 'info', matter)).toMatchObject({ judge: 'J. Roe', title: 'Fairwater' });
  expect(await errorOf('matter', 'update', matter)).toMatchObject({ exit: 2 });
  const moved = (...words: string[]) => json('matter', 'update', matter, ...words);
  expect(await moved('--court', 'S.D.N.Y.')).toMatchObject({ court: 'nysd', timezone: 'America/New_York' });
  expect(await errorOf('matter', 'update', matter, '--court', 'atlantis')).toMatchObject({ exit: 2 });
  // Two time zones, one of which it has already.
  expect(await moved('--court', 'flnd')).toMatchObject({ court: 'flnd', timezone: 'America/New_York' });
  expect(await moved('--court', 'atlantis', '--timezone', 'Atlantic/Azores')).toMatchObject({
    timezone: 'Atlantic/Azores',
  });
  expect((await run('matter', 'update', matter, '--timezone', 'Mars/Phobos')).stderr).toContain('--timezone');
});

test('a passphrase is set, changed and taken away, and a wrong or missing one changes nothing', async () => {
  const file = (name: string, text: string) => {
    writeFileSync(at(name), text);
    return at(name);
  };
  const [one, two] = [file('one', 'Pässwörd „eins“ 空白 \n'), file('two', 'zwei\n')];
  const passphrase = (...words: string[]) => ['matter', 'passphrase', matter, ...words] as const;
  await json('matter', 'create', matter, '--title', 'Fairwater');
  expect(await json(...passphrase('--new-passphrase-file', one))).toMatchObject({ encrypted: true });
  expect(await errorOf(...passphrase('--new-passphrase-file', two))).toMatchObject({ code: 'MATTER_LOCKED' });
  const wrong = ['--passphrase-file', two];
  expect(await errorOf(...passphrase('--remove', ...wrong))).toMatchObject({
    code: 'MATTER_WRONG_PASSPHRASE',
  });
  const missing = ['--passphrase-file', one, '--new-passphrase-file', at('none')];
  expect(await errorOf(...passphrase(...missing))).toMatchObject({ code: 'FILE_NOT_FOUND' });
  expect(await errorOf(...passphrase('--passphrase-file', one))).toMatchObject({ exit: 2 });
  await json(...passphrase('--passphrase-file', one, '--new-passphrase-file', two));
  expect(await json('matter', 'verify', matter, '--passphrase-file', two)).toMatchObject({ ok: true });
  const removed = passphrase('--remove', '--passphrase-file', two);
  expect(await json(...removed)).toMatchObject({ encrypted: false });
  // A script may name the file with every command, also once there is no passphrase any more.
  expect(await json(...removed)).toMatchObject({ encrypted: false });
  expect(await json(...passphrase('--new-passphrase-file', one, ...wrong))).toMatchObject({
    encrypted: true,
  });
  expect(readdirSync(at()).toSorted()).toEqual(['app', 'one', 'two', 'x.matter']);
});

test('a passphrase opens a matter however its accents are put together', async () => {
  const key = at('key');
  writeFileSync(key, 'Pässwörd'.normalize('NFD'));
  const options = ['--passphrase-file', key];
  await json('matter', 'create', matter, '--title', 'Fairwater', '--encrypt', ...options);
  writeFileSync(key, 'Pässwörd'.normalize('NFC'));
  expect(await json('matter', 'info', matter, ...options)).toMatchObject({ encrypted: true });
  expect(await json('matter', 'verify', matter, ...options)).toMatchObject({ ok: true });
  await json('matter', 'passphrase', matter, '--remove', ...options);
  expect(await json('matter', 'info', matter)).toMatchObject({ encrypted: false });
  writeFileSync(key, 'Passwort');
  expect((await run('matter', 'info', matter, ...options)).code).toBe(0);
});

/** A small disk, where this process may mount one. */
function mountSmallDisk(path: string): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  mkdirSync(path);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', path], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

test('a matter on a full disk is verified and backed up to another', async (context) => {
  const disk = at('disk');
  if (!mountSmallDisk(disk)) return context.skip('no disk can be mounted');
  try {
    const full = join(disk, 'x.matter');
    await json('matter', 'create', full, '--title', 'Fairwater');
    expect(() => writeFileSync(join(disk, 'rest'), Buffer.alloc(4 * 1024 * 1024))).toThrow('ENOSPC');
    expect(await json('matter', 'verify', full)).toMatchObject({ ok: true });
    expect(await json('matter', 'backup', full, matter)).toMatchObject({ path: matter });
    expect(await json('matter', 'info', matter)).toMatchObject({ title: 'Fairwater' });
    expect(await errorOf('evidence', 'tag', 'add', full, 'Hot')).toMatchObject({ code: 'DISK_FULL' });
  } finally {
    execFileSync('umount', [disk]);
  }
});
