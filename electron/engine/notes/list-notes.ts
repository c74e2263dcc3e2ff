import { compare } from '../../../shared/domain/compare.ts';
import { hasPages } from '../../../shared/domain/evidence/kind-groups.ts';
import { nameKey } from '../../../shared/domain/evidence/name-order.ts';
import { foldedLine, foldedParts } from '../../../shared/domain/search/words.ts';
import type { EvidenceKind } from '../../../shared/model/evidence.ts';
import type { NoteFilter, NoteRow } from '../../../shared/model/notes.ts';
import { citePages, type PageCite } from '../exhibits/index.ts';
import type { MatterSession } from '../store/session.ts';
import { noteOf, readNoteTags, type StoredNote } from './note-rows.ts';

/** What notes stand on, as a list of them tells it. */
interface NotedItem {
  readonly title: string;
  readonly kind: EvidenceKind;
  readonly isArchived: boolean;
}

/** All notes of a matter as they were last listed, and which state of the file that was. */
const listed = new WeakMap<MatterSession, { readonly state: string; readonly rows: readonly NoteRow[] }>();

/**
 * Notes that pass a filter, with what they stand on: in the order of their items' titles, then of page and place. A fixed number
 * of queries, however many notes there are; and none while nothing was written since all of them were listed, as while somebody
 * types what to look for.
 */
export function listNotes(session: MatterSession, filter: NoteFilter): NoteRow[] {
  const { ids, evidenceIds } = filter;
  const state = stateOf(session);
  const isOfAll = ids.length === 0 && evidenceIds.length === 0;
  let kept = listed.get(session);
  // What a transaction has written so far may be rolled back.
  if (kept?.state !== state && isOfAll && !session.db.inTransaction) {
    kept = { state, rows: readRows(session, everything) };
    listed.set(session, kept);
  }
  if (!isOfAll || kept?.state !== state) return readRows(session, filter);
  return kept.rows.filter(testOf(session, filter));
}

/** Names a state of the matter file: it is another after each row that is written, here or elsewhere. */
function stateOf(session: MatterSession): string {
  const version = session.db.pragma('data_version', { simple: true }) as number;
  return `${version} ${session.prepare('SELECT total_changes()').pluck().get() as number}`;
}

const everything: NoteFilter = {
  ids: [],
  evidenceIds: [],
  kinds: [],
  tagIds: [],
  authors: [],
  words: '',
  isWorkProduct: null,
  includesArchived: true,
};

function readRows(session: MatterSession, filter: NoteFilter): NoteRow[] {
  const found = selectNotes(session, filter);
  const isAll = filter.evidenceIds.length === 0 && filter.ids.length === 0;
  const tags = readNoteTags(session, isAll ? null : found.map(({ id }) => id));
  const items = readNoted(session, new Set(found.map((row) => row.evidence_id)));
  const rows = found
    .map((row): NoteRow => {
      const { title, kind, isArchived } = items.get(row.evidence_id)!;
      return Object.assign(noteOf(row, tags.get(row.id) ?? []), {
        title,
        evidenceKind: kind,
        isArchived,
        cite: '',
      });
    })
    .filter(testOf(session, filter));
  const cites = citePages(
    session,
    rows.flatMap(({ evidenceId, anchor: { page } }) => (page === null ? [] : [{ evidenceId, page }])),
  );
  for (const row of rows) row.cite = citeOf(row, cites);
  return inOrder(rows);
}

function selectNotes(session: MatterSession, { ids, evidenceIds }: NoteFilter): StoredNote[] {
  const conditions = [
    ids.length === 0 ? '' : 'id IN (SELECT value FROM json_each(@ids))',
    evidenceIds.length === 0 ? '' : 'evidence_id IN (SELECT value FROM json_each(@evidenceIds))',
  ].filter((condition) => condition !== '');
  return session
    .prepare(`SELECT * FROM note ${conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`}`)
    .all({
      ...(ids.length > 0 && { ids: JSON.stringify(ids) }),
      ...(evidenceIds.length > 0 && { evidenceIds: JSON.stringify(evidenceIds) }),
    }) as StoredNote[];
}

/** Read separately: most notes are on few items. */
function readNoted(session: MatterSession, ids: ReadonlySet<string>): Map<string, NotedItem> {
  const rows = session
    .prepare(
      `SELECT d.id, d.title, i.kind, d.is_archived FROM json_each(?) AS n
         JOIN evidence_description d ON d.id = n.value JOIN evidence_item i ON i.id = d.id`,
    )
    .raw()
    .all(JSON.stringify([...ids])) as [string, string, EvidenceKind, number][];
  return new Map(
    rows.map(([id, title, kind, isArchived]) => [id, { title, kind, isArchived: isArchived === 1 }]),
  );
}

/** The part of a filter that the note itself decides. */
function testOf(
  session: MatterSession,
  { kinds, isWorkProduct, tagIds, authors, words, includesArchived }: NoteFilter,
): (note: NoteRow) => boolean {
  const wantedTags = new Set<string>(tagIds);
  const wantedAuthors = new Set(authors.map(foldedLine));
  const wantedWords = foldedParts(words);
  const names = wantedWords.length === 0 ? new Map<string, string>() : tagNames(session);
  return (note) => {
    if (note.isArchived && !includesArchived) return false;
    if (kinds.length > 0 && !kinds.includes(note.kind)) return false;
    if (isWorkProduct !== null && note.isWorkProduct !== isWorkProduct) return false;
    if (wantedTags.size > 0 && !note.tagIds.some((id) => wantedTags.has(id))) return false;
    if (wantedAuthors.size > 0 && !wantedAuthors.has(foldedLine(note.author.name))) return false;
    if (wantedWords.length === 0) return true;
    const said = [note.anchor.quote, note.text, note.title, note.author.name];
    const text = foldedLine([...said, ...note.tagIds.map((id) => names.get(id) ?? '')].join('\n'));
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

/** The first set that carries the page says how it is cited. */
function citeOf(
  { evidenceId, evidenceKind, anchor: { page } }: NoteRow,
  cites: (evidenceId: string, page: number) => readonly PageCite[],
): string {
  if (page === null) return '';
  const own = cites(evidenceId, page);
  const cited = own.find(({ setId, page: carried }) => setId !== null && carried !== null);
  if (cited) return cited.cite;
  const place = hasPages(evidenceKind) ? `p. ${page}` : `part ${page}`;
  const number = own.find(({ setId }) => setId === null)?.bates ?? null;
  return number === null ? place : `${place}, ${number}`;
}
