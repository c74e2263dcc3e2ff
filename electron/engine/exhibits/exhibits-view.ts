import { batesEnds, maxBatesNumber } from '../../../shared/domain/exhibits/bates.ts';
import type { AppError } from '../../../shared/errors/app-error.ts';
import type { EvidenceId, ExhibitId, ExhibitSetId } from '../../../shared/model/common.ts';
import type { Exhibit, ExhibitSet } from '../../../shared/model/exhibits.ts';
import type { MatterSession } from '../store/session.ts';
import {
  numbersInOrder,
  numbersUsedUp,
  printNumber,
  type ExhibitNumbers,
  type PageNumber,
} from './bates-ledger.ts';
import { lastBuiltAt } from './build-repository.ts';
import { binderPages, carriedPages, hasCarriedPages, pagesInvalid } from './carried-pages.ts';
import { listExhibits, type ExhibitRow } from './exhibit-repository.ts';
import { planSetNumbers } from './set-numbers.ts';
import { getSet, type SetRow } from './set-repository.ts';

/** A set as lists show it. */
export function describeSet(session: MatterSession, set: SetRow): ExhibitSet {
  const exhibits = listExhibits(session, set.id);
  const { createdAt: _createdAt, ...fields } = set;
  return {
    ...fields,
    id: set.id as ExhibitSetId,
    exhibits: exhibits.length,
    pages: exhibits.reduce((sum, exhibit) => sum + (binderPages(exhibit) ?? 0), 0),
    lastBuiltAt: lastBuiltAt(session, set.id),
  };
}

/**
 * A set's exhibits in order, each with the numbers its pages have or would be given now. What would be given is not said from the
 * first exhibit on whose pages nobody has counted yet, such as a mail before its first build: the build will give other numbers.
 */
export function describeExhibits(session: MatterSession, setId: string): Exhibit[] {
  const set = getSet(session, setId);
  const exhibits = listExhibits(session, setId);
  const numbers = planSetNumbers(session, set, exhibits);
  const uncounted = exhibits.findIndex(
    (exhibit) => exhibit.original && hasCarriedPages(exhibit) && carriedPages(exhibit).pages === null,
  );
  return exhibits.map((exhibit, at) => {
    const own = numbers?.[at] ?? null;
    const isKnown = uncounted === -1 || at < uncounted || !own || stateOf(numbersInOrder(own)) !== 'planned';
    return describeExhibit(exhibit, at, set, isKnown ? own : null);
  });
}

function describeExhibit(
  exhibit: ExhibitRow,
  at: number,
  { bates }: SetRow,
  numbers: ExhibitNumbers | null,
): Exhibit {
  const { original, sealedAt, sealedVolume: _sealedVolume, createdAt: _createdAt, ...fields } = exhibit;
  const given = numbers ? numbersInOrder(numbers) : [];
  const ends = batesEnds(given);
  return {
    ...fields,
    id: exhibit.id as ExhibitId,
    setId: exhibit.setId as ExhibitSetId,
    parentId: exhibit.parentId as ExhibitId | null,
    position: at,
    evidenceId: (original?.evidenceId ?? null) as EvidenceId | null,
    evidenceTitle: original?.evidenceTitle ?? null,
    kind: original?.kind ?? null,
    sha256: original?.sha256 ?? null,
    itemPages: original?.itemPages ?? null,
    sizeBytes: original?.sizeBytes ?? 0,
    pages: binderPages(exhibit),
    batesFirst: ends && bates ? printNumber(bates, ends.lowest) : null,
    batesLast: ends && bates ? printNumber(bates, ends.highest) : null,
    batesState: stateOf(given),
    isSealed: sealedAt !== null,
    problems: [
      ...(original?.problems ?? []),
      ...pageProblems(exhibit),
      ...(bates && ends && ends.highest.number > maxBatesNumber ? [problemOf(numbersUsedUp(bates))] : []),
    ],
  };
}

/** Ranges that its item cannot have: of evidence that was put behind the label, or whose pages were counted, later. */
function pageProblems(exhibit: ExhibitRow): Exhibit['problems'] {
  const { problem } = carriedPages(exhibit);
  return problem ? [problemOf(pagesInvalid(exhibit, problem))] : [];
}

const problemOf = ({ code, message }: AppError) => ({ code, message });

function stateOf(numbers: readonly PageNumber[]): Exhibit['batesState'] {
  if (numbers.length === 0) return null;
  if (numbers.some(({ state }) => state === 'planned')) return 'planned';
  return numbers.every(({ state }) => state === 'used') ? 'used' : 'reserved';
}
