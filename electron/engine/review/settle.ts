import { AppError } from '../../../shared/errors/app-error.ts';
import type { EvidenceId, NoteId, ReviewCopyId } from '../../../shared/model/common.ts';
import type { Note } from '../../../shared/model/notes.ts';
import type { Codes } from '../../../shared/model/review.ts';
import type { CommandContext } from '../handlers.ts';
import { listCodings } from './codings.ts';
import { deleteNotes, readNotes, writeNote } from '../notes/index.ts';
import { codeValues, issueNames, writeCodes, writeIssues } from './write-codes.ts';

/**
 * Decides between reviewers of an item: the codes hold, and the item is no conflict until somebody codes it again. What each of
 * them decided stays as it is.
 *
 * @throws AppError NOT_FOUND when the item or an issue is not there
 */
export function settleCoding(
  { evidenceId, codes }: { evidenceId: EvidenceId; codes: Codes },
  { session, person, platform, describe }: CommandContext,
): null {
  const { codes: before, codings } = listCodings(session, evidenceId);
  issueNames(session, codes.issueIds);
  describe(`settle the coding of “${titleOf(session, evidenceId)}”`);
  const list = JSON.stringify([evidenceId]);
  writeCodes(session, list, codeValues(codes));
  writeIssues(session, list, {
    add: codes.issueIds,
    remove: before.issueIds.filter((id) => !codes.issueIds.includes(id)),
  });
  // A reviewer's clock may go before this one: what was decided so far is settled all the same.
  const now = platform.now();
  const settledAt = codings.reduce((latest, { codedAt }) => (codedAt > latest ? codedAt : latest), now);
  session
    .prepare(
      `INSERT INTO coding_settled (id, settled_at, settled_by) VALUES (?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET settled_at = excluded.settled_at, settled_by = excluded.settled_by`,
    )
    .run(evidenceId, settledAt, JSON.stringify(person));
  return null;
}

/**
 * Decides between two versions of a note. Of a note that is gone on one side `both` keeps the version there is.
 * @throws AppError NOT_FOUND where nothing is to be decided about it
 */
export function settleNote(
  { noteId, copyId, keep }: { noteId: NoteId; copyId: ReviewCopyId; keep: 'ours' | 'theirs' | 'both' },
  { session, platform, describe }: CommandContext,
): null {
  const conflict = session
    .prepare(
      `SELECT id, evidence_id, theirs FROM note_conflict WHERE copy_id = ? AND note_id = ? AND settled = ''`,
    )
    .get(copyId, noteId) as { id: string; evidence_id: string; theirs: string | null } | undefined;
  if (!conflict) throw new AppError('NOT_FOUND', { what: 'conflict' });
  describe(`settle a note on “${titleOf(session, conflict.evidence_id)}”`);
  const ours = readNotes(session, [noteId]).get(noteId) ?? null;
  const theirs = conflict.theirs === null ? null : (JSON.parse(conflict.theirs) as Note);
  if (keep === 'theirs') {
    if (theirs === null) deleteNotes(session, [noteId]);
    else writeNote(session, withTagsThatAre(session, theirs));
  } else if (keep === 'both' && theirs !== null) {
    const id = ours === null ? noteId : (platform.newId() as NoteId);
    writeNote(session, withTagsThatAre(session, { ...theirs, id }));
  }
  session.prepare('UPDATE note_conflict SET settled = ? WHERE id = ?').run(keep, conflict.id);
  return null;
}

/** Tags may have been deleted since the copy came back. */
function withTagsThatAre(session: CommandContext['session'], note: Note): Note {
  const isThere = session.prepare('SELECT 1 FROM tag WHERE id = ?');
  return { ...note, tagIds: note.tagIds.filter((id) => isThere.get(id) !== undefined) };
}

function titleOf(session: CommandContext['session'], evidenceId: string): string {
  return session
    .prepare('SELECT title FROM evidence_description WHERE id = ?')
    .pluck()
    .get(evidenceId) as string;
}
