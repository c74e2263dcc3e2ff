import { FieldError, Input, Label, TextField } from 'react-aria-components';
import { tooLong } from './too-long.ts';
import { useDraft } from './use-draft.ts';

export interface InlineFieldProps {
  readonly label: string;
  readonly value: string;
  /** Called with the new value once the field is left, or on Enter, if it differs. */
  readonly onCommit: (value: string) => void;
  /** Shown where the value is empty: "Not recorded". */
  readonly placeholder: string;
  /** The most characters that can be stored. Longer text stays as typed, with a message below. */
  readonly maxLength: number;
  readonly isRequired?: boolean;
  readonly isReadOnly?: boolean;
  /** Hides the label, except from screen readers, where the context makes it clear. */
  readonly isLabelHidden?: boolean;
}

/**
 * A value that is mostly read and can be edited in place. Enter or leaving the field stores what was typed; Escape restores
 * the old value.
 */
export function InlineField(props: InlineFieldProps) {
  const { label, value, onCommit, placeholder, maxLength, isRequired = false, isReadOnly = false } = props;
  const { isLabelHidden = false } = props;
  const draft = useDraft({
    label,
    value,
    problemOf: (text) => tooLong(text, maxLength),
    // What may not be empty is as it was.
    store: (text) => (isRequired && text === '' ? undefined : onCommit(text)),
  });
  return (
    <TextField
      value={draft.text}
      onChange={draft.change}
      onBlur={draft.commit}
      isReadOnly={isReadOnly}
      isInvalid={draft.problem !== null}
      validationBehavior="aria"
      onKeyDown={(event) => {
        if (event.key === 'Enter') draft.commit();
        else if (event.key === 'Escape' && draft.isOpen) draft.revert();
        else event.continuePropagation();
      }}
      className="contents"
    >
      <Label className={isLabelHidden ? 'sr-only' : 'text-sm leading-6.5 text-ink-soft'}>{label}</Label>
      <span className="flex min-w-0 flex-col">
        <Input
          placeholder={placeholder}
          title={draft.text}
          className="-mx-1.5 h-6.5 min-w-0 rounded-sm border border-line bg-transparent px-1.5 text-ellipsis text-ink outline-none hover:border-edge focus:border-focus focus:bg-surface focus:ring-1 focus:ring-focus aria-invalid:border-danger read-only:border-transparent"
        />
        <FieldError className="text-sm text-danger-ink">{draft.problem}</FieldError>
      </span>
    </TextField>
  );
}
