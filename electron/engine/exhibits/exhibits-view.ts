import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { batesEnds, maxBatesNumber } from '../../../shared/domain/exhibits/bates.ts';
import type { AppError } from '../../../shared/errors/app-error.ts';
import type {
  BuildId,
  BuildOutputId,
  EvidenceId,
  ExhibitId,
  ExhibitSetId,
} from '../../../shared/model/common.ts';
import type { Build, Exhibit, ExhibitSet } from '../../../shared/model/exhibits.ts';
import { sql } from '../store/query-builder.ts';
import type { MatterSession } from '../store/session.ts';
import { setWords } from './build/plan/set-words.ts';
import { builtExhibits, selectBuilds } from './build-repository.ts';
import {
  numbersInOrder,
  numbersUsedUp,
  planNumbers,
  printNumber,
  type ExhibitNumbers,
} from './bates-ledger.ts';
import { binderPages, carriedPages, numberedItem, pagesInvalid } from './carried-pages.ts';
import { getSet, listExhibits, type ExhibitRow, type SetRow } from './exhibit-repository.ts';

/** A set as lists show it. */
export function describeSet(session: MatterSession, set: SetRow): ExhibitSet {
  const exhibits = listExhibits(session, set.id);
  const lastBuild = session.get(
    sql
      .selectFrom('build')
      .select('built_at')
      .where('set_id', '=', set.id)
      .orderBy('built_at', 'desc')
      .limit(1),
  );
  const { createdAt: _createdAt, ...fields } = set;
  return {
    ...fields,
    id: set.id as ExhibitSetId,
    exhibits: exhibits.length,
    pages: exhibits.reduce((sum, exhibit) => sum + (binderPages(exhibit) ?? 0), 0),
    lastBuiltAt: lastBuild?.built_at ?? null,
  };
}

/** A set's exhibits in order, each with the numbers its pages have or would be given now. */
export function describeExhibits(session: MatterSession, setId: string): Exhibit[] {
  const set = getSet(session, setId);
  const exhibits = listExhibits(session, setId);
  const numbers = planSetNumbers(session, set, exhibits);
  return exhibits.map((exhibit, at) => describeExhibit(exhibit, at, set, numbers?.[at] ?? null));
}

/**
 * The numbers of a set's exhibits; null where the set has none.
 *
 * @param built what a build found behind them, where it is about that build; else the pages that intake counted are taken
 */
export function planSetNumbers(
  session: MatterSession,
  { bates }: SetRow,
  exhibits: readonly ExhibitRow[],
  built?: ReadonlyMap<string, { readonly itemPages: number | null }>,
): ExhibitNumbers[] | null {
  const items = exhibits.map((exhibit) => numberedItem(exhibit, built?.get(exhibit.id)?.itemPages));
  return bates && planNumbers(session, bates, items);
}

function describeExhibit(
  exhibit: ExhibitRow,
  at: number,
  { bates }: SetRow,
  numbers: ExhibitNumbers | null,
): Exhibit {
  const { original, sealedAt, volume: _volume, createdAt: _createdAt, ...fields } = exhibit;
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

/** Ranges that name pages the item does not have: those of evidence that was put behind the label later. */
function pageProblems(exhibit: ExhibitRow): Exhibit['problems'] {
  const { missing } = carriedPages(exhibit);
  if (missing === null) return [];
  return [problemOf(pagesInvalid(exhibit, missing))];
}

const problemOf = ({ code, message }: AppError) => ({ code, message });

function stateOf(numbers: ReturnType<typeof numbersInOrder>): Exhibit['batesState'] {
  if (numbers.length === 0) return null;
  if (numbers.some(({ state }) => state === 'planned')) return 'planned';
  return numbers.every(({ state }) => state === 'used') ? 'used' : 'reserved';
}

/**
 * Hash over everything a build is made from: equal while the set, its caption and what its index says still stand as built.
 */
export function planHash(session: MatterSession, set: SetRow, exhibits: readonly ExhibitRow[]): string {
  const { sealedAt: _sealedAt, createdAt: _createdAt, isArchival, looksAtEveryPage, ...others } = set;
  // Left out where they are not asked for: builds from before there were such choices still stand.
  const settings = {
    ...others,
    ...(isArchival && { isArchival }),
    ...(looksAtEveryPage && { looksAtEveryPage }),
  };
  const made = exhibits.map(
    ({
      position: _position,
      sealedAt: _sealed,
      volume: _volume,
      createdAt: _created,
      original,
      ...exhibit
    }) => [exhibit, original && [original.sha256, original.originalName, original.custodian]],
  );
  return createHash('sha256')
    .update(JSON.stringify([setWords(session, set), settings, made]))
    .digest('hex');
}

/**
 * Whether a build still is the set as it stands: made from the same, with a number on every page (one that became void since
 * leaves its page without), and its files where they were written.
 */
export function isCurrentBuild(
  session: MatterSession,
  set: SetRow,
  exhibits: readonly ExhibitRow[],
  build: { readonly id: string; readonly folder: string; readonly plan_sha256: string },
): boolean {
  if (build.plan_sha256 !== planHash(session, set, exhibits)) return false;
  const built = builtExhibits(session, build.id);
  const numbers = planSetNumbers(session, set, exhibits, built) ?? [];
  const isNumbered = numbers.every((each) => numbersInOrder(each).every(({ state }) => state !== 'planned'));
  return isNumbered && existsSync(join(build.folder, 'manifest.json'));
}

/**
 * Builds of a set, newest first.
 *
 * @param isTrusted whether the caller may see where the files were written, and not only the folder's name
 */
export function listBuilds(session: MatterSession, setId: string, isTrusted: boolean): Build[] {
  const set = getSet(session, setId);
  const exhibits = listExhibits(session, setId);
  return selectBuilds(session, setId).map((build, i) => ({
    id: build.id as BuildId,
    setId: set.id as ExhibitSetId,
    builtAt: build.built_at,
    folderName: basename(build.folder),
    ...(isTrusted && { folderPath: build.folder }),
    isCurrent: i === 0 && isCurrentBuild(session, set, exhibits, build),
    outputs: session
      .all(sql.selectFrom('build_output').selectAll().where('build_id', '=', build.id).orderBy('id'))
      .map((output) => ({
        id: output.id as BuildOutputId,
        role: output.role,
        volume: output.volume,
        label: output.label,
        file: output.file,
        pages: output.pages,
        sizeBytes: output.size_bytes,
        sha256: output.sha256,
      })),
    findings: JSON.parse(build.findings) as Build['findings'],
  }));
}
