import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestEngine, type TestEngine } from '../testing/temp-matter.ts';

let t: TestEngine;
let file: string;
beforeEach(async () => {
  t = await createTestEngine();
  file = join(t.folder, 'app', 'settings.json');
});
afterEach(() => t.dispose());

async function restart(): Promise<void> {
  await t.engine.close();
  t = await createTestEngine({ folder: t.folder });
}
const get = () => t.client['settings.get']({});

test('settings outlive the engine, and the person acts under the name set there', async () => {
  const person = { name: 'Ann Bell', role: 'paralegal', barNumber: '' };
  await t.client['settings.update']({ patch: { person, theme: 'dark' } });
  await restart();
  expect(await get()).toMatchObject({ person, theme: 'dark', density: 'comfortable' });
  const { id: matterId } = await t.createMatter();
  await t.client['docket.add']({ matterId, entries: [{ text: 'x' }] });
  expect((await t.client['history.get']({ matterId })).undo?.by).toBe('Ann Bell');
});

test.skipIf(process.platform === 'win32')(
  'the folder of the app is made for its user alone (skipped on Windows)',
  async () => {
    const modeOfFolder = () => statSync(join(t.folder, 'app')).mode & 0o777;
    await t.client['settings.update']({ patch: { theme: 'dark' } });
    expect(modeOfFolder()).toBe(0o700);
    rmSync(join(t.folder, 'app'), { recursive: true });
    await t.createMatter();
    expect(modeOfFolder()).toBe(0o700);
  },
);

test('a damaged settings file is kept aside and the defaults serve', async () => {
  mkdirSync(join(t.folder, 'app'), { recursive: true });
  writeFileSync(file, '{"theme": "da');
  await restart();
  expect(await get()).toMatchObject({ theme: 'system' });
  await t.client['settings.update']({ patch: { theme: 'light' } });
  expect(readFileSync(`${file}.damaged`, 'utf8')).toBe('{"theme": "da');
});

test('one value that cannot be used does not cost the others', async () => {
  mkdirSync(join(t.folder, 'app'), { recursive: true });
  writeFileSync(file, '{"theme": "dark", "density": "airy", "fromTheFuture": 1}');
  await restart();
  expect(await get()).toMatchObject({ theme: 'dark', density: 'comfortable' });
  expect(readFileSync(`${file}.damaged`, 'utf8')).toContain('fromTheFuture');
});

test('what a view remembers stays with its matter', async () => {
  const { id: matterId } = await t.createMatter();
  const view = { matterId, view: 'docket' };
  expect(await t.client['settings.view.get'](view)).toEqual({});
  await t.client['settings.view.set']({ ...view, state: { filter: 'motion', page: 3 } });
  await t.client['settings.view.set']({ ...view, state: { filter: 'order' } });
  expect(await t.client['settings.view.get'](view)).toEqual({ filter: 'order' });
  expect((await t.client['history.get']({ matterId })).undo).toBeNull();
});
