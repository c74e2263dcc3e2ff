import type { ReactNode } from 'react';
import { TextField } from './Fields.tsx';
import { passphraseWords as words } from '../words.ts';

/** A passphrase that is set, as it was typed both times. */
export interface NewPassphrase {
  readonly passphrase: string;
  readonly repeated: string;
}

/** What is wrong with it, by field; null where nothing is. */
export function newPassphraseErrors({ passphrase, repeated }: NewPassphrase) {
  return {
    passphrase: passphrase === '' ? words.missing : null,
    repeated: repeated === passphrase ? null : words.differ,
  };
}

interface NewPassphraseFieldsProps {
  readonly value: NewPassphrase;
  readonly onChange: (patch: Partial<NewPassphrase>) => void;
  /** Null until the form was first submitted. */
  readonly errors: ReturnType<typeof newPassphraseErrors> | null;
  /** Whether there is another that it takes the place of. */
  readonly isChange?: boolean;
  readonly description?: ReactNode;
  readonly autoFocus?: boolean;
}

/** Two fields for a passphrase that nobody can recover: typed a second time, a slip is noticed. */
export function NewPassphraseFields(props: NewPassphraseFieldsProps) {
  const { value, onChange, errors, isChange = false, description, autoFocus = false } = props;
  return (
    <>
      <TextField
        label={isChange ? words.newPassphrase : words.passphrase}
        type="password"
        autoComplete="new-password"
        value={value.passphrase}
        onChange={(passphrase) => onChange({ passphrase })}
        error={errors?.passphrase}
        description={description}
        autoFocus={autoFocus}
      />
      <TextField
        label={isChange ? words.newPassphraseAgain : words.passphraseAgain}
        type="password"
        autoComplete="new-password"
        value={value.repeated}
        onChange={(repeated) => onChange({ repeated })}
        error={errors?.repeated}
      />
    </>
  );
}
