import { groupOf } from '../../../shared/domain/evidence/kind-groups.ts';
import { folded, nameKey } from '../../../shared/domain/evidence/name-order.ts';
import type { EvidenceKind } from '../../../shared/model/evidence.ts';
import type { NoteFilter, NoteRow } from '../../../shared/model/notes.ts';
import { citePages, type PageCite } from '../exhibits/index.ts';
import type { ReviewTables } from '../store/review-tables.ts';
import type { MatterSession } from '../store/session.ts';
import { noteOf, readNoteTags } from './note-rows.ts';

type FoundRow = ReviewTables['note'] & {
  readonly title: string;
  readonly item_kind: EvidenceKind;
  readonly is_archived: number;
};

/**
 * Notes that pass a filter, with what they stand on: in the order of their items' titles, then of page and place. A fixed number
 * of queries, however many notes there are.
 */
export function listNotes(session: MatterSession, filter: NoteFilter): NoteRow[] {
  const found = selectNotes(session, filter);
  const isAll = filter.evidenceIds.length === 0;
  const tags = readNoteTags(session, isAll ? null : found.map(({ id }) => id));
  const rows = found
    .map((row): NoteRow => ({
      ...noteOf(row, tags.get(row.id) ?? []),
      title: row.title,
      evidenceKind: row.item_kind,
      isArchived: row.is_archived === 1,
      cite: '',
    }))
    .filter(testOf(session, filter));
  const cites = citePages(
    session,
    rows.flatMap(({ evidenceId, anchor: { page } }) => (page === null ? [] : [{ evidenceId, page }])),
  );
  for (const row of rows) row.cite = citeOf(row, cites);
  return inOrder(rows);
}

function selectNotes(session: MatterSession, filter: NoteFilter): FoundRow[] {
  const { evidenceIds, kinds, isWorkProduct, includesArchived } = filter;
  const conditions = [
    includesArchived ? '' : 'd.is_archived = 0',
    evidenceIds.length === 0 ? '' : 'n.evidence_id IN (SELECT value FROM json_each(@evidenceIds))',
    kinds.length === 0 ? '' : 'n.kind IN (SELECT value FROM json_each(@kinds))',
    isWorkProduct === null ? '' : `n.is_work_product = ${isWorkProduct ? 1 : 0}`,
  ].filter((condition) => condition !== '');
  return session
    .prepare(
      `SELECT n.*, d.title, i.kind AS item_kind, d.is_archived FROM note n
         JOIN evidence_description d ON d.id = n.evidence_id JOIN evidence_item i ON i.id = n.evidence_id
         ${conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`}`,
    )
    .all({
      ...(evidenceIds.length > 0 && { evidenceIds: JSON.stringify(evidenceIds) }),
      ...(kinds.length > 0 && { kinds: JSON.stringify(kinds) }),
    }) as FoundRow[];
}

/** What of a filter is told by the note itself. */
function testOf(session: MatterSession, { tagIds, authors, words }: NoteFilter): (note: NoteRow) => boolean {
  const wantedTags = new Set<string>(tagIds);
  const wantedAuthors = new Set(authors.map(folded));
  const wantedWords = folded(words)
    .split(/\s+/)
    .filter((word) => word !== '');
  const names = wantedWords.length === 0 ? new Map<string, string>() : tagNames(session);
  return (note) => {
    if (wantedTags.size > 0 && !note.tagIds.some((id) => wantedTags.has(id))) return false;
    if (wantedAuthors.size > 0 && !wantedAuthors.has(folded(note.author.name))) return false;
    if (wantedWords.length === 0) return true;
    const said = [note.anchor.quote, note.text, note.title, note.author.name];
    const text = folded([...said, ...note.tagIds.map((id) => names.get(id) ?? '')].join('\n'));
    return wantedWords.every((word) => text.includes(word));
  };
}

function tagNames(session: MatterSession): Map<string, string> {
  return new Map(session.prepare('SELECT id, name FROM tag').raw().all() as [string, string][]);
}

/** By title, item, page, and place on it: a moment, or from the top and from the left. */
function inOrder(rows: readonly NoteRow[]): NoteRow[] {
  const items = [...Map.groupBy(rows, ({ evidenceId }) => evidenceId).values()].map((own) => ({
    own,
    key: nameKey(own[0]!.title),
    id: own[0]!.evidenceId,
  }));
  items.sort((one, other) =>
    one.key === other.key ? compare(one.id, other.id) : compare(one.key, other.key),
  );
  return items.flatMap(({ own }) => own.toSorted(byPlace));
}

function byPlace(one: NoteRow, other: NoteRow): number {
  return (
    (one.anchor.page ?? 0) - (other.anchor.page ?? 0) ||
    (one.anchor.atMs ?? -1) - (other.anchor.atMs ?? -1) ||
    (one.anchor.rects[0]?.y ?? -1) - (other.anchor.rects[0]?.y ?? -1) ||
    (one.anchor.rects[0]?.x ?? -1) - (other.anchor.rects[0]?.x ?? -1) ||
    compare(one.createdAt, other.createdAt) ||
    compare(one.id, other.id)
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The first set that carries the page says how it is cited. */
function citeOf(
  { evidenceId, evidenceKind, anchor: { page } }: NoteRow,
  cites: (evidenceId: string, page: number) => readonly PageCite[],
): string {
  if (page === null) return '';
  const own = cites(evidenceId, page);
  const cited = own.find(({ setId, page: carried }) => setId !== null && carried !== null);
  if (cited) return cited.cite;
  const group = groupOf(evidenceKind);
  const place = group === 'pdf' || group === 'image' ? `p. ${page}` : `part ${page}`;
  const number = own.find(({ setId }) => setId === null)?.bates ?? null;
  return number === null ? place : `${place}, ${number}`;
}
