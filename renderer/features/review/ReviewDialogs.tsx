import { useEffect } from 'react';
import { useCommand, useMatter, useRunCommand } from '../../client/index.ts';
import { CodingConflictDialog } from './conflicts/CodingConflictDialog.tsx';
import { NoteConflictDialog } from './conflicts/NoteConflictDialog.tsx';
import { CopiesDialog } from './copies/CopiesDialog.tsx';
import { MakeCopyDialog } from './copies/MakeCopyDialog.tsx';
import { MergeCopyDialog } from './copies/MergeCopyDialog.tsx';
import { PrivilegeLogDialog } from './log/PrivilegeLogDialog.tsx';
import { openReviewDialog, useReviewDialog } from './review-dialogs.ts';
import { leadReview, type ReviewPlace } from './review-target.ts';

/** The review's dialogs and its menu commands, from whichever area is looked at. */
export function ReviewDialogs() {
  const { id: matterId } = useMatter();
  const run = useRunCommand();
  const dialog = useReviewDialog();
  // A dialog closes with its matter: its subject does not exist in another one.
  useEffect(() => close, [matterId]);
  const go = (place: ReviewPlace) => {
    close();
    leadReview(place);
    run('go.review');
  };
  useCommand('review.privilegeLog', () => openReviewDialog({ kind: 'log' }));
  useCommand('review.makeCopy', () => openReviewDialog({ kind: 'makeCopy' }));
  useCommand('review.mergeCopy', () => openReviewDialog({ kind: 'mergeCopy' }));
  useCommand('review.copies', () => openReviewDialog({ kind: 'copies' }));
  useCommand('review.conflicts', () => go({ queue: 'conflicts', evidenceId: null }));
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'log':
      return (
        <PrivilegeLogDialog onGo={(evidenceId) => go({ queue: 'privileged', evidenceId })} onClose={close} />
      );
    case 'makeCopy':
      return <MakeCopyDialog onClose={close} />;
    case 'mergeCopy':
      return (
        <MergeCopyDialog onConflicts={() => go({ queue: 'conflicts', evidenceId: null })} onClose={close} />
      );
    case 'copies':
      return <CopiesDialog onClose={close} />;
    case 'coding':
      return <CodingConflictDialog conflict={dialog.conflict} onClose={close} />;
    case 'note':
      return <NoteConflictDialog conflict={dialog.conflict} onClose={close} />;
  }
}

function close(): void {
  openReviewDialog(null);
}
