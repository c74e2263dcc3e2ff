import { useState } from 'react';
import { batesRun } from '../../../../shared/domain/exhibits/bates.ts';
import type { BatesRange } from '../../../../shared/model/bates-ledger.ts';
import { messageOf, useEngineMutation } from '../../../client/index.ts';
import { Dialog, TextField, showToast } from '../../../ui/index.ts';
import { ledgerWords as words } from './words.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';

/** What is done to numbers of the ledger with a reason. */
export type RangeAct = 'void' | 'takeBack';

interface RangeActDialogProps {
  readonly act: RangeAct;
  readonly range: BatesRange;
  readonly onClose: () => void;
}

/** Makes numbers void, or takes back those entered by mistake, with the reason; some of a range, or all of it. */
export function RangeActDialog({ act, range, onClose }: RangeActDialogProps) {
  const own = words.acts[act];
  const whole = batesRun(range.first, range.last);
  const [numbers, setNumbers] = useState(whole);
  const [reason, setReason] = useState('');
  const mutation = useEngineMutation(`exhibits.ledger.${act}`, {
    errors: 'inline',
    onSuccess: () => {
      showToast({ message: own.done(numbers.trim()) });
      onClose();
    },
  });
  const canSubmit = numbers.trim() !== '' && reason.trim() !== '';
  return (
    <Dialog
      title={own.title}
      width="small"
      onClose={onClose}
      isBusy={mutation.isPending}
      onSubmit={() => mutation.mutate({ range: numbers.trim(), reason: reason.trim() })}
      submitLabel={own.confirm}
      isDanger
      canSubmit={canSubmit}
    >
      <p>{own.body}</p>
      <TextField
        label={words.numbers}
        description={words.within(whole)}
        value={numbers}
        onChange={setNumbers}
        maxLength={textLimits.exhibits.numbers}
        isRequired
      />
      <TextField
        label={words.reason}
        value={reason}
        onChange={setReason}
        maxLength={textLimits.exhibits.voidReason}
        isRequired
        autoFocus
        error={mutation.error ? messageOf(mutation.error) : null}
      />
    </Dialog>
  );
}
