import { useState } from 'react';
import { batesRun } from '../../../../shared/domain/exhibits/bates.ts';
import type { Exhibit, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { messageOf, useEngineMutation, useEngineQuery, useMatter } from '../../../client/index.ts';
import { Dialog, TextField, WarningLine } from '../../../ui/index.ts';
import { AffectedCitations } from '../insert/AffectedCitations.tsx';
import { keepWords as words, placeWords } from '../insert/words.ts';
import { NamedExhibits, nameOrCount, nameSome } from './NamedExhibits.tsx';
import { textLimits } from '../../../../shared/model/text-limits.ts';

interface WithdrawDialogProps {
  readonly set: ExhibitSet;
  readonly exhibits: readonly Exhibit[];
  readonly onClose: () => void;
}

/** Asks why exhibits are withdrawn, and shows which citations would lead nowhere; their labels stay taken. */
export function WithdrawDialog({ set, exhibits, onClose }: WithdrawDialogProps) {
  const { id: matterId } = useMatter();
  const ids = exhibits.map(({ id }) => id);
  const plan = useEngineQuery('exhibits.planTakeOut', { matterId, setId: set.id, ids });
  const numbers = nameSome((plan.data?.voidNumbers ?? []).map(({ first, last }) => batesRun(first, last)));
  const [reason, setReason] = useState('');
  const withdraw = useEngineMutation('exhibits.withdraw', {
    errors: 'inline',
    undoMessage: () => words.withdrawn(nameOrCount(exhibits), numbers !== ''),
    onSuccess: onClose,
  });
  // Numbers become void for good: they are shown first.
  const canWithdraw = reason.trim() !== '' && plan.data !== undefined;
  const error = plan.error ?? withdraw.error;
  return (
    <Dialog
      title={words.withdrawTitle(nameOrCount(exhibits))}
      onClose={onClose}
      isBusy={withdraw.isPending}
      onSubmit={() => withdraw.mutate({ setId: set.id, ids, reason: reason.trim() })}
      submitLabel={words.withdraw}
      canSubmit={canWithdraw}
    >
      <p>{words.withdrawBody}</p>
      <NamedExhibits exhibits={exhibits} />
      {numbers !== '' && (
        <div className="rounded-md bg-warning-soft px-3 py-2 tabular-nums">
          <WarningLine>{words.withdrawNumbers(numbers)}</WarningLine>
        </div>
      )}
      <TextField
        label={words.reason}
        value={reason}
        onChange={setReason}
        maxLength={textLimits.exhibits.withdrawReason}
        isRequired
        autoFocus
        description={words.reasonNeeded}
        error={error ? messageOf(error) : null}
      />
      {plan.data && <AffectedCitations citations={plan.data.affectedCitations} none={placeWords.lostNone} />}
    </Dialog>
  );
}
