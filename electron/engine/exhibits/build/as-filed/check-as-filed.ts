import { basename, join } from 'node:path';
import { AppError } from '../../../../../shared/errors/app-error.ts';
import type { AsFiledCheck } from '../../../../../shared/model/as-filed.ts';
import type { BuildId } from '../../../../../shared/model/common.ts';
import { checkReturned, type ReturnedFile } from '../../../filing/index.ts';
import type { JobContext } from '../../../handlers.ts';
import { selectBuilds, selectOutputs } from '../../build-repository.ts';
import { getSet } from '../../set-repository.ts';
import { isFiled } from '../filed-outputs.ts';
import { hashFiles } from '../hashing/hash-files.ts';
import { insertAsFiled } from './as-filed-repository.ts';

/** Of the work, what it takes to hold the files of the build against their hashes. */
const hashingShare = 0.1;

/**
 * Holds files as they came back from the court against the files of a build, and keeps what came of it with the build. A file of the
 * build that is no longer as it was written is not held against anything, and told.
 *
 * @param buildId left out for the newest build
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
  const hashes = await hashFiles(
    build.folder,
    outputs.map(({ file }) => file),
    {
      platform,
      signal,
      progress: (done, total, note) =>
        context.progress(total > 0 ? (hashingShare * done) / total : 0, 1, note),
    },
  );
  const isAsBuilt = outputs.map(({ sha256 }, at) => hashes[at] === sha256);
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
    {
      platform,
      signal,
      progress: (done, total, note) =>
        context.progress(hashingShare + ((1 - hashingShare) * done) / total, 1, note),
    },
  );
  if (files.some(({ outputId }) => outputId !== null))
    context.commit(`check “${setName}” as filed`, () =>
      insertAsFiled(
        session,
        build.id,
        person.name,
        files.map((file) => ({
          ...file,
          // A matter names no folder of the machine.
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
