import { basename, join } from 'node:path';
import { AppError } from '../../../../../shared/errors/app-error.ts';
import type { AsFiledCheck } from '../../../../../shared/model/as-filed.ts';
import type { BuildId } from '../../../../../shared/model/common.ts';
import { checkReturned, type ReturnedFile } from '../../../filing/index.ts';
import type { JobContext } from '../../../handlers.ts';
import { splitProgress } from '../../../jobs/split-progress.ts';
import { selectBuilds, selectOutputs } from '../../build-repository.ts';
import { getSet } from '../../set-repository.ts';
import { isFiled } from '../filed-outputs.ts';
import { checkOutputs } from '../hashing/hash-files.ts';
import { insertAsFiled } from './as-filed-repository.ts';

/** The share of the work taken by comparing the build's files with their hashes. */
const hashingShare = 0.1;

/**
 * Compares files as they came back from the court with the files of a build, and keeps the result with the build. A file of
 * the build that has changed since it was written is not compared, and is listed as disturbed.
 *
 * @param buildId defaults to the newest build
 * @param paths of the returned files
 * @throws AppError NOT_FOUND, EXHIBIT_BUILD_MISSING where the set was never built, FILE_UNREADABLE, CANCELLED
 */
export async function checkAsFiled(
  setId: string,
  buildId: BuildId | undefined,
  paths: readonly string[],
  context: JobContext,
): Promise<AsFiledCheck> {
  const { session, platform, isTrusted, signal, person } = context;
  const { name: setName } = getSet(session, setId);
  const builds = selectBuilds(session, setId);
  const build = buildId === undefined ? builds[0] : builds.find(({ id }) => id === buildId);
  if (!build) {
    if (buildId !== undefined) throw new AppError('NOT_FOUND', { what: 'build' });
    throw new AppError('EXHIBIT_BUILD_MISSING', { isToBeChecked: true });
  }
  const nameOf = (file: string) => (isTrusted ? join(build.folder, file) : file);
  const outputs = selectOutputs(session, build.id).filter(isFiled);
  const [hashing, comparing] = splitProgress(context.progress, hashingShare);
  const states = await checkOutputs(build.folder, outputs, { platform, signal, progress: hashing });
  const isAsBuilt = states.map((state) => state === 'as written');
  const returned = paths.map((filePath): ReturnedFile => {
    const name = basename(filePath);
    return { file: { location: { filePath }, name }, shownName: isTrusted ? filePath : name };
  });
  const files = await checkReturned(
    outputs
      .filter((_, at) => isAsBuilt[at])
      .map(({ id, file }) => ({
        file: { location: { filePath: join(build.folder, file) }, name: file },
        shownName: nameOf(file),
        outputId: id,
      })),
    returned,
    { platform, signal, progress: comparing },
  );
  if (files.some(({ outputId }) => outputId !== null))
    context.commit(`check “${setName}” as filed`, () =>
      insertAsFiled(
        session,
        build.id,
        person.name,
        files.map((file) => ({
          ...file,
          // A matter stores no folder of the machine.
          returned: basename(file.returned),
          sent: file.sent && basename(file.sent),
        })),
      ),
    );
  return {
    buildId: build.id,
    files,
    disturbed: outputs.filter((_, at) => !isAsBuilt[at]).map(({ file }) => nameOf(file)),
  };
}
