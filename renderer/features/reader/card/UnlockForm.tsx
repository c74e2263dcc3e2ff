import { useState } from 'react';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import { messageOf, useEngineMutation, useMatter } from '../../../client/index.ts';
import { Button, Checkbox, TextField } from '../../../ui/index.ts';
import { cardWords as words } from '../words.ts';

interface UnlockFormProps {
  readonly id: EvidenceId;
  /** Called with the password that opened the original. */
  readonly onUnlocked: (password: string) => void;
}

/** Asks for the password of a locked original, for as long as the matter is open or to be kept in it. */
export function UnlockForm({ id, onUnlocked }: UnlockFormProps) {
  const { isReadOnly } = useMatter();
  const [password, setPassword] = useState('');
  const [isKept, setIsKept] = useState(false);
  const unlock = useEngineMutation('evidence.unlock', {
    errors: 'inline',
    onSuccess: (_item, sent) => onUnlocked(sent.password),
  });
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (password === '' || unlock.isPending) return;
        // A read-only matter is still read with the password.
        if (isReadOnly) onUnlocked(password);
        else unlock.mutate({ id, password, isKept });
      }}
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
      {!isReadOnly && (
        <Checkbox isSelected={isKept} onChange={setIsKept} description={words.keepHelp}>
          {words.keep}
        </Checkbox>
      )}
      <div>
        <Button type="submit" variant="primary" isDisabled={password === '' || unlock.isPending}>
          {words.unlock}
        </Button>
      </div>
    </form>
  );
}
