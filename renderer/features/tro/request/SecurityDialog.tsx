import { parseDollars } from '../../../../shared/domain/tro/dollars.ts';
import { useState } from 'react';
import type { TroFields } from '../../../../shared/model/tro.ts';
import { fieldErrors, messageOf, useEngineMutation } from '../../../client/index.ts';
import { Checkbox, Dialog, ErrorLine, TextArea, TextField, buttonWords } from '../../../ui/index.ts';
import { CourtMomentField, typedOf } from '../../deadlines/index.ts';
import { recordWords, securityWords as words } from '../words.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';

/** What is proposed as security, why, and when it was given. */
export function SecurityDialog({ fields, onClose }: { fields: TroFields; onClose: () => void }) {
  const [amount, setAmount] = useState(
    fields.securityProposedUsd === null ? '' : String(fields.securityProposedUsd),
  );
  const [reason, setReason] = useState(fields.securityReason);
  const [posted, setPosted] = useState(() => typedOf(fields.securityPostedAt));
  const [isUnitedStates, setIsUnitedStates] = useState(fields.isUnitedStates);
  const [isTried, setIsTried] = useState(false);
  const update = useEngineMutation('tro.update', {
    errors: 'inline',
    undoMessage: () => words.saved,
    onSuccess: onClose,
  });
  const refused = fieldErrors(update.error);
  const proposed = parseDollars(amount);
  const submit = () => {
    setIsTried(true);
    if (proposed === undefined || posted.isUnreadable) return;
    update.mutate({
      fields: {
        securityProposedUsd: proposed,
        securityReason: reason,
        securityPostedAt: posted.moment,
        isUnitedStates,
      },
    });
  };
  return (
    <Dialog
      title={words.dialogTitle}
      onClose={onClose}
      onSubmit={submit}
      isBusy={update.isPending}
      submitLabel={buttonWords.save}
    >
      <Checkbox isSelected={isUnitedStates} onChange={setIsUnitedStates} description={words.unitedStatesHelp}>
        {words.unitedStates}
      </Checkbox>
      <TextField
        label={words.proposedField[fields.side]}
        value={amount}
        onChange={setAmount}
        autoFocus
        description={words.proposedHelp[fields.side]}
        error={isTried && proposed === undefined ? recordWords.notAmount : refused['securityProposedUsd']}
      />
      <TextArea
        label={words.reasonField}
        value={reason}
        onChange={setReason}
        maxLength={textLimits.tro.securityReason}
        error={refused['securityReason']}
      />
      <CourtMomentField
        label={words.postedField}
        value={posted.moment}
        onChange={setPosted}
        error={isTried && posted.isUnreadable ? recordWords.unreadable : refused['securityPostedAt']}
      />
      {update.error && Object.keys(refused).length === 0 && <ErrorLine>{messageOf(update.error)}</ErrorLine>}
    </Dialog>
  );
}
