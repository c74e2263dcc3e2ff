import { useEffect, useRef } from 'react';
import { messageOf } from '../../../client/index.ts';
import { TextArea, TextField, tooLong, useDraft } from '../../../ui/index.ts';

export interface TextSettingProps {
  readonly label: string;
  readonly value: string;
  /** Stores the new value; what it throws is shown under the field, and what was typed stays. */
  readonly onCommit: (value: string) => Promise<unknown>;
  /** What is wrong with a value, in a sentence; null when nothing is. */
  readonly validate?: (value: string) => string | null;
  readonly description?: string;
  readonly placeholder?: string;
  /** Characters that can be stored. */
  readonly maxLength?: number;
  readonly rows?: number;
  readonly list?: string;
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
  /** Left out where the field should not take the focus; called once it has it. */
  readonly onFocusTaken?: (() => void) | undefined;
}

/**
 * A setting that applies at once: Enter or leaving the field or its place stores it, Escape restores the old value. What cannot
 * be stored stays as typed, with the reason under it; when the field is gone, a toast says so.
 */
export function TextSetting(props: TextSettingProps) {
  const {
    value,
    onCommit,
    validate,
    maxLength = Infinity,
    rows,
    list,
    placeholder,
    onFocusTaken,
    ...field
  } = props;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!onFocusTaken) return;
    input.current?.focus();
    input.current?.select();
    onFocusTaken();
  }, [onFocusTaken]);
  const draft = useDraft({
    label: field.label,
    value,
    problemOf: (text) => tooLong(text, maxLength) ?? validate?.(text) ?? null,
    store: (text) => onCommit(text).then(() => null, messageOf),
  });
  const shared = { ...field, value: draft.text, error: draft.problem, onChange: draft.change };
  return (
    <div
      onBlur={draft.commit}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && draft.isOpen) {
          event.preventDefault();
          event.stopPropagation();
          draft.revert();
        } else if (event.key === 'Enter' && (rows === undefined || event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          draft.commit();
        }
      }}
    >
      {rows === undefined ? (
        <TextField
          {...shared}
          inputRef={input}
          {...(list !== undefined && { list })}
          {...(placeholder !== undefined && { placeholder })}
        />
      ) : (
        <TextArea {...shared} rows={rows} {...(placeholder !== undefined && { placeholder })} />
      )}
    </div>
  );
}
