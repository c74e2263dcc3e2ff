import { useState } from 'react';
import { effectiveDue, lastMoment } from '../../../../shared/domain/deadlines/effective-due.ts';
import type { Deadline } from '../../../../shared/model/deadlines.ts';
import type { DocketEntry } from '../../../../shared/model/docket.ts';
import type { EvidenceItem } from '../../../../shared/model/evidence.ts';
import { courtNow, messageOf, useEngineMutation, useMatter } from '../../../client/index.ts';
import { Dialog, ErrorLine, LinkField, MomentField, SubmitButtons, TextField } from '../../../ui/index.ts';
import { EntryPicker, lineOfEntry } from '../../docket/index.ts';
import { EvidencePicker } from '../../pick/index.ts';
import { CounselNotice } from '../CounselNotice.tsx';
import { useCourtMoments } from './use-court-moments.ts';
import { doneWords as words, editWords } from './words.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';

/** Marks a deadline done, with what proves it. */
export function MarkDoneDialog({ deadline, onClose }: { deadline: Deadline; onClose: () => void }) {
  const { timezone } = useMatter();
  const moments = useCourtMoments();
  const [at, setAt] = useState<string | null>(() => courtNow(timezone, Date.now()));
  const [isUnreadable, setIsUnreadable] = useState(false);
  const [isTried, setIsTried] = useState(false);
  const [note, setNote] = useState('');
  const [entry, setEntry] = useState<DocketEntry | null>(null);
  const [item, setItem] = useState<EvidenceItem | null>(null);
  const [picking, setPicking] = useState<'entry' | 'evidence' | null>(null);
  const mark = useEngineMutation('deadlines.setStatus', {
    errors: 'inline',
    undoMessage: ({ title }) => words.done(title),
    onSuccess: onClose,
  });
  const last = lastMoment(deadline, timezone);
  const isLate = at !== null && last < at.slice(0, last.length);

  return (
    <Dialog
      title={words.title(deadline.title)}
      onClose={onClose}
      isBusy={mark.isPending}
      onSubmit={() => {
        setIsTried(true);
        if (at === null) return;
        mark.mutate({
          id: deadline.id,
          status: 'done',
          proof: { at, note: note.trim(), entryId: entry?.id ?? null, evidenceId: item?.id ?? null },
        });
      }}
      footer={<SubmitButtons label={words.confirm} isBusy={mark.isPending} onCancel={onClose} />}
    >
      <p className="flex flex-wrap items-baseline gap-x-3 text-ink-soft tabular-nums">
        {moments.format(effectiveDue(deadline))}
        <CounselNotice />
      </p>
      <MomentField
        label={words.at}
        value={at}
        onChange={(next, unreadable) => {
          setAt(next);
          setIsUnreadable(unreadable);
        }}
        {...moments}
        isRequired
        autoFocus
        error={isTried && at === null ? (isUnreadable ? editWords.atUnreadable : editWords.atMissing) : null}
      />
      {isLate && <p className="font-medium text-warning-ink">{words.late}</p>}
      <TextField
        label={words.note}
        value={note}
        onChange={setNote}
        placeholder={words.notePlaceholder}
        maxLength={textLimits.deadlines.proof}
      />
      <LinkField
        label={words.entry}
        chosen={entry === null ? null : lineOfEntry(entry)}
        none={editWords.noEntry}
        choose={editWords.chooseEntry}
        onChoose={() => setPicking('entry')}
        onRemove={() => setEntry(null)}
      />
      <LinkField
        label={words.document}
        chosen={item?.title ?? null}
        none={editWords.noDocument}
        choose={editWords.chooseDocument}
        onChoose={() => setPicking('evidence')}
        onRemove={() => setItem(null)}
      />
      {mark.error && <ErrorLine>{messageOf(mark.error)}</ErrorLine>}
      {picking === 'entry' && (
        <EntryPicker
          title={editWords.pickEntry}
          onClose={() => setPicking(null)}
          onPick={(picked) => {
            setEntry(picked);
            setPicking(null);
          }}
        />
      )}
      {picking === 'evidence' && (
        <EvidencePicker
          title={editWords.pickEvidence}
          onClose={() => setPicking(null)}
          onPick={(picked) => {
            setItem(picked);
            setPicking(null);
          }}
        />
      )}
    </Dialog>
  );
}
