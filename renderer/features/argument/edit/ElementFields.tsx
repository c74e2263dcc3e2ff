import { useId, type Ref } from 'react';
import type { ElementFields as Fields } from '../../../../shared/model/argument.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';
import { TextField } from '../../../ui/index.ts';
import { elementWords as words } from '../words.ts';

interface ElementFieldsProps {
  readonly title: string;
  readonly value: Fields;
  readonly onChange: (change: Partial<Fields>) => void;
  /** Claims that are listed, offered while one is typed. */
  readonly claims: readonly string[];
  /** Whether to show what is missing. */
  readonly isTried: boolean;
  readonly nameRef: Ref<HTMLInputElement>;
}

const limits = textLimits.argument;

/** One element: its claim, what must be shown, and by which standard. */
export function ElementFields({ title, value, onChange, claims, isTried, nameRef }: ElementFieldsProps) {
  const id = useId();
  const { claim, name, standard } = value;
  return (
    <fieldset className="flex min-w-0 flex-col gap-2.5 rounded-md border border-line bg-sunken/50 p-3">
      <legend className="sr-only">{title}</legend>
      <h3 aria-hidden className="font-semibold">
        {title}
      </h3>
      <div className="grid grid-cols-1 items-start gap-3 sm:grid-cols-2">
        <TextField
          label={words.claim}
          value={claim}
          onChange={(next) => onChange({ claim: next })}
          maxLength={limits.claim}
          list={`${id}-claims`}
          isRequired
          autoFocus={claim === ''}
          error={isTried && claim.trim() === '' ? words.claimMissing : null}
        />
        <TextField
          label={words.name}
          value={name}
          onChange={(next) => onChange({ name: next })}
          maxLength={limits.element}
          isRequired
          autoFocus={claim !== ''}
          inputRef={nameRef}
          error={isTried && name.trim() === '' ? words.nameMissing : null}
        />
      </div>
      <datalist id={`${id}-claims`}>
        {claims.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <TextField
        label={words.standard}
        value={standard}
        onChange={(next) => onChange({ standard: next })}
        maxLength={limits.standard}
      />
    </fieldset>
  );
}
