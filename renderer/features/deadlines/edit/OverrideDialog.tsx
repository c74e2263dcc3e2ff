import { useState } from 'react';
import { effectiveDue } from '../../../../shared/domain/deadlines/effective-due.ts';
import type { Deadline } from '../../../../shared/model/deadlines.ts';
import type { DocketEntryId } from '../../../../shared/model/common.ts';
import { formatMoment, messageOf, useEngineMutation, useMatter } from '../../../client/index.ts';
import { Dialog, ErrorLine, TextField } from '../../../ui/index.ts';
import { EntryField } from '../../docket/index.ts';
import { CounselNotice } from '../CounselNotice.tsx';
import { CourtMomentField, missingMoment, typedOf } from './CourtMomentField.tsx';
import { overrideWords as words } from './words.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';

/** Records a court's order that sets another time. What was counted stays visible beside it. */
export function OverrideDialog({ deadline, onClose }: { deadline: Deadline; onClose: () => void }) {
  const { timezone } = useMatter();
  const [due, setDue] = useState(() => typedOf(null));
  const [isTried, setIsTried] = useState(false);
  const [entryId, setEntryId] = useState<DocketEntryId | null>(null);
  const [note, setNote] = useState('');
  const override = useEngineMutation('deadlines.override', {
    errors: 'inline',
    undoMessage: ({ title }) => words.done(title),
    onSuccess: onClose,
  });
  return (
    <Dialog
      title={words.title(deadline.title)}
      onClose={onClose}
      isBusy={override.isPending}
      onSubmit={() => {
        setIsTried(true);
        if (due.moment !== null)
          override.mutate({ id: deadline.id, due: due.moment, entryId, note: note.trim() });
      }}
      submitLabel={words.confirm}
    >
      <p className="flex flex-wrap items-baseline gap-x-3 text-ink-soft tabular-nums">
        {words.holds(formatMoment(effectiveDue(deadline), timezone))}
        <CounselNotice />
      </p>
      <CourtMomentField
        label={words.due}
        value={due.moment}
        onChange={setDue}
        isRequired
        autoFocus
        error={isTried ? missingMoment(due) : null}
      />
      <EntryField
        label={words.entry}
        entryId={entryId}
        onChoose={({ id }) => setEntryId(id)}
        onRemove={() => setEntryId(null)}
      />
      <TextField
        label={words.note}
        value={note}
        onChange={setNote}
        placeholder={words.notePlaceholder}
        maxLength={textLimits.deadlines.reason}
      />
      {override.error && <ErrorLine>{messageOf(override.error)}</ErrorLine>}
    </Dialog>
  );
}
