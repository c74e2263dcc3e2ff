import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
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
const take = (isUnused = true) => takeLock(filePath, platform, () => isUnused);
const held = (values: { pid: number; machine: string }) =>
  writeFileSync(lockPathOf(filePath), JSON.stringify({ account: 'bob', since: '', token: 't', ...values }));
/** So long ago that a lock counts as left behind. */
const threeMinutesAgo = () => new Date(Date.now() - 180_000);
/** Above the highest id a process can have on Linux, macOS or Windows. */
const nobody = 2 ** 30;

test('a lock is held once and leaves nothing when released', () => {
  const lock = take();
  expect(() => take()).toThrow(/open elsewhere \(ann on here\)/);
  lock.release();
  expect(existsSync(lockPathOf(filePath))).toBe(false);
  take().release();
});

test.each([1, 240])('the lock of a process that is gone is taken over (a name of %i letters)', (letters) => {
  filePath = join(folder, `${'x'.repeat(letters)}.matter`);
  held({ pid: nobody, machine: 'here' });
  const lock = take();
  expect(readFileSync(lockPathOf(filePath), 'utf8')).toContain(`"pid":${process.pid}`);
  lock.release();
});

test('a process on another machine cannot be asked, so its lock stands while it shows signs of life', () => {
  held({ pid: nobody, machine: 'there' });
  expect(() => take()).toThrow(/open elsewhere \(bob on there\)/);
  utimesSync(lockPathOf(filePath), threeMinutesAgo(), threeMinutesAgo());
  take().release();
});

test('a machine whose clock is minutes ahead does not take the lock of another for old', () => {
  held({ pid: nobody, machine: 'there' });
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 600_000 });
  try {
    expect(() => take()).toThrow(/open elsewhere \(bob on there\)/);
  } finally {
    vi.useRealTimers();
  }
});

test('a process of this machine that was held up or slept keeps its lock, unless its id went to one without the matter', () => {
  held({ pid: process.ppid, machine: 'here' });
  utimesSync(lockPathOf(filePath), threeMinutesAgo(), threeMinutesAgo());
  expect(() => take(false)).toThrow(/open elsewhere \(bob on here\)/);
  take(true).release();
});

test('who slept while another took the lock over learns it before the next change; a lock removed by hand is made anew', () => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
  try {
    const lock = take();
    utimesSync(lockPathOf(filePath), new Date(0), new Date(0));
    vi.advanceTimersByTime(30_000);
    expect(statSync(lockPathOf(filePath)).mtimeMs).toBeGreaterThan(0);
    rmSync(lockPathOf(filePath));
    vi.advanceTimersByTime(30_000);
    expect(existsSync(lockPathOf(filePath))).toBe(true);
    vi.setSystemTime(Date.now() + 600_000);
    lock.assertHeld();
    held({ pid: nobody, machine: 'there' });
    vi.setSystemTime(Date.now() + 600_000);
    expect(() => lock.assertHeld()).toThrow(/open elsewhere \(bob on there\)/);
    rmSync(lockPathOf(filePath));
    expect(() => lock.assertHeld()).toThrow(/open elsewhere/);
    lock.release();
  } finally {
    vi.useRealTimers();
  }
});

test('a lock half written by a program that stopped stands for two minutes, then no longer', () => {
  writeFileSync(lockPathOf(filePath), '{"pid":');
  expect(() => take()).toThrow(/open elsewhere\. /);
  utimesSync(lockPathOf(filePath), new Date(0), new Date(0));
  take().release();
});

test('releasing a lock that another program took over leaves that one alone', () => {
  const lock = take();
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
    expect(() => take()).toThrow('ENOSPC');
    rmSync(join(disk, 'full'));
    take().release();
  } finally {
    execFileSync('umount', [disk]);
  }
});
