import { createHash } from 'node:crypto';
import { courtZone } from '../../../../shared/domain/court-zone.ts';
import type { Answers } from '../../../../shared/domain/docket/merge/cluster.ts';
import { mergeSources, type MergedDocket } from '../../../../shared/domain/docket/merge/merge.ts';
import { versionOf } from '../../../../shared/domain/docket/redline.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type {
  DocketChange,
  DocketPreview,
  DocketQuestion,
  DocketSourceReport,
} from '../../../../shared/model/docket.ts';
import { sql } from '../../store/query-builder.ts';
import type { MatterSession } from '../../store/session.ts';
import { listRows } from '../docket-repository.ts';
import { planDocket, versionOfRow, type DocketPlan } from './plan.ts';
import type { ReadReport } from './read-sources.ts';
import { findSources, listApplied, loadSources, type SourceRow } from './source-repository.ts';

/** A preview with what it takes to apply it. */
export interface ImportPlan {
  readonly preview: DocketPreview;
  readonly plan: DocketPlan;
  /** Ids of the sources this import adds. */
  readonly sourceIds: readonly string[];
  /** Ids of applied sources that are earlier readings of the same files, and are replaced. */
  readonly replacedIds: readonly string[];
  readonly answers: Answers;
}

/**
 * What an import would do to the docket as it stands.
 *
 * @param answers given now; those of earlier imports hold unless answered again
 * @throws AppError NOT_FOUND when nothing was read under this id, or it was swept
 */
export function planImport(session: MatterSession, importId: string, answers: Answers): ImportPlan {
  const reads = session.all(
    sql
      .selectFrom('docket_read')
      .select(['source_id', 'report'])
      .where('import_id', '=', importId)
      .orderBy('id'),
  );
  if (reads.length === 0) throw new AppError('NOT_FOUND', { what: 'import' });
  const sourceIds = [...new Set(reads.flatMap(({ source_id }) => source_id ?? []))];
  const added = findSources(session, sourceIds);
  const files = new Set(added.map(({ sha256 }) => sha256));
  const applied = listApplied(session);
  const replaced = applied.filter(({ id, sha256 }) => files.has(sha256) && !sourceIds.includes(id));
  const standing = applied.filter((one) => !replaced.includes(one) && !sourceIds.includes(one.id));
  const kept = Object.fromEntries(
    session.all(sql.selectFrom('docket_answer').selectAll()).map(({ id, answer }) => [id, answer]),
  );
  const all = { ...kept, ...answers };
  const rows = [...standing, ...added];
  const docket = mergeRows(session, rows, all);
  const nameOf = new Map(rows.map(({ id, name }) => [id, name]));
  const plan = planDocket(
    listRows(session),
    docket,
    docket.sources.map(({ id }) => nameOf.get(id)!),
    all,
  );

  const fresh = new Set(sourceIds);
  const changes = plan.changes.map(({ merged: _merged, ...change }): DocketChange => change);
  const questions = docket.questions.map((question): DocketQuestion => ({
    key: question.key,
    one: versionOf(question.one.entry),
    other: versionOf(question.other.entry),
    reason: question.reason,
    answer: all[question.key] ?? null,
  }));
  for (const { key, row, merged } of plan.questions)
    questions.push({
      key,
      one: versionOfRow(row),
      other: versionOf(merged.entry),
      reason: 'The first was typed without a number, is of the same day, and reads like the court’s.',
      answer: all[key] ?? null,
    });
  const preview: DocketPreview = {
    planHash: '',
    sources: reads.map(({ source_id, report }) =>
      countSource(JSON.parse(report) as ReadReport, source_id, sourceIds, docket, plan),
    ),
    changes,
    questions: questions.filter(({ key }, at) => questions.findIndex((one) => one.key === key) === at),
    matterFields: emptyMatterFields(session, docket),
    warnings: [...docket.warnings],
    unchanged: docket.entries.length - new Set(plan.changes.map(({ merged }) => merged)).size,
    newSources: sourceIds.filter((id) => !applied.some((one) => one.id === id)).length,
  };
  const what = JSON.stringify([[...fresh].sort(), changes, preview.matterFields, all]);
  const planHash = createHash('sha256').update(what).digest('hex');
  return {
    preview: { ...preview, planHash },
    plan,
    sourceIds,
    replacedIds: replaced.map(({ id }) => id),
    answers,
  };
}

/** The merge made last for each matter: a preview and what applies it need the same one. */
const mergedLast = new WeakMap<MatterSession, { readonly key: string; readonly docket: MergedDocket }>();

/** Merges stored sources. An id is a hash of what its source says, so the same ids and answers give the same docket. */
function mergeRows(session: MatterSession, rows: readonly SourceRow[], answers: Answers): MergedDocket {
  const key = JSON.stringify([rows.map(({ id }) => id).sort(), Object.entries(answers).sort()]);
  const last = mergedLast.get(session);
  if (last?.key === key) return last.docket;
  const docket = mergeSources(loadSources(session, rows), answers);
  mergedLast.set(session, { key, docket });
  return docket;
}

/** What of the import's changes a source brings: an entry is added by the first source of the import that lists it. */
function countSource(
  report: ReadReport,
  sourceId: string | null,
  sourceIds: readonly string[],
  docket: MergedDocket,
  plan: DocketPlan,
): DocketSourceReport {
  const counted = { ...report, added: 0, updated: 0, unchanged: 0 };
  if (sourceId === null) return counted;
  const index = docket.sources.findIndex(({ id }) => id === sourceId);
  const before = new Set(sourceIds.slice(0, sourceIds.indexOf(sourceId)));
  const earlier = new Set(docket.sources.flatMap(({ id }, at) => (before.has(id) ? at : [])));
  const kinds = new Map(plan.changes.map(({ merged, kind }) => [merged, kind]));
  for (const merged of docket.entries) {
    if (!merged.sources.includes(index)) continue;
    const kind = kinds.get(merged);
    if (kind === undefined || kind === 'kept' || kind === 'gone') counted.unchanged += 1;
    else if (kind === 'added' && !merged.sources.some((at) => earlier.has(at))) counted.added += 1;
    else counted.updated += 1;
  }
  return counted;
}

const fillable = ['court', 'number', 'judge'] as const;

/**
 * Fields of the matter that are still empty and that the docket's header gives. With the court comes the zone it keeps, which
 * deadlines are counted in.
 */
function emptyMatterFields(session: MatterSession, { header }: MergedDocket): DocketPreview['matterFields'] {
  const matter = session.one(sql.selectFrom('matter').select([...fillable, 'timezone']));
  if (!header) return [];
  // A court that is not known, or keeps two clocks, has brought none of its own.
  const zone = courtZone(matter.court.toLowerCase()) === null ? courtZone(header.court) : null;
  return [
    ...fillable.flatMap((field) =>
      matter[field] === '' && header[field] !== '' ? [{ field, value: header[field] }] : [],
    ),
    ...(zone === null || zone === matter.timezone ? [] : [{ field: 'timezone', value: zone }]),
  ];
}
