import { useState } from 'react';
import { isAppError } from '../../../../shared/errors/app-error.ts';
import {
  fieldErrors,
  formatSize,
  formatInstant,
  messageOf,
  useEngineMutation,
  useEngineQuery,
  useMatter,
} from '../../../client/index.ts';
import { Button, DetailRow, Dialog, ErrorLine, buttonWords } from '../../../ui/index.ts';
import { MatterForm } from '../MatterForm.tsx';
import { matterFieldWords as fieldWords, matterWords as words } from '../words.ts';

/** What a matter is called, and what its file holds. */
export function DetailsDialog({ onClose }: { onClose: () => void }) {
  const matter = useMatter();
  const { title, court, number, judge, timezone } = matter;
  const [fields, setFields] = useState({ title, court, number, judge, timezone });
  const info = useEngineQuery('matter.get', { matterId: matter.id }).data;
  const save = useEngineMutation('matter.update', {
    errors: 'inline',
    undoMessage: () => words.detailsChanged,
    onSuccess: onClose,
  });
  return (
    <Dialog
      title={words.details}
      onClose={onClose}
      onSubmit={() => save.mutate({ fields })}
      isBusy={save.isPending}
      footer={
        <>
          <Button onPress={onClose}>{matter.isReadOnly ? buttonWords.close : buttonWords.cancel}</Button>
          {!matter.isReadOnly && (
            <Button variant="primary" type="submit">
              {buttonWords.save}
            </Button>
          )}
        </>
      }
    >
      <MatterForm
        fields={fields}
        onChange={(patch) => setFields((before) => ({ ...before, ...patch }))}
        errors={fieldErrors(save.error)}
        isReadOnly={matter.isReadOnly}
      />
      {save.error && !isAppError(save.error, 'INVALID_INPUT') && (
        <ErrorLine>{messageOf(save.error)}</ErrorLine>
      )}
      <dl data-selectable className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 border-t border-line pt-3">
        <DetailRow name={fieldWords.file}>{matter.fileName}</DetailRow>
        {info && <DetailRow name={fieldWords.size}>{formatSize(info.sizeBytes)}</DetailRow>}
        <DetailRow name={fieldWords.made}>{formatInstant(matter.createdAt, matter.timezone)}</DetailRow>
        <DetailRow name={words.passphrase}>
          {matter.isEncrypted ? fieldWords.encrypted : fieldWords.notEncrypted}
        </DetailRow>
        <DetailRow name={fieldWords.verified}>
          {info?.verifiedAt ? formatInstant(info.verifiedAt, matter.timezone) : fieldWords.notVerified}
        </DetailRow>
      </dl>
    </Dialog>
  );
}
