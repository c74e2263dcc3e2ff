import { useMemo, useState } from 'react';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import type { Exhibit, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { formatCount, messageOf, useEngineQuery, useMatter, QueryFallback } from '../../../client/index.ts';
import { Badge, Button, Dialog, ErrorLine, Select } from '../../../ui/index.ts';
import { SetDialog } from '../sets/SetDialog.tsx';
import { againWords } from '../words.ts';
import { labelsByItem } from './labels-by-item.ts';
import { PlaceFields } from './PlaceFields.tsx';
import { PlanView } from './PlanView.tsx';
import { useAddPlan } from './use-add-plan.ts';
import { pickWords as words } from './words.ts';

interface AddToSetDialogProps {
  /** In the order of the new exhibits. */
  readonly evidence: readonly { readonly id: EvidenceId; readonly title: string }[];
  readonly onClose: () => void;
}

/** Puts chosen evidence into an exhibit set, old or new, at its end or after an exhibit. */
export function AddToSetDialog({ evidence, onClose }: AddToSetDialogProps) {
  const { id: matterId } = useMatter();
  const query = useEngineQuery('exhibits.set.list', { matterId });
  const { data: sets } = query;
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
      <Dialog title={words.toSetTitle(evidence.length)} onClose={onClose}>
        <QueryFallback query={query} />
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

const atEnd = { afterLabel: null, way: 'between' } as const;
const none: readonly Exhibit[] = [];

function PlaceForm({ set, sets, evidence, onClose, onChooseSet, onNewSet }: PlaceFormProps) {
  const { id: matterId } = useMatter();
  const { data: exhibits = none } = useEngineQuery('exhibits.list', { matterId, setId: set.id });
  const evidenceIds = useMemo(() => evidence.map(({ id }) => id), [evidence]);
  const { insertion, setInsertion, plan, error, isBusy, submit } = useAddPlan(
    set,
    evidenceIds,
    atEnd,
    onClose,
  );
  return (
    <Dialog
      title={words.toSetTitle(evidence.length)}
      onClose={onClose}
      onSubmit={submit}
      isBusy={isBusy}
      submitLabel={words.add(evidence.length)}
    >
      <div className="flex items-end gap-2">
        <div className="min-w-0 grow">
          <Select
            label={words.set}
            autoFocus
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
      <Again evidence={evidence} exhibits={exhibits} />
      {exhibits.length > 0 && (
        <PlaceFields set={set} exhibits={exhibits} insertion={insertion} onChange={setInsertion} />
      )}
      {plan && <PlanView exhibits={exhibits} plan={plan} />}
      {error && <ErrorLine>{messageOf(error)}</ErrorLine>}
    </Dialog>
  );
}

/** The evidence that the set holds already; it may still be added twice. */
function Again({
  evidence,
  exhibits,
}: Pick<AddToSetDialogProps, 'evidence'> & { exhibits: readonly Exhibit[] }) {
  const labelsOf = useMemo(() => labelsByItem(exhibits), [exhibits]);
  const held = evidence.flatMap((item) => {
    const labels = labelsOf.get(item.id);
    return labels ? [{ ...item, labels: labels.join(', ') }] : [];
  });
  if (held.length === 0) return null;
  return (
    <div className="flex flex-col gap-1">
      <h3 className="text-sm font-medium">{againWords.title}</h3>
      <ul
        aria-label={againWords.title}
        tabIndex={0}
        className="max-h-24 overflow-auto rounded-md border border-line px-3 py-1"
      >
        {held.map(({ id, title, labels }) => (
          <li key={id} className="flex min-h-6 items-center gap-2">
            <span dir="auto" className="min-w-0 grow truncate text-left" title={title}>
              {title}
            </span>
            <Badge title={words.already(labels)}>{words.already(labels)}</Badge>
          </li>
        ))}
      </ul>
    </div>
  );
}
