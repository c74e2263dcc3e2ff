import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { BuildResult, Finding } from '../../../../shared/model/exhibits.ts';
import type { JobContext } from '../../handlers.ts';
import { safeFileName } from '../../platform/file-names.ts';
import type { WrittenOutput } from '../build-repository.ts';
import { describeResult } from './build-result.ts';
import { findDisturbedFiles } from './disturbed-files.ts';
import { outputOf, type BuiltSet } from './files/built-set.ts';
import { sayingReserved } from './kept-reserved.ts';
import { manifestName, writeManifest } from './files/manifest.ts';
import { planBuild, type BuildChoice, type PlannedBuild } from './plan/plan-build.ts';
import {
  announceBuild,
  forgetAnnounced,
  planRecord,
  recordBuild,
  type BuildRecord,
  type WrittenFiles,
} from './record-build.ts';
import { runAssembler } from './run-assembler.ts';
import { beginStaging, publishFolder } from './staging-folder.ts';
import type { ExhibitContent } from './tasks.ts';

/**
 * Builds a set: volumes, one PDF per exhibit, indexes, load files and manifest, in a new folder inside the chosen one. The
 * folder appears once everything in it is finished and read back; a build that fails, is canceled or killed leaves nothing
 * but reserved numbers, and its error says so.
 *
 * @param target the chosen folder; created if it does not exist
 * @throws AppError NOT_FOUND, EXHIBIT_SET_EMPTY, EXHIBIT_SOURCE_UNREADABLE, COURT_PROFILE_NOT_FOUND, BATES_NUMBER_TAKEN,
 *   BATES_NUMBERS_USED_UP, FILE_UNWRITABLE, DISK_FULL
 */
export async function buildSet(
  setId: string,
  target: string,
  choice: BuildChoice,
  context: JobContext,
): Promise<BuildResult> {
  const planned = await planBuild(setId, choice, context);
  return sayingReserved(planned.set.bates !== null, context.signal, () =>
    publishBuild(planned, target, context),
  );
}

async function publishBuild(
  planned: PlannedBuild,
  target: string,
  context: JobContext,
): Promise<BuildResult> {
  const { session, platform, signal } = context;
  const staging = await beginStaging(session, target, platform.newId());
  try {
    const written = await inStanding(staging.path, target, async () => {
      const files = await writeFiles(planned, staging.path, context);
      await assertAllStand(staging.path, files.outputs);
      return files;
    });
    signal.throwIfAborted();
    const record = planRecord(planned, written, context);
    try {
      const folder = await inStanding(staging.path, target, () =>
        publishFolder(staging.path, target, safeFileName(planned.set.name), (name) =>
          announceBuild(session, record, name),
        ),
      );
      await recordPublished(record, folder, context);
      const buildId = record.build.id;
      return describeResult({ buildId, folder, plan: planned.plan, ...written }, context.isTrusted);
    } finally {
      forgetAnnounced(session, record);
    }
  } finally {
    await staging.drop();
  }
}

/**
 * Runs work that writes into a folder. If it fails because that folder or its disk was removed or moved meanwhile, the error
 * says so, rather than that some file of ours is missing.
 *
 * @throws AppError FILE_UNWRITABLE; those of the work
 */
async function inStanding<T>(folder: string, target: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (existsSync(folder)) throw error;
    const reason = 'it was moved or removed, or its disk was, while files were written into it';
    throw new AppError('FILE_UNWRITABLE', { name: basename(target), reason }, { cause: error });
  }
}

/**
 * Refuses to publish a folder with missing files: virus scanners remove files that were just written.
 *
 * @throws AppError FILE_UNWRITABLE
 */
async function assertAllStand(folder: string, outputs: readonly WrittenOutput[]): Promise<void> {
  const lost = (await findDisturbedFiles(folder, outputs)).find(({ change }) => change !== 'redated');
  if (!lost) return;
  const reason = `it was ${lost.change === 'missing' ? 'removed' : 'changed'} by another program while the others were written`;
  throw new AppError('FILE_UNWRITABLE', { name: lost.file, reason });
}

/** Writes every file of a build, its manifest last, and has those that claim to be PDF/A checked. */
async function writeFiles(
  { plan, exhibits, sources, findings }: PlannedBuild,
  folder: string,
  context: JobContext,
): Promise<WrittenFiles> {
  const placeOf = new Map(exhibits.map(({ label }, at) => [label, at]));
  const contents = plan.exhibits.map(({ item }): ExhibitContent => {
    const place = placeOf.get(item.label)!;
    return {
      contentId: sources[place]?.contentId ?? null,
      password: sources[place]?.password,
      originalId: exhibits[place]!.original?.contentId ?? null,
    };
  });
  const built = await runAssembler({ plan, contents, folder }, context);
  const told = [...built.findings, ...findings];
  const manifest = writeManifest(plan, built, told, context.platform.appVersion);
  await writeFile(join(folder, manifestName), manifest, { flush: true });
  return {
    built,
    outputs: [...built.outputs, manifestOutput(manifest)],
    // Not in the manifest: whether such a program is installed must not change a build's bytes.
    findings: plan.isArchival ? [...told, ...(await validate(built, folder, context.signal))] : told,
  };
}

/** An independent program's verdict on the files that claim to be PDF/A. */
async function validate(
  { archivalFiles }: BuiltSet,
  folder: string,
  signal: AbortSignal,
): Promise<Finding[]> {
  if (archivalFiles.length === 0) return [];
  // Loaded on demand: most builds do not need it.
  const { validateArchival, validationFindings } = await import('../../pdf/archival/index.ts');
  const validation = await validateArchival(
    archivalFiles.map((file) => join(folder, file)),
    signal,
  );
  return validationFindings(validation, (path) => basename(path)).map((finding) => ({
    ...finding,
    label: null,
  }));
}

function manifestOutput(manifest: string): WrittenOutput {
  const sha256 = createHash('sha256').update(manifest).digest('hex');
  return outputOf('manifest', manifestName, { bytes: Buffer.byteLength(manifest), sha256 });
}

/** Writes a published build into the matter; where that fails, removes the folder again. */
async function recordPublished(record: BuildRecord, folder: string, context: JobContext): Promise<void> {
  try {
    recordBuild(record, folder, context);
  } catch (error) {
    // A folder that the matter does not know would be taken for a finished build.
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}
