import { useState } from 'react';
import type { TroEvent, TroEventKind } from '../../../../shared/model/tro.ts';
import { fieldErrors, messageOf, useEngineMutation } from '../../../client/index.ts';
import { Dialog, ErrorLine, Select, TextArea, buttonWords, optionsOf } from '../../../ui/index.ts';
import { CourtMomentField } from '../../deadlines/index.ts';
import { ProofField } from '../fields/ProofField.tsx';
import { eventHelp, eventWords, recordWords as words } from '../words.ts';
import { draftOf, eventOf, problemsOf, shapeOf, type EventDraft } from './event-draft.ts';
import { EventDetailFields } from './EventDetailFields.tsx';
import { textLimits } from '../../../../shared/model/text-limits.ts';

export interface EventDialogProps {
  /** The event to correct; null to record one. */
  readonly event: TroEvent | null;
  /** What most likely happened. */
  readonly suggested: TroEventKind;
  readonly onClose: () => void;
}

/** One event of the request, with what its kind says besides its moment. */
export function EventDialog({ event, suggested, onClose }: EventDialogProps) {
  const [draft, setDraft] = useState(() => draftOf(event, suggested));
  const [isTried, setIsTried] = useState(false);
  const change = (patch: Partial<EventDraft>) => setDraft((last) => ({ ...last, ...patch }));
  const record = useEngineMutation('tro.record', {
    errors: 'inline',
    undoMessage: (_request, { event: { kind } }) => words.recorded(eventWords[kind]),
    onSuccess: onClose,
  });
  const correct = useEngineMutation('tro.event.update', {
    errors: 'inline',
    undoMessage: (_request, { event: { kind } }) => words.corrected(eventWords[kind]),
    onSuccess: onClose,
  });
  const error = record.error ?? correct.error;
  const isBusy = record.isPending || correct.isPending;
  const refused = fieldErrors(error);
  const problems = problemsOf(draft);
  const shown = isTried ? problems : {};

  const submit = () => {
    setIsTried(true);
    const fields = eventOf(draft);
    if (Object.keys(problems).length > 0 || !fields) return;
    if (event) correct.mutate({ id: event.id, event: fields });
    else record.mutate({ event: fields });
  };
  return (
    <Dialog
      title={event ? words.editTitle : words.title}
      onClose={onClose}
      onSubmit={submit}
      isBusy={isBusy}
      submitLabel={event ? buttonWords.save : words.record}
    >
      <Select
        label={words.kind}
        value={draft.kind}
        onChange={(kind) => change({ kind })}
        options={optionsOf(eventWords)}
        description={eventHelp[draft.kind]}
      />
      <CourtMomentField
        label={words.at}
        value={draft.at.moment}
        onChange={(at) => change({ at })}
        needsMinute={shapeOf(draft.kind).needsMinute}
        isRequired
        autoFocus
        error={shown.at ?? refused['at']}
      />
      <EventDetailFields draft={draft} problems={shown} refused={refused} onChange={change} />
      <TextArea
        label={words.note}
        value={draft.note}
        onChange={(note) => change({ note })}
        rows={2}
        maxLength={textLimits.tro.note}
        error={refused['note']}
      />
      <ProofField label={words.proof} value={draft.proof} onChange={(proof) => change({ proof })} />
      {error && Object.keys(refused).length === 0 && <ErrorLine>{messageOf(error)}</ErrorLine>}
    </Dialog>
  );
}
