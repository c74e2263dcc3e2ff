import { spawn } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MatterId } from '../../../../shared/model/common.ts';
import { openDatabase } from '../../store/database.ts';
import { writePdf } from '../../testing/pdf-files.ts';
import { createTestEngine, type TestEngine } from '../../testing/temp-matter.ts';

const megabytes = process.env['FORTHWITH_TIER'] === 'full' ? 500 : 60;

let t: TestEngine;
beforeEach(async () => {
  t = await createTestEngine();
});
afterEach(() => t.dispose());

const at = (name: string) => join(t.folder, name);

/** A file of bytes that nothing can compress, made in bounded memory. */
function writeLarge(path: string, bytes: number): void {
  const block = Buffer.alloc(1024 * 1024);
  for (let i = 0; i + 4 <= block.length; i += 4)
    block.writeUInt32LE(Math.imul(i + 1, 2_654_435_761) >>> 0, i);
  const file = openSync(path, 'w');
  for (let written = 0; written < bytes; written += block.length) {
    block.writeUInt32LE(written, 0);
    writeSync(file, block);
  }
  closeSync(file);
}

/** Adds a file in another process, which is killed once so many of its chunks are staged. */
async function addAndKill(matter: string, file: string, chunks: number): Promise<void> {
  const script = join(import.meta.dirname, '../../testing/intake-process.ts');
  const child = spawn(process.execPath, [script, t.folder, matter, file, `${chunks}`], { stdio: 'inherit' });
  const signal = await new Promise((resolve) => child.on('exit', (_code, by) => resolve(by)));
  expect(signal).toBe('SIGKILL');
}

test('a process killed in the middle of an intake loses nothing stored before, and says what was interrupted', async () => {
  const { id: matterId, fileName } = await t.createMatter();
  await writePdf(at('earlier.pdf'), 'kept');
  await t.runJob('evidence.add', { matterId, sources: [{ path: at('earlier.pdf') }] });
  await t.client['matter.close']({ matterId });
  writeLarge(at('large.bin'), megabytes * 1024 * 1024);

  await addAndKill(at(fileName), at('large.bin'), megabytes / 2);
  const look = openDatabase(at(fileName), { passphrase: null, isReadOnly: false, mustExist: true });
  const staged = () => look.prepare("SELECT count(*) FROM content WHERE state = 'staged'").pluck().get();
  expect(staged()).toBe(1);
  look.close();

  const { id } = await t.client['matter.open']({ source: { path: at(fileName) } });
  expect(id).toBe(matterId);
  expect(await t.client['evidence.list']({ matterId })).toMatchObject([{ title: 'earlier', pages: 1 }]);
  const [job] = await t.client['jobs.list']({ matterId });
  expect(job).toMatchObject({
    operation: 'evidence.add',
    state: 'interrupted',
    error: { code: 'INTERRUPTED' },
  });
  expect(await t.runJob('matter.verify', { matterId })).toMatchObject({ ok: true, checked: { evidence: 1 } });
  await expectNothingStaged(fileName, matterId);

  const { items } = await t.runJob('evidence.add', { matterId, sources: [{ path: at('large.bin') }] });
  expect(items).toMatchObject([{ status: 'added' }]);
}, 300_000);

async function expectNothingStaged(fileName: string, matterId: MatterId): Promise<void> {
  await t.client['matter.close']({ matterId });
  const look = openDatabase(at(fileName), { passphrase: null, isReadOnly: true, mustExist: true });
  const staged = look.prepare("SELECT count(*) FROM content WHERE state = 'staged'").pluck().get();
  look.close();
  expect(staged).toBe(0);
  await t.client['matter.open']({ source: { path: at(fileName) } });
}
