import { homedir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { createNodePlatform } from './node-platform.ts';

const places = { assetsDirectory: '', workerUrl: new URL('file:///worker.js') };
afterEach(() => vi.unstubAllEnvs());

test.runIf(process.platform === 'linux').each([
  ['/elsewhere', '/elsewhere'],
  ['', join(homedir(), '.config')],
  ['relative', join(homedir(), '.config')],
])('the app keeps its files under XDG_CONFIG_HOME %o only where that is a full path', (value, expected) => {
  vi.stubEnv('FORTHWITH_HOME', '');
  vi.stubEnv('XDG_CONFIG_HOME', value);
  expect(createNodePlatform(places).appDirectory).toBe(join(expected, 'Forthwith'));
});

test('an empty name of a binding is none', () => {
  vi.stubEnv('FORTHWITH_NATIVE_BINDING', '');
  expect(createNodePlatform(places).nativeBinding).toBeUndefined();
});

test('ids sort by the order they were made in, however many come in a millisecond', () => {
  const { newId } = createNodePlatform(places);
  const ids = Array.from({ length: 10_000 }, () => newId());
  expect(ids).toEqual(ids.toSorted());
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids.slice(0, 100))
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
