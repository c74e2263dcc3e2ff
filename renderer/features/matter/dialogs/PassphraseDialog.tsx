import { useState } from 'react';
import { isAppError } from '../../../../shared/errors/app-error.ts';
import { messageOf, useEngineMutation, useMatter } from '../../../client/index.ts';
import {
  Banner,
  Checkbox,
  Dialog,
  ErrorLine,
  newPassphraseErrors,
  NewPassphraseFields,
  TextField,
  type NewPassphrase,
  showToast,
} from '../../../ui/index.ts';
import { matterWords as words } from '../words.ts';

/** Sets, changes or takes away the matter's passphrase. */
export function PassphraseDialog({ onClose }: { onClose: () => void }) {
  const { isEncrypted } = useMatter();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState<NewPassphrase>({ passphrase: '', repeated: '' });
  const [isRemoving, setIsRemoving] = useState(false);
  const [isTried, setIsTried] = useState(false);
  const change = useEngineMutation('matter.setPassphrase', {
    errors: 'inline',
    onSuccess: (matter) => {
      showToast({
        message: matter.isEncrypted ? words.passphraseSet : words.passphraseRemoved,
      });
      onClose();
    },
  });
  const isWrong = isAppError(change.error, 'MATTER_WRONG_PASSPHRASE');
  const currentMissing = isEncrypted && current === '' ? words.presentPassphraseMissing : null;
  const problems = isRemoving ? null : newPassphraseErrors(next);
  const submit = () => {
    setIsTried(true);
    if (currentMissing || problems?.passphrase || problems?.repeated) return;
    change.mutate({ current: isEncrypted ? current : null, next: isRemoving ? null : next.passphrase });
  };
  return (
    <Dialog
      title={isEncrypted ? words.changePassphrase : words.setPassphrase}
      width="small"
      onClose={onClose}
      onSubmit={submit}
      isBusy={change.isPending}
      submitLabel={isRemoving ? words.removePassphrase : isEncrypted ? words.change : words.setNow}
      isDanger={isRemoving}
    >
      {isEncrypted && (
        <TextField
          label={words.presentPassphrase}
          type="password"
          autoComplete="current-password"
          value={current}
          onChange={(value) => {
            setCurrent(value);
            change.reset();
          }}
          error={isWrong ? messageOf(change.error) : isTried ? currentMissing : null}
          autoFocus
        />
      )}
      {isEncrypted && (
        <Checkbox isSelected={isRemoving} onChange={setIsRemoving}>
          {words.removePassphrase}
        </Checkbox>
      )}
      {!isRemoving && (
        <>
          <NewPassphraseFields
            value={next}
            onChange={(patch) => setNext((before) => ({ ...before, ...patch }))}
            errors={isTried ? problems : null}
            isChange={isEncrypted}
            autoFocus={!isEncrypted}
          />
          <Banner tone="warning">{words.passphraseWarning}</Banner>
        </>
      )}
      {change.error && !isWrong && <ErrorLine>{messageOf(change.error)}</ErrorLine>}
    </Dialog>
  );
}
