import type { Note } from '../../model/notes.ts';

/** A note as it was when both sides last agreed on it, as it is here, and as it came back. Null where it does not exist. */
export interface NoteVersions {
  readonly base: Note | null;
  readonly ours: Note | null;
  readonly theirs: Note | null;
  /** Whether theirs is an earlier state than the base: it came in an older file of the same copy. */
  readonly isOlder?: boolean;
}

/**
 * What becomes of a note that came back: `unchanged` nothing was done with it there; `same` both sides did the same; `added` and
 * `updated` theirs is taken; `deleted` it was deleted there and not touched here; `conflict` both sides changed it.
 */
export type NoteOutcome = 'unchanged' | 'same' | 'added' | 'updated' | 'deleted' | 'conflict';

/**
 * Three-way comparison of one note. A deletion on one side is never applied: `deleted` and `conflict` are for a person
 * to decide, and ours stays until then; so is what an older file says of a note that was taken from a newer one.
 *
 * @example mergeNote({ base: note, ours: note, theirs: { ...note, text: 'late' } }) // 'updated'
 */
export function mergeNote({ base, ours, theirs, isOlder = false }: NoteVersions): NoteOutcome {
  if (isSameNote(theirs, base)) return 'unchanged';
  if (isSameNote(theirs, ours)) return 'same';
  const isUntouched = isSameNote(ours, base);
  if (theirs === null) return isUntouched ? 'deleted' : 'conflict';
  if (!isUntouched || isOlder) return 'conflict';
  return ours === null ? 'added' : 'updated';
}

/** Whether two versions say the same: who wrote them and when does not count, nor the order of tags. */
export function isSameNote(one: Note | null, other: Note | null): boolean {
  return one === other || (one !== null && other !== null && contentOf(one) === contentOf(other));
}

function contentOf({ evidenceId, kind, anchor, text, color, tagIds, isWorkProduct }: Note): string {
  const { page, quote, prefix, suffix, rects, atMs } = anchor;
  return JSON.stringify([
    evidenceId,
    kind,
    page,
    quote,
    prefix,
    suffix,
    rects.map(({ x, y, width, height }) => [x, y, width, height]),
    atMs,
    text,
    color,
    [...new Set(tagIds)].toSorted(),
    isWorkProduct,
  ]);
}
