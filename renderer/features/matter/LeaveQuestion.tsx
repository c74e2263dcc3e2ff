import { ConfirmDialog, hasHalfFilledDialog, hasUnkept } from '../../ui/index.ts';
import { matterWords as words } from './words.ts';

/** What is typed and would be lost when its place closes: in a form, or in a field that cannot keep it. */
export type Dropped = 'form' | 'field';

/** What would be dropped if the matter or the window were left now. */
export function whatIsDropped(): Dropped | null {
  if (hasHalfFilledDialog()) return 'form';
  return hasUnkept() ? 'field' : null;
}

interface LeaveQuestionProps {
  readonly about: Dropped | 'work';
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

/** Asks before a matter or its window is left; over whatever is open, so that a user who stays finds it as it was. */
export function LeaveQuestion({ about, onClose, onConfirm }: LeaveQuestionProps) {
  return (
    <ConfirmDialog
      title={words.leaveQuestion[about]}
      confirmLabel={words.leave[about]}
      cancelLabel={words.stay}
      isDanger
      onClose={onClose}
      onConfirm={onConfirm}
    >
      <p>{words.leaveWarning[about]}</p>
    </ConfirmDialog>
  );
}
