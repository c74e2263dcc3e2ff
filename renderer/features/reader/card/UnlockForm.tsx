import { useState } from 'react';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import { messageOf, useEngineMutation, useMatter } from '../../../client/index.ts';
import { Button, Checkbox, TextField } from '../../../ui/index.ts';
import { cardWords as words } from '../words.ts';

interface UnlockFormProps {
  /** The locked original; null for a file that was built, whose password is for reading alone. */
  readonly id: EvidenceId | null;
  /** Whether a password was tried and did not open it. */
  readonly wasWrong: boolean;
  /** Called with the password that opened the original, or is to be tried. */
  readonly onUnlocked: (password: string) => void;
}

/** Asks for a password; that of a locked original is for as long as the matter is open, or to be kept in it. */
export function UnlockForm({ id, wasWrong, onUnlocked }: UnlockFormProps) {
  // A read-only matter is still read with the password.
  const locked = useMatter().isReadOnly ? null : id;
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
        if (locked === null) onUnlocked(password);
        else unlock.mutate({ id: locked, password, isKept });
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
        error={unlock.error ? messageOf(unlock.error) : wasWrong ? words.wrong : null}
      />
      {locked !== null && (
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
