import { useState } from 'react';
import { isAppError } from '../../../../shared/errors/app-error.ts';
import {
  fieldErrors,
  formatBytes,
  formatInstant,
  messageOf,
  useEngineMutation,
  useEngineQuery,
  useMatter,
} from '../../../client/index.ts';
import { Button, Dialog } from '../../../ui/index.ts';
import { MatterForm } from '../MatterForm.tsx';
import { matterWords as words } from '../words.ts';

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
          <Button onPress={onClose}>{matter.isReadOnly ? 'Close' : 'Cancel'}</Button>
          {!matter.isReadOnly && (
            <Button variant="primary" type="submit">
              Save
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
        <p role="alert" className="text-danger-ink">
          {messageOf(save.error)}
        </p>
      )}
      <dl data-selectable className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 border-t border-line pt-3">
        <Fact term="File" value={matter.fileName} />
        {info && <Fact term="Size" value={formatBytes(info.sizeBytes)} />}
        <Fact term="Made" value={formatInstant(matter.createdAt, matter.timezone)} />
        <Fact term="Passphrase" value={matter.isEncrypted ? 'Set: the file is encrypted' : 'None'} />
        <Fact
          term="Originals verified"
          value={info?.verifiedAt ? formatInstant(info.verifiedAt, matter.timezone) : 'Not yet'}
        />
      </dl>
    </Dialog>
  );
}

function Fact({ term, value }: { term: string; value: string }) {
  return (
    <>
      <dt className="text-ink-soft">{term}</dt>
      <dd className="min-w-0 wrap-anywhere">{value}</dd>
    </>
  );
}
