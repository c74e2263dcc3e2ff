import { useState } from 'react';
import type { JobResult } from '../../../../shared/contract/api.ts';
import { messageOf, runJob, useFileWriting, useMatter } from '../../../client/index.ts';
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
  const { isWriting, error, save } = useFileWriting(words.cancelled);
  const [result, setResult] = useState<Result | null>(null);
  const isShown = useShown();
  // One item is usually just the one being read: only several count as a choice.
  const source =
    items?.find(({ value }) => value === form.source) ??
    items?.find(({ value, ids }) => value !== 'selected' || ids.length > 1) ??
    items?.[0];
  const errors = copyFormErrors(form);

  const make = () => {
    setIsTried(true);
    if (!source || errors.name || errors.passphrase || errors.repeated) return;
    const { source: _source, repeated: _repeated, name, ...choices } = form;
    void save('review-copy', name, async (target) => {
      const made = await runJob('review.copy.export', {
        matterId,
        ids: [...source.ids],
        target,
        name: name.trim(),
        ...choices,
        includesWorkProduct: choices.includesNotes && choices.includesWorkProduct,
      });
      setResult(made);
      // If the dialog was closed meanwhile, a toast says so.
      if (!isShown.current) showToast({ message: words.toastMade(name.trim()) });
    });
  };
  if (result) return <Made result={result} onClose={onClose} />;
  return (
    <Dialog
      title={words.makeTitle}
      width="large"
      onClose={onClose}
      onSubmit={make}
      submitLabel={words.make}
      canSubmit={source !== undefined && !isWriting}
      {...(isWriting && { footer: <Button onPress={onClose}>{words.keepWorking}</Button> })}
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
          isDisabled={isWriting}
        />
      )}
      {isWriting && <JobProgress operation="review.copy.export" label={words.making} />}
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
