import type Database from 'better-sqlite3';

/** What a row of the index stands for. */
export interface Subject {
  readonly id: number;
  readonly kind: 'page' | 'title' | 'docket' | 'note' | 'cue';
  readonly contentId: number | null;
  readonly ref: string | null;
  readonly page: number | null;
}

const texts = {
  page: 'SELECT text FROM page_text WHERE content_id = ? AND page = ?',
  title: 'SELECT title || char(10) || note FROM evidence_description WHERE id = ?',
  docket: 'SELECT text || char(10) || short_text || char(10) || filer FROM docket_entry WHERE id = ?',
  deadline: 'SELECT title || char(10) || note FROM deadline WHERE id = ?',
  note: 'SELECT text FROM note WHERE id = ?',
  cue: `SELECT json_extract(cues, '$[' || CAST(? - 1 AS INTEGER) || '].text') FROM transcript WHERE id = ?`,
} as const;

/** The text a row of the index was made from, as stored; null when it is gone. */
export function findText(
  connection: { prepare(text: string): Database.Statement },
  { kind, contentId, ref, page }: Subject,
): string | null {
  const read = (sql: string, ...values: unknown[]) =>
    (connection
      .prepare(sql)
      .pluck()
      .get(...values) ?? null) as string | null;
  switch (kind) {
    case 'page':
      return read(texts.page, contentId, page);
    case 'cue':
      return read(texts.cue, page, ref);
    case 'note':
      return read(texts.deadline, ref) ?? read(texts.note, ref);
    default:
      return read(texts[kind], ref);
  }
}
