import { useRef, type Ref } from 'react';
import type { Deadline } from '../../../../shared/model/deadlines.ts';
import { Button } from '../../../ui/index.ts';
import type { DeadlineActions } from '../use-deadline-actions.ts';
import { actionWords, detailWords as words } from '../words.ts';

export interface DeadlineButtonsProps {
  readonly deadline: Deadline;
  readonly actions: DeadlineActions;
}

/** What is done most with one deadline. */
export function DeadlineButtons({ deadline, actions }: DeadlineButtonsProps) {
  const statusRef = useRef<HTMLButtonElement>(null);
  return (
    <div role="group" aria-label={words.actions} className="flex flex-wrap gap-1.5">
      <StatusButtons
        isOpen={deadline.status === 'open'}
        statusRef={statusRef}
        onDone={() => actions.markDone(deadline)}
        onReopen={() => actions.reopen(deadline)}
        onDismiss={() => {
          // This button is about to disappear; the focus goes to where the change can be undone.
          statusRef.current?.focus();
          actions.dismiss(deadline);
        }}
      />
      <Button size="small" changesMatter onPress={() => actions.edit(deadline)}>
        {actionWords.edit}
      </Button>
      <Button size="small" changesMatter onPress={() => actions.override(deadline)}>
        {actionWords.override}
      </Button>
    </div>
  );
}

export interface StatusButtonsProps {
  readonly isOpen: boolean;
  readonly statusRef: Ref<HTMLButtonElement>;
  readonly onDone: () => void;
  readonly onReopen: () => void;
  readonly onDismiss: () => void;
}

/** One button does and undoes, and is never replaced: the dialog it opened returns the focus to it. */
export function StatusButtons(props: StatusButtonsProps) {
  const { isOpen, statusRef, onDone, onReopen, onDismiss } = props;
  return (
    <>
      <Button
        ref={statusRef}
        size="small"
        variant={isOpen ? 'primary' : 'plain'}
        changesMatter
        onPress={isOpen ? onDone : onReopen}
      >
        {isOpen ? actionWords.done : actionWords.reopen}
      </Button>
      {isOpen && (
        <Button size="small" changesMatter onPress={onDismiss}>
          {actionWords.dismiss}
        </Button>
      )}
    </>
  );
}
