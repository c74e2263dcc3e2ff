import { useEffect } from 'react';
import type { Job } from '../../../shared/model/job.ts';
import { ConfirmDialog, createStore, hasHalfFilledDialog, hasUnkept } from '../../ui/index.ts';
import { matterWords as words } from './words.ts';

/**
 * What would be lost when its place closes: work that is running, and what is typed in a form, or in a field that cannot
 * keep it.
 */
export type Dropped = 'work' | 'form' | 'field';

/** Whether work is running that leaving the matter would cancel. */
const hasWork = createStore(false);

/** Work that goes on, or begins anew, by itself the next time the matter is opened. */
const goesOn = new Set<string>(['evidence.readText', 'matter.createSample']);

/** Declares the work of the open matter, in the window that it ends with. */
export function useWorkAskedAbout(running: readonly Job[]): void {
  const isAskedAbout = running.some(({ operation }) => !goesOn.has(operation));
  useEffect(() => {
    hasWork.set(isAskedAbout);
    return () => hasWork.set(false);
  }, [isAskedAbout]);
}

/** What would be dropped if the matter or the window were left now. */
export function whatIsDropped(): Dropped | null {
  if (hasWork.get()) return 'work';
  if (hasHalfFilledDialog()) return 'form';
  return hasUnkept() ? 'field' : null;
}

interface LeaveQuestionProps {
  readonly about: Dropped;
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
