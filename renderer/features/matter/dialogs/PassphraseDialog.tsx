import { useState } from 'react';
import { isAppError } from '../../../../shared/errors/app-error.ts';
import { messageOf, useEngineMutation, useMatter } from '../../../client/index.ts';
import { Banner, Button, Checkbox, Dialog, showToast, TextField } from '../../../ui/index.ts';
import { matterWords as words } from '../words.ts';

/** Sets, changes or takes away the matter's passphrase. */
export function PassphraseDialog({ onClose }: { onClose: () => void }) {
  const { isEncrypted } = useMatter();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [repeated, setRepeated] = useState('');
  const [isRemoving, setIsRemoving] = useState(false);
  const [isTried, setIsTried] = useState(false);
  const change = useEngineMutation('matter.setPassphrase', {
    errors: 'inline',
    onSuccess: (matter) => {
      showToast({
        message: matter.isEncrypted
          ? 'The passphrase is set. The matter’s file is encrypted.'
          : 'The passphrase was taken away. The matter’s file is no longer encrypted.',
      });
      onClose();
    },
  });
  const isWrong = isAppError(change.error, 'MATTER_WRONG_PASSPHRASE');
  const problems = {
    current: isEncrypted && current === '' ? 'Type the present passphrase.' : null,
    next: !isRemoving && next === '' ? 'Type a passphrase.' : null,
    repeated: !isRemoving && next !== repeated ? words.passphrasesDiffer : null,
  };
  const submit = () => {
    setIsTried(true);
    if (problems.current || problems.next || problems.repeated) return;
    change.mutate({ current: isEncrypted ? current : null, next: isRemoving ? null : next });
  };
  return (
    <Dialog
      title={isEncrypted ? 'Change the passphrase' : 'Set a passphrase'}
      width="small"
      onClose={onClose}
      onSubmit={submit}
      isBusy={change.isPending}
      footer={
        <>
          <Button onPress={onClose} isDisabled={change.isPending}>
            Cancel
          </Button>
          <Button variant={isRemoving ? 'danger' : 'primary'} type="submit" isDisabled={change.isPending}>
            {isRemoving ? 'Take the passphrase away' : isEncrypted ? 'Change' : 'Set passphrase'}
          </Button>
        </>
      }
    >
      {isEncrypted && (
        <TextField
          label="Present passphrase"
          type="password"
          autoComplete="current-password"
          value={current}
          onChange={(value) => {
            setCurrent(value);
            change.reset();
          }}
          error={isWrong ? messageOf(change.error) : isTried ? problems.current : null}
          autoFocus
        />
      )}
      {isEncrypted && (
        <Checkbox isSelected={isRemoving} onChange={setIsRemoving}>
          Take the passphrase away
        </Checkbox>
      )}
      {!isRemoving && (
        <>
          <TextField
            label={isEncrypted ? 'New passphrase' : 'Passphrase'}
            type="password"
            autoComplete="new-password"
            value={next}
            onChange={setNext}
            error={isTried ? problems.next : null}
            autoFocus={!isEncrypted}
          />
          <TextField
            label="The same again"
            type="password"
            autoComplete="new-password"
            value={repeated}
            onChange={setRepeated}
            error={isTried ? problems.repeated : null}
          />
          <Banner tone="warning">{words.passphraseWarning}</Banner>
        </>
      )}
      {change.error && !isWrong && (
        <p role="alert" className="text-danger-ink">
          {messageOf(change.error)}
        </p>
      )}
    </Dialog>
  );
}
