import type { EvidenceId, Person, TagId } from '../../../shared/model/common.ts';
import type { Note, NoteRect } from '../../../shared/model/notes.ts';
import { group, sql } from '../store/query-builder.ts';
import type { ReviewTables } from '../store/review-tables.ts';
import type { MatterSession } from '../store/session.ts';

/** A note as it is stored, without its tags. */
export type StoredNote = ReviewTables['note'];

/** A stored row with its tags as the note it is. */
export function noteOf(row: StoredNote, tagIds: readonly string[]): Note {
  return {
    id: row.id,
    evidenceId: row.evidence_id as EvidenceId,
    kind: row.kind,
    anchor: {
      page: row.page,
      quote: row.quote,
      prefix: row.prefix,
      suffix: row.suffix,
      rects: row.rects === '[]' ? [] : (JSON.parse(row.rects) as NoteRect[]),
      atMs: row.at_ms,
    },
    text: row.text,
    color: row.color,
    tagIds: [...tagIds] as TagId[],
    isWorkProduct: row.is_work_product === 1,
    author: personOf(row.author),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/** Most notes of a matter are by the same few people: each is read once. */
const people = new Map<string, Person>();
const maxPeople = 1_000;

function personOf(stored: string): Person {
  const known = people.get(stored);
  if (known) return known;
  if (people.size >= maxPeople) people.clear();
  const person = JSON.parse(stored) as Person;
  people.set(stored, person);
  return person;
}

function rowOf({ id, evidenceId, kind, anchor, text, color, ...note }: Note): StoredNote {
  return {
    id,
    evidence_id: evidenceId,
    kind,
    page: anchor.page,
    quote: anchor.quote,
    prefix: anchor.prefix,
    suffix: anchor.suffix,
    rects: JSON.stringify(anchor.rects),
    at_ms: anchor.atMs,
    text,
    color,
    is_work_product: Number(note.isWorkProduct),
    author: JSON.stringify(note.author),
    created_at: note.createdAt,
    updated_at: note.updatedAt,
  };
}

/** Tags of notes, in the order of their ids. @param ids of the notes; all when null */
export function readNoteTags(
  session: Pick<MatterSession, 'db'>,
  ids: readonly string[] | null,
): Map<string, string[]> {
  const rows = session.db
    .prepare(
      `SELECT note_id, tag_id FROM note_tag ${ids ? 'WHERE note_id IN (SELECT value FROM json_each(?))' : ''} ORDER BY tag_id`,
    )
    .raw()
    .all(...(ids ? [JSON.stringify(ids)] : [])) as [string, string][];
  return group(rows, (row) => row);
}

/** Notes by id, with their tags; those that are not there are left out. */
export function readNotes(session: Pick<MatterSession, 'db'>, ids: readonly string[]): Map<string, Note> {
  const tags = readNoteTags(session, ids);
  const rows = session.db
    .prepare('SELECT * FROM note WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id')
    .all(JSON.stringify(ids)) as StoredNote[];
  return new Map(rows.map((row) => [row.id, noteOf(row, tags.get(row.id) ?? [])]));
}

/** Writes a note with its tags, in place of what stood under its id. Its tags must be there. Must run inside a transaction. */
export function writeNote(session: MatterSession, note: Note): void {
  const row = rowOf(note);
  session.run(
    sql
      .insertInto('note')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row)),
  );
  const tagIds = JSON.stringify(note.tagIds);
  session
    .prepare('DELETE FROM note_tag WHERE note_id = ? AND tag_id NOT IN (SELECT value FROM json_each(?))')
    .run(note.id, tagIds);
  addNoteTags(session, [note.id], note.tagIds);
}

/** Puts tags on notes, where they are not on them yet. Must run inside a transaction. */
export function addNoteTags(session: MatterSession, ids: readonly string[], tagIds: readonly string[]): void {
  session
    .prepare(
      `INSERT INTO note_tag (id, note_id, tag_id)
         SELECT n.value || ' ' || t.value, n.value, t.value FROM json_each(?) AS n, json_each(?) AS t WHERE true
         ON CONFLICT DO NOTHING`,
    )
    .run(JSON.stringify(ids), JSON.stringify(tagIds));
}

/** Removes notes and takes their tags off them. Must run inside a transaction. */
export function deleteNotes(session: MatterSession, ids: readonly string[]): void {
  const list = JSON.stringify(ids);
  // Tags first and by hand, not by the cascade: the change log sees each deleted row before that of its note.
  session.prepare('DELETE FROM note_tag WHERE note_id IN (SELECT value FROM json_each(?))').run(list);
  session.prepare('DELETE FROM note WHERE id IN (SELECT value FROM json_each(?))').run(list);
}
