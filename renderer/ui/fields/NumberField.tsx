import { useState } from 'react';
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components';
import { useEntry } from '../dialogs/entries.ts';

export interface NumberFieldProps {
  readonly label: string;
  /** NaN while the field is empty. */
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly minValue: number;
  readonly maxValue?: number;
  readonly description?: string;
  readonly error?: string | null | undefined;
  readonly autoFocus?: boolean;
}

/** More digits than any number entered here needs. */
const mostDigits = 15;

/**
 * A whole number from 0 up, typed or stepped with the arrow keys. It is reported on every keystroke; a value outside the
 * limits is clamped when the field is left. React Aria's own field announces each step in a way that the content security
 * policy blocks, which would crash the whole window.
 */
export function NumberField(props: NumberFieldProps) {
  const { label, value, onChange, minValue, maxValue = Number.MAX_SAFE_INTEGER, description } = props;
  const [typed, setTyped] = useState(textOf(value));
  const [known, setKnown] = useState(value);
  // A number set from outside replaces what was typed.
  if (!Object.is(known, value)) {
    setKnown(value);
    setTyped(textOf(value));
  }
  const tell = useEntry(typed, (text) => {
    const next = text === '' ? Number.NaN : Number(text);
    setTyped(text);
    setKnown(next);
    if (!Object.is(next, value)) onChange(next);
  });
  const within = (next: number) => String(Math.min(maxValue, Math.max(minValue, next)));
  return (
    <TextField
      value={typed}
      onChange={(text) => tell(text.replaceAll(/\D/g, '').slice(0, mostDigits))}
      onBlur={() => !Number.isNaN(value) && tell(within(value))}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
        if (step === 0) return event.continuePropagation();
        event.preventDefault();
        tell(within(Number.isNaN(value) ? minValue : value + step));
      }}
      isInvalid={Boolean(props.error)}
      autoFocus={props.autoFocus ?? false}
      // The text of a field focused first is selected, so that typing replaces it.
      onFocus={({ target }) => props.autoFocus && target instanceof HTMLInputElement && target.select()}
      validationBehavior="aria"
      inputMode="numeric"
      autoComplete="off"
      className="flex flex-col gap-1"
    >
      <Label className="text-sm font-medium text-ink">{label}</Label>
      <Input className="h-7.5 w-full rounded-md border border-edge/80 bg-surface px-2 text-ink tabular-nums outline-none focus:border-focus focus:ring-1 focus:ring-focus disabled:bg-sunken disabled:text-ink-soft aria-invalid:border-danger" />
      {description && !props.error && (
        <Text slot="description" className="text-sm text-ink-soft">
          {description}
        </Text>
      )}
      <FieldError className="text-sm text-danger-ink">{props.error}</FieldError>
    </TextField>
  );
}

function textOf(value: number): string {
  return Number.isNaN(value) ? '' : String(value);
}
