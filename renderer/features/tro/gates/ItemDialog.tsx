import { useState } from 'react';
import type { TroGate } from '../../../../shared/model/tro.ts';
import { messageOf, useEngineMutation } from '../../../client/index.ts';
import { Dialog, ErrorLine, RadioGroup, TextArea, buttonWords } from '../../../ui/index.ts';
import { ProofField, type Proof } from '../fields/ProofField.tsx';
import { gateWords as words } from '../words.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';

export interface ItemDialogProps {
  readonly item: TroGate['items'][number];
  /** Opened to set it aside. */
  readonly isNotNeeded: boolean;
  readonly onClose: () => void;
}

/** A line of the checklist with its state, its note and its proof. */
export function ItemDialog({ item, isNotNeeded, onClose }: ItemDialogProps) {
  const [state, setState] = useState(isNotNeeded ? 'not_needed' : item.state);
  const [note, setNote] = useState(item.note);
  const [proof, setProof] = useState<Proof>({ entryId: item.entryId, evidenceId: item.evidenceId });
  const [isTried, setIsTried] = useState(false);
  const check = useEngineMutation('tro.check', {
    errors: 'inline',
    undoMessage: (_request, { item: { state: set } }) =>
      (set === item.state
        ? words.changed
        : set === 'met'
          ? words.ticked
          : set === 'open'
            ? words.unticked
            : words.setAside)(item.label),
    onSuccess: onClose,
  });
  const isWhyMissing = state === 'not_needed' && note.trim() === '';
  const submit = () => {
    setIsTried(true);
    if (!isWhyMissing) check.mutate({ item: { key: item.key, state, note, ...proof } });
  };
  return (
    <Dialog
      title={words.dialogTitle}
      onClose={onClose}
      onSubmit={submit}
      isBusy={check.isPending}
      submitLabel={buttonWords.save}
    >
      <p>
        {item.label} <span className="text-ink-soft">{item.cite}</span>
      </p>
      <RadioGroup
        label={words.state}
        value={state}
        onChange={setState}
        options={[
          { value: 'open', label: words.open },
          { value: 'met', label: words.done },
          { value: 'not_needed', label: words.notNeeded, description: words.notNeededHelp },
        ]}
      />
      <TextArea
        label={state === 'not_needed' ? words.because : words.note}
        value={note}
        onChange={setNote}
        rows={3}
        maxLength={textLimits.tro.note}
        autoFocus
        description={state === 'not_needed' ? undefined : words.noteHelp}
        error={isTried && isWhyMissing ? words.whyMissing : null}
      />
      <ProofField label={words.proofLabel} value={proof} onChange={setProof} />
      {check.error && <ErrorLine>{messageOf(check.error)}</ErrorLine>}
    </Dialog>
  );
}
