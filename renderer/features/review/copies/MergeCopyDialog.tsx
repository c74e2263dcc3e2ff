import { useState } from 'react';
import type { GrantedFile } from '../../../../shared/contract/bridge.ts';
import type { JobResult } from '../../../../shared/contract/api.ts';
import { isAppError } from '../../../../shared/errors/app-error.ts';
import {
  engineClient,
  messageOf,
  showError,
  useAttempt,
  useMatter,
  waitForJob,
} from '../../../client/index.ts';
import { Button, Dialog, ErrorLine, TextField, showToast } from '../../../ui/index.ts';
import { JobProgress } from '../../jobs/index.ts';
import { MergeResult } from './MergeResult.tsx';
import { useShown } from './use-shown.ts';
import { copyWords as words } from './words.ts';

type Result = JobResult<'review.copy.merge'>;

interface MergeCopyDialogProps {
  readonly onConflicts: () => void;
  readonly onClose: () => void;
}

/** Takes back what a colleague did in a review copy. */
export function MergeCopyDialog({ onConflicts, onClose }: MergeCopyDialogProps) {
  const { id: matterId } = useMatter();
  const [file, setFile] = useState<GrantedFile | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [isTried, setIsTried] = useState(false);
  const { isBusy, error, attempt, forget } = useAttempt();
  const [result, setResult] = useState<Result | null>(null);
  const isShown = useShown();
  const isWrong = isAppError(error, 'MATTER_WRONG_PASSPHRASE');

  const choose = async () => {
    const [chosen] = await window.forthwith.openFiles('review-copy');
    if (!chosen) return;
    setFile(chosen);
    forget();
  };
  const merge = async (source: { readonly token: string }) => {
    let job: string | null = null;
    try {
      const merged = await waitForJob<Result>(matterId, async () => {
        ({ jobId: job } = await engineClient['review.copy.merge']({ matterId, source, passphrase }));
        return job;
      });
      setResult(merged);
      if (!isShown.current) showToast({ message: words.toastMerged });
    } catch (failure) {
      // An error shown here need not be listed again among the work that did not finish.
      if (job !== null && isShown.current)
        await engineClient['jobs.dismiss']({ matterId, jobId: job }).catch(() => undefined);
      throw failure;
    }
  };
  const submit = () => {
    setIsTried(true);
    if (file && passphrase !== '') void attempt(() => merge({ token: file.token }));
  };
  if (result) return <MergeResult result={result} onConflicts={onConflicts} onClose={onClose} />;
  return (
    <Dialog
      title={words.mergeTitle}
      onClose={onClose}
      onSubmit={submit}
      submitLabel={words.merge}
      canSubmit={!isBusy}
      {...(isBusy && { footer: <Button onPress={onClose}>{words.keepWorking}</Button> })}
    >
      <p className="text-ink-soft">{words.mergeBody}</p>
      <div role="group" aria-label={words.file} className="flex flex-col gap-1">
        <span aria-hidden className="text-sm font-medium">
          {words.file}
        </span>
        <div className="flex items-center gap-3">
          <Button isDisabled={isBusy} autoFocus onPress={() => void choose().catch(showError)}>
            {words.chooseFile}
          </Button>
          <span className={`min-w-0 truncate ${file ? 'font-medium' : 'text-ink-soft'}`}>
            {file?.name ?? words.noFile}
          </span>
        </div>
        {isTried && !file && (
          <span role="alert" className="text-sm text-danger-ink">
            {words.fileMissing}
          </span>
        )}
      </div>
      <TextField
        label={words.copyPassphrase}
        type="password"
        autoComplete="off"
        value={passphrase}
        onChange={(next) => {
          setPassphrase(next);
          if (isWrong) forget();
        }}
        isDisabled={isBusy}
        error={isWrong ? messageOf(error) : isTried && passphrase === '' ? words.passphraseMissing : null}
      />
      {isBusy && <JobProgress operation="review.copy.merge" label={words.merging} />}
      {error !== null && !isWrong && <ErrorLine>{messageOf(error)}</ErrorLine>}
    </Dialog>
  );
}
