import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestEngine, type TestEngine } from '../testing/temp-matter.ts';

let t: TestEngine;
beforeEach(async () => {
  t = await createTestEngine();
});
afterEach(() => t.dispose());

async function filledSample(isReset = false): Promise<string> {
  const { matter, jobId } = await t.client['matter.createSample']({ isReset });
  expect(matter.isSample).toBe(true);
  expect(jobId).not.toBeNull();
  await t.waitForJob(matter.id, jobId!);
  return matter.id;
}

test('the sample is made once, then opened', async () => {
  const id = await filledSample();
  expect(existsSync(join(t.folder, 'app', 'Sample matter.matter'))).toBe(true);
  expect(await t.client['search.query']({ matterId: id, query: 'agreement' })).toMatchObject({
    unread: 0,
    outdated: 0,
  });
  expect(await t.client['matter.createSample']({})).toMatchObject({ matter: { id }, jobId: null });
  await t.client['matter.close']({ matterId: id });
  expect(await t.client['matter.createSample']({})).toMatchObject({ matter: { id }, jobId: null });
});

test('a reset makes it anew, without what was changed', async () => {
  const id = await filledSample();
  await t.client['docket.add']({ matterId: id, entries: [{ number: 999, text: 'mine' }] });
  const again = await filledSample(true);
  expect(again).not.toBe(id);
  expect(await t.client['docket.list']({ matterId: again, filter: '999' })).toEqual([]);
  expect((await t.client['matter.listOpen']({})).map((matter) => matter.id)).toEqual([again]);
});

test('a sample that was never finished is made anew', async () => {
  const { matter, jobId } = await t.client['matter.createSample']({});
  await t.client['jobs.cancel']({ matterId: matter.id, jobId: jobId! });
  await t.waitForJob(matter.id, jobId!).catch(() => {});
  expect(await t.client['matter.listRecent']({})).toEqual([]);
  await t.client['matter.close']({ matterId: matter.id });
  expect(await filledSample()).not.toBe(matter.id);
  expect(await t.client['matter.listRecent']({})).toMatchObject([{ isMissing: false }]);
});

test('a reset never deletes a matter that is not the sample', async () => {
  const { id, fileName } = await t.createMatter('Mine');
  const target = { path: join(t.folder, fileName) };
  for (const isReset of [false, true])
    await expect(t.client['matter.createSample']({ target, isReset })).rejects.toMatchObject({
      code: 'MATTER_EXISTS',
      message: `“${fileName}” is already there. Choose another name; nothing was overwritten.`,
    });
  expect(await t.client['matter.get']({ matterId: id })).toMatchObject({ title: 'Mine' });
});

test('a damaged sample in its own place is replaced by a reset', async () => {
  const id = await filledSample();
  await t.client['matter.close']({ matterId: id });
  writeFileSync(join(t.folder, 'app', 'Sample matter.matter'), 'not a matter any more');
  await expect(t.client['matter.createSample']({})).rejects.toMatchObject({ code: 'MATTER_NOT_A_MATTER' });
  expect(await filledSample(true)).not.toBe(id);
});
