import { useState } from 'react';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import type { Exhibit, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import {
  formatCount,
  messageOf,
  useEngineMutation,
  useEngineQuery,
  useMatter,
} from '../../../client/index.ts';
import { Button, Dialog, LoadingState, Select } from '../../../ui/index.ts';
import { SetDialog } from '../sets/SetDialog.tsx';
import { pickWords as words } from '../words.ts';
import { plannedLabels } from './planned-labels.ts';

interface AddToSetDialogProps {
  /** In the order the exhibits should stand. */
  readonly evidence: readonly { readonly id: EvidenceId; readonly title: string }[];
  readonly onClose: () => void;
}

/** Puts chosen evidence into an exhibit set, old or new, at its end or after an exhibit. */
export function AddToSetDialog({ evidence, onClose }: AddToSetDialogProps) {
  const { id: matterId } = useMatter();
  const { data: sets } = useEngineQuery('exhibits.set.list', { matterId });
  const [chosenSet, setChosenSet] = useState<ExhibitSet['id'] | null>(null);
  const [isNew, setIsNew] = useState(false);
  const set = sets?.find(({ id }) => id === chosenSet) ?? sets?.[0];

  if (isNew || sets?.length === 0) {
    return (
      <SetDialog
        onClose={() => (isNew ? setIsNew(false) : onClose())}
        onSaved={({ id }) => {
          setChosenSet(id);
          setIsNew(false);
        }}
      />
    );
  }
  if (!set || !sets) {
    return (
      <Dialog title={words.toSetTitle(evidence.length)} width="small" onClose={onClose}>
        <LoadingState />
      </Dialog>
    );
  }
  return (
    <PlaceForm
      key={set.id}
      set={set}
      sets={sets}
      evidence={evidence}
      onClose={onClose}
      onChooseSet={setChosenSet}
      onNewSet={() => setIsNew(true)}
    />
  );
}

interface PlaceFormProps extends AddToSetDialogProps {
  readonly set: ExhibitSet;
  readonly sets: readonly ExhibitSet[];
  readonly onChooseSet: (id: ExhibitSet['id']) => void;
  readonly onNewSet: () => void;
}

const atEnd = 'end';
const none: readonly Exhibit[] = [];

function PlaceForm({ set, sets, evidence, onClose, onChooseSet, onNewSet }: PlaceFormProps) {
  const { id: matterId } = useMatter();
  const { data: exhibits = none } = useEngineQuery('exhibits.list', { matterId, setId: set.id });
  const [place, setPlace] = useState<string>(atEnd);
  const add = useEngineMutation('exhibits.add', {
    errors: 'inline',
    undoMessage: (added) => `Added ${formatCount(added.length, 'exhibit')} to “${set.name}”`,
    onSuccess: onClose,
  });
  const after = place === atEnd ? null : place;
  const labels = plannedLabels(
    set.scheme,
    exhibits.map(({ label }) => label),
    evidence.length,
    after,
  );
  const submit = () =>
    add.mutate({
      setId: set.id,
      evidenceIds: evidence.map(({ id }) => id),
      ...(after !== null && { afterLabel: after }),
    });
  return (
    <Dialog
      title={words.toSetTitle(evidence.length)}
      width="small"
      onClose={onClose}
      onSubmit={submit}
      isBusy={add.isPending}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" isDisabled={add.isPending}>
            {words.add(evidence.length)}
          </Button>
        </>
      }
    >
      <div className="flex items-end gap-2">
        <div className="min-w-0 grow">
          <Select
            label={words.set}
            value={set.id as string}
            onChange={(id) => onChooseSet(id as ExhibitSet['id'])}
            options={sets.map(({ id, name, exhibits: count }) => ({
              value: id as string,
              label: name,
              description: formatCount(count, 'exhibit'),
            }))}
          />
        </div>
        <Button onPress={onNewSet}>{words.newSet}</Button>
      </div>
      <Select
        label={words.place}
        value={place}
        onChange={setPlace}
        options={[
          { value: atEnd, label: words.atEnd },
          ...exhibits.map(({ label, title }) => ({ value: label, label: words.after(label, title) })),
        ]}
      />
      {after !== null && (
        <p className="rounded-md bg-info-soft px-3 py-2 text-info-ink">{words.insertNote(after)}</p>
      )}
      <div>
        <p className="text-sm font-medium">{words.chosen}</p>
        <ul className="mt-1 max-h-40 overflow-auto rounded-md bg-sunken px-3 py-2 text-sm">
          {evidence.map(({ id, title }, index) => (
            <li key={id} className="flex gap-2">
              <span className="w-14 shrink-0 font-semibold">{labels[index]}</span>
              <span className="min-w-0 truncate" title={title}>
                {title}
              </span>
            </li>
          ))}
        </ul>
      </div>
      {add.error && (
        <p role="alert" className="text-danger-ink">
          {messageOf(add.error)}
        </p>
      )}
    </Dialog>
  );
}
