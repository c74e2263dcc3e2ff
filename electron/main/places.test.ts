import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { nativeBindingEnvironment } from './places.ts';

const folder = mkdtempSync(join(tmpdir(), 'forthwith-places-'));
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

test('an installed app takes the binding packed beside it, and none that its environment names', () => {
  vi.stubEnv('FORTHWITH_NATIVE_BINDING', '/elsewhere/other.node');
  expect(nativeBindingEnvironment(folder)).toEqual({ FORTHWITH_NATIVE_BINDING: '' });
  const packed = join(folder, 'native/better_sqlite3.node');
  mkdirSync(join(folder, 'native'));
  writeFileSync(packed, '');
  expect(nativeBindingEnvironment(folder)).toEqual({ FORTHWITH_NATIVE_BINDING: packed });
  expect(nativeBindingEnvironment(null)).toEqual({});
});
