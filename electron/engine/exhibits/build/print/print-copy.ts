import { basename, join } from 'node:path';
import { AppError } from '../../../../../shared/errors/app-error.ts';
import type { ExhibitManifest } from '../../../../../shared/model/exhibit-manifest.ts';
import type { BuildOutput } from '../../../../../shared/model/exhibits.ts';
import type { AreaHandlers } from '../../../handlers.ts';
import { runInWorker } from '../../../jobs/worker-pool.ts';
import type { PaperPlan } from '../../../pdf/copies/paper-copy.ts';
import { writeNewFile } from '../../../platform/write-file.ts';
import { openBuiltFile } from '../../../pdf/reader/documents/file-source.ts';
import { selectBuildOf, selectOutputs } from '../../build-repository.ts';
import { isFiled } from '../filed-outputs.ts';
import { readManifest } from '../files/read-manifest.ts';

/** What a part of the copy may take, in milliseconds. */
const stepTimeoutMs = 60_000;

/**
 * Writes a copy of a volume or of an exhibit's file to be printed: on both sides, where index, slip sheets and exhibits each begin on
 * the front of a sheet, or without slip sheets, for tabs between the exhibits. The build stays as it is.
 *
 * @throws AppError NOT_FOUND, EXHIBIT_BUILD_MISSING, EXHIBIT_BUILD_CHANGED, MANIFEST_UNREADABLE, FILE_EXISTS, FILE_UNWRITABLE,
 *   DISK_FULL, CANCELLED
 */
export const printCopy: AreaHandlers<'exhibits'>['exhibits.printCopy'] = async (
  { buildOutputId, target, isDoubleSided, hasSlipSheets },
  context,
) => {
  const { session, platform, signal } = context;
  const build = selectBuildOf(session, buildOutputId);
  const outputs = build ? selectOutputs(session, build.id) : [];
  const output = outputs.find(({ id }) => id === buildOutputId);
  const manifestOutput = outputs.find(({ role }) => role === 'manifest');
  if (!build || !output || !manifestOutput || !isFiled(output))
    throw new AppError('NOT_FOUND', { what: 'file' });
  const path = await assertAsBuilt(build.folder, output);
  const { manifest } = await readManifest(await assertAsBuilt(build.folder, manifestOutput));
  const parts = partsOf(manifest, output);
  const plan: PaperPlan = {
    beginnings: isDoubleSided
      ? [0, ...parts.flatMap(({ sheet, first }) => [sheet, first]).filter((page) => page !== null)].toSorted(
          (a, b) => a - b,
        )
      : [],
    leftOut: hasSlipSheets
      ? []
      : parts.flatMap(({ sheet, first }) => (sheet === null || first === null ? [] : [sheet])),
  };
  const filePath = context.resolveFile(target);
  const fileName = basename(filePath);
  const { pages, blankPages, sha256 } = await writeNewFile(filePath, platform.newId(), (staged) =>
    runInWorker(
      platform,
      'pdf.paperCopy',
      { filePath: path, plan, target: staged },
      {
        timeoutMs: stepTimeoutMs,
        isTimePerStep: true,
        signal,
        onProgress: (done) => context.progress(done as number, 1, fileName),
      },
    ),
  );
  return { fileName, ...(context.isTrusted && { path: filePath }), pages, blankPages, sha256 };
};

/** @returns where the file is. @throws AppError EXHIBIT_BUILD_MISSING, EXHIBIT_BUILD_CHANGED */
async function assertAsBuilt(folder: string, { file, sizeBytes, sha256 }: BuildOutput): Promise<string> {
  const path = join(folder, file);
  const opened = await openBuiltFile({ path, name: file, sizeBytes, sha256 });
  opened.close();
  return path;
}

/** An exhibit in a file: page, from 0, of its slip sheet and the first of its own; null for one without. */
interface Part {
  readonly sheet: number | null;
  readonly first: number | null;
}

/** The exhibits in a file. */
function partsOf({ exhibits }: ExhibitManifest, { role, volume, file }: BuildOutput): Part[] {
  const inVolume = role === 'volume';
  return exhibits
    .filter((exhibit) => (inVolume ? exhibit.volume === volume : exhibit.file === file))
    .map(({ slipSheet, startPage, pages: [page] }) => {
      const begins = inVolume ? startPage : 1;
      const first = (inVolume ? page?.volumePage : page?.filePage) ?? null;
      return {
        sheet: slipSheet !== null && begins !== null ? begins - 1 : null,
        first: first === null ? null : first - 1,
      };
    });
}
