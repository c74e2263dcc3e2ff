import { Trash2 } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import type { NoteKind } from '../../../../shared/model/notes.ts';
import { useCanComment } from '../../../client/index.ts';
import { Button, Checkbox, TextArea, buttonWords, tooLong } from '../../../ui/index.ts';
import { editorWords as words } from '../words.ts';
import { ColorChoice } from './ColorChoice.tsx';
import { TagChoice } from './TagChoice.tsx';
import type { NoteForm } from './use-note-form.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';

interface NoteFormFieldsProps {
  readonly kind: NoteKind;
  readonly form: NoteForm;
  /** A note that is not kept yet. */
  readonly isNew?: boolean;
  readonly hasFocus?: boolean;
  readonly onSave: () => void;
  /** Null where there is nothing to close. */
  readonly onCancel: (() => void) | null;
  /** Null for a note that is not kept yet. */
  readonly onDelete: (() => void) | null;
}

const labels: Partial<Record<NoteKind, string>> = { bookmark: words.bookmarkText, redaction: words.reason };

/** Whether there is anything in it that is worth keeping as a note of its own. */
export function isWorthKeeping(kind: NoteKind, { values }: NoteForm): boolean {
  return kind !== 'note' || values.text.trim() !== '' || values.tagIds.length > 0;
}

/** The fields of a note. Ctrl+Enter keeps it, Escape discards it. */
export function NoteFormFields(props: NoteFormFieldsProps) {
  const { kind, form, isNew = false, hasFocus = false, onSave, onCancel, onDelete } = props;
  const canComment = useCanComment();
  const { values, set } = form;
  const [cut, setCut] = useState<string | null>(null);
  const canSave = isNew ? isWorthKeeping(kind, form) : form.isChanged;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && onCancel) onCancel();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && canSave) onSave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  if (!canComment)
    return (
      <>
        {values.text !== '' && (
          <p data-selectable className="wrap-anywhere whitespace-pre-wrap">
            {values.text}
          </p>
        )}
        <TagChoice value={values.tagIds} onChange={() => undefined} isReadOnly />
        {values.isWorkProduct && <p className="text-sm text-ink-soft">{words.workProduct}</p>}
      </>
    );
  return (
    <div className="flex flex-col gap-2.5" onKeyDownCapture={onKeyDown}>
      <TextArea
        label={labels[kind] ?? words.text}
        description={onCancel ? (kind === 'redaction' ? words.reasonHelp : words.textHelp) : undefined}
        value={values.text}
        // What is in the field is kept when it is left. More than a note can hold could not be stored at all, so it is cut, and a message says so.
        onChange={(text) => {
          const long = tooLong(text, textLimits.notes.text);
          setCut(long && words.cut(long));
          set({ text: long === null ? text : text.trim().slice(0, textLimits.notes.text) });
        }}
        error={cut}
        rows={kind === 'bookmark' ? 1 : onCancel ? 3 : 2}
        autoFocus={hasFocus}
      />
      <ColorChoice label={words.color} value={values.color} onChange={(color) => set({ color })} />
      <TagChoice value={values.tagIds} onChange={(tagIds) => set({ tagIds })} isReadOnly={false} />
      <Checkbox
        isSelected={values.isWorkProduct}
        onChange={(isWorkProduct) => set({ isWorkProduct })}
        {...(onCancel && { description: words.workProductHelp })}
      >
        {words.workProduct}
      </Checkbox>
      <div className="flex items-center gap-1.5">
        {onDelete && (
          <Button size="small" variant="quiet" icon={<Trash2 aria-hidden />} onPress={onDelete}>
            {words.delete}
          </Button>
        )}
        <span className="grow" />
        {onCancel && (
          <Button size="small" onPress={onCancel}>
            {buttonWords.cancel}
          </Button>
        )}
        <Button size="small" variant="primary" isDisabled={!canSave} onPress={onSave}>
          {isNew ? words.add : buttonWords.save}
        </Button>
      </div>
    </div>
  );
}
