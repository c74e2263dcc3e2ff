import { useState } from 'react';
import { effectiveDue, lastMoment } from '../../../../shared/domain/deadlines/effective-due.ts';
import type { Deadline } from '../../../../shared/model/deadlines.ts';
import type { DocketEntryId, EvidenceId } from '../../../../shared/model/common.ts';
import { courtNow, formatMoment, messageOf, useEngineMutation, useMatter } from '../../../client/index.ts';
import { Dialog, ErrorLine, TextField } from '../../../ui/index.ts';
import { EntryField } from '../../docket/index.ts';
import { DocumentField } from '../../pick/index.ts';
import { CounselNotice } from '../CounselNotice.tsx';
import { CourtMomentField, missingMoment, typedOf } from './CourtMomentField.tsx';
import { doneWords as words } from './words.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';

/** Marks a deadline done, with what proves it. */
export function MarkDoneDialog({ deadline, onClose }: { deadline: Deadline; onClose: () => void }) {
  const { timezone } = useMatter();
  const [at, setAt] = useState(() => typedOf(courtNow(timezone, Date.now())));
  const [isTried, setIsTried] = useState(false);
  const [note, setNote] = useState('');
  const [entryId, setEntryId] = useState<DocketEntryId | null>(null);
  const [evidenceId, setEvidenceId] = useState<EvidenceId | null>(null);
  const mark = useEngineMutation('deadlines.setStatus', {
    errors: 'inline',
    undoMessage: ({ title }) => words.done(title),
    onSuccess: onClose,
  });
  const last = lastMoment(deadline, timezone);
  const isLate = at.moment !== null && last < at.moment.slice(0, last.length);

  return (
    <Dialog
      title={words.title(deadline.title)}
      onClose={onClose}
      isBusy={mark.isPending}
      onSubmit={() => {
        setIsTried(true);
        if (at.moment === null) return;
        const proof = { at: at.moment, note: note.trim(), entryId, evidenceId };
        mark.mutate({ id: deadline.id, status: 'done', proof });
      }}
      submitLabel={words.confirm}
    >
      <p className="flex flex-wrap items-baseline gap-x-3 text-ink-soft tabular-nums">
        {formatMoment(effectiveDue(deadline), timezone)}
        <CounselNotice />
      </p>
      <CourtMomentField
        label={words.at}
        value={at.moment}
        onChange={setAt}
        isRequired
        autoFocus
        error={isTried ? missingMoment(at) : null}
      />
      {isLate && <p className="font-medium text-warning-ink">{words.late}</p>}
      <TextField
        label={words.note}
        value={note}
        onChange={setNote}
        placeholder={words.notePlaceholder}
        maxLength={textLimits.deadlines.proof}
      />
      <EntryField entryId={entryId} onChoose={({ id }) => setEntryId(id)} onRemove={() => setEntryId(null)} />
      <DocumentField evidenceId={evidenceId} onChange={setEvidenceId} />
      {mark.error && <ErrorLine>{messageOf(mark.error)}</ErrorLine>}
    </Dialog>
  );
}
