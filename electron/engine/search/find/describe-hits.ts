import { makeSnippet, type Sought } from '../../../../shared/domain/search/snippet.ts';
import type { SearchHit } from '../../../../shared/model/search.ts';
import { readDocketNumbers, readExhibitLabels } from '../../store/item-uses.ts';
import type { MatterSession } from '../../store/session.ts';
import { subjectTexts, type Subject } from '../words/subject-texts.ts';

/** Where a hit leads. */
type Place = Pick<
  SearchHit,
  | 'evidenceId'
  | 'evidenceKind'
  | 'entryId'
  | 'deadlineId'
  | 'factId'
  | 'title'
  | 'page'
  | 'atMs'
  | 'isArchived'
>;

/** Rows as they are shown: with title, labels and the text around what was found. Only for what is shown: it reads each page. */
export function describeHits(
  session: MatterSession,
  rows: readonly Subject[],
  sought: readonly Sought[],
): { hits: SearchHit[]; marked: string[] } {
  const places = rows.map((row) => placeOf(session, row));
  const items = [...new Set(places.flatMap(({ evidenceId }) => evidenceId ?? []))];
  const numbers = readDocketNumbers(session, items);
  const labels = readExhibitLabels(session, items);
  const marked: string[] = [];
  const textOf = subjectTexts(session);
  const hits = rows.map((row, at): SearchHit => {
    const place = places[at]!;
    const snippet = makeSnippet(textOf(row) ?? '', sought);
    marked.push(...snippet.marked);
    return {
      kind: row.kind,
      ...place,
      isOcr: row.kind === 'page' && isOcr(session, row),
      snippet: snippet.parts,
      docket:
        row.kind === 'docket' ? docketNumber(session, row.ref!) : (numbers.get(place.evidenceId ?? '') ?? []),
      exhibit: labels.get(place.evidenceId ?? '') ?? [],
    };
  });
  return { hits, marked };
}

const nowhere = {
  evidenceId: null,
  evidenceKind: null,
  entryId: null,
  deadlineId: null,
  factId: null,
  page: null,
  atMs: null,
};
const ofItem = 'i.id AS evidenceId, i.kind AS evidenceKind, d.title, d.is_archived AS isArchived';
const item = `evidence_item i JOIN evidence_description d ON d.id = i.id`;
const entries = `SELECT evidence_id AS evidenceId, id AS entryId, text AS title, is_gone AS isArchived FROM docket_entry WHERE id = @ref`;
const deadlines = `SELECT evidence_id AS evidenceId, entry_id AS entryId, id AS deadlineId, title, status = 'dismissed' AS isArchived
  FROM deadline WHERE id = @ref`;
const facts = 'SELECT id AS factId, text AS title, 0 AS isArchived FROM fact WHERE id = @ref';
/** Where rows of each kind are of; of several the first that is there. */
const places: Readonly<Record<Subject['kind'], readonly string[]>> = {
  page: [`SELECT ${ofItem} FROM ${item} WHERE i.content_id = @contentId`],
  title: [`SELECT ${ofItem} FROM ${item} WHERE i.id = @ref`],
  docket: [entries],
  note: [
    `SELECT ${ofItem}, m.page, m.at_ms AS atMs FROM ${item} JOIN note m ON m.evidence_id = i.id WHERE m.id = @ref`,
    deadlines,
    facts,
  ],
  cue: [
    `SELECT ${ofItem}, json_extract(t.cues, '$[' || CAST(@page - 1 AS INTEGER) || '].startMs') AS atMs FROM ${item} JOIN transcript t ON t.evidence_id = i.id WHERE t.id = @ref`,
  ],
};
const titleLength = 160;

function placeOf(session: MatterSession, { kind, contentId, ref, page }: Subject): Place {
  let found: Record<string, unknown> | undefined;
  for (const sql of places[kind])
    found ??= session.prepare(sql).get({ contentId, ref, page }) as typeof found;
  if (!found) throw new Error(`the index has a ${kind} that is not there`);
  const place = { ...nowhere, ...(kind === 'page' && { page }), ...found } as Place;
  const { title, atMs, isArchived } = place;
  return {
    ...place,
    title: title.length > titleLength ? `${title.slice(0, titleLength).trimEnd()}…` : title,
    atMs: atMs === null ? null : Math.round(atMs),
    isArchived: Boolean(isArchived),
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
