import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';

export interface InlineFieldProps {
  readonly label: string;
  readonly value: string;
  /** Called with the new value once the field is left, or on Enter, if it differs. */
  readonly onCommit: (value: string) => void;
  /** Stands where the value is empty: "Not recorded". */
  readonly placeholder: string;
  readonly maxLength: number;
  readonly isRequired?: boolean;
  readonly isReadOnly?: boolean;
  /** Leaves the name to those who hear it, where the place says what stands there. */
  readonly isLabelHidden?: boolean;
}

/**
 * A value that is read most of the time and edited where it stands. Enter or leaving the field keeps what was typed,
 * Escape brings back what stood there.
 */
export function InlineField(props: InlineFieldProps) {
  const { label, value, onCommit, placeholder, maxLength, isRequired = false, isReadOnly = false } = props;
  const { isLabelHidden = false } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const commit = () => {
    const next = (draft ?? value).trim();
    setDraft(null);
    if (next !== value && !(isRequired && next === '')) onCommit(next);
  };
  return (
    <TextField
      value={draft ?? value}
      onChange={setDraft}
      onBlur={commit}
      isReadOnly={isReadOnly}
      maxLength={maxLength}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        else if (event.key === 'Escape' && draft !== null) setDraft(null);
        else event.continuePropagation();
      }}
      className="contents"
    >
      <Label className={isLabelHidden ? 'sr-only' : 'text-sm leading-6.5 text-ink-soft'}>{label}</Label>
      <Input
        placeholder={placeholder}
        title={draft ?? value}
        className="-mx-1.5 h-6.5 min-w-0 rounded-sm border border-line bg-transparent px-1.5 text-ellipsis text-ink outline-none hover:border-edge focus:border-focus focus:bg-surface focus:ring-1 focus:ring-focus read-only:border-transparent"
      />
    </TextField>
  );
}
