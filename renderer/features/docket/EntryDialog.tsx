import { useState } from 'react';
import { isAppError } from '../../../shared/errors/app-error.ts';
import type { DocketEntry } from '../../../shared/model/docket.ts';
import type { EvidenceItem } from '../../../shared/model/evidence.ts';
import { fieldErrors, messageOf, useEngineMutation } from '../../client/index.ts';
import {
  Button,
  Checkbox,
  DateField,
  Dialog,
  ErrorLine,
  TextArea,
  TextField,
  buttonWords,
} from '../../ui/index.ts';
import { formatDocketNumber, nameOfEntry, parseDocketNumber } from './docket-number.ts';
import { EvidencePicker } from './pick/EvidencePicker.tsx';
import { docketWords as words } from './words.ts';
import { textLimits } from '../../../shared/model/text-limits.ts';

export interface EntryDialogProps {
  /** The entry to change; null to add one. */
  readonly entry: DocketEntry | null;
  /** Filled in where a new entry is added: the next number, or the next attachment of an entry. */
  readonly suggestedNumber: string;
  readonly onClose: () => void;
}

/** One docket entry, or attachment, with the fields a docket sheet has. */
export function EntryDialog({ entry, suggestedNumber, onClose }: EntryDialogProps) {
  const [number, setNumber] = useState(entry ? formatDocketNumber(entry) : suggestedNumber);
  const [filedOn, setFiledOn] = useState(entry?.filedOn ?? null);
  const [enteredOn, setEnteredOn] = useState(entry?.enteredOn ?? null);
  const [text, setText] = useState(entry?.text ?? '');
  const [filer, setFiler] = useState(entry?.filer ?? '');
  const [isTextOnly, setIsTextOnly] = useState(entry?.isTextOnly ?? false);
  const [isSealed, setIsSealed] = useState(entry?.isSealed ?? false);
  const [evidence, setEvidence] = useState<Pick<EvidenceItem, 'id' | 'title'> | null>(null);
  const [isPicking, setIsPicking] = useState(false);
  const [isTried, setIsTried] = useState(false);

  const add = useEngineMutation('docket.add', {
    errors: 'inline',
    undoMessage: ([added]) => words.added(added ? nameOfEntry(added) : 'the entry'),
    onSuccess: onClose,
  });
  const update = useEngineMutation('docket.update', {
    errors: 'inline',
    undoMessage: (changed) => words.changed(nameOfEntry(changed)),
    onSuccess: onClose,
  });
  const isBusy = add.isPending || update.isPending;
  const error = add.error ?? update.error;
  const isAboutNumber =
    isAppError(error, 'DOCKET_NUMBER_TAKEN') || isAppError(error, 'DOCKET_ATTACHMENT_WITHOUT_ENTRY');
  const refused = fieldErrors(error);
  const parsed = parseDocketNumber(number);
  const hasText = text.trim() !== '';
  // What the court has not said yet need not be made up.
  const isTextMissing = !hasText && entry?.text !== '';

  const submit = () => {
    setIsTried(true);
    if (!parsed || isTextMissing) return;
    const fields = { ...parsed, filedOn, enteredOn, filer, isTextOnly, isSealed };
    if (entry) update.mutate({ id: entry.id, fields: { ...fields, ...(hasText && { text }) } });
    else add.mutate({ entries: [{ ...fields, text, ...(evidence && { evidenceId: evidence.id }) }] });
  };

  if (isPicking) {
    return (
      <EvidencePicker
        title={words.pickTitle}
        onClose={() => setIsPicking(false)}
        onPick={(item) => {
          setEvidence(item);
          setIsPicking(false);
        }}
      />
    );
  }
  return (
    <Dialog
      title={entry ? words.editTitle(nameOfEntry(entry)) : words.addTitle}
      onClose={onClose}
      onSubmit={submit}
      isBusy={isBusy}
      footer={
        <>
          <Button onPress={onClose} isDisabled={isBusy}>
            {buttonWords.cancel}
          </Button>
          <Button variant="primary" type="submit" isDisabled={isBusy}>
            {entry ? buttonWords.save : words.addEntry}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-3 items-start gap-3">
        <TextField
          label={words.number}
          value={number}
          onChange={(value) => {
            setNumber(value);
            add.reset();
            update.reset();
          }}
          description={words.numberHelp}
          error={
            isAboutNumber
              ? messageOf(error)
              : isTried && !parsed
                ? words.numberWrong
                : (refused['number'] ?? null)
          }
          autoFocus
        />
        <DateField label={words.filedOn} value={filedOn} onChange={setFiledOn} error={refused['filedOn']} />
        <DateField
          label={words.enteredOn}
          value={enteredOn}
          onChange={setEnteredOn}
          error={refused['enteredOn']}
        />
      </div>
      <TextArea
        label={words.text}
        value={text}
        onChange={setText}
        rows={5}
        maxLength={textLimits.docket.text}
        isRequired={entry?.text !== ''}
        error={isTried && isTextMissing ? words.textMissing : (refused['text'] ?? null)}
      />
      <TextField
        label={words.filer}
        value={filer}
        onChange={setFiler}
        maxLength={textLimits.docket.filer}
        error={refused['filer']}
      />
      <div className="flex gap-6">
        <Checkbox isSelected={isTextOnly} onChange={setIsTextOnly}>
          {words.textOnly}
        </Checkbox>
        <Checkbox isSelected={isSealed} onChange={setIsSealed}>
          {words.sealed}
        </Checkbox>
      </div>
      {!entry && !isTextOnly && (
        <div className="flex items-center gap-3 border-t border-line pt-3">
          <span className="font-medium">{words.document}</span>
          <span className={`min-w-0 grow truncate ${evidence ? '' : 'text-ink-soft'}`}>
            {evidence?.title ?? words.noDocument}
          </span>
          <Button onPress={() => setIsPicking(true)}>{words.chooseDocument}</Button>
        </div>
      )}
      {error && !isAboutNumber && Object.keys(refused).length === 0 && (
        <ErrorLine>{messageOf(error)}</ErrorLine>
      )}
    </Dialog>
  );
}
