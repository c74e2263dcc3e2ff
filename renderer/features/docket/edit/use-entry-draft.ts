import { useState } from 'react';
import { isAppError } from '../../../../shared/errors/app-error.ts';
import type { DocketEntry } from '../../../../shared/model/docket.ts';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import { fieldErrors, messageOf, useEngineMutation } from '../../../client/index.ts';
import { formatDocketNumber, nameOfEntry, parseDocketNumber } from '../docket-number.ts';
import { showEntry } from '../docket-target.ts';
import { docketWords as words } from '../words.ts';

/** An entry as it is typed. */
export interface EntryForm {
  /** As a docket sheet writes it: 2, or 2-3 for an attachment. */
  readonly number: string;
  readonly filedOn: string | null;
  readonly enteredOn: string | null;
  readonly text: string;
  readonly filer: string;
  readonly isTextOnly: boolean;
  readonly isSealed: boolean;
  /** The document of a new entry. */
  readonly evidenceId: EvidenceId | null;
}

export interface EntryDraftOptions {
  /** The entry to change; null to add one. */
  readonly entry: DocketEntry | null;
  /** The number a new entry is given first. */
  readonly suggestedNumber: string;
  readonly onStored: () => void;
}

/** An entry while it is written: the form, what is wrong with it, and how it is stored. */
export function useEntryDraft({ entry, suggestedNumber, onStored }: EntryDraftOptions) {
  const [form, setForm] = useState<EntryForm>(() => ({
    number: entry ? formatDocketNumber(entry) : suggestedNumber,
    filedOn: entry?.filedOn ?? null,
    enteredOn: entry?.enteredOn ?? null,
    text: entry?.text ?? '',
    filer: entry?.filer ?? '',
    isTextOnly: entry?.isTextOnly ?? false,
    isSealed: entry?.isSealed ?? false,
    evidenceId: null,
  }));
  const [isTried, setIsTried] = useState(false);
  const add = useEngineMutation('docket.add', {
    errors: 'inline',
    undoMessage: ([added]) => words.added(added ? nameOfEntry(added) : 'the entry'),
    onSuccess: ([added]) => {
      if (added) showEntry(added.id);
      onStored();
    },
  });
  const update = useEngineMutation('docket.update', {
    errors: 'inline',
    undoMessage: (changed) => words.changed(nameOfEntry(changed)),
    onSuccess: onStored,
  });

  const error = add.error ?? update.error;
  const refused = fieldErrors(error);
  const isAboutNumber =
    isAppError(error, 'DOCKET_NUMBER_TAKEN') || isAppError(error, 'DOCKET_ATTACHMENT_WITHOUT_ENTRY');
  const isAboutField = isAboutNumber || Object.keys(refused).length > 0;
  const number = parseDocketNumber(form.number);
  const hasText = form.text.trim() !== '';
  // What the court has not said yet need not be made up.
  const isTextRequired = entry?.text !== '';
  const isTextMissing = isTextRequired && !hasText;

  return {
    form,
    change: (patch: Partial<EntryForm>) => {
      setForm((before) => ({ ...before, ...patch }));
      if (patch.number === undefined) return;
      add.reset();
      update.reset();
    },
    isTextRequired,
    isBusy: add.isPending || update.isPending,
    /** What is wrong with each field, in words. */
    errors: {
      ...refused,
      ...(isAboutNumber && { number: messageOf(error) }),
      ...(isTried && !number && { number: words.numberWrong }),
      ...(isTried && isTextMissing && { text: words.textMissing }),
    } as Readonly<Partial<Record<keyof EntryForm, string>>>,
    /** An error that belongs to no field; null for none. */
    error: error && !isAboutField ? messageOf(error) : null,
    submit: () => {
      setIsTried(true);
      if (!number || isTextMissing) return;
      const { filedOn, enteredOn, text, filer, isTextOnly, isSealed, evidenceId } = form;
      const fields = { ...number, filedOn, enteredOn, filer, isTextOnly, isSealed };
      if (entry) update.mutate({ id: entry.id, fields: { ...fields, ...(hasText && { text }) } });
      else add.mutate({ entries: [{ ...fields, text, ...(evidenceId && { evidenceId }) }] });
    },
  };
}
