import { batesEnds, printRuns } from '../../../shared/domain/exhibits/bates.ts';
import type { JobResult } from '../../../shared/contract/api.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { BuildId } from '../../../shared/model/common.ts';
import type { JobContext } from '../handlers.ts';
import type { MatterSession } from '../store/session.ts';
import { numbersInOrder, printNumber, useNumbers } from './bates-ledger.ts';
import { builtExhibits, selectBuilds, selectOutputs } from './build-repository.ts';
import { isOfSetAsItStands } from './build/builds-of-set.ts';
import { checkOutputs } from './build/hashing/hash-files.ts';
import { getFilledSet, updateExhibit } from './exhibit-repository.ts';
import { numberedItem, planSetNumbers } from './set-numbers.ts';
import { sealSet } from './set-repository.ts';

/** The one volume of a build that names none: builds from before there were volumes. */
const onlyVolume = '1';

type Sealed = JobResult<'exhibits.seal'>;

/** A set with the build that it can be sealed as. */
type SealableSet = ReturnType<typeof getSealable>;

/**
 * Seals a set as it was last built: its numbers are used permanently, and its exhibits stay in their volumes. Sealing again
 * does the same for late exhibits. The build's files are read first; canceling that seals nothing.
 *
 * @throws AppError NOT_FOUND, EXHIBIT_SET_EMPTY, EXHIBIT_BUILD_MISSING when the set was never built as it stands, or its files are
 *   gone; EXHIBIT_BUILD_CHANGED, which names them, when some are not as they were written; EXHIBIT_SET_SEALED when nothing was
 *   added since; FILE_UNREADABLE, CANCELLED
 */
export async function seal(setId: string, context: JobContext): Promise<Sealed> {
  let found = getSealable(context.session, setId);
  let read: string;
  // The set may be changed or built again while files are read. From the last check on, nothing is awaited until it is sealed.
  do {
    read = found.build.id;
    await assertFilesStand(found.build, context);
    found = getSealable(context.session, setId);
  } while (found.build.id !== read);
  context.signal.throwIfAborted();
  const sealed = context.commit(`seal exhibit set “${found.set.name}”`, () => writeSeal(found, context));
  context.emit({ name: 'history.changed', matterId: context.session.id });
  return sealed;
}

function getSealable(session: MatterSession, setId: string) {
  const { set, exhibits } = getFilledSet(session, setId);
  const [build] = selectBuilds(session, setId);
  const built = build ? builtExhibits(session, build.id) : new Map<string, never>();
  const isNew =
    exhibits.some(({ sealedAt }) => sealedAt === null) ||
    (planSetNumbers(session, set, exhibits, built) ?? []).some((numbers) =>
      numbersInOrder(numbers).some(({ state }) => state !== 'used'),
    );
  if (set.sealedAt !== null && !isNew) throw new AppError('EXHIBIT_SET_SEALED');
  if (!build) throw new AppError('EXHIBIT_BUILD_MISSING', { isNeverBuilt: true });
  if (!isOfSetAsItStands(session, set, exhibits, build))
    throw new AppError('EXHIBIT_BUILD_MISSING', { isChanged: true });
  return { set, exhibits, build, built };
}

function writeSeal({ set, exhibits, built }: SealableSet, { session, platform }: JobContext): Sealed {
  const sealedAt = platform.now();
  for (const { id, sealedAt: before, sealedVolume } of exhibits)
    if (before === null || sealedVolume === null)
      updateExhibit(session, id, {
        sealedAt: before ?? sealedAt,
        sealedVolume: sealedVolume ?? built.get(id)?.volume ?? onlyVolume,
      });
  sealSet(session, set.id, sealedAt);
  const { bates } = set;
  if (!bates) return { sealedAt, batesFirst: null, batesLast: null, batesRanges: [] };
  useNumbers(
    session,
    bates,
    exhibits.map((exhibit) => numberedItem(exhibit, built.get(exhibit.id)?.itemPages)),
  );
  const numbers = planSetNumbers(session, set, exhibits, built) ?? [];
  // An item may be in the set twice, with the same numbers.
  const used = new Map(numbers.flatMap(numbersInOrder).map((page) => [page.number, page]));
  const inOrder = [...used.values()].toSorted((one, other) => one.number - other.number);
  const ends = batesEnds(inOrder);
  return {
    sealedAt,
    batesFirst: ends && printNumber(bates, ends.lowest),
    batesLast: ends && printNumber(bates, ends.highest),
    batesRanges: printRuns(bates.prefix, inOrder),
  };
}

/** @throws AppError EXHIBIT_BUILD_MISSING, EXHIBIT_BUILD_CHANGED, FILE_UNREADABLE, CANCELLED */
async function assertFilesStand(
  { id, folder }: { readonly id: BuildId; readonly folder: string },
  context: JobContext,
): Promise<void> {
  const outputs = selectOutputs(context.session, id);
  const states = await checkOutputs(folder, outputs, context);
  if (states.includes('missing')) throw new AppError('EXHIBIT_BUILD_MISSING');
  const changed = outputs.filter((_, at) => states[at] === 'changed').map(({ file }) => file);
  if (changed.length > 0) throw new AppError('EXHIBIT_BUILD_CHANGED', { files: changed });
}
