import type { EvidenceId, NoteId, Person, TagId } from '../../../../shared/model/common.ts';
import type { Note, NoteRect } from '../../../../shared/model/notes.ts';
import type { ReviewTables } from '../../store/review-tables.ts';
import type { MatterSession } from '../../store/session.ts';

type NoteRow = ReviewTables['note'];

/** A row with its tags as the note it is. */
export function noteOf(row: NoteRow, tagIds: readonly string[]): Note {
  return {
    id: row.id as NoteId,
    evidenceId: row.evidence_id as EvidenceId,
    kind: row.kind,
    anchor: {
      page: row.page,
      quote: row.quote,
      prefix: row.prefix,
      suffix: row.suffix,
      rects: JSON.parse(row.rects) as NoteRect[],
      atMs: row.at_ms,
    },
    text: row.text,
    color: row.color,
    tagIds: [...tagIds] as TagId[],
    isWorkProduct: row.is_work_product === 1,
    author: JSON.parse(row.author) as Person,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function noteRow({ id, evidenceId, kind, anchor, text, color, ...note }: Note): NoteRow {
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

/** Notes by id, with their tags in a fixed order; those that are not there are left out. */
export function readNotes(session: Pick<MatterSession, 'db'>, ids: readonly string[]): Map<string, Note> {
  const list = JSON.stringify(ids);
  const tags = session.db
    .prepare(
      `SELECT note_id, tag_id FROM note_tag WHERE note_id IN (SELECT value FROM json_each(?)) ORDER BY tag_id`,
    )
    .all(list) as { note_id: string; tag_id: string }[];
  const tagIds = Map.groupBy(tags, (row) => row.note_id);
  const rows = session.db
    .prepare('SELECT * FROM note WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id')
    .all(list) as NoteRow[];
  return new Map(
    rows.map((row) => [
      row.id,
      noteOf(
        row,
        (tagIds.get(row.id) ?? []).map(({ tag_id: tagId }) => tagId),
      ),
    ]),
  );
}

const columns = [
  'evidence_id',
  'kind',
  'page',
  'quote',
  'prefix',
  'suffix',
  'rects',
  'at_ms',
  'text',
  'color',
  'is_work_product',
  'author',
  'created_at',
  'updated_at',
] as const;

/** Writes a note with its tags, in place of what stood under its id. Its tags must be there. Must run inside a transaction. */
export function writeNote(session: MatterSession, note: Note): void {
  session
    .prepare(
      `INSERT INTO note (id, ${columns.join(', ')}) VALUES (@id, ${columns.map((column) => `@${column}`).join(', ')})
         ON CONFLICT (id) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    )
    .run(noteRow(note));
  const tagIds = JSON.stringify(note.tagIds);
  session
    .prepare('DELETE FROM note_tag WHERE note_id = ? AND tag_id NOT IN (SELECT value FROM json_each(?))')
    .run(note.id, tagIds);
  session
    .prepare(
      `INSERT INTO note_tag (id, note_id, tag_id) SELECT ? || ' ' || value, ?, value FROM json_each(?) WHERE true
         ON CONFLICT DO NOTHING`,
    )
    .run(note.id, note.id, tagIds);
}

/** Removes a note and takes its tags off it. Must run inside a transaction. */
export function deleteNote(session: MatterSession, id: string): void {
  // By hand, not by the cascade: each row that goes is told to the change log before its note.
  session.prepare('DELETE FROM note_tag WHERE note_id = ?').run(id);
  session.prepare('DELETE FROM note WHERE id = ?').run(id);
}
