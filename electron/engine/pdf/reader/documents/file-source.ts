import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { AppError } from '../../../../../shared/errors/app-error.ts';
import { hashFile } from '../../../platform/hash-file.ts';
import { declaredError, isSystemError } from '../../../platform/system-errors.ts';
import type { ByteSource } from '../../byte-source.ts';

/** A source that holds something open until it is closed. */
export interface OpenSource extends ByteSource {
  close(): void;
}

/** What a built file was when it was written. */
export interface BuiltFile {
  readonly path: string;
  /** Without folder. */
  readonly name: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

/** Files found to be as they were built, by path, time and size: a binder of a gigabyte is hashed once. */
const checked = new Map<string, string>();

/**
 * Opens a file a build wrote, if it is still what was built.
 *
 * @throws AppError EXHIBIT_BUILD_MISSING, EXHIBIT_BUILD_CHANGED, FILE_UNREADABLE
 */
export async function openBuiltFile({ path, name, sizeBytes, sha256 }: BuiltFile): Promise<OpenSource> {
  const changed = () => new AppError('EXHIBIT_BUILD_CHANGED', { files: [name] });
  let handle: number;
  try {
    handle = openSync(path, 'r');
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) throw new AppError('EXHIBIT_BUILD_MISSING');
    throw declaredError(error) ?? error;
  }
  try {
    const { size, mtimeMs, ino } = fstatSync(handle);
    if (size !== sizeBytes) throw changed();
    const state = `${ino} ${mtimeMs} ${sha256}`;
    if (checked.get(path) !== state) {
      if ((await hashFile(path)) !== sha256) throw changed();
      checked.set(path, state);
    }
  } catch (error) {
    closeSync(handle);
    throw error;
  }
  return {
    sizeBytes,
    readAt(position, target) {
      const length = Math.max(0, Math.min(target.length, sizeBytes - position));
      return length === 0 ? 0 : readSync(handle, target, 0, length, position);
    },
    close: () => closeSync(handle),
  };
}
