import { AppError } from '../../../shared/errors/app-error.ts';
import type { Problem } from '../../../shared/model/common.ts';
import { groupOf, type EvidenceKind } from '../../../shared/model/evidence.ts';
import type { Exhibit, ExhibitFields } from '../../../shared/model/exhibits.ts';
import { sql } from '../store/query-builder.ts';
import type { ExhibitTables } from '../store/exhibit-tables.ts';
import type { MatterSession } from '../store/session.ts';
import { getSet, type SetRow } from './set-repository.ts';

/** What is known about the original behind an exhibit. */
export interface OriginalOfExhibit {
  readonly evidenceId: string;
  readonly contentId: number;
  readonly evidenceTitle: string;
  readonly custodian: string;
  readonly isArchived: boolean;
  readonly originalName: string;
  readonly kind: EvidenceKind;
  readonly sha256: string;
  readonly sizeBytes: number;
  /** Pages of the whole item; null while unknown: for mail and text files until their PDF is made. */
  readonly itemPages: number | null;
  readonly problems: readonly Problem[];
}

/** A stored exhibit, with the original behind it. */
export interface ExhibitRow extends ExhibitFields {
  readonly id: string;
  readonly setId: string;
  readonly parentId: string | null;
  readonly status: Exhibit['status'];
  readonly statusNote: string;
  /** Rank among the set's exhibits; only its order means anything. */
  readonly position: number;
  /** When its set was sealed with what it brings; null for what came since. */
  readonly sealedAt: string | null;
  /** The volume its label has stood in since its set was sealed; null where it was in none. */
  readonly sealedVolume: string | null;
  readonly createdAt: string;
  /** Null for a reserved label. */
  readonly original: OriginalOfExhibit | null;
}

const selectExhibits = sql
  .selectFrom('exhibit')
  .leftJoin('evidence_item', 'evidence_item.id', 'exhibit.evidence_id')
  .leftJoin('evidence_description', 'evidence_description.id', 'exhibit.evidence_id')
  .leftJoin('content', 'content.id', 'evidence_item.content_id')
  .leftJoin('inspection', 'inspection.content_id', 'evidence_item.content_id')
  .selectAll('exhibit')
  .select([
    'evidence_item.content_id',
    'evidence_item.kind',
    'evidence_item.original_name',
    'evidence_description.title as evidence_title',
    'evidence_description.custodian',
    'evidence_description.is_archived',
    'content.sha256',
    'content.size_bytes',
    'inspection.pages',
    'inspection.problems',
  ]);

/** Pages of this version's own PDF of what is not a PDF; until it is made, of the newest that another version made. */
function renditionPages({ platform }: MatterSession) {
  return (
    sql
      .selectFrom('rendition')
      .select('rendition.pages')
      // The query around it has that table, which this one's type cannot know.
      .whereRef('rendition.content_id', '=', 'evidence_item.content_id' as 'rendition.content_id')
      .orderBy((made) => made('rendition.app_version', '=', platform.appVersion), 'desc')
      .orderBy('rendition.made_at', 'desc')
      .limit(1)
      .as('rendition_pages')
  );
}

/** A set's exhibits, in order; none where there is no such set. */
export function listExhibits(session: MatterSession, setId: string): ExhibitRow[] {
  return session
    .all(
      selectExhibits
        .select(renditionPages(session))
        .where('exhibit.set_id', '=', setId)
        .orderBy('exhibit.position')
        .orderBy('exhibit.id'),
    )
    .map((row) => ({ ...toExhibit(row), original: toOriginal(row) }));
}

/**
 * A set with its exhibits in order, for what needs at least one.
 *
 * @throws AppError NOT_FOUND, EXHIBIT_SET_EMPTY
 */
export function getFilledSet(
  session: MatterSession,
  setId: string,
): { readonly set: SetRow; readonly exhibits: readonly ExhibitRow[] } {
  const set = getSet(session, setId);
  const exhibits = listExhibits(session, setId);
  if (exhibits.length === 0) throw new AppError('EXHIBIT_SET_EMPTY');
  return { set, exhibits };
}

/** An exhibit of whatever set. @throws AppError NOT_FOUND */
export function getExhibit(session: MatterSession, id: string): ExhibitRow {
  const row = session.get(sql.selectFrom('exhibit').select('set_id').where('id', '=', id));
  const exhibit = row && listExhibits(session, row.set_id).find((candidate) => candidate.id === id);
  if (!exhibit) throw new AppError('NOT_FOUND', { what: 'exhibit' });
  return exhibit;
}

/** What an exhibit is, apart from where it came from. */
export type ExhibitValues = Omit<ExhibitRow, 'id' | 'setId' | 'createdAt' | 'original'> & {
  readonly evidenceId: string | null;
};

/** Puts an exhibit into a set, as made now. Its label must be free there. Must run inside a transaction. */
export function insertExhibit(
  session: MatterSession,
  { id, setId, ...values }: ExhibitValues & { readonly id: string; readonly setId: string },
): void {
  const columns = columnsOf(values) as Omit<ExhibitTables['exhibit'], 'id' | 'set_id' | 'created_at'>;
  session.run(
    sql.insertInto('exhibit').values({ id, set_id: setId, ...columns, created_at: session.platform.now() }),
  );
}

/** Changes the given fields of an exhibit. Must run inside a transaction. */
export function updateExhibit(session: MatterSession, id: string, values: Partial<ExhibitValues>): void {
  if (Object.keys(values).length > 0)
    session.run(sql.updateTable('exhibit').set(columnsOf(values)).where('id', '=', id));
}

/** Undefined for those not given, which Kysely leaves out. */
function columnsOf(values: Partial<ExhibitValues>) {
  const { linksCitations } = values;
  return {
    parent_id: values.parentId,
    evidence_id: values.evidenceId,
    status: values.status,
    status_note: values.statusNote,
    position: values.position,
    label: values.label,
    title: values.title,
    page_ranges: values.pageRanges,
    treatment: values.treatment,
    treatment_note: values.treatmentNote,
    sponsor: values.sponsor,
    authentication: values.authentication,
    authentication_note: values.authenticationNote,
    designation: values.designation,
    objection: values.objection,
    ruling: values.ruling,
    ruling_note: values.rulingNote,
    links_citations: linksCitations === undefined ? undefined : Number(linksCitations),
    sealed_at: values.sealedAt,
    volume: values.sealedVolume,
  };
}

/** Removes an exhibit from its set. Its parts stay, as exhibits of their own. Must run inside a transaction. */
export function deleteExhibit(session: MatterSession, id: string): void {
  session.run(sql.updateTable('exhibit').set({ parent_id: null }).where('parent_id', '=', id));
  session.run(sql.deleteFrom('exhibit').where('id', '=', id));
}

/** What an item brings into a set. @throws AppError NOT_FOUND */
export function getEvidenceForExhibit(
  session: MatterSession,
  evidenceId: string,
): { readonly title: string; readonly kind: EvidenceKind } & Pick<OriginalOfExhibit, 'itemPages'> {
  const row = session.get(
    sql
      .selectFrom('evidence_item')
      .innerJoin('evidence_description', 'evidence_description.id', 'evidence_item.id')
      .leftJoin('inspection', 'inspection.content_id', 'evidence_item.content_id')
      .select(['evidence_description.title', 'evidence_item.kind', 'inspection.pages'])
      .select(renditionPages(session))
      .where('evidence_item.id', '=', evidenceId),
  );
  if (!row) throw new AppError('NOT_FOUND', { what: 'evidence' });
  const { title, kind } = row;
  return { title, kind, itemPages: itemPagesOf(kind, row) };
}

function itemPagesOf(
  kind: EvidenceKind,
  { pages, rendition_pages: renditionPages }: Pick<JoinedOriginal, 'pages' | 'rendition_pages'>,
): number | null {
  return renditionPages ?? (isPlaceholder(kind) ? 1 : pages);
}

/** Whether a kind cannot be shown on paper, so that a page stands for it. */
export function isPlaceholder(kind: EvidenceKind): boolean {
  return ['media', 'archive', 'other'].includes(groupOf(kind));
}

function toExhibit(row: ExhibitTables['exhibit']): Omit<ExhibitRow, 'original'> {
  return {
    id: row.id,
    setId: row.set_id,
    parentId: row.parent_id,
    status: row.status,
    statusNote: row.status_note,
    position: row.position,
    label: row.label,
    title: row.title,
    pageRanges: row.page_ranges,
    treatment: row.treatment,
    treatmentNote: row.treatment_note,
    sponsor: row.sponsor,
    authentication: row.authentication,
    authenticationNote: row.authentication_note,
    designation: row.designation,
    objection: row.objection,
    ruling: row.ruling,
    rulingNote: row.ruling_note,
    linksCitations: row.links_citations === 1,
    sealedAt: row.sealed_at,
    sealedVolume: row.volume,
    createdAt: row.created_at,
  };
}

interface JoinedOriginal {
  evidence_id: string | null;
  content_id: number | null;
  kind: EvidenceKind | null;
  original_name: string | null;
  evidence_title: string | null;
  custodian: string | null;
  is_archived: number | null;
  sha256: string | null;
  size_bytes: number | null;
  pages: number | null;
  rendition_pages: number | null;
  problems: string | null;
}

function toOriginal(row: JoinedOriginal): OriginalOfExhibit | null {
  if (row.evidence_id === null) return null;
  const kind = row.kind!;
  return {
    evidenceId: row.evidence_id,
    contentId: row.content_id!,
    evidenceTitle: row.evidence_title!,
    custodian: row.custodian!,
    isArchived: row.is_archived === 1,
    originalName: row.original_name!,
    kind,
    sha256: row.sha256!,
    sizeBytes: row.size_bytes!,
    itemPages: itemPagesOf(kind, row),
    problems: row.problems === null ? [] : (JSON.parse(row.problems) as OriginalOfExhibit['problems']),
  };
}
