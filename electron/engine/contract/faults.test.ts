import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plantEvidence, withMatterFile } from '../testing/matter-file.ts';
import { createTestEngine, type TestEngine } from '../testing/temp-matter.ts';

let t: TestEngine;
beforeEach(async () => {
  t = await createTestEngine();
});
afterEach(() => t.dispose());

const at = (name: string) => join(t.folder, name);
const child = join(import.meta.dirname, '../testing/processes/fault-child.ts');

/**
 * Runs the program on a closed matter and kills it, as a power cut would, once it has said enough, unless it does so itself.
 *
 * @returns the last line it said
 */
async function runAndKill(
  mode: 'add' | 'import' | 'backup' | 'encrypt',
  fileName: string,
  isEnough: (line: string) => boolean = () => false,
) {
  const program = spawn(process.execPath, [child, mode, at(fileName)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(program, 'exit');
  let last = '';
  for await (const line of createInterface({ input: program.stdout })) {
    last = line;
    if (isEnough(line)) program.kill('SIGKILL');
  }
  const [, signal] = (await exited) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
  return last;
}

async function expectSound(fileName: string): Promise<string> {
  const { id } = await t.client['matter.open']({ source: { path: at(fileName) } });
  expect(await t.runJob('matter.verify', { matterId: id })).toMatchObject({ ok: true });
  return id;
}

async function closedMatter(): Promise<string> {
  const { id, fileName } = await t.createMatter();
  await t.client['matter.close']({ matterId: id });
  return fileName;
}

test('killed while adding docket entries: what was promised is stored, in whole steps, and can be undone', async () => {
  const fileName = await closedMatter();
  const promised = Number(await runAndKill('add', fileName, (line) => Number(line) === 20));
  expect(readdirSync(t.folder)).toContain(`${fileName}.lock`);
  const matterId = await expectSound(fileName);
  const entries = await t.client['docket.list']({ matterId });
  expect(entries.length).toBeGreaterThanOrEqual(promised * 50);
  expect(entries.length % 50).toBe(0);
  await t.client['history.undo']({ matterId });
  expect(await t.client['docket.list']({ matterId })).toHaveLength(entries.length - 50);
  await t.client['matter.close']({ matterId });
  expect(readdirSync(t.folder).filter((name) => name.startsWith(fileName))).toEqual([fileName]);
});

test('killed while importing docket sheets: whole imports are stored, each with its source, and the last can be undone', async () => {
  const fileName = await closedMatter();
  let applied = 0;
  await runAndKill('import', fileName, (line) => {
    if (line !== 'applies') applied = Number(line);
    return line === 'applies' && applied === 6;
  });
  const matterId = await expectSound(fileName);
  const sources = await t.client['docket.source.list']({ matterId });
  expect(sources.length).toBeGreaterThanOrEqual(6);
  const entries = await t.client['docket.list']({ matterId });
  expect(entries).toHaveLength(50 * sources.length);
  await t.client['history.undo']({ matterId });
  expect(await t.client['docket.list']({ matterId })).toHaveLength(50 * (sources.length - 1));
});

test('killed while backing up: no backup, the matter is whole, and the job is shown as interrupted', async () => {
  const fileName = await closedMatter();
  withMatterFile(at(fileName), (db) => {
    for (let i = 0; i < 40; i++) plantEvidence(db, { title: `Scan ${i}`, bytes: randomBytes(1_000_000) });
  });
  await runAndKill('backup', fileName);
  expect(readdirSync(t.folder)).not.toContain('backup.matter');
  const matterId = await expectSound(fileName);
  const interrupted = (await t.client['jobs.list']({ matterId })).find(
    ({ operation }) => operation === 'matter.backup',
  );
  expect(interrupted).toMatchObject({
    state: 'interrupted',
    error: {
      code: 'INTERRUPTED',
      message:
        'This was interrupted because the program stopped. What was finished is stored; start it again for the rest.',
    },
  });
  await t.runJob('matter.backup', { matterId, target: { path: at('backup.matter') } });
  expect(readdirSync(t.folder).filter((name) => name.includes('partial'))).toEqual([]);
});

test.each(['begins', 'changed'])(
  'killed while its passphrase changes (after “%s”): the matter is whole, under the old one or the new',
  async (line) => {
    const fileName = await closedMatter();
    withMatterFile(at(fileName), (db) => plantEvidence(db, { title: 'Scan', bytes: randomBytes(8_000_000) }));
    await runAndKill('encrypt', fileName, (said) => said === line);
    const source = { path: at(fileName) };
    const opened = await t.client['matter.open']({ source }).catch((error: unknown) => {
      expect(error).toMatchObject({ code: 'MATTER_LOCKED' });
      return t.client['matter.open']({ source, passphrase: 'secret' });
    });
    expect(await t.runJob('matter.verify', { matterId: opened.id })).toMatchObject({
      ok: true,
      checked: { evidence: 1, bytes: 8_000_000 },
    });
    expect(readdirSync(t.folder).filter((name) => name.includes('partial'))).toEqual([]);
  },
);

/** Whether this account may mount a small disk to fill; in a container or on a developer's machine it often may not. */
function mountSmallDisk(folder: string): boolean {
  mkdirSync(folder);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('on a full disk', () => {
  const full = 'The disk is full. Nothing already stored was lost. Free some space and try again.';
  let disk: string;
  let isMounted = false;
  beforeEach(() => {
    disk = at('disk');
    isMounted = mountSmallDisk(disk);
  });
  afterEach(() => {
    if (isMounted) execFileSync('umount', ['-l', disk]);
  });

  test('a command is refused whole, what was stored stays, and closing still works', async (context) => {
    context.skip(!isMounted, 'needs the right to mount a small disk');
    const source = { path: join(disk, 'x.matter') };
    const { id: matterId } = await t.client['matter.create']({ target: source, fields: { title: 'x' } });
    execFileSync('dd', ['if=/dev/zero', `of=${join(disk, 'ballast')}`, 'bs=1k', 'count=500'], {
      stdio: 'ignore',
    });
    let stored = 0;
    const add = (number: number) =>
      t.client['docket.add']({ matterId, entries: [{ number, text: 'word '.repeat(15_000) }] });
    const fill = async () => {
      for (; stored < 200; stored++) await add(stored + 1);
    };
    await expect(fill()).rejects.toMatchObject({ code: 'DISK_FULL', message: full });
    expect(stored).toBeGreaterThan(0);
    expect(await t.client['docket.list']({ matterId })).toHaveLength(stored);
    await expect(
      t.runJob('matter.backup', { matterId, target: { path: join(disk, 'b.matter') } }),
    ).rejects.toMatchObject({ code: 'DISK_FULL' });
    await expect(
      t.client['matter.setPassphrase']({ matterId, current: null, next: 'secret' }),
    ).rejects.toMatchObject({ code: 'DISK_FULL' });
    expect(readdirSync(disk).filter((name) => name.includes('partial'))).toEqual([]);
    await t.client['matter.close']({ matterId });

    rmSync(join(disk, 'ballast'));
    const { id: again } = await t.client['matter.open']({ source });
    expect(await t.client['docket.list']({ matterId: again })).toHaveLength(stored);
    expect(await t.runJob('matter.verify', { matterId: again })).toMatchObject({ ok: true });
    await t.client['matter.close']({ matterId: again });
  });

  test('a new matter is refused and leaves nothing', async (context) => {
    context.skip(!isMounted, 'needs the right to mount a small disk');
    execFileSync('dd', ['if=/dev/zero', `of=${join(disk, 'ballast')}`, 'bs=1k', 'count=4000'], {
      stdio: 'ignore',
    });
    const target = { path: join(disk, 'x.matter') };
    await expect(t.client['matter.create']({ target, fields: { title: 'x' } })).rejects.toMatchObject({
      code: 'DISK_FULL',
    });
    expect(readdirSync(disk)).toEqual(['ballast']);
  });
});
