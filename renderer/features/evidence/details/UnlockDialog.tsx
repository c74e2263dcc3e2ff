import { useState } from 'react';
import type { EvidenceItem } from '../../../../shared/model/evidence.ts';
import { messageOf, useEngineMutation } from '../../../client/index.ts';
import { Checkbox, Dialog, TextField, showToast } from '../../../ui/index.ts';
import { detailWords as words } from '../words.ts';

/** Asks for the password of a locked original, for this session or kept in the matter. */
export function UnlockDialog({ item, onClose }: { item: EvidenceItem; onClose: () => void }) {
  const [password, setPassword] = useState('');
  const [isKept, setIsKept] = useState(false);
  const unlock = useEngineMutation('evidence.unlock', {
    errors: 'inline',
    onSuccess: () => {
      onClose();
      showToast({ message: words.unlocked });
    },
  });
  return (
    <Dialog
      title={words.unlockTitle(item.title)}
      width="small"
      onClose={onClose}
      isBusy={unlock.isPending}
      onSubmit={() => unlock.mutate({ id: item.id, password, isKept })}
      submitLabel={words.unlockNow}
      canSubmit={password !== ''}
    >
      <TextField
        label={words.password}
        type="password"
        autoComplete="off"
        autoFocus
        value={password}
        onChange={(next) => {
          setPassword(next);
          unlock.reset();
        }}
        error={unlock.error ? messageOf(unlock.error) : null}
      />
      <Checkbox isSelected={isKept} onChange={setIsKept} description={words.keepPasswordHelp}>
        {words.keepPassword}
      </Checkbox>
    </Dialog>
  );
}
