import { decisionFieldWords } from '../../../../shared/domain/review/decision-words.ts';
import type { CodingConflict, NoteConflict } from '../../../../shared/model/review.ts';
import { words as common } from '../words.ts';
import { conflictWords as words } from './words.ts';

/** A line of the list of conflicts. */
export interface ConflictRow {
  readonly id: string;
  readonly kind: 'coding' | 'note';
  readonly title: string;
  readonly evidenceId: CodingConflict['evidenceId'];
  /** What differs, in words. */
  readonly differs: string;
  readonly who: string;
  readonly conflict: CodingConflict | NoteConflict;
}

/** Coding first, then notes, each in the order the engine gives. */
export function conflictRows(conflicts: {
  readonly codings: readonly CodingConflict[];
  readonly notes: readonly NoteConflict[];
}): readonly ConflictRow[] {
  const codings = conflicts.codings.map((conflict) => ({
    id: `coding ${conflict.evidenceId}`,
    kind: 'coding' as const,
    title: conflict.title,
    evidenceId: conflict.evidenceId,
    differs: conflict.fields.map((field) => decisionFieldWords[field]).join(', '),
    who: conflict.codings.map(({ reviewer }) => reviewer.name || common.unnamed).join(', '),
    conflict,
  }));
  const notes = conflicts.notes.map((conflict) => ({
    id: `note ${conflict.copyId} ${conflict.noteId}`,
    kind: 'note' as const,
    title: conflict.title,
    evidenceId: conflict.evidenceId,
    differs: noteWords(conflict),
    who: (conflict.ours ?? conflict.theirs)?.author.name || common.unnamed,
    conflict,
  }));
  return [...codings, ...notes];
}

/** What became of a note in the two places. */
export function noteWords({ ours, theirs }: Pick<NoteConflict, 'ours' | 'theirs'>): string {
  if (ours === null) return words.noteDeletedHere;
  return theirs === null ? words.noteDeletedThere : words.noteChanged;
}
