import { makeSnippet, type Sought } from '../../../../shared/domain/search/snippet.ts';
import type { DeadlineId, DocketEntryId, EvidenceId, FactId } from '../../../../shared/model/common.ts';
import type { EvidenceKind } from '../../../../shared/model/evidence.ts';
import type { SearchHit } from '../../../../shared/model/search.ts';
import type { MatterSession } from '../../store/session.ts';
import { subjectTexts, type Subject } from '../words/subject-texts.ts';

/** Where a hit leads, before its item is described. */
interface Place {
  readonly row: Subject;
  readonly evidenceId: string | null;
  readonly evidenceKind: EvidenceKind | null;
  readonly entryId: string | null;
  readonly deadlineId: string | null;
  readonly factId: string | null;
  readonly title: string;
  readonly page: number | null;
  readonly atMs: number | null;
  readonly isArchived: boolean;
}

/** Rows as they are shown: with title, labels and the text around what was found. Only for what is shown: it reads each page. */
export function describeHits(
  session: MatterSession,
  rows: readonly Subject[],
  sought: readonly Sought[],
): { hits: SearchHit[]; marked: string[] } {
  const places = rows.map((row) => placeOf(session, row));
  const items = [...new Set(places.flatMap(({ evidenceId }) => evidenceId ?? []))];
  const docket = labelsOf(
    session,
    `SELECT evidence_id, CASE WHEN attachment IS NULL THEN '' || number ELSE number || '-' || attachment END
       FROM docket_entry WHERE number IS NOT NULL AND evidence_id IN (SELECT value FROM json_each(?)) ORDER BY number, attachment`,
    items,
  );
  const exhibits = labelsOf(
    session,
    `SELECT x.evidence_id, s.name || ': ' || x.label FROM exhibit x JOIN exhibit_set s ON s.id = x.set_id
       WHERE x.evidence_id IN (SELECT value FROM json_each(?)) ORDER BY s.created_at, x.position`,
    items,
  );
  const marked: string[] = [];
  const textOf = subjectTexts(session);
  const hits = places.map(({ row, evidenceId, entryId, deadlineId, factId, ...rest }): SearchHit => {
    const snippet = makeSnippet(textOf(row) ?? '', sought);
    marked.push(...snippet.marked);
    const ownNumber = row.kind === 'docket' ? docketNumber(session, row.ref!) : [];
    return {
      kind: row.kind,
      evidenceId: evidenceId as EvidenceId | null,
      evidenceKind: rest.evidenceKind,
      entryId: entryId as DocketEntryId | null,
      deadlineId: deadlineId as DeadlineId | null,
      factId: factId as FactId | null,
      title: rest.title,
      page: rest.page,
      atMs: rest.atMs,
      isOcr: row.kind === 'page' && isOcr(session, row),
      snippet: snippet.parts,
      docket: row.kind === 'docket' ? ownNumber : (docket.get(evidenceId ?? '') ?? []),
      exhibit: exhibits.get(evidenceId ?? '') ?? [],
      isArchived: rest.isArchived,
    };
  });
  return { hits, marked };
}

const item = `SELECT i.id AS evidenceId, i.kind AS evidenceKind, NULL AS entryId, NULL AS deadlineId, NULL AS factId, d.title, NULL AS page, NULL AS atMs, d.is_archived AS isArchived
  FROM evidence_item i JOIN evidence_description d ON d.id = i.id`;
const places = {
  page: `${item} WHERE i.content_id = ?`,
  title: `${item} WHERE i.id = ?`,
  docket: `SELECT evidence_id AS evidenceId, NULL AS evidenceKind, id AS entryId, NULL AS deadlineId, NULL AS factId, text AS title, NULL AS page, NULL AS atMs, is_gone AS isArchived
    FROM docket_entry WHERE id = ?`,
  deadline: `SELECT evidence_id AS evidenceId, NULL AS evidenceKind, entry_id AS entryId, id AS deadlineId, NULL AS factId, title, NULL AS page, NULL AS atMs,
    status = 'dismissed' AS isArchived FROM deadline WHERE id = ?`,
  fact: `SELECT NULL AS evidenceId, NULL AS evidenceKind, NULL AS entryId, NULL AS deadlineId, id AS factId, text AS title, NULL AS page, NULL AS atMs,
    0 AS isArchived FROM fact WHERE id = ?`,
  note: `SELECT d.id AS evidenceId, i.kind AS evidenceKind, NULL AS entryId, NULL AS deadlineId, NULL AS factId, d.title, m.page, m.at_ms AS atMs, d.is_archived AS isArchived
    FROM note m JOIN evidence_description d ON d.id = m.evidence_id JOIN evidence_item i ON i.id = d.id WHERE m.id = ?`,
  cue: `SELECT d.id AS evidenceId, i.kind AS evidenceKind, NULL AS entryId, NULL AS deadlineId, NULL AS factId, d.title, NULL AS page,
    json_extract(t.cues, '$[' || CAST(? - 1 AS INTEGER) || '].startMs') AS atMs, d.is_archived AS isArchived
    FROM transcript t JOIN evidence_description d ON d.id = t.evidence_id JOIN evidence_item i ON i.id = d.id WHERE t.id = ?`,
} as const;
const titleLength = 160;

function placeOf(session: MatterSession, row: Subject): Place {
  const read = (sql: string, ...values: unknown[]) =>
    session.prepare(sql).get(...values) as
      | (Omit<Place, 'row' | 'isArchived'> & { isArchived: number })
      | undefined;
  const found =
    row.kind === 'page'
      ? read(places.page, row.contentId)
      : row.kind === 'cue'
        ? read(places.cue, row.page, row.ref)
        : row.kind === 'note'
          ? (read(places.note, row.ref) ?? read(places.deadline, row.ref) ?? read(places.fact, row.ref))
          : read(places[row.kind], row.ref);
  if (!found) throw new Error(`the index has a ${row.kind} that is not there`);
  return {
    ...found,
    row,
    page: row.kind === 'page' ? row.page : found.page,
    title: found.title.length > titleLength ? `${found.title.slice(0, titleLength).trimEnd()}…` : found.title,
    atMs: found.atMs === null ? null : Math.round(found.atMs),
    isArchived: found.isArchived === 1,
  };
}

function isOcr(session: MatterSession, { contentId, page }: Subject): boolean {
  const origin = session
    .prepare('SELECT origin FROM page_text WHERE content_id = ? AND page = ?')
    .pluck()
    .get(contentId, page);
  return origin === 'ocr';
}

function docketNumber(session: MatterSession, entryId: string): string[] {
  const row = session.prepare('SELECT number, attachment FROM docket_entry WHERE id = ?').get(entryId) as
    | { number: number | null; attachment: number | null }
    | undefined;
  if (!row || row.number === null) return [];
  return [row.attachment === null ? `${row.number}` : `${row.number}-${row.attachment}`];
}

function labelsOf(session: MatterSession, sql: string, ids: readonly string[]): Map<string, string[]> {
  const labels = new Map<string, string[]>();
  for (const [id, label] of session.prepare(sql).raw().all(JSON.stringify(ids)) as [string, string][])
    labels.set(id, [...(labels.get(id) ?? []), label]);
  return labels;
}
