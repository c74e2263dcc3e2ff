import { afterEach, expect, it, vi } from 'vitest';
import { buildParts } from './parts.mjs';

vi.mock('../setup/places.mjs', () => ({ isRoot: true }));

const before = process.umask();
afterEach(() => void process.umask(before));

it.skipIf(process.platform === 'win32')(
  'a build of root’s leaves what follows as private as asked',
  async () => {
    process.umask(0o077);
    await buildParts([]);
    expect(process.umask()).toBe(0o077);
  },
);
