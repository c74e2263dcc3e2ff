import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createNodePlatform } from '../../platform/node-platform.ts';
import { lockPathOf, takeLock } from './lock-file.ts';

let folder: string;
let filePath: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'forthwith-lock-'));
  filePath = join(folder, 'x.matter');
});
afterEach(() => rmSync(folder, { recursive: true }));

const platform = createNodePlatform({
  account: 'ann',
  machine: 'here',
  assetsDirectory: '',
  workerUrl: new URL('file:///worker'),
  pdfiumWasmPath: '',
});
const held = (values: { pid: number; machine: string }) =>
  writeFileSync(lockPathOf(filePath), JSON.stringify({ account: 'bob', since: '', token: 't', ...values }));
/** Above the highest id a process can have on Linux, macOS or Windows. */
const nobody = 2 ** 30;

test('a lock is held once and leaves nothing when released', () => {
  const lock = takeLock(filePath, platform);
  expect(() => takeLock(filePath, platform)).toThrow(/open elsewhere \(ann on here\)/);
  lock.release();
  expect(existsSync(lockPathOf(filePath))).toBe(false);
  takeLock(filePath, platform).release();
});

test.each([1, 240])('the lock of a process that is gone is taken over (a name of %i letters)', (letters) => {
  filePath = join(folder, `${'x'.repeat(letters)}.matter`);
  held({ pid: nobody, machine: 'here' });
  const lock = takeLock(filePath, platform);
  expect(readFileSync(lockPathOf(filePath), 'utf8')).toContain(`"pid":${process.pid}`);
  lock.release();
});

test('a process on another machine cannot be asked, so its lock stands while it shows signs of life', () => {
  held({ pid: nobody, machine: 'there' });
  expect(() => takeLock(filePath, platform)).toThrow(/open elsewhere \(bob on there\)/);
  const threeMinutesAgo = new Date(Date.now() - 180_000);
  utimesSync(lockPathOf(filePath), threeMinutesAgo, threeMinutesAgo);
  takeLock(filePath, platform).release();
});

test('a lock half written by a program that stopped stands for two minutes, then no longer', () => {
  writeFileSync(lockPathOf(filePath), '{"pid":');
  expect(() => takeLock(filePath, platform)).toThrow(/open elsewhere\. /);
  utimesSync(lockPathOf(filePath), new Date(0), new Date(0));
  takeLock(filePath, platform).release();
});

test('releasing a lock that another program took over leaves that one alone', () => {
  const lock = takeLock(filePath, platform);
  held({ pid: process.pid, machine: 'there' });
  lock.release();
  expect(readFileSync(lockPathOf(filePath), 'utf8')).toContain('there');
});

/** A disk with room for names and for no byte, where this process may mount one. */
function mountFullDisk(path: string): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  mkdirSync(path);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4k', 'tmpfs', path], { stdio: 'ignore' });
  } catch {
    return false;
  }
  writeFileSync(join(path, 'full'), 'x');
  return true;
}

test('on a full disk no empty lock is left, which would lock all out once there is room', (context) => {
  const disk = join(folder, 'disk');
  if (!mountFullDisk(disk)) return context.skip('no disk can be mounted');
  try {
    filePath = join(disk, 'x.matter');
    expect(() => takeLock(filePath, platform)).toThrow('ENOSPC');
    rmSync(join(disk, 'full'));
    takeLock(filePath, platform).release();
  } finally {
    execFileSync('umount', [disk]);
  }
});
