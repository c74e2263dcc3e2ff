import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import type Database from 'better-sqlite3';
import { AppError } from '../../../shared/errors/app-error.ts';
import { contentSource } from '../store/content.ts';
import type { MatterFile } from '../jobs/worker-thread.ts';
import type { ByteSource } from './byte-source.ts';

/** Where a worker finds bytes: a file, content in a matter, or the bytes themselves. Plain data, to be sent to a thread. */
export type SourceLocation =
  | { readonly filePath: string }
  | { readonly matter: MatterFile; readonly contentId: number }
  | { readonly bytes: Uint8Array };

/** A file that is open; `state` is another once the file was changed. */
export type FileSource = ByteSource & { readonly state: string; close(): void };

/**
 * A file as bytes to read anywhere.
 *
 * @returns the source and how to close the file
 * @throws AppError FILE_UNREADABLE for a folder, a pipe or a device; the file system's own errors
 */
export function fileSource(filePath: string): FileSource {
  // A pipe would otherwise be waited for until someone writes into it; Windows knows no such flag.
  const file = openSync(filePath, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) {
      const [reason, advice] = stat.isDirectory()
        ? ['it is a folder', 'Name a file in it']
        : ['it is a pipe or a device, not a file', 'Save what comes from it as a file, and name that'];
      throw new AppError('FILE_UNREADABLE', { name: basename(filePath), reason, advice });
    }
    const { dev, ino, size, mtimeMs } = stat;
    return {
      sizeBytes: size,
      state: `${dev} ${ino} ${size} ${mtimeMs}`,
      readAt(position, target) {
        let done = 0;
        while (done < target.length) {
          const read = readSync(file, target, done, target.length - done, position + done);
          if (read === 0) break;
          done += read;
        }
        return done;
      },
      close: () => closeSync(file),
    };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

const hashedBytes = 1024 * 1024;

/** The SHA-256 of a source's bytes, in lower-case hexadecimal, read in pieces. */
export function hashSource(source: ByteSource): string {
  const hash = createHash('sha256');
  const piece = new Uint8Array(Math.min(hashedBytes, source.sizeBytes));
  for (let at = 0; at < source.sizeBytes;) {
    const read = source.readAt(at, piece);
    if (read === 0) break;
    hash.update(piece.subarray(0, read));
    at += read;
  }
  return hash.digest('hex');
}

/** Bytes in memory as a source. */
export function bytesSource(bytes: Uint8Array): ByteSource {
  return {
    sizeBytes: bytes.length,
    readAt(position, target) {
      const part = bytes.subarray(position, position + target.length);
      target.set(part);
      return part.length;
    },
  };
}

/** Lends the bytes of a location for the time of a call. */
export async function withSource<T>(
  location: SourceLocation,
  openMatter: (matter: MatterFile) => Database.Database,
  use: (source: ByteSource) => T | Promise<T>,
): Promise<T> {
  if ('bytes' in location) return use(bytesSource(location.bytes));
  const source =
    'matter' in location
      ? contentSource(openMatter(location.matter), location.contentId)
      : fileSource(location.filePath);
  try {
    return await use(source);
  } finally {
    source.close();
  }
}
