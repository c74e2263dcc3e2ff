import { basename, join } from 'node:path';
import { AppError } from '../../../../../shared/errors/app-error.ts';
import type { BuildOutputId, FileRef } from '../../../../../shared/model/common.ts';
import type { ExhibitManifest } from '../../../../../shared/model/exhibit-manifest.ts';
import type { BuildOutput } from '../../../../../shared/model/exhibits.ts';
import type { JobContext } from '../../../handlers.ts';
import { runInWorker } from '../../../jobs/worker-pool.ts';
import { writeNewFile } from '../../../platform/write-file.ts';
import { openBuiltFile } from '../../../pdf/reader/documents/file-source.ts';
import { selectBuildOf, selectOutputs } from '../../build-repository.ts';
import { isFiled } from '../filed-outputs.ts';
import { readManifest } from '../files/read-manifest.ts';

/** What a part of the copy may take, in milliseconds. */
const stepTimeoutMs = 60_000;

/**
 * Writes a copy of a volume or of an exhibit's file for printing on both sides: index, slip sheets and exhibits each begin on the
 * front of a sheet. The build stays as it is.
 *
 * @throws AppError NOT_FOUND, EXHIBIT_BUILD_MISSING, EXHIBIT_BUILD_CHANGED, MANIFEST_UNREADABLE, FILE_EXISTS, FILE_UNWRITABLE,
 *   DISK_FULL, CANCELLED
 */
export async function printDoubleSided(
  { buildOutputId, target }: { readonly buildOutputId: BuildOutputId; readonly target: FileRef },
  context: JobContext,
): Promise<{ fileName: string; path?: string; pages: number; blankPages: number; sha256: string }> {
  const { session, platform, signal } = context;
  const build = selectBuildOf(session, buildOutputId);
  const outputs = build ? selectOutputs(session, build.id) : [];
  const output = outputs.find(({ id }) => id === buildOutputId);
  const manifest = outputs.find(({ role }) => role === 'manifest');
  if (!build || !output || !manifest || !isFiled(output)) throw new AppError('NOT_FOUND', { what: 'file' });
  const path = await assertAsBuilt(build.folder, output);
  const parts = await readManifest(await assertAsBuilt(build.folder, manifest));
  const filePath = context.resolveFile(target);
  const fileName = basename(filePath);
  const { pages, blankPages, sha256 } = await writeNewFile(filePath, platform.newId(), (staged) =>
    runInWorker(
      platform,
      'pdf.doubleSided',
      { filePath: path, beginnings: beginningsIn(parts.manifest, output), target: staged },
      {
        timeoutMs: stepTimeoutMs,
        isTimePerStep: true,
        signal,
        onProgress: (done) => context.progress(done as number, 1, fileName),
      },
    ),
  );
  return { fileName, ...(context.isTrusted && { path: filePath }), pages, blankPages, sha256 };
}

/** @returns where the file is. @throws AppError EXHIBIT_BUILD_MISSING, EXHIBIT_BUILD_CHANGED */
async function assertAsBuilt(folder: string, { file, sizeBytes, sha256 }: BuildOutput): Promise<string> {
  const path = join(folder, file);
  const opened = await openBuiltFile({ path, name: file, sizeBytes, sha256 });
  opened.close();
  return path;
}

/** First page, from 0, of each part of a file: its beginning, its slip sheets and its exhibits. */
function beginningsIn({ exhibits }: ExhibitManifest, { role, volume, file }: BuildOutput): number[] {
  const parts =
    role === 'volume'
      ? exhibits
          .filter((exhibit) => exhibit.volume === volume)
          .flatMap(({ startPage, pages }) => [startPage, pages[0]?.volumePage ?? null])
      : exhibits.filter((exhibit) => exhibit.file === file).map(({ pages }) => pages[0]?.filePage ?? null);
  return [0, ...parts.flatMap((page) => (page === null ? [] : [page - 1])).toSorted((a, b) => a - b)];
}
