import { closeSync, existsSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { AppError } from '../../../shared/errors/app-error.ts';
import { publish, publishNumbered, removeLeftovers, removeStaged, stagedPath } from './publish.ts';
import { assertFolder, unwritable } from './unwritable.ts';

/**
 * Writes a small text file so that, whatever happens, it holds either the old or the new content, never a part.
 */
export function writeFileWhole(filePath: string, content: string): void {
  const staged = `${filePath}.${process.pid}.new`;
  try {
    const file = openSync(staged, 'w');
    try {
      writeSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(staged, filePath);
  } catch (error) {
    removeStaged(staged);
    throw error;
  }
}

/**
 * Writes a file that must not exist yet: it appears complete, or not at all.
 *
 * @param id makes the name it is written under first
 * @param write writes it under that name; its result is returned
 * @throws AppError FILE_EXISTS, FILE_UNWRITABLE; whatever `write` throws
 */
export async function writeNewFile<T>(
  filePath: string,
  id: string,
  write: (staged: string) => Promise<T>,
): Promise<T> {
  const name = basename(filePath);
  const staged = stagedPath(filePath, id);
  try {
    assertFolder(filePath);
    removeLeftovers(filePath);
    const value = await write(staged);
    if (!publish(staged, filePath)) throw new AppError('FILE_EXISTS', { name });
    return value;
  } catch (error) {
    throw unwritable(error, name);
  } finally {
    removeStaged(staged);
  }
}

/**
 * Writes a file into a folder under its name or the next free one: it appears complete, or not at all.
 *
 * @param id makes the name it is written under first
 * @param write writes it under that name
 * @returns the name it got
 * @throws AppError FILE_UNWRITABLE, which names the folder; FILE_EXISTS; whatever `write` throws
 */
export async function writeNumberedFile(
  folder: string,
  wanted: string,
  id: string,
  write: (staged: string) => Promise<void>,
): Promise<string> {
  const staged = stagedPath(join(folder, wanted), id);
  try {
    await write(staged);
    return publishNumbered(staged, folder, wanted);
  } catch (error) {
    throw unwritable(error, basename(folder));
  } finally {
    removeStaged(staged);
  }
}

/** A new file, as reported to the caller. */
export interface NewFile {
  fileName: string;
  /** Only for callers that may see paths. */
  path?: string;
  sha256: string;
}

/**
 * Writes bytes as a file that must not exist yet.
 *
 * @param context of the work that produced them; once its signal is aborted, no file is left
 * @throws AppError FILE_EXISTS, FILE_UNWRITABLE; the signal's reason
 */
export async function writeNewBytes(
  filePath: string,
  bytes: Uint8Array,
  { platform, signal, isTrusted }: WritingContext,
): Promise<NewFile> {
  await writeNewFile(filePath, platform.newId(), async (staged) => {
    await writeFile(staged, bytes);
    signal.throwIfAborted();
  });
  return {
    fileName: basename(filePath),
    ...(isTrusted && { path: filePath }),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

interface WritingContext {
  readonly platform: { newId(): string };
  readonly signal: AbortSignal;
  readonly isTrusted: boolean;
}

/**
 * Fails before long work whose result could not be written.
 *
 * @throws AppError FILE_EXISTS, FILE_UNWRITABLE
 */
export function assertNewFile(filePath: string): void {
  const name = basename(filePath);
  try {
    assertFolder(filePath);
  } catch (error) {
    throw unwritable(error, name);
  }
  if (existsSync(filePath)) throw new AppError('FILE_EXISTS', { name });
}
