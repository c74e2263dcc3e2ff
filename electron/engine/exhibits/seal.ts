import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { batesEnds } from '../../../shared/domain/exhibits/bates.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { CommandContext } from '../handlers.ts';
import type { MatterSession } from '../store/session.ts';
import { numbersInOrder, printNumber, useNumbers } from './bates-ledger.ts';
import { builtExhibits, selectBuilds, selectOutputs } from './build-repository.ts';
import { isOfSetAsItStands } from './build/builds-of-set.ts';
import { getFilledSet, updateExhibit } from './exhibit-repository.ts';
import { numberedItem, planSetNumbers } from './set-numbers.ts';
import { sealSet } from './set-repository.ts';

/** The one volume of a build that names none: builds from before there were volumes. */
const onlyVolume = '1';

/**
 * Seals a set as it was last built: its numbers are used for good, and its exhibits stay in the volumes they stand in. Sealing
 * again does the same for late exhibits.
 *
 * @throws AppError NOT_FOUND, EXHIBIT_SET_EMPTY, EXHIBIT_BUILD_MISSING when the set was never built as it stands, or its files are
 *   gone; EXHIBIT_BUILD_CHANGED when one of them is not as long as it was written; EXHIBIT_SET_SEALED when nothing was added since
 */
export function seal(
  setId: string,
  { session, platform, describe }: CommandContext,
): { sealedAt: string; batesFirst: string | null; batesLast: string | null } {
  const { set, exhibits } = getFilledSet(session, setId);
  const [build] = selectBuilds(session, setId);
  const built = build ? builtExhibits(session, build.id) : new Map<string, never>();
  const numbersOf = () =>
    (planSetNumbers(session, set, exhibits, built) ?? []).flatMap((numbers) => numbersInOrder(numbers));
  const isNew =
    exhibits.some(({ sealedAt }) => sealedAt === null) || numbersOf().some(({ state }) => state !== 'used');
  if (set.sealedAt !== null && !isNew) throw new AppError('EXHIBIT_SET_SEALED');
  if (!build) throw new AppError('EXHIBIT_BUILD_MISSING', { isNeverBuilt: true });
  assertFilesStand(session, build);
  if (!isOfSetAsItStands(session, set, exhibits, build))
    throw new AppError('EXHIBIT_BUILD_MISSING', { isChanged: true });
  describe(`seal exhibit set “${set.name}”`);
  const sealedAt = platform.now();
  for (const { id, sealedAt: before, sealedVolume } of exhibits)
    if (before === null || sealedVolume === null)
      updateExhibit(session, id, {
        sealedAt: before ?? sealedAt,
        sealedVolume: sealedVolume ?? built.get(id)?.volume ?? onlyVolume,
      });
  sealSet(session, setId, sealedAt);
  const { bates } = set;
  if (!bates) return { sealedAt, batesFirst: null, batesLast: null };
  useNumbers(
    session,
    bates,
    exhibits.map((exhibit) => numberedItem(exhibit, built.get(exhibit.id)?.itemPages)),
  );
  const ends = batesEnds(numbersOf());
  return {
    sealedAt,
    batesFirst: ends && printNumber(bates, ends.lowest),
    batesLast: ends && printNumber(bates, ends.highest),
  };
}

/** @throws AppError EXHIBIT_BUILD_MISSING, EXHIBIT_BUILD_CHANGED */
function assertFilesStand(session: MatterSession, { id, folder }: { id: string; folder: string }): void {
  for (const { file, sizeBytes } of selectOutputs(session, id)) {
    const found = statSync(join(folder, file), { throwIfNoEntry: false });
    if (!found) throw new AppError('EXHIBIT_BUILD_MISSING');
    if (found.size !== sizeBytes) throw new AppError('EXHIBIT_BUILD_CHANGED', { name: basename(file) });
  }
}
