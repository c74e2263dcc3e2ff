import { useEffect, useRef } from 'react';
import type { DocketEntry } from '../../../../shared/model/docket.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';
import {
  Checkbox,
  DateField,
  Dialog,
  ErrorLine,
  TextArea,
  TextField,
  buttonWords,
} from '../../../ui/index.ts';
import { nameOfEntry } from '../docket-number.ts';
import { DocumentField } from '../../pick/index.ts';
import { docketWords as words } from '../words.ts';
import { useEntryDraft } from './use-entry-draft.ts';

export interface EntryDialogProps {
  /** The entry to change; null to add one. */
  readonly entry: DocketEntry | null;
  /** Filled in where a new entry is added: the next number, or the next attachment of an entry. */
  readonly suggestedNumber: string;
  readonly onClose: () => void;
}

/** One docket entry, or attachment, with the fields a docket sheet has. */
export function EntryDialog({ entry, suggestedNumber, onClose }: EntryDialogProps) {
  const draft = useEntryDraft({ entry, suggestedNumber, onStored: onClose });
  const { form, change, errors, isBusy } = draft;
  // The number suggested is typed over.
  const number = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (entry === null) number.current?.select();
  }, [entry]);

  return (
    <Dialog
      title={entry ? words.editTitle(nameOfEntry(entry)) : words.addTitle}
      onClose={onClose}
      onSubmit={draft.submit}
      isBusy={isBusy}
      submitLabel={entry ? buttonWords.save : words.addEntry}
    >
      <div className="grid grid-cols-3 items-start gap-3">
        <TextField
          label={words.number}
          value={form.number}
          onChange={(number) => change({ number })}
          description={words.numberHelp}
          error={errors.number}
          inputRef={number}
          autoFocus
        />
        <DateField
          label={words.filedOn}
          value={form.filedOn}
          onChange={(filedOn) => change({ filedOn })}
          error={errors.filedOn}
        />
        <DateField
          label={words.enteredOn}
          value={form.enteredOn}
          onChange={(enteredOn) => change({ enteredOn })}
          error={errors.enteredOn}
        />
      </div>
      <TextArea
        label={words.text}
        value={form.text}
        onChange={(text) => change({ text })}
        rows={5}
        maxLength={textLimits.docket.text}
        isRequired={draft.isTextRequired}
        error={errors.text}
      />
      <TextField
        label={words.filer}
        value={form.filer}
        onChange={(filer) => change({ filer })}
        maxLength={textLimits.docket.filer}
        error={errors.filer}
      />
      <div className="flex gap-6">
        <Checkbox isSelected={form.isTextOnly} onChange={(isTextOnly) => change({ isTextOnly })}>
          {words.textOnly}
        </Checkbox>
        <Checkbox isSelected={form.isSealed} onChange={(isSealed) => change({ isSealed })}>
          {words.sealed}
        </Checkbox>
      </div>
      {!entry && !form.isTextOnly && (
        <DocumentField evidenceId={form.evidenceId} onChange={(evidenceId) => change({ evidenceId })} />
      )}
      {draft.error !== null && <ErrorLine>{draft.error}</ErrorLine>}
    </Dialog>
  );
}
