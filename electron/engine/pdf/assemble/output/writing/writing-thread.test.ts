import { createHash } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeWorkers, runInWorker } from '../../../../jobs/worker-pool.ts';
import type { WorkerPlatform } from '../../../../jobs/worker-thread.ts';
import { workerUrl } from '../../../../testing/worker-url.ts';
import { roomBytes } from '../byte-output.ts';
import type { FileBeingWritten } from '../output-target.ts';
import { doers } from './shared-writing.ts';
import { WritingThread } from './writing-thread.ts';

const platform: WorkerPlatform = {
  nativeBinding: undefined,
  pdfiumWasmPath: '',
  imageLibraries: '',
  assetsDirectory: '',
  appVersion: 'test',
  workerUrl,
};

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'forthwith-writing-'))));
afterEach(async () => {
  await closeWorkers(platform);
  rmSync(folder, { recursive: true, force: true });
});

/** Who did the orders, told from the memory that was shared. */
let doer: () => number | undefined;
const starts = {
  'by the thread': (writing) => {
    doer = () => new Int32Array(writing.states)[0];
    return runInWorker(platform, 'pdf.writeFiles', writing);
  },
  'here, as no thread can be had': (writing) => {
    doer = () => new Int32Array(writing.states)[0];
    return Promise.reject(new Error('the system has no thread to give'));
  },
  'here, as the thread does not begin': (writing) => {
    doer = () => new Int32Array(writing.states)[0];
    return new Promise(() => {});
  },
} satisfies Record<string, ConstructorParameters<typeof WritingThread>[0]>;

function put({ bytes }: FileBeingWritten, value: number, length: number): Buffer {
  const part = Buffer.alloc(length, value);
  part.copy(bytes.room);
  bytes.take(length);
  return part;
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe.each(Object.entries(starts))('%s', (how, start) => {
  test('files are written and hashed one after the other, and what is taken back is gone', async () => {
    const thread = new WritingThread(start);
    // What became of the start is heard before the first file.
    await Promise.resolve();
    for (const name of ['first.pdf', 'second.pdf']) {
      const path = join(folder, name);
      const file = openSync(path, 'w');
      const lengths: number[] = [];
      const written = thread.write(file, (length) => lengths.push(length));
      const kept = [put(written, 1, 10), put(written, 2, roomBytes)];
      const mark = written.bytes.mark();
      for (let value = 3; value < 20; value += 1) put(written, value, roomBytes);
      written.bytes.rollBack(mark);
      for (let value = 30; value < 39; value += 1) kept.push(put(written, value, roomBytes - value));
      const whole = Buffer.concat(kept);
      expect(written.bytes.digest().toString('hex')).toBe(sha256(whole));
      kept.push(put(written, 40, 5));
      written.settle();
      closeSync(file);
      const expected = Buffer.concat(kept);
      expect(readFileSync(path).equals(expected)).toBe(true);
      expect(written.bytes.digest().toString('hex')).toBe(sha256(expected));
      expect([mark.length, lengths.at(-1)]).toEqual([10 + roomBytes, expected.length]);
    }
    thread.close();
    expect(doer()).toBe(how === 'by the thread' ? doers.thread : doers.asker);
  });

  test('what the file system says is thrown with its code, and nothing waits for ever', () => {
    const path = join(folder, 'read-only.pdf');
    writeFileSync(path, 'kept');
    const file = openSync(path, 'r');
    const thread = new WritingThread(start);
    const written = thread.write(file, () => {});
    const fill = () => {
      for (let value = 0; value < 10; value += 1) put(written, value, 100);
      written.settle();
    };
    expect(fill).toThrow(expect.objectContaining({ code: 'EBADF', syscall: 'write' }));
    written.abandon();
    closeSync(file);
    thread.close();
    expect(readFileSync(path, 'utf8')).toBe('kept');
  });
});
