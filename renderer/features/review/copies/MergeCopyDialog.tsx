import { useState } from 'react';
import type { GrantedFile } from '../../../../shared/contract/bridge.ts';
import type { JobResult } from '../../../../shared/contract/api.ts';
import { isAppError } from '../../../../shared/errors/app-error.ts';
import { engineClient, messageOf, showError, useMatter, waitForJob } from '../../../client/index.ts';
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
  const [isRunning, setIsRunning] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [result, setResult] = useState<Result | null>(null);
  const isShown = useShown();
  const isWrong = isAppError(error, 'MATTER_WRONG_PASSPHRASE');

  const choose = async () => {
    const [chosen] = await window.forthwith.openFiles('review-copy');
    if (!chosen) return;
    setFile(chosen);
    setError(null);
  };
  const merge = async () => {
    setIsTried(true);
    if (!file || passphrase === '') return;
    setError(null);
    setIsRunning(true);
    let job: string | null = null;
    try {
      const merged = await waitForJob<Result>(matterId, async () => {
        const { jobId } = await engineClient['review.copy.merge']({
          matterId,
          source: { token: file.token },
          passphrase,
        });
        job = jobId;
        return jobId;
      });
      setResult(merged);
      if (!isShown.current) showToast({ message: words.toastMerged });
    } catch (failure) {
      if (!isAppError(failure, 'CANCELLED')) setError(failure);
      // An error shown here need not be listed again among the work that did not finish.
      if (job !== null && isShown.current)
        await engineClient['jobs.dismiss']({ matterId, jobId: job }).catch(() => undefined);
    } finally {
      setIsRunning(false);
    }
  };
  if (result) return <MergeResult result={result} onConflicts={onConflicts} onClose={onClose} />;
  return (
    <Dialog
      title={words.mergeTitle}
      onClose={onClose}
      onSubmit={() => merge().catch(showError)}
      submitLabel={words.merge}
      canSubmit={!isRunning}
      {...(isRunning && { footer: <Button onPress={onClose}>{words.keepWorking}</Button> })}
    >
      <p className="text-ink-soft">{words.mergeBody}</p>
      <div role="group" aria-label={words.file} className="flex flex-col gap-1">
        <span aria-hidden className="text-sm font-medium">
          {words.file}
        </span>
        <div className="flex items-center gap-3">
          <Button isDisabled={isRunning} autoFocus onPress={() => void choose().catch(showError)}>
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
          if (isWrong) setError(null);
        }}
        isDisabled={isRunning}
        error={isWrong ? messageOf(error) : isTried && passphrase === '' ? words.passphraseMissing : null}
      />
      {isRunning && <JobProgress operation="review.copy.merge" label={words.merging} />}
      {error !== null && !isWrong && <ErrorLine>{messageOf(error)}</ErrorLine>}
    </Dialog>
  );
}
