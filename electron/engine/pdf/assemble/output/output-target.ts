import { closeSync, fdatasync, fsyncSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import type { Syncs } from './syncs.ts';

/** Where a PDF's bytes go. Each part is done with when the call returns, so its memory may be used again. */
export interface OutputTarget {
  write(bytes: Uint8Array): void;
  /** Takes back everything past a length. */
  truncate(length: number): void;
  /** Makes sure that all of it is kept, or begins to. */
  finish(): void;
  /** Closes it after an error; the caller removes what was written of it. */
  abandon(): void;
}

/** Writes into a target, or into what is written there; after an error it is closed. */
export async function orAbandon<T>(
  target: Pick<OutputTarget, 'abandon'>,
  write: () => T | Promise<T>,
): Promise<T> {
  try {
    return await write();
  } catch (error) {
    target.abandon();
    throw error;
  }
}

/** After this much the system is asked to bring what there is to the disk, so that the last wait is short. */
const syncEvery = 64 * 1024 * 1024;

/**
 * A new file; one that is there is overwritten.
 *
 * @param syncs where its end is waited for; left out where `finish` does
 * @throws the file system's own errors
 */
export function fileTarget(filePath: string, syncs?: Syncs): OutputTarget {
  const file = openSync(filePath, 'w');
  let position = 0;
  let unsynced = 0;
  let isSyncing = false;
  let isOpen = true;
  let failure: Error | null = null;
  const close = () => {
    isOpen = false;
    // A closed file descriptor may be given to another file: the last request must be done before.
    if (!isSyncing) closeSync(file);
  };
  return {
    write(bytes) {
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at, bytes.length - at, position + at);
      position += bytes.length;
      unsynced += bytes.length;
      if (unsynced < syncEvery || isSyncing) return;
      unsynced = 0;
      isSyncing = true;
      fdatasync(file, (error) => {
        // Kept, since Linux reports a failed write only once per open file: a later sync would succeed.
        failure ??= error;
        if (error) syncs?.fail(error);
        isSyncing = false;
        if (!isOpen) closeSync(file);
      });
    },
    truncate(length) {
      ftruncateSync(file, length);
      position = length;
    },
    finish() {
      if (failure) throw failure;
      if (syncs) return syncs.add(file, close);
      fsyncSync(file);
      close();
    },
    abandon: close,
  };
}

/** Memory, for what is small. */
export function memoryTarget(): OutputTarget & { bytes(): Uint8Array } {
  const parts: Buffer[] = [];
  let length = 0;
  return {
    write(bytes) {
      parts.push(Buffer.from(bytes));
      length += bytes.length;
    },
    truncate(to) {
      const kept = Buffer.concat(parts, length).subarray(0, to);
      parts.splice(0, parts.length, kept);
      length = to;
    },
    finish() {},
    abandon() {},
    bytes: () => Buffer.concat(parts, length),
  };
}
