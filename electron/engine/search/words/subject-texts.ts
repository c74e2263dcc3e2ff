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
  fact: 'SELECT text || char(10) || note || char(10) || allegation FROM fact WHERE id = ?',
  note: 'SELECT text FROM note WHERE id = ?',
  cues: 'SELECT cues FROM transcript WHERE id = ?',
} as const;

/**
 * Reads the texts that rows of the index were made from, as stored. The lines of a transcript are read at once, and the last
 * transcript's are kept for the next row: a deposition has thousands.
 *
 * @returns the text of a row; null when it is gone
 * @example rows.map(subjectTexts(session))
 */
export function subjectTexts(connection: {
  prepare(text: string): Database.Statement;
}): (row: Subject) => string | null {
  const read = (sql: string, ...values: unknown[]) =>
    (connection
      .prepare(sql)
      .pluck()
      .get(...values) ?? null) as string | null;
  let transcript: { readonly id: string | null; readonly lines: readonly { text?: string }[] } | null = null;
  return ({ kind, contentId, ref, page }) => {
    switch (kind) {
      case 'page':
        return read(texts.page, contentId, page);
      case 'cue':
        if (transcript?.id !== ref)
          transcript = { id: ref, lines: JSON.parse(read(texts.cues, ref) ?? '[]') as { text?: string }[] };
        return transcript.lines[page! - 1]?.text ?? null;
      case 'note':
        return read(texts.note, ref) ?? read(texts.deadline, ref) ?? read(texts.fact, ref);
      default:
        return read(texts[kind], ref);
    }
  };
}
