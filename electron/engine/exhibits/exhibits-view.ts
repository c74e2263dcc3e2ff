import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { formatBates } from '../../../shared/domain/bates.ts';
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
import { planNumbers, type PageNumber } from './bates-ledger.ts';
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
  const { id, name, scheme, bates, hasSlipSheets, hasStickers, sealedAt } = set;
  return {
    id: id as ExhibitSetId,
    name,
    scheme,
    bates,
    hasSlipSheets,
    hasStickers,
    sealedAt,
    exhibits: exhibits.length,
    pages: exhibits.reduce((sum, exhibit) => sum + (exhibit.pages ?? 0), 0),
    lastBuiltAt: lastBuild?.built_at ?? null,
  };
}

/** A set's exhibits in order, each with the numbers its pages have or would be given now. */
export function describeExhibits(session: MatterSession, setId: string): Exhibit[] {
  const set = getSet(session, setId);
  const exhibits = listExhibits(session, setId);
  const numbers = set.bates
    ? planNumbers(
        session,
        set.bates,
        exhibits.map(({ evidenceId, pages }) => ({ evidenceId, pages: pages ?? 0 })),
      )
    : null;
  return exhibits.map((exhibit, at) => describeExhibit(exhibit, at, set, numbers?.[at] ?? []));
}

function describeExhibit(exhibit: ExhibitRow, at: number, set: SetRow, numbers: PageNumber[]): Exhibit {
  const printed = (page: PageNumber | undefined) =>
    page && set.bates ? formatBates({ prefix: set.bates.prefix, digits: page.digits }, page.number) : null;
  return {
    id: exhibit.id as ExhibitId,
    setId: set.id as ExhibitSetId,
    label: exhibit.label,
    position: at,
    title: exhibit.title,
    evidenceId: exhibit.evidenceId as EvidenceId,
    evidenceTitle: exhibit.evidenceTitle,
    kind: exhibit.kind,
    sha256: exhibit.sha256,
    pages: exhibit.pages,
    batesFirst: printed(numbers[0]),
    batesLast: printed(numbers.at(-1)),
    batesState: stateOf(numbers),
    problems: exhibit.problems,
  };
}

function stateOf(numbers: readonly PageNumber[]): Exhibit['batesState'] {
  if (numbers.length === 0) return null;
  if (numbers.some(({ state }) => state === 'planned')) return 'planned';
  return numbers.every(({ state }) => state === 'used') ? 'used' : 'reserved';
}

/** The lines above a set's index: the matter, its number, the set. */
export function captionOf(session: MatterSession, set: SetRow): string[] {
  const { title, number } = session.get(sql.selectFrom('matter').select(['title', 'number']))!;
  return [title, number === '' ? '' : `No. ${number}`, set.name].filter((line) => line !== '');
}

/** Hash over everything a build is made from: equal while the set and its caption still stand as built. */
export function planHash(session: MatterSession, set: SetRow, exhibits: readonly ExhibitRow[]): string {
  const { scheme, bates, hasSlipSheets, hasStickers, name } = set;
  const made = exhibits.map(({ label, title, sha256 }) => [label, title, sha256]);
  return createHash('sha256')
    .update(JSON.stringify([captionOf(session, set), name, scheme, bates, hasSlipSheets, hasStickers, made]))
    .digest('hex');
}

/**
 * Builds of a set, newest first.
 *
 * @param isTrusted whether the caller may see where the files were written, and not only the folder's name
 */
export function listBuilds(session: MatterSession, setId: string, isTrusted: boolean): Build[] {
  const set = getSet(session, setId);
  const hash = planHash(session, set, listExhibits(session, setId));
  const builds = session.all(
    sql
      .selectFrom('build')
      .selectAll()
      .where('set_id', '=', setId)
      .orderBy('built_at', 'desc')
      .orderBy('id', 'desc'),
  );
  return builds.map((build, i) => ({
    id: build.id as BuildId,
    setId: set.id as ExhibitSetId,
    builtAt: build.built_at,
    folderName: basename(build.folder),
    ...(isTrusted && { folderPath: build.folder }),
    isCurrent: i === 0 && build.plan_sha256 === hash && existsSync(join(build.folder, 'manifest.json')),
    outputs: session
      .all(sql.selectFrom('build_output').selectAll().where('build_id', '=', build.id).orderBy('id'))
      .map((output) => ({
        id: output.id as BuildOutputId,
        role: output.role,
        label: output.label,
        file: output.file,
        pages: output.pages,
        sizeBytes: output.size_bytes,
        sha256: output.sha256,
      })),
    findings: JSON.parse(build.findings) as Build['findings'],
  }));
}
