import { useState } from 'react';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import type { NoticeEffort } from '../../../../shared/model/tro.ts';
import { courtNow, fieldErrors, messageOf, useEngineMutation, useMatter } from '../../../client/index.ts';
import { Dialog, ErrorLine, SubmitButtons, TextArea, TextField, buttonWords } from '../../../ui/index.ts';
import { CourtMomentField, typedOf } from '../../deadlines/index.ts';
import { DocumentField } from '../../pick/index.ts';
import { noticeWords as words, recordWords } from '../words.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';

export interface NoticeDialogProps {
  /** The effort to correct; null to log one. */
  readonly notice: NoticeEffort | null;
  /** By whom the last one was made, filled in. */
  readonly lastBy: string;
  readonly onClose: () => void;
}

/** One effort to give notice: whom, how, when, by whom, and the result. */
export function NoticeDialog({ notice, lastBy, onClose }: NoticeDialogProps) {
  const { timezone } = useMatter();
  const [who, setWho] = useState(notice?.who ?? '');
  const [how, setHow] = useState(notice?.how ?? '');
  const [at, setAt] = useState(() => typedOf(notice?.at ?? courtNow(timezone, Date.now())));
  const [by, setBy] = useState(notice?.by ?? lastBy);
  const [result, setResult] = useState(notice?.result ?? '');
  const [evidenceId, setEvidenceId] = useState<EvidenceId | null>(notice?.evidenceId ?? null);
  const [isTried, setIsTried] = useState(false);
  const options = { errors: 'inline' as const, onSuccess: onClose };
  const add = useEngineMutation('tro.notice.add', { ...options, undoMessage: () => words.added(who) });
  const update = useEngineMutation('tro.notice.update', {
    ...options,
    undoMessage: () => words.changed(who),
  });
  const error = add.error ?? update.error;
  const refused = fieldErrors(error);
  const isBusy = add.isPending || update.isPending;
  const hasMinute = at.moment !== null && at.moment.length > 10;

  const submit = () => {
    setIsTried(true);
    if (who.trim() === '' || how.trim() === '' || at.moment === null || !hasMinute) return;
    const fields = { who, how, at: at.moment, by, result, evidenceId };
    if (notice) update.mutate({ id: notice.id, notice: fields });
    else add.mutate({ notice: fields });
  };
  return (
    <Dialog
      title={notice ? words.editTitle : words.addTitle}
      onClose={onClose}
      onSubmit={submit}
      isBusy={isBusy}
      footer={
        <SubmitButtons label={notice ? buttonWords.save : words.log} isDisabled={isBusy} onCancel={onClose} />
      }
    >
      <TextField
        label={words.who}
        value={who}
        onChange={setWho}
        maxLength={textLimits.tro.noticeWho}
        isRequired
        autoFocus
        description={words.whoHelp}
        error={isTried && who.trim() === '' ? words.whoMissing : refused['who']}
      />
      <TextField
        label={words.how}
        value={how}
        onChange={setHow}
        maxLength={textLimits.tro.noticeHow}
        isRequired
        description={words.howHelp}
        error={isTried && how.trim() === '' ? words.howMissing : refused['how']}
      />
      <div className="grid grid-cols-2 items-start gap-3">
        <CourtMomentField
          label={words.at}
          value={at.moment}
          onChange={setAt}
          needsMinute
          isRequired
          error={isTried && !hasMinute && !at.isUnreadable ? recordWords.atMinuteMissing : refused['at']}
        />
        <TextField
          label={words.by}
          value={by}
          onChange={setBy}
          maxLength={textLimits.tro.noticeBy}
          error={refused['by']}
        />
      </div>
      <TextArea
        label={words.result}
        value={result}
        onChange={setResult}
        rows={3}
        maxLength={textLimits.tro.note}
        description={words.resultHelp}
        error={refused['result']}
      />
      <DocumentField evidenceId={evidenceId} onChange={setEvidenceId} />
      {error && Object.keys(refused).length === 0 && <ErrorLine>{messageOf(error)}</ErrorLine>}
    </Dialog>
  );
}
