import type Database from 'better-sqlite3';
import type { z } from 'zod';
import { Note } from '../../../../shared/model/notes.ts';
import { Coding } from '../../../../shared/model/review.ts';
import { Tag } from '../../../../shared/model/evidence.ts';
import type { ReviewTables } from '../../store/review-tables.ts';
import { codingOf } from '../codings.ts';
import { noteOf } from '../../notes/index.ts';

export type ReturnedTag = Pick<Tag, 'id' | 'name' | 'kind' | 'color'>;

/** What stands in a review copy that came back, as far as it is what it should be. */
export interface ReturnedCopy {
  readonly notes: readonly Note[];
  readonly codings: readonly Coding[];
  readonly tags: readonly ReturnedTag[];
  /** Items marked as reviewed there. */
  readonly reviewed: readonly string[];
  /** Rows that are no note or no coding. */
  readonly skipped: number;
  /** The beginning of each row's hash in its audit chain. */
  readonly chain: readonly string[];
}

/** The tables that are read; they must be what this version of the app makes them (returned-file.ts). */
export const returnedTables = [
  'note',
  'note_tag',
  'coding',
  'tag',
  'evidence_item',
  'evidence_description',
  'review_copy',
  'audit_event',
] as const;

/** Notes and codings of a copy that are read at most: ten times the largest matter. */
const maxRows = 1_000_000;
/** Characters of a value, read into memory at most; what the model allows is shorter. */
const longest = { text: 20_000, list: 1_000_000, name: 2_000 } as const;

const ReturnedTag = Tag.omit({ items: true });

/**
 * Reads what a reviewer may have changed. The file was in other hands: each row is checked against the model, and one that is not
 * what it should be is left out and counted.
 *
 * @param db of a file whose tables are known to be this app's own
 */
export function readReturned(db: Database.Database): ReturnedCopy {
  const notes = readNotes(db);
  const codings = readCodings(db);
  const tags = readTags(db);
  const reviewed = db
    .prepare(
      `SELECT id FROM evidence_description WHERE is_reviewed = 1 AND length(id) <= 64 LIMIT ${maxRows}`,
    )
    .pluck()
    .all() as string[];
  return {
    notes: notes.read,
    codings: codings.read,
    tags,
    reviewed,
    skipped: notes.skipped + codings.skipped,
    chain: readChain(db),
  };
}

function readNotes(db: Database.Database) {
  const tagIds = db
    .prepare('SELECT tag_id FROM note_tag WHERE note_id = ? ORDER BY tag_id LIMIT 10000')
    .pluck();
  return readEach(
    db,
    'note',
    ['text', 'quote', 'prefix', 'suffix'].map((column) => `length(${column}) <= ${longest.text}`),
    ['rects', 'author'].map((column) => `length(${column}) <= ${longest.list}`),
    (row: ReviewTables['note']) => {
      const note = noteOf(row, tagIds.all(row.id) as string[]);
      return parsed(Note, {
        ...note,
        createdAt: moment(note.createdAt),
        updatedAt: moment(note.updatedAt),
      });
    },
  );
}

function readCodings(db: Database.Database) {
  return readEach(
    db,
    'coding',
    [`length(privilege_note) <= ${longest.text}`],
    ['issue_ids', 'reviewer'].map((column) => `length(${column}) <= ${longest.list}`),
    (row: ReviewTables['coding']) => {
      const coding = codingOf(row);
      return parsed(Coding, { ...coding, codedAt: moment(coding.codedAt), copyId: null });
    },
  );
}

/** Ids as this app makes them: a note's stands with other words in keys, and has no space in it. */
const ownId = { note: `length(id) <= 64 AND instr(id, ' ') = 0`, coding: 'length(id) <= 300' } as const;

/** Reads a table row by row; null of a row leaves it out. */
function readEach<R, T>(
  db: Database.Database,
  table: 'note' | 'coding',
  texts: readonly string[],
  lists: readonly string[],
  read: (row: R) => T | null,
): { read: T[]; skipped: number } {
  const all = db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
  const found: T[] = [];
  const where = [ownId[table], 'length(evidence_id) <= 64', ...texts, ...lists].join(' AND ');
  const ids = db.prepare(`SELECT id FROM ${table} WHERE ${where} ORDER BY id LIMIT ${maxRows}`).pluck();
  const one = db.prepare(`SELECT * FROM ${table} WHERE id = ?`);
  for (const id of ids.all()) {
    const value = orNull(() => read(one.get(id) as R));
    if (value !== null) found.push(value);
  }
  return { read: found, skipped: all - found.length };
}

function readTags(db: Database.Database): ReturnedTag[] {
  const rows = db
    .prepare(
      `SELECT id, name, kind, color FROM tag WHERE length(id) <= 64 AND length(name) <= ${longest.name} ORDER BY id LIMIT 10000`,
    )
    .all();
  return rows.flatMap((row) => {
    const tag = parsed(ReturnedTag, row);
    return tag === null || tag.name.trim() !== tag.name || tag.name === '' || tag.name.length > 80
      ? []
      : [tag];
  });
}

/** Acts that are told apart at most; a reviewer of ten thousand items a day has as many in weeks. */
const maxChain = 200_000;
/** Characters of a hash that are kept: enough to tell acts apart, of a chain that was checked whole. */
const hashLength = 16;

function readChain(db: Database.Database): string[] {
  return db
    .prepare(`SELECT substr(hash, 1, ${hashLength}) FROM audit_event ORDER BY sequence LIMIT ${maxChain}`)
    .pluck()
    .all() as string[];
}

function parsed<T>(schema: z.ZodType<T>, value: unknown): T | null {
  const result = schema.safeParse(value);
  return result.success ? result.data : null;
}

/** What a row gives, or null where a list in it is no list, or nested beyond reading. */
function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return null;
    throw error;
  }
}

/** An instant with milliseconds, so that instants compare as texts; anything else as it is. */
function moment(text: string): string {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? text : at.toISOString();
}
