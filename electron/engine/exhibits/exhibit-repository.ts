import { AppError } from '../../../shared/errors/app-error.ts';
import { groupOf, type EvidenceKind } from '../../../shared/model/evidence.ts';
import type { ExhibitSetFields } from '../../../shared/model/exhibits.ts';
import { sql } from '../store/query-builder.ts';
import type { MatterSession } from '../store/session.ts';

export interface SetRow {
  readonly id: string;
  readonly name: string;
  readonly scheme: string;
  readonly bates: ExhibitSetFields['bates'];
  readonly hasSlipSheets: boolean;
  readonly hasStickers: boolean;
  readonly sealedAt: string | null;
  readonly createdAt: string;
}

/** An exhibit with what is known of its original. */
export interface ExhibitRow {
  readonly id: string;
  readonly setId: string;
  readonly evidenceId: string;
  readonly contentId: number;
  readonly label: string;
  readonly title: string;
  /** Rank among the set's exhibits; only its order means anything. */
  readonly position: number;
  readonly createdAt: string;
  readonly evidenceTitle: string;
  readonly originalName: string;
  readonly kind: EvidenceKind;
  readonly sha256: string;
  /** Pages it brings; null while not known: of mail and texts until their PDF is made. */
  readonly pages: number | null;
  readonly problems: { code: string; message: string }[];
}

/** Sets in the order they were made. */
export function listSets(session: MatterSession): SetRow[] {
  return session
    .all(sql.selectFrom('exhibit_set').selectAll().orderBy('created_at').orderBy('id'))
    .map(toSet);
}

/** @throws AppError NOT_FOUND */
export function getSet(session: MatterSession, id: string): SetRow {
  const row = session.get(sql.selectFrom('exhibit_set').selectAll().where('id', '=', id));
  if (!row) throw new AppError('NOT_FOUND', { what: 'exhibit set' });
  return toSet(row);
}

export function insertSet(session: MatterSession, id: string, fields: ExhibitSetFields): void {
  session.run(
    sql.insertInto('exhibit_set').values({
      id,
      ...toColumns(fields),
      sealed_at: null,
      created_at: session.platform.now(),
    }),
  );
}

export function updateSet(session: MatterSession, id: string, fields: ExhibitSetFields): void {
  session.run(sql.updateTable('exhibit_set').set(toColumns(fields)).where('id', '=', id));
}

export function deleteSet(session: MatterSession, id: string): void {
  // One by one, not by the foreign key's cascade: the change log hears of each row.
  session.run(sql.deleteFrom('exhibit').where('set_id', '=', id));
  session.run(sql.deleteFrom('exhibit_set').where('id', '=', id));
}

export function sealSet(session: MatterSession, id: string, at: string): void {
  session.run(sql.updateTable('exhibit_set').set({ sealed_at: at }).where('id', '=', id));
}

/** A set's exhibits, in order. */
export function listExhibits(session: MatterSession, setId: string): ExhibitRow[] {
  return session
    .all(
      sql
        .selectFrom('exhibit')
        .innerJoin('evidence_item', 'evidence_item.id', 'exhibit.evidence_id')
        .innerJoin('evidence_description', 'evidence_description.id', 'exhibit.evidence_id')
        .innerJoin('content', 'content.id', 'evidence_item.content_id')
        .leftJoin('inspection', 'inspection.content_id', 'evidence_item.content_id')
        .leftJoin('rendition', (join) =>
          join
            .onRef('rendition.content_id', '=', 'evidence_item.content_id')
            .on('rendition.app_version', '=', session.platform.appVersion),
        )
        .select([
          'exhibit.id',
          'exhibit.set_id',
          'exhibit.evidence_id',
          'exhibit.label',
          'exhibit.title',
          'exhibit.position',
          'exhibit.created_at',
          'evidence_item.content_id',
          'evidence_item.kind',
          'evidence_item.original_name',
          'evidence_description.title as evidence_title',
          'content.sha256',
          'inspection.pages',
          'rendition.pages as rendition_pages',
          'inspection.problems',
        ])
        .where('exhibit.set_id', '=', setId)
        .orderBy('exhibit.position')
        .orderBy('exhibit.id'),
    )
    .map((row) => ({
      id: row.id,
      setId: row.set_id,
      evidenceId: row.evidence_id,
      contentId: row.content_id,
      label: row.label,
      title: row.title,
      position: row.position,
      createdAt: row.created_at,
      evidenceTitle: row.evidence_title,
      originalName: row.original_name,
      kind: row.kind,
      sha256: row.sha256!,
      pages: row.rendition_pages ?? (isPlaceholder(row.kind) ? 1 : row.pages),
      problems: row.problems === null ? [] : (JSON.parse(row.problems) as ExhibitRow['problems']),
    }));
}

/** Whether a page stands in the binder for what cannot be shown on paper. */
export function isPlaceholder(kind: EvidenceKind): boolean {
  return ['media', 'archive', 'other'].includes(groupOf(kind));
}

/** @throws AppError NOT_FOUND */
export function getExhibit(session: MatterSession, id: string): ExhibitRow {
  const row = session.get(sql.selectFrom('exhibit').select('set_id').where('id', '=', id));
  const exhibit = row && listExhibits(session, row.set_id).find((candidate) => candidate.id === id);
  if (!exhibit) throw new AppError('NOT_FOUND', { what: 'exhibit' });
  return exhibit;
}

export function insertExhibit(
  session: MatterSession,
  row: { id: string; setId: string; evidenceId: string; position: number; label: string; title: string },
): void {
  session.run(
    sql.insertInto('exhibit').values({
      id: row.id,
      set_id: row.setId,
      evidence_id: row.evidenceId,
      position: row.position,
      label: row.label,
      title: row.title,
      created_at: session.platform.now(),
    }),
  );
}

export function updateExhibit(
  session: MatterSession,
  id: string,
  fields: { label?: string; title?: string; position?: number },
): void {
  if (Object.keys(fields).length > 0)
    session.run(sql.updateTable('exhibit').set(fields).where('id', '=', id));
}

export function deleteExhibit(session: MatterSession, id: string): void {
  session.run(sql.deleteFrom('exhibit').where('id', '=', id));
}

/** Titles of items of evidence. @throws AppError NOT_FOUND */
export function evidenceTitle(session: MatterSession, evidenceId: string): string {
  const row = session.get(
    sql.selectFrom('evidence_description').select('title').where('id', '=', evidenceId),
  );
  if (!row) throw new AppError('NOT_FOUND', { what: 'evidence' });
  return row.title;
}

function toSet(row: {
  id: string;
  name: string;
  scheme: string;
  bates_prefix: string | null;
  bates_digits: number | null;
  bates_start: number | null;
  has_slip_sheets: number;
  has_stickers: number;
  sealed_at: string | null;
  created_at: string;
}): SetRow {
  return {
    id: row.id,
    name: row.name,
    scheme: row.scheme,
    bates:
      row.bates_prefix === null
        ? null
        : { prefix: row.bates_prefix, digits: row.bates_digits!, start: row.bates_start! },
    hasSlipSheets: row.has_slip_sheets === 1,
    hasStickers: row.has_stickers === 1,
    sealedAt: row.sealed_at,
    createdAt: row.created_at,
  };
}

function toColumns({ name, scheme, bates, hasSlipSheets, hasStickers }: ExhibitSetFields) {
  return {
    name,
    scheme,
    bates_prefix: bates?.prefix ?? null,
    bates_digits: bates?.digits ?? null,
    bates_start: bates?.start ?? null,
    has_slip_sheets: hasSlipSheets ? 1 : 0,
    has_stickers: hasStickers ? 1 : 0,
  };
}
