import { useEffect, useRef, useState } from 'react';
import { messageOf } from '../../../client/index.ts';
import {
  fieldWords,
  showToast,
  TextArea,
  TextField,
  tooLong,
  useOnLeave,
  useUnkept,
} from '../../../ui/index.ts';

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
  const [draft, setDraft] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  /** What is being stored: leaving the field, and then its place, stores it once. */
  const sent = useRef<string | null>(null);
  useEffect(() => {
    if (!onFocusTaken) return;
    input.current?.focus();
    input.current?.select();
    onFocusTaken();
  }, [onFocusTaken]);
  const shown = draft ?? value;
  const problemOf = (text: string) => tooLong(text, maxLength) ?? validate?.(text) ?? null;
  const problem = draft === null ? null : (problemOf(draft.trim()) ?? refused);

  /** @param isGoing whether the field is being unmounted with its place: an error is then shown elsewhere */
  const commit = async (isGoing = false) => {
    const next = shown.trim();
    if (draft === null || next === sent.current) return;
    const tellNotKept = (why: string) =>
      showToast({ tone: 'error', message: fieldWords.notKept(field.label, why) });
    const wrong = problemOf(next);
    if (wrong !== null) {
      if (isGoing) tellNotKept(wrong);
      return;
    }
    if (next === value) {
      setDraft(null);
      setRefused(null);
      return;
    }
    sent.current = next;
    try {
      await onCommit(next);
      // What was typed since stays.
      setDraft((present) => (present === null || present.trim() === next ? null : present));
      setRefused(null);
    } catch (error) {
      setRefused(messageOf(error));
      if (isGoing || box.current === null) tellNotKept(messageOf(error));
    } finally {
      sent.current = null;
    }
  };
  useUnkept(problem !== null);
  useOnLeave(() => void commit(true));
  const shared = {
    ...field,
    value: shown,
    error: problem,
    onChange: (text: string) => {
      setDraft(text);
      setRefused(null);
    },
  };
  return (
    <div
      ref={box}
      onBlur={() => void commit()}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && draft !== null) {
          event.preventDefault();
          event.stopPropagation();
          setDraft(null);
          setRefused(null);
        } else if (event.key === 'Enter' && (rows === undefined || event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          void commit();
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
