import { useState } from 'react';
import type { Exhibit, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { formatCount, messageOf, useEngineMutation } from '../../../client/index.ts';
import { Button, Dialog, TextField } from '../../../ui/index.ts';
import { keepWords as words } from '../insert/words.ts';

interface WithdrawDialogProps {
  readonly set: ExhibitSet;
  readonly exhibits: readonly Exhibit[];
  readonly onClose: () => void;
}

/** Asks why exhibits are withdrawn; their labels stay taken. */
export function WithdrawDialog({ set, exhibits, onClose }: WithdrawDialogProps) {
  const [reason, setReason] = useState('');
  const withdraw = useEngineMutation('exhibits.withdraw', {
    errors: 'inline',
    undoMessage: (_exhibits, { ids }) => words.withdrawn(formatCount(ids.length, 'exhibit')),
    onSuccess: onClose,
  });
  const canWithdraw = reason.trim() !== '' && !withdraw.isPending;
  return (
    <Dialog
      title={words.withdrawTitle(exhibits.map(({ label }) => label).join(', '))}
      width="small"
      onClose={onClose}
      isBusy={withdraw.isPending}
      onSubmit={() =>
        canWithdraw &&
        withdraw.mutate({ setId: set.id, ids: exhibits.map(({ id }) => id), reason: reason.trim() })
      }
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" isDisabled={!canWithdraw}>
            {words.withdraw}
          </Button>
        </>
      }
    >
      <p>{words.withdrawBody}</p>
      <TextField
        label={words.reason}
        value={reason}
        onChange={setReason}
        maxLength={300}
        isRequired
        autoFocus
        description={words.reasonNeeded}
        error={withdraw.error ? messageOf(withdraw.error) : null}
      />
    </Dialog>
  );
}
