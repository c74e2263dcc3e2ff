import { useState } from 'react';
import { effectiveDue } from '../../../../shared/domain/deadlines/effective-due.ts';
import type { Deadline } from '../../../../shared/model/deadlines.ts';
import type { DocketEntry } from '../../../../shared/model/docket.ts';
import { messageOf, useEngineMutation } from '../../../client/index.ts';
import { Dialog, ErrorLine, LinkField, MomentField, SubmitButtons, TextField } from '../../../ui/index.ts';
import { EntryPicker, lineOfEntry } from '../../docket/index.ts';
import { CounselNotice } from '../CounselNotice.tsx';
import { useCourtMoments } from './use-court-moments.ts';
import { editWords, overrideWords as words } from './words.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';

/** Records a court's order that sets another time. What was counted stays visible beside it. */
export function OverrideDialog({ deadline, onClose }: { deadline: Deadline; onClose: () => void }) {
  const moments = useCourtMoments();
  const [due, setDue] = useState<string | null>(null);
  const [isUnreadable, setIsUnreadable] = useState(false);
  const [isTried, setIsTried] = useState(false);
  const [entry, setEntry] = useState<DocketEntry | null>(null);
  const [note, setNote] = useState('');
  const [isPicking, setIsPicking] = useState(false);
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
        if (due !== null)
          override.mutate({ id: deadline.id, due, entryId: entry?.id ?? null, note: note.trim() });
      }}
      footer={<SubmitButtons label={words.confirm} isBusy={override.isPending} onCancel={onClose} />}
    >
      <p className="flex flex-wrap items-baseline gap-x-3 text-ink-soft tabular-nums">
        {words.holds(moments.format(effectiveDue(deadline)))}
        <CounselNotice />
      </p>
      <MomentField
        label={words.due}
        value={due}
        onChange={(next, unreadable) => {
          setDue(next);
          setIsUnreadable(unreadable);
        }}
        {...moments}
        isRequired
        autoFocus
        error={isTried && due === null ? (isUnreadable ? editWords.atUnreadable : editWords.atMissing) : null}
      />
      <LinkField
        label={words.entry}
        chosen={entry === null ? null : lineOfEntry(entry)}
        none={editWords.noEntry}
        choose={editWords.chooseEntry}
        onChoose={() => setIsPicking(true)}
        onRemove={() => setEntry(null)}
      />
      <TextField
        label={words.note}
        value={note}
        onChange={setNote}
        placeholder={words.notePlaceholder}
        maxLength={textLimits.deadlines.reason}
      />
      {override.error && <ErrorLine>{messageOf(override.error)}</ErrorLine>}
      {isPicking && (
        <EntryPicker
          title={words.entry}
          onClose={() => setIsPicking(false)}
          onPick={(picked) => {
            setEntry(picked);
            setIsPicking(false);
          }}
        />
      )}
    </Dialog>
  );
}
