import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { publish, publishNumbered } from './publish.ts';

// A disk without hard links cannot be had in a test: the two calls that meet it are replaced.
vi.mock(import('node:fs'), async (original) => {
  const fs = await original();
  return { ...fs, linkSync: vi.fn(fs.linkSync), renameSync: vi.fn(fs.renameSync) };
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'forthwith-publish-'));
  writeFileSync(at('.staged'), 'whole');
});
afterEach(() => {
  vi.resetAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string) => join(folder, name);

describe.each(['EPERM', 'EISDIR', 'ENOTSUP'])('a disk without hard links, that says so by %s', (code) => {
  beforeEach(() => {
    vi.mocked(linkSync).mockImplementation(() => {
      throw Object.assign(new Error('no links here'), { code });
    });
  });

  test('a file gets its name by a rename', () => {
    expect(publish(at('.staged'), at('a.pdf'))).toBe(true);
    expect(readFileSync(at('a.pdf'), 'utf8')).toBe('whole');
    expect(readdirSync(folder)).toEqual(['a.pdf']);
    expect(renameSync).toHaveBeenCalledOnce();
  });

  test('a name that is taken is not replaced', () => {
    writeFileSync(at('a.pdf'), 'another');
    expect(publish(at('.staged'), at('a.pdf'))).toBe(false);
    expect(readFileSync(at('a.pdf'), 'utf8')).toBe('another');
    expect(publishNumbered(at('.staged'), folder, 'a.pdf')).toBe('a (2).pdf');
    expect(readdirSync(folder).toSorted()).toEqual(['a (2).pdf', 'a.pdf']);
  });

  test('nothing is left under the name where the rename fails', () => {
    mkdirSync(at('sub'));
    vi.mocked(renameSync).mockImplementation(() => {
      throw new Error('the disk went away');
    });
    expect(() => publish(at('.staged'), at('sub/a.pdf'))).toThrow('went away');
    expect(readdirSync(at('sub'))).toEqual([]);
    expect(readFileSync(at('.staged'), 'utf8')).toBe('whole');
  });
});
