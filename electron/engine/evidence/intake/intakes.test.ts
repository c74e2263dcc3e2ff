import { mkdirSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { MatterId } from '../../../../shared/model/common.ts';
import { makeZip } from '../../testing/mail-and-archives.ts';
import { beginTest } from '../../testing/shared-engine.ts';
import type { TestEngine } from '../../testing/temp-matter.ts';

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

const at = (name: string) => join(folder, name);
const intakes = () => t.client['evidence.intake.list']({ matterId });
const titles = async () => (await t.client['evidence.list']({ matterId })).map(({ title }) => title);
const add = (...names: string[]) =>
  t.runJob('evidence.add', { matterId, sources: names.map((name) => ({ path: at(name) })) });

function writeMany(count: number): void {
  mkdirSync(at('many'));
  for (let i = 0; i < count; i++)
    writeFileSync(at(`many/${String(i).padStart(3, '0')}.txt`), `statement ${i}`);
}

test('an intake of which everything is done leaves nothing on the list', async () => {
  writeFileSync(at('a.txt'), 'a');
  await add('a.txt');
  expect(await intakes()).toEqual([]);
});

test('what is in the matter is told at once, not when the texts of all have been read', async () => {
  writeFileSync(at('a.txt'), 'a');
  const heard: string[] = [];
  const stop = t.engine.subscribe((event) =>
    heard.push(event.name === 'job.progressed' ? event.job.note : event.name),
  );
  await add('a.txt');
  stop();
  const [intake, text] = [heard.indexOf('a.txt'), heard.indexOf('Reading text: 1 of 1')];
  expect(text).toBeGreaterThan(intake);
  expect(heard.slice(intake, text)).toContain('evidence.changed');
});

test('that an intake runs is told before its first file is in', async () => {
  writeFileSync(at('a.txt'), 'a');
  const told = Promise.withResolvers<Awaited<ReturnType<typeof intakes>>>();
  const stop = t.engine.subscribe((event) => event.name === 'evidence.changed' && told.resolve(intakes()));
  await add('a.txt');
  stop();
  expect(await told.promise).toMatchObject([{ state: 'running', done: 0 }]);
});

test('what failed can be tried again, and nothing else is', async () => {
  writeFileSync(at('a.txt'), 'a');
  await add('a.txt', 'late.txt');
  const [intake] = await intakes();
  expect(intake).toMatchObject({ state: 'ended', total: 2, done: 1, failed: 1, jobId: null });
  const intakeId = intake!.id;

  expect((await t.runJob('evidence.intake.retry', { matterId, intakeId })).items).toMatchObject([
    { path: at('late.txt'), status: 'failed', error: { code: 'FILE_NOT_FOUND' } },
  ]);
  writeFileSync(at('late.txt'), 'here at last');
  const window = t.engine.connect({ isTrusted: false });
  const again = await window.runJob('evidence.intake.retry', { matterId, intakeId });
  expect(again.items).toMatchObject([{ path: 'late.txt', status: 'added' }]);
  expect(await intakes()).toEqual([]);
});

test('an intake with failures can be taken off the list; what it stored stays', async () => {
  writeFileSync(at('a.txt'), 'a');
  await add('a.txt', 'gone.txt');
  const intakeId = (await intakes())[0]!.id;
  await t.client['evidence.intake.dismiss']({ matterId, intakeId });
  expect(await intakes()).toEqual([]);
  expect(await titles()).toEqual(['a']);
  for (const operation of ['evidence.intake.dismiss', 'evidence.intake.pause'] as const)
    await expect(t.client[operation]({ matterId, intakeId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(t.runJob('evidence.intake.resume', { matterId, intakeId: 'none' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

/** Waits, a turn of the event loop at a time, until something is so. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise(setImmediate);
}

test('a paused intake is gone on with where it stopped', async () => {
  writeMany(40);
  const adding = t.runJob('evidence.add', { matterId, sources: [{ path: at('many') }], isRecursive: true });
  await until(async () => ((await intakes())[0]?.done ?? 0) > 2);
  const [running] = await intakes();
  expect(running).toMatchObject({ state: 'running', total: 40, jobId: expect.any(String) });
  const intakeId = running!.id;
  await expect(t.runJob('evidence.intake.resume', { matterId, intakeId })).rejects.toMatchObject({
    code: 'EVIDENCE_INTAKE_RUNNING',
  });
  await t.client['evidence.intake.pause']({ matterId, intakeId });
  const { items } = await adding;
  expect(await intakes()).toMatchObject([{ state: 'paused', total: 40, done: items.length, failed: 0 }]);
  expect(items.length).toBeLessThan(40);
  const rest = await t.runJob('evidence.intake.resume', { matterId, intakeId });
  expect(rest.items).toHaveLength(40 - items.length);
  expect(await intakes()).toEqual([]);
  expect((await titles()).toSorted()).toEqual(
    Array.from({ length: 40 }, (_, i) => String(i).padStart(3, '0')),
  );
});

test('a cancelled intake says what it took in; it is over once another took in the rest', async () => {
  writeMany(40);
  const folderAgain = { matterId, sources: [{ path: at('many') }], isRecursive: true };
  const { jobId } = await t.client['evidence.add'](folderAgain);
  await until(async () => ((await intakes())[0]?.done ?? 0) > 2);
  await t.client['jobs.cancel']({ matterId, jobId });
  const end = await t.waitForJob(matterId, jobId).catch((error: unknown) => error);
  const [intake] = await intakes();
  expect(intake).toMatchObject({ state: 'cancelled', total: 40 });
  expect(end).toMatchObject({
    code: 'CANCELLED',
    message: expect.stringContaining(`${intake!.done} of 40 files were added`),
  });

  await add('many/039.txt');
  expect(await intakes()).toMatchObject([{ id: intake!.id, total: 40, done: intake!.done + 1 }]);
  await t.runJob('evidence.add', folderAgain);
  expect(await intakes()).toEqual([]);
});

test('a cancelled intake is gone on with, even from the middle of an archive whose file is gone', async () => {
  const files = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`${i}.txt`, `words ${i}`]));
  writeFileSync(at('a.zip'), await makeZip(files));
  writeFileSync(at('b.txt'), 'after it');
  const { jobId } = await t.client['evidence.add']({
    matterId,
    sources: [{ path: at('a.zip') }, { path: at('b.txt') }],
  });
  await until(async () => (await titles()).length > 5);
  await t.client['jobs.cancel']({ matterId, jobId });
  await expect(t.waitForJob(matterId, jobId)).rejects.toMatchObject({
    code: 'CANCELLED',
    details: { total: 2, done: 0, left: 2 },
  });
  const [intake] = await intakes();
  expect(intake).toMatchObject({ state: 'cancelled', total: 2, done: 0 });
  renameSync(at('a.zip'), at('elsewhere.zip'));
  const { items } = await t.runJob('evidence.intake.resume', { matterId, intakeId: intake!.id });
  expect(items).toMatchObject([{ status: 'added' }, { status: 'added' }]);
  expect(items[0]!.children).toHaveLength(60);
  expect(await titles()).toHaveLength(62);
  expect(await intakes()).toEqual([]);
  expect(await t.runJob('matter.verify', { matterId })).toMatchObject({ ok: true });
});

test('an intake is listed without any path', async () => {
  await add('gone.txt');
  const window = t.engine.connect({ isTrusted: false });
  expect(JSON.stringify(await window.client['evidence.intake.list']({ matterId }))).not.toContain(folder);
});
