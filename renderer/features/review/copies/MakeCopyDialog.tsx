import { useState } from 'react';
import type { JobResult } from '../../../../shared/contract/api.ts';
import { isAppError } from '../../../../shared/errors/app-error.ts';
import { messageOf, runJob, showError, useMatter } from '../../../client/index.ts';
import { Button, Dialog, ErrorLine, LoadingState, showToast } from '../../../ui/index.ts';
import { JobProgress } from '../../jobs/index.ts';
import { CopyFields } from './CopyFields.tsx';
import { copyFormErrors, emptyCopyForm, type CopyForm } from './copy-form.ts';
import { useShown } from './use-shown.ts';
import { useCopyItems } from './use-copy-items.ts';
import { copyWords as words } from './words.ts';

type Result = JobResult<'review.copy.export'>;

/** Makes one encrypted file for a colleague, of the items chosen. */
export function MakeCopyDialog({ onClose }: { onClose: () => void }) {
  const { id: matterId } = useMatter();
  const items = useCopyItems();
  const [form, setForm] = useState<CopyForm>(emptyCopyForm);
  const [isTried, setIsTried] = useState(false);
  const [isRunning, setIsRunning] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [result, setResult] = useState<Result | null>(null);
  const isShown = useShown();
  // One item is usually just the one being read: only several count as a choice.
  const source =
    items?.find(({ value }) => value === form.source) ??
    items?.find(({ value, ids }) => value !== 'selected' || ids.length > 1) ??
    items?.[0];
  const errors = copyFormErrors(form);

  const make = async () => {
    setIsTried(true);
    if (!source || errors.name || errors.passphrase || errors.repeated) return;
    setError(null);
    try {
      const target = await window.forthwith.saveFile('review-copy', form.name);
      if (!target) return;
      setIsRunning(true);
      const { source: _source, repeated: _repeated, name, ...choices } = form;
      const made = await runJob('review.copy.export', {
        matterId,
        ids: [...source.ids],
        target: { token: target.token },
        name: name.trim(),
        ...choices,
        includesWorkProduct: choices.includesNotes && choices.includesWorkProduct,
      });
      setResult(made);
      // If the dialog was closed meanwhile, a toast says so.
      if (!isShown.current) showToast({ message: words.toastMade(name.trim()) });
    } catch (failure) {
      if (isAppError(failure, 'CANCELLED')) showToast({ tone: 'notice', message: words.cancelled });
      else setError(failure);
    } finally {
      setIsRunning(false);
    }
  };
  if (result) return <Made result={result} onClose={onClose} />;
  return (
    <Dialog
      title={words.makeTitle}
      width="large"
      onClose={onClose}
      onSubmit={() => make().catch(showError)}
      submitLabel={words.make}
      canSubmit={source !== undefined && !isRunning}
      {...(isRunning && { footer: <Button onPress={onClose}>{words.keepWorking}</Button> })}
    >
      <p className="text-ink-soft">{words.makeBody}</p>
      {items === undefined ? (
        <LoadingState />
      ) : !source ? (
        <p role="status">{words.noItems}</p>
      ) : (
        <CopyFields
          form={form}
          onChange={(patch) => setForm((before) => ({ ...before, ...patch }))}
          items={items}
          source={source.value}
          errors={isTried ? errors : null}
          isDisabled={isRunning}
        />
      )}
      {isRunning && <JobProgress operation="review.copy.export" label={words.making} />}
      {error !== null && <ErrorLine>{messageOf(error)}</ErrorLine>}
    </Dialog>
  );
}

function Made({ result, onClose }: { result: Result; onClose: () => void }) {
  return (
    <Dialog title={words.made} width="small" onClose={onClose}>
      <p className="wrap-anywhere">{words.madeOf(result.fileName, result.items)}</p>
      {result.notes + result.leftOut > 0 && <p>{words.madeNotes(result.notes, result.leftOut)}</p>}
      <p className="text-ink-soft">{words.madeNext}</p>
    </Dialog>
  );
}
