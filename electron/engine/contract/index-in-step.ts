import type Database from 'better-sqlite3';
import { expect } from 'vitest';
import { indexText } from '../../../shared/domain/search/fold-text.ts';
import { openDatabase } from '../store/database.ts';

const editedTables = [
  'evidence_description',
  'evidence_tag',
  'list_view',
  'note',
  'note_tag',
  'saved_search',
  'tag',
  'transcript',
] as const;

type Row = Readonly<Record<string, unknown>>;

/** What people wrote of evidence and kept of searches: all rows as they are stored. The matter may be open. */
export function editedRows(filePath: string): Record<(typeof editedTables)[number], Row[]> {
  return reading(
    filePath,
    (db) =>
      Object.fromEntries(
        editedTables.map((table) => [table, db.prepare(`SELECT * FROM ${table} ORDER BY id`).all()]),
      ) as Record<(typeof editedTables)[number], Row[]>,
  );
}

/** Every text that can be found, with what it stands for, as the tables have it now. */
const texts = /* sql */ `
  SELECT 'title' AS kind, id AS ref, NULL AS page, title || char(10) || note AS body FROM evidence_description
  UNION ALL SELECT 'docket', id, NULL, text || char(10) || short_text || char(10) || filer FROM docket_entry
  UNION ALL SELECT 'note', id, NULL, title || char(10) || note FROM deadline
  UNION ALL SELECT 'note', id, NULL, text FROM note
  UNION ALL SELECT 'note', id, NULL, text || char(10) || note || char(10) || allegation FROM fact
  UNION ALL SELECT 'cue', t.id, cue.key + 1, json_extract(cue.value, '$.text') FROM transcript t, json_each(t.cues) AS cue
  UNION ALL SELECT 'page', content_id || '', page, text FROM page_text`;

/**
 * Fails unless the index has exactly the words of what is in the tables, each at its place: those of an index built from scratch
 * from them, without the triggers and the code that keep the stored one.
 */
export function expectIndexInStep(filePath: string): void {
  const { kept, anew } = reading(filePath, (db) => {
    db.exec(`
      CREATE TEMP TABLE fresh_subject (id INTEGER PRIMARY KEY, kind TEXT, ref TEXT, page INTEGER);
      CREATE VIRTUAL TABLE temp.fresh_text USING fts5 (body, tokenize = 'unicode61 remove_diacritics 2');
      CREATE VIRTUAL TABLE temp.fresh_word USING fts5vocab (temp, fresh_text, instance);
      CREATE VIRTUAL TABLE temp.kept_word USING fts5vocab (main, search_text, instance);
    `);
    const addSubject = db.prepare('INSERT INTO fresh_subject (kind, ref, page) VALUES (?, ?, ?)');
    const addText = db.prepare('INSERT INTO fresh_text (rowid, body) VALUES (?, ?)');
    for (const { kind, ref, page, body } of db.prepare<[], Record<string, string>>(texts).all()) {
      const { lastInsertRowid } = addSubject.run(kind, ref, page);
      addText.run(lastInsertRowid, indexText(body!));
    }
    const words = (which: 'fresh' | 'kept', subject: string, ref: string) =>
      db
        .prepare(
          `SELECT s.kind, ${ref} AS ref, s.page, w.term, w.offset FROM ${which}_word w LEFT JOIN ${subject} s ON s.id = w.doc
             ORDER BY 1, 2, 3, 5, 4`,
        )
        .all();
    const subjects = (subject: string, ref: string) =>
      db.prepare(`SELECT kind, ${ref} AS ref, page FROM ${subject} s ORDER BY 1, 2, 3`).all();
    const stored = "coalesce(s.ref, s.content_id || '')";
    return {
      kept: [subjects('search_subject', stored), words('kept', 'search_subject', stored)],
      anew: [subjects('fresh_subject', 's.ref'), words('fresh', 'fresh_subject', 's.ref')],
    };
  });
  expect(kept).toEqual(anew);
}

function reading<T>(filePath: string, read: (db: Database.Database) => T): T {
  const db = openDatabase(filePath, {
    passphrase: null,
    isReadOnly: true,
    mustExist: true,
    nativeBinding: process.env['FORTHWITH_NATIVE_BINDING'],
  });
  try {
    return db.transaction(() => read(db))();
  } finally {
    db.close();
  }
}
