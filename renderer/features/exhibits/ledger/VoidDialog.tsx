import { useState } from 'react';
import { batesRun } from '../../../../shared/domain/exhibits/bates.ts';
import type { BatesRange } from '../../../../shared/model/bates-ledger.ts';
import { messageOf, useEngineMutation } from '../../../client/index.ts';
import { Button, Dialog, TextField, buttonWords, showToast } from '../../../ui/index.ts';
import { ledgerWords as words } from './words.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';

/** Makes numbers void for good, with the reason; some of a range, or all of it. */
export function VoidDialog({ range, onClose }: { range: BatesRange; onClose: () => void }) {
  const whole = batesRun(range.first, range.last);
  const [numbers, setNumbers] = useState(whole);
  const [reason, setReason] = useState('');
  const makeVoid = useEngineMutation('exhibits.ledger.void', {
    errors: 'inline',
    onSuccess: () => {
      showToast({ message: words.voided(numbers.trim()) });
      onClose();
    },
  });
  const canVoid = numbers.trim() !== '' && reason.trim() !== '' && !makeVoid.isPending;
  return (
    <Dialog
      title={words.voidTitle}
      width="small"
      onClose={onClose}
      isBusy={makeVoid.isPending}
      onSubmit={() => canVoid && makeVoid.mutate({ range: numbers.trim(), reason: reason.trim() })}
      footer={
        <>
          <Button onPress={onClose}>{buttonWords.cancel}</Button>
          <Button variant="danger" type="submit" isDisabled={!canVoid}>
            {words.voidForGood}
          </Button>
        </>
      }
    >
      <p>{words.voidBody}</p>
      <TextField
        label={words.voidNumbers}
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
        error={makeVoid.error ? messageOf(makeVoid.error) : null}
      />
    </Dialog>
  );
}
