import { stat } from 'node:fs/promises';
import { safeStack } from '../../../../../shared/errors/scrub.ts';
import { isAppError } from '../../../../../shared/errors/app-error.ts';
import type { JobContext } from '../../../handlers.ts';
import { ownFiles, type IntakeFile } from '../intake-files.ts';
import { nameAt } from '../stored-path.ts';
import { loadFilesAt, readProduction, type LoadFiles } from './load-files.ts';
import { FilesOnDisk, type ProductionFiles } from './production-files.ts';
import { ProductionFolder } from './production-folder.ts';

/**
 * The files to take in where productions are among them: both load files of each, the one that leads first; and of a folder not the files that
 * come in as parts of their documents.
 *
 * @throws AppError CANCELLED
 */
export async function withProductions(
  files: readonly IntakeFile[],
  context: JobContext,
): Promise<IntakeFile[]> {
  const productions = new Map<string, { readonly files: LoadFiles; readonly folderPath: string | null }>();
  const own = await ownFiles(context.session.filePath);
  const onDisk = new FilesOnDisk(own);
  for (const file of files) {
    if ('error' in file) continue;
    const found = await loadFilesAt(file.path, file.folderPath, own);
    if (found) productions.set((found.table ?? found.images)!, { files: found, folderPath: file.folderPath });
  }
  if (productions.size === 0) return [...files];
  const known = new Set(files.map(({ path }) => path));
  const added = new Map<string, IntakeFile[]>();
  const parts = new Set<string>();
  for (const { files: loadFiles, folderPath } of productions.values()) {
    for (const path of [loadFiles.table, loadFiles.images]) {
      if (path === null || known.has(path)) continue;
      known.add(path);
      const beside = [loadFiles.table, loadFiles.images].find((each) => each !== null && each !== path)!;
      added.set(beside, [...(added.get(beside) ?? []), await fileAt(path)]);
    }
    if (folderPath !== null) for (const path of await partsOf(loadFiles, onDisk, context)) parts.add(path);
  }
  for (const { files: loadFiles } of productions.values())
    for (const path of [loadFiles.table, loadFiles.images]) if (path !== null) parts.delete(path);
  return files.flatMap((file) =>
    file.folderPath !== null && parts.has(file.path) ? [] : [file, ...(added.get(file.path) ?? [])],
  );
}

async function fileAt(path: string): Promise<IntakeFile> {
  const { size } = await stat(path);
  return { path, name: nameAt(path), folderPath: null, sizeBytes: size };
}

/** The files that come in as parts of a production's documents. What cannot be read now is told of when it is taken in. */
export async function partsOf(
  files: LoadFiles,
  place: ProductionFiles,
  context: JobContext,
): Promise<string[]> {
  const folder = new ProductionFolder((files.table ?? files.images)!, place);
  const paths: string[] = [];
  try {
    const { documents } = await readProduction(files, place, context);
    for (const { nativePath, textPath, pages } of documents) {
      context.signal.throwIfAborted();
      for (const named of [nativePath, textPath, ...pages.map(({ path }) => path)]) {
        if (named === '') continue;
        const found = await folder.find(named);
        if ('path' in found) paths.push(found.path);
      }
    }
  } catch (error) {
    if (context.signal.aborted) throw error;
    context.platform.log.warn('the files of a production were not told from others', {
      reason: isAppError(error) ? error.code : safeStack(error),
    });
  }
  return paths;
}
