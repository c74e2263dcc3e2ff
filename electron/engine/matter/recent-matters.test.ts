import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestEngine, type TestEngine } from '../testing/temp-matter.ts';

let t: TestEngine;
beforeEach(async () => {
  t = await createTestEngine();
});
afterEach(() => t.dispose());

/** Makes a matter of one title and file name in a folder; returns its id. */
async function createIn(folder: string): Promise<string> {
  mkdirSync(join(t.folder, folder), { recursive: true });
  const target = { path: join(t.folder, folder, 'tro.matter') };
  const fields = {
    title: 'Fairwater v. Northgate',
    court: '',
    number: '',
    judge: '',
    timezone: 'America/New_York',
  };
  return (await t.client['matter.create']({ target, fields })).id;
}

test('of one title and file name, they are told apart by the nearest folder that differs', async () => {
  await createIn('smith/2021');
  await createIn('jones/2021');
  await t.createMatter('Another');
  const recent = await t.client['matter.listRecent']({});
  expect(recent.map(({ folderName }) => folderName)).toEqual(['', 'jones', 'smith']);
});

test('the list says which open matter each one is', async () => {
  const matterId = await createIn('smith');
  const other = await createIn('jones');
  await t.client['matter.close']({ matterId });
  const recent = await t.client['matter.listRecent']({});
  expect(recent.map(({ openId }) => openId)).toEqual([other, null]);
});
