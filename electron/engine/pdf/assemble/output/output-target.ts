import { closeSync, fdatasync, fsyncSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { HashedOutput, type ByteOutput } from './byte-output.ts';
import type { Syncs } from './syncs.ts';
import type { WritingThread } from './writing/writing-thread.ts';

/** Where a PDF's bytes go. */
export interface OutputTarget {
  readonly bytes: ByteOutput;
  /** Makes sure that all of it is kept, or begins to. */
  finish(): void;
  /** Lets it go after an error; what was written of it is the caller's to remove. */
  abandon(): void;
}

/** How a file is written. */
export interface FileTargetOptions {
  /** Where its end is waited for; left out where `finish` does. */
  readonly syncs?: Syncs | undefined;
  /** What hashes and writes it meanwhile; left out where this thread does. */
  readonly thread?: WritingThread | null | undefined;
  /** Told how many bytes there are so far. */
  readonly progress?: (bytes: number) => void;
}

/** After this much the system is asked to bring what there is to the disk, so that the last wait is short. */
const syncEvery = 64 * 1024 * 1024;

/**
 * A new file; one that is there is overwritten.
 *
 * @throws the file system's own errors
 */
export function fileTarget(
  filePath: string,
  { syncs, thread, progress }: FileTargetOptions = {},
): OutputTarget {
  const file = openSync(filePath, 'w');
  let syncedAt = 0;
  let isSyncing = false;
  let isOpen = true;
  const close = () => {
    isOpen = false;
    // A number that is closed may be given to another file: the last asking must be done before.
    if (!isSyncing) closeSync(file);
  };
  const wrote = (length: number) => {
    progress?.(length);
    if (length - syncedAt < syncEvery || isSyncing) return;
    syncedAt = length;
    isSyncing = true;
    // What goes wrong here goes wrong again at the end, where it is told.
    fdatasync(file, () => {
      isSyncing = false;
      if (!isOpen) closeSync(file);
    });
  };
  const written = thread ? thread.write(file, wrote) : writtenHere(file, wrote);
  return {
    bytes: written.bytes,
    finish() {
      written.settle();
      if (syncs) return syncs.add(file, close);
      fsyncSync(file);
      close();
    },
    abandon() {
      written.abandon();
      close();
    },
  };
}

/** A file that is being hashed and written. */
export interface FileBeingWritten {
  readonly bytes: ByteOutput;
  /**
   * Returns once all of it was handed to the system.
   *
   * @throws the file system's own errors
   */
  settle(): void;
  /** Returns once nobody writes to it any more. */
  abandon(): void;
}

function writtenHere(file: number, wrote: (length: number) => void): FileBeingWritten {
  let position = 0;
  const bytes = new HashedOutput(
    (part) => {
      position = writeWhole(file, part, position);
      wrote(position);
    },
    (length) => {
      ftruncateSync(file, length);
      position = length;
    },
  );
  return { bytes, settle() {}, abandon() {} };
}

/** @returns the position after it */
export function writeWhole(file: number, bytes: Uint8Array, position: number): number {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at, bytes.length - at, position + at);
  return position + bytes.length;
}

/** Memory, for what is small. */
export function memoryTarget(): OutputTarget & { contents(): Uint8Array } {
  const parts: Buffer[] = [];
  let length = 0;
  const bytes = new HashedOutput(
    (part) => {
      parts.push(Buffer.from(part));
      length += part.length;
    },
    (to) => {
      const kept = Buffer.concat(parts, length).subarray(0, to);
      parts.splice(0, parts.length, kept);
      length = to;
    },
  );
  return { bytes, finish() {}, abandon() {}, contents: () => Buffer.concat(parts, length) };
}
