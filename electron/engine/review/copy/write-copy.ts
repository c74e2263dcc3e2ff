import type Database from 'better-sqlite3';
import { formatShare } from '../../../../shared/domain/amounts.ts';
import { indexText } from '../../../../shared/domain/search/fold-text.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { ReviewCopy } from '../../../../shared/model/review.ts';
import { finishNewIndex, pageAdder } from '../../search/index.ts';
import { contentChunks } from '../../store/content.ts';
import { codingOf } from '../codings.ts';
import { readNotes } from '../../notes/index.ts';
import { carriedTables, type CarriedParts } from './carried-tables.ts';
import { carryCustody } from './carry-custody.ts';

/** What a review copy is made of. */
export interface CopyPlan extends CarriedParts {
  readonly ids: readonly string[];
  readonly copy: ReviewCopy;
}

export interface CopyContents {
  readonly items: number;
  readonly notes: number;
  /** Notes on the items that stayed behind as work product. */
  readonly leftOut: number;
}

/** How far it is, in bytes of originals. */
export type TellCopied = (progress: { done: number; total: number; note: string }) => void;

/**
 * Fills a new matter file, which holds its one matter row and nothing else, with the chosen items of another and what belongs to
 * them. One chunk is in memory at a time, however large an original is.
 *
 * @param from only read, as it stands at one moment
 * @param to nobody else's; where this fails it is for the caller to remove
 * @throws AppError NOT_FOUND when an item is not there; MATTER_DAMAGED when part of an original is missing; DISK_FULL
 */
export function writeCopy(
  from: Database.Database,
  to: Database.Database,
  plan: CopyPlan,
  tell: TellCopied,
): CopyContents {
  // What goes wrong ends the file: nothing of it need ever be taken back.
  to.pragma('journal_mode = OFF');
  to.pragma('synchronous = OFF');
  from.exec('BEGIN');
  try {
    const contents = choose(from, plan);
    return to.transaction(() => {
      carryContents(from, to, tell);
      for (const [table, rows] of carriedTables(plan)) carryRows(from, to, table, rows);
      carryTexts(from, to);
      carryCustody(from, to);
      writeBase(from, to, plan);
      finishNewIndex(to);
      return contents;
    })();
  } finally {
    from.exec('ROLLBACK');
  }
}

/** Names what goes, in tables of this connection alone. */
function choose(from: Database.Database, plan: CopyPlan): CopyContents {
  from.exec(`
    CREATE TEMP TABLE chosen (id TEXT PRIMARY KEY, content_id INTEGER NOT NULL UNIQUE) WITHOUT ROWID;
    CREATE TEMP TABLE chosen_rendition (rendition_id INTEGER PRIMARY KEY);
    CREATE TEMP TABLE chosen_note (id TEXT PRIMARY KEY) WITHOUT ROWID;`);
  const items = from
    .prepare(
      `INSERT INTO chosen SELECT id, content_id FROM evidence_item WHERE id IN (SELECT value FROM json_each(?))`,
    )
    .run(JSON.stringify(plan.ids)).changes;
  if (items !== new Set(plan.ids).size) throw new AppError('NOT_FOUND', { what: 'evidence' });
  // The newest PDF of each original that is not a PDF; SQLite takes the other columns from the row of the max().
  from.exec(`
    INSERT OR IGNORE INTO chosen_rendition SELECT rendition_id FROM (
      SELECT rendition_id, max(made_at) FROM rendition
        WHERE content_id IN (SELECT content_id FROM chosen) GROUP BY content_id)`);
  const onItems = 'evidence_id IN (SELECT id FROM chosen)';
  if (!plan.includesNotes) return { items, notes: 0, leftOut: 0 };
  const notes = from
    .prepare(`INSERT INTO chosen_note SELECT id FROM note WHERE ${onItems} AND (? OR is_work_product = 0)`)
    .run(plan.includesWorkProduct ? 1 : 0).changes;
  const all = from.prepare(`SELECT count(*) FROM note WHERE ${onItems}`).pluck().get() as number;
  return { items, notes, leftOut: all - notes };
}

function carryContents(from: Database.Database, to: Database.Database, tell: TellCopied): void {
  const contents = from
    .prepare(
      `SELECT id, sha256, size_bytes FROM content WHERE state = 'stored' AND (
         id IN (SELECT content_id FROM chosen) OR id IN (SELECT rendition_id FROM chosen_rendition)) ORDER BY id`,
    )
    .all() as { id: number; sha256: string; size_bytes: number }[];
  const total = contents.reduce((sum, { size_bytes: sizeBytes }) => sum + sizeBytes, 0);
  const begin = to.prepare(`INSERT INTO content (id, size_bytes, state) VALUES (?, ?, 'staged')`);
  const addChunk = to.prepare('INSERT INTO content_chunk (content_id, position, bytes) VALUES (?, ?, ?)');
  const end = to.prepare(`UPDATE content SET sha256 = ?, state = 'stored' WHERE id = ?`);
  let done = 0;
  for (const [at, { id, sha256, size_bytes: sizeBytes }] of contents.entries()) {
    const note = `Copying originals: ${formatShare(at + 1, contents.length)}`;
    tell({ done, total, note });
    begin.run(id, sizeBytes);
    let position = 0;
    for (const bytes of contentChunks(from, id)) {
      addChunk.run(id, position, bytes);
      position += bytes.length;
      tell({ done: (done += bytes.length), total, note });
    }
    if (position !== sizeBytes)
      throw new AppError('MATTER_DAMAGED', { reason: 'part of an original is missing' });
    end.run(sha256, id);
  }
}

/** @param query over the source, which names the columns as the table does */
function carryRows(from: Database.Database, to: Database.Database, table: string, query: string): void {
  const rows = from.prepare<[], unknown[]>(query).raw();
  const names = rows.columns().map(({ name }) => name);
  const insert = to.prepare(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
  );
  for (const row of rows.iterate()) insert.run(...row);
}

/** Texts of pages, each with its place in the index. */
function carryTexts(from: Database.Database, to: Database.Database): void {
  const insert = to.prepare(
    'INSERT INTO page_text (content_id, page, origin, text, needs_ocr) VALUES (?, ?, ?, ?, ?)',
  );
  const addPage = pageAdder(to);
  const rows = from
    .prepare(
      `SELECT content_id, page, origin, text, needs_ocr FROM page_text
         WHERE content_id IN (SELECT content_id FROM chosen) ORDER BY content_id, page`,
    )
    .raw()
    .iterate() as Iterable<[number, number, string, string, number]>;
  for (const row of rows) {
    const [contentId, page, , text] = row;
    insert.run(...row);
    addPage(contentId, page, indexText(text));
  }
}

/** Says what the file is, and keeps notes and codings as they are now, so that later changes can be recognized. */
function writeBase(from: Database.Database, to: Database.Database, plan: CopyPlan): void {
  const { id, name, mode, madeAt, madeBy, items } = plan.copy;
  to.prepare(
    `INSERT INTO review_copy (id, name, mode, made_at, made_by, items, is_self) VALUES (?, ?, ?, ?, ?, ?, 1)`,
  ).run(id, name, mode, madeAt, JSON.stringify(madeBy), items);
  const noteIds = from.prepare('SELECT id FROM chosen_note').pluck().all() as string[];
  const addNote = to.prepare('INSERT INTO review_copy_note (copy_id, note_id, note) VALUES (?, ?, ?)');
  for (const [noteId, note] of readNotes({ db: from }, noteIds))
    addNote.run(id, noteId, JSON.stringify(note));
  if (!plan.includesCoding) return;
  const addCoding = to.prepare(
    'INSERT INTO review_copy_coding (copy_id, coding_id, coding) VALUES (?, ?, ?)',
  );
  for (const row of to.prepare<[], Parameters<typeof codingOf>[0]>('SELECT * FROM coding').all())
    addCoding.run(id, row.id, JSON.stringify(codingOf(row)));
}
