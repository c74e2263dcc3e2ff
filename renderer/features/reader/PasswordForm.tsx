import { LockKeyhole } from 'lucide-react';
import { useState } from 'react';
import { Button, TextField } from '../../ui/index.ts';

interface PasswordFormProps {
  readonly title: string;
  /** Whether a password was tried and did not open it. */
  readonly wasWrong: boolean;
  readonly onSubmit: (password: string) => void;
}

/** Asks for the password of a protected PDF. It opens the document for reading and is kept nowhere. */
export function PasswordForm({ title, wasWrong, onSubmit }: PasswordFormProps) {
  const [password, setPassword] = useState('');
  return (
    <form
      className="mx-auto flex h-full max-w-80 flex-col justify-center gap-3 p-6"
      onSubmit={(event) => {
        event.preventDefault();
        if (password !== '') onSubmit(password);
      }}
    >
      <LockKeyhole aria-hidden className="size-8 stroke-[1.25] text-ink-soft" />
      <h2 className="text-lg font-semibold">“{title}” is protected by a password</h2>
      <p className="text-ink-soft">The password opens it for reading only. It is not kept.</p>
      <TextField
        label="Password"
        type="password"
        autoComplete="off"
        autoFocus
        value={password}
        onChange={setPassword}
        error={wasWrong ? 'That password does not open this document.' : null}
      />
      <div>
        <Button type="submit" variant="primary" isDisabled={password === ''}>
          Open
        </Button>
      </div>
    </form>
  );
}
