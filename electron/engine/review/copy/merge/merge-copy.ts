import { resolve } from 'node:path';
import type { JobResult } from '../../../../../shared/contract/api.ts';
import type { FileRef, ReviewCopyId } from '../../../../../shared/model/common.ts';
import type { JobContext } from '../../../handlers.ts';
import { copiesMade } from '../../../store/review-copies.ts';
import { takeCodings } from './take-codings.ts';
import { takeNotes } from './take-notes.ts';
import { knownFile } from '../lines.ts';
import { identifyCopy, readCheckedCopy } from '../returned-file.ts';
import { Returned } from '../returned.ts';

type MergedCopy = JobResult<'review.copy.merge'>;

/**
 * Takes a colleague's notes and coding back out of a review copy, in one step that can be undone whole. The copy is only read.
 *
 * Nothing is lost on either side: a note changed on both becomes a conflict, one deleted there stays until a person agrees, and
 * reviewers' codings stand side by side. What was dealt with is remembered with each note, so that taking the same file back
 * again changes nothing; undoing the step forgets it too. Of two files of one copy that were changed apart the second is kept as
 * a copy of its own, so that neither overwrites the other (lines.ts).
 *
 * @throws AppError REVIEW_COPY_FOREIGN, REVIEW_COPY_DAMAGED, MATTER_WRONG_PASSPHRASE, MATTER_NEWER_THAN_APP,
 *   MATTER_NEEDS_UPDATE, FILE_NOT_FOUND, FILE_UNREADABLE, DISK_FULL, CANCELLED
 */
export async function mergeCopy(
  { source, passphrase }: { source: FileRef; passphrase: string },
  context: JobContext,
): Promise<MergedCopy> {
  const { session, platform, person, signal } = context;
  const file = identifyCopy(resolve(context.resolveFile(source)), passphrase, context);
  const copy = copiesMade(session).find(({ id }) => id === file.copyId)!;
  // In a copy to read nothing could be changed: whatever else is in it did not come from the reviewer.
  const isForComments = copy.mode === 'comment';
  const read = await readCheckedCopy(file, context);
  signal.throwIfAborted();
  const merged = session.transact(
    {
      operation: 'review.copy.merge',
      person,
      isUndoable: true,
      summary: () => `take back the review copy “${copy.name}”`,
    },
    () => {
      const known = isForComments ? knownFile(session, copy, read.chain) : { copy, isApart: false };
      const value = isForComments
        ? { ...take(new Returned(session, known.copy, read, copy.id)), isApart: known.isApart }
        : nothingTaken(copy.id);
      session.prepare('UPDATE review_copy SET merged_at = ? WHERE id = ?').run(platform.now(), known.copy.id);
      return value;
    },
  );
  context.emit({ name: 'history.changed', matterId: session.id });
  return merged;
}

function take(returned: Returned): Omit<MergedCopy, 'isApart'> {
  const notes = takeNotes(returned);
  const codings = takeCodings(returned);
  const { copy, skipped, tagsAdded } = returned;
  return { copyId: copy.id, notes, codings, skipped, tagsAdded };
}

function nothingTaken(copyId: ReviewCopyId): MergedCopy {
  return {
    copyId,
    isApart: false,
    notes: { added: 0, updated: 0, deleted: 0, unchanged: 0, conflicts: 0 },
    codings: { added: 0, updated: 0, unchanged: 0, conflicts: 0 },
    skipped: 0,
    tagsAdded: [],
  };
}
