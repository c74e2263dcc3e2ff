import { readdir } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { loadFileHeadBytes, loadFileOf, type Production } from '../../../formats/load-files/index.ts';
import type { JobContext } from '../../../handlers.ts';
import { runInWorker } from '../../../jobs/worker-pool.ts';
import type { SourceLocation } from '../../../pdf/index.ts';
import { withStableFile } from '../intake-files.ts';
import { nameAt, systemPath } from '../stored-path.ts';
import { folderOfLoadFiles } from './production-folder.ts';
import type { ProductionFiles } from './production-files.ts';

/** Where the load files of one production are. */
export interface LoadFiles {
  /** The table of documents (DAT); null where there is none. */
  readonly table: string | null;
  /** The list of page images (OPT or LFP); null where there is none. */
  readonly images: string | null;
}

/** What load files are called, by their ending. */
export const loadFileEndings: readonly string[] = ['.dat', '.opt', '.lfp'];
/** Longest a load file of the largest size is read. */
const timeoutMs = 300_000;
const maxMemoryMb = 2_048;

/** What tables of documents are called: others only where none in the folder has an ending before theirs. */
const tableEndings = ['.dat', '.csv', '.txt'];
/** The same of lists of page images. */
const listEndings = ['.opt', '.lfp'];

/**
 * Whether a file of a folder or archive that was added is called as load files are, and lies where they do.
 *
 * @param isTop whether it lies in that folder or archive itself
 */
export function mayBeLoadFile(path: string, isTop: boolean): boolean {
  const ending = extname(path).toLowerCase();
  if (loadFileEndings.includes(ending)) return true;
  if (ending === '.csv' && isTop) return true;
  return tableEndings.includes(ending) && folderOfLoadFiles.test(basename(dirname(path)));
}

/** Whether nothing beside a load file says the same in another form, which is read instead. @param names in its folder */
export function isFirstOfItsForm(path: string, names: readonly string[]): boolean {
  const ending = extname(path).toLowerCase();
  return firstEnding(listEndings.includes(ending) ? listEndings : tableEndings, names) === ending;
}

function firstEnding(endings: readonly string[], names: readonly string[]): string | undefined {
  return endings.find((ending) => names.some((name) => extname(name).toLowerCase() === ending));
}

/**
 * The load files of the production that a file leads, with that file among them: a table of documents, with the list of page images beside it; or
 * a list alone.
 *
 * @returns null where the file leads none: it is no load file, or a list beside a table
 */
export async function productionLedBy(
  path: string,
  folderPath: string | null,
  own: ReadonlySet<string>,
): Promise<LoadFiles | null> {
  const files = await loadFilesAt(path, folderPath, own);
  if (files === null) return null;
  return path === (files.table ?? files.images) ? files : null;
}

/** The load file at a path with the one that belongs to it; null where there is none. @param own the open matter's own files, which must not be opened */
export async function loadFilesAt(
  path: string,
  folderPath: string | null,
  own: ReadonlySet<string>,
): Promise<LoadFiles | null> {
  if (typeof systemPath(path) !== 'string') return null;
  // The other load file must be one that leads to this one too: what nobody leads would be taken in by nobody.
  const mayBe = (each: string) => folderPath === null || mayBeLoadFile(each, dirname(folderPath) === '.');
  if (!mayBe(path)) return null;
  const form = await formAt(path, own);
  if (form === null) return null;
  if (folderPath !== null && !isFirstOfItsForm(path, await readdir(dirname(path)).catch(() => [])))
    return null;
  const beside = await besideOf(path, form === 'table' ? 'images' : 'table', own);
  const other = beside !== null && mayBe(beside) ? beside : null;
  return form === 'table' ? { table: path, images: other } : { table: other, images: path };
}

/**
 * Reads what the load files of a production say.
 *
 * @throws AppError EVIDENCE_TOO_DEMANDING, CANCELLED; the file system's errors
 */
export function readProduction(
  { table, images }: LoadFiles,
  files: Pick<ProductionFiles, 'locationOf'>,
  context: JobContext,
): Promise<Production> {
  const at = (path: string | null) => (path === null ? null : files.locationOf(path));
  return readLoadFiles({ table: at(table), images: at(images) }, nameAt((table ?? images)!), context);
}

/**
 * The same where they are already known to be.
 *
 * @param name what one that is too demanding is called
 */
export function readLoadFiles(
  files: Readonly<Record<keyof LoadFiles, SourceLocation | null>>,
  name: string,
  { platform, signal }: JobContext,
): Promise<Production> {
  return runInWorker(platform, 'formats.production', files, {
    timeoutMs,
    maxMemoryMb,
    limitCode: 'EVIDENCE_TOO_DEMANDING',
    name,
    signal,
  });
}

async function formAt(path: string, own: ReadonlySet<string>): Promise<'table' | 'images' | null> {
  try {
    const { head } = await withStableFile(path, own, async (file) => {
      const buffer = Buffer.alloc(loadFileHeadBytes);
      const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
      return { head: buffer.subarray(0, bytesRead), sizeBytes: (await file.stat()).size };
    });
    return loadFileOf(head);
  } catch {
    // What cannot be read is told of when it is taken in.
    return null;
  }
}

/** The other load file of a production on the disk. */
async function besideOf(
  path: string,
  form: 'table' | 'images',
  own: ReadonlySet<string>,
): Promise<string | null> {
  const folder = dirname(path);
  const other = nameBeside(basename(path), form, await readdir(folder).catch(() => []));
  if (other === undefined || (await formAt(join(folder, other), own)) !== form) return null;
  return join(folder, other);
}

/**
 * The name of the other load file of a production: called the same, else the one of its kind in the folder, beside one of this kind.
 *
 * @param form which load file the other is
 * @param names in the folder
 */
export function nameBeside(
  name: string,
  form: 'table' | 'images',
  names: readonly string[],
): string | undefined {
  const called = names.filter((each) => each !== name).toSorted();
  const [others, alike] = [
    firstEnding(form === 'table' ? tableEndings : listEndings, called),
    extname(name).toLowerCase(),
  ].map((ending) => called.filter((each) => extname(each).toLowerCase() === ending)) as [string[], string[]];
  const stem = (each: string) => basename(each, extname(each)).toLowerCase();
  const only = others.length === 1 && alike.length === 0 ? others[0] : undefined;
  return others.find((each) => stem(each) === stem(name)) ?? only;
}
