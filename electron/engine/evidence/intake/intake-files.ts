import { constants, type BigIntStats } from 'node:fs';
import { lstat, open, readdir, stat, type FileHandle } from 'node:fs/promises';
import { sep } from 'node:path';
import { AppError, isAppError } from '../../../../shared/errors/app-error.ts';
import { declaredError, systemErrorCode } from '../../platform/system-errors.ts';
import { nameAt, pathWithin, systemPath } from './stored-path.ts';

/** A file to take in, or why it cannot be. */
export type IntakeFile = {
  /** As kept: see `storedPath`. */
  readonly path: string;
  readonly name: string;
  /** Place within the folder that was added; null for a file added on its own. */
  readonly folderPath: string | null;
} & ({ readonly sizeBytes: number } | { readonly error: AppError });

/**
 * Finds the files behind a path: itself, or all within when it is a folder.
 *
 * @param path as kept
 * @param isRecursive whether folders are walked; else a folder is one failed item
 * @returns files by name within each folder, deterministic on every system
 */
export async function findFiles(
  path: string,
  { isRecursive, signal }: { isRecursive: boolean; signal: AbortSignal },
): Promise<IntakeFile[]> {
  const files: IntakeFile[] = [];
  const visit = async (at: string, folderPath: string | null): Promise<void> => {
    signal.throwIfAborted();
    const file = { path: at, name: nameAt(at), folderPath };
    try {
      const found = await lstat(systemPath(at));
      if (found.isDirectory()) {
        if (!isRecursive) throw new AppError('EVIDENCE_IS_A_FOLDER', { name: file.name });
        const entries = (await readdir(systemPath(at), { encoding: 'buffer' })).map((entry) => {
          const within = pathWithin(at, entry);
          return { path: within, name: nameAt(within) };
        });
        for (const { path: within, name } of entries.sort((a, b) => (a.name < b.name ? -1 : 1)))
          await visit(within, folderPath === null ? name : `${folderPath}${sep}${name}`);
      } else if (found.isFile()) files.push({ ...file, sizeBytes: found.size });
      else throw new AppError('EVIDENCE_NOT_A_FILE', { name: file.name });
    } catch (error) {
      if (signal.aborted) throw error;
      files.push({ ...file, error: intakeError(error, file.name) });
    }
  };
  await visit(path, null);
  return files;
}

/**
 * Opens a file to read and lends it; afterwards makes sure that it was still the same and unchanged.
 *
 * @param path as kept
 * @param own the open matter's own files, which must not be opened a second time: closing one would drop SQLite's locks on it
 * @throws AppError EVIDENCE_IS_A_FOLDER, EVIDENCE_NOT_A_FILE, EVIDENCE_IS_THE_MATTER, EVIDENCE_CHANGED_WHILE_READ, FILE_UNREADABLE, FILE_NOT_FOUND
 */
export async function withStableFile<T extends { sizeBytes: number }>(
  path: string,
  own: ReadonlySet<string>,
  use: (file: FileHandle, modifiedAt: string) => Promise<T>,
): Promise<T> {
  const name = nameAt(path);
  const seen = await lstat(systemPath(path), { bigint: true });
  if (seen.isDirectory()) throw new AppError('EVIDENCE_IS_A_FOLDER', { name });
  if (!seen.isFile()) throw new AppError('EVIDENCE_NOT_A_FILE', { name });
  if (own.has(identity(seen))) throw new AppError('EVIDENCE_IS_THE_MATTER', { name });
  // No following of a link put there meanwhile, no waiting for the other end of a pipe; Windows has neither flag.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const file = await open(systemPath(path), flags);
  try {
    const before = await file.stat({ bigint: true });
    if (!before.isFile()) throw new AppError('EVIDENCE_NOT_A_FILE', { name });
    const value = await use(file, before.mtime.toISOString());
    const after = await file.stat({ bigint: true });
    if (!isSame(before, after) || BigInt(value.sizeBytes) !== after.size)
      throw new AppError('EVIDENCE_CHANGED_WHILE_READ', { name });
    return value;
  } finally {
    await file.close();
  }
}

/** Which files a matter consists of while it is open, its lock with them, under whatever names they are found. */
export async function ownFiles(matterPath: string): Promise<ReadonlySet<string>> {
  const paths = ['', '-wal', '-shm', '.lock'].map((ending) => `${matterPath}${ending}`);
  const found = await Promise.all(paths.map((path) => stat(path, { bigint: true }).catch(() => null)));
  return new Set(found.flatMap((file) => (file ? [identity(file)] : [])));
}

function identity({ dev, ino }: BigIntStats): string {
  return `${dev}:${ino}`;
}

function isSame(a: BigIntStats, b: BigIntStats): boolean {
  return a.size === b.size && a.mtimeNs === b.mtimeNs && a.ino === b.ino && a.dev === b.dev;
}

/** The declared error of one item, with the item's own name. @throws what is a fault of ours */
export function intakeError(error: unknown, name: string): AppError {
  if (isAppError(error)) return error;
  const declared = declaredError(error);
  if (!declared) {
    const code = systemErrorCode(error) ?? '';
    // ELOOP: a link where a file was seen a moment ago. Others are the system's words for "cannot be read".
    if (code === 'ELOOP') return new AppError('EVIDENCE_NOT_A_FILE', { name });
    if (/^E[A-Z0-9]+$/.test(code))
      return new AppError('FILE_UNREADABLE', { name, reason: code }, { cause: error });
    throw error;
  }
  if (declared.code === 'FILE_NOT_FOUND' && name.includes('\ufffd'))
    return new AppError('EVIDENCE_NAME_NOT_TEXT', { name }, { cause: error });
  return new AppError(declared.code, { ...declared.details, ...('name' in declared.details && { name }) });
}
