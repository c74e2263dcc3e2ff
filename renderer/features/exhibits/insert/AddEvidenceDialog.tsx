import { useMemo, useState } from 'react';
import type { EvidenceItem } from '../../../../shared/model/evidence.ts';
import type { Exhibit, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { messageOf } from '../../../client/index.ts';
import { Dialog, ErrorLine } from '../../../ui/index.ts';
import { EvidenceChoices } from './EvidenceChoices.tsx';
import { PlaceFields } from './PlaceFields.tsx';
import { PlanView } from './PlanView.tsx';
import { useAddPlan } from './use-add-plan.ts';
import { pickWords as words } from './words.ts';

interface AddEvidenceDialogProps {
  readonly set: ExhibitSet;
  readonly exhibits: readonly Exhibit[];
  /** The exhibit the new ones follow at first; null for the end of the set. */
  readonly after: Exhibit | null;
  readonly place: 'between' | 'sub';
  readonly onAdded: (added: readonly Exhibit[]) => void;
  readonly onClose: () => void;
}

/** Chooses evidence and its place. Every label that would change, and every citation, is shown before it is applied. */
export function AddEvidenceDialog(props: AddEvidenceDialogProps) {
  const { set, exhibits, after, place, onAdded, onClose } = props;
  const [chosen, setChosen] = useState<readonly EvidenceItem[]>([]);
  const evidenceIds = useMemo(() => chosen.map(({ id }) => id), [chosen]);
  const begin = { afterLabel: after?.label ?? null, way: place };
  const { insertion, setInsertion, plan, labels, error, isBusy, submit } = useAddPlan(
    set,
    evidenceIds,
    begin,
    onAdded,
  );
  const plannedOf = useMemo(
    () => new Map(evidenceIds.flatMap((id, at) => (labels[at] ? [[id, labels[at]] as const] : []))),
    [evidenceIds, labels],
  );
  const moved = plan?.changes.filter(({ id, was, now }) => id !== null && was !== now).length ?? 0;
  const title = !after
    ? words.addTitle(set.name)
    : place === 'sub'
      ? words.partTitle(after.label)
      : words.insertTitle(after.label);
  return (
    <Dialog
      title={title}
      width="double"
      onClose={onClose}
      isBusy={isBusy}
      onSubmit={submit}
      submitLabel={words.add(chosen.length)}
      canSubmit={chosen.length > 0}
    >
      <div className="flex flex-col gap-3.5 lg:grid lg:grid-cols-[minmax(0,1fr)_25rem] lg:items-start lg:gap-5">
        <div className="flex min-w-0 flex-col gap-3.5">
          <EvidenceChoices
            exhibits={exhibits}
            chosen={chosen}
            onChoose={setChosen}
            plannedOf={plannedOf}
            height="h-52 lg:h-104"
          />
        </div>
        <div className="flex min-w-0 flex-col gap-3.5">
          {exhibits.length > 0 && (
            <PlaceFields set={set} exhibits={exhibits} insertion={insertion} onChange={setInsertion} />
          )}
          {/* What is heard at each choice: the table itself may have hundreds of rows. */}
          <p role="status" className={plan ? 'text-sm font-medium' : 'text-ink-soft'}>
            {plan ? words.planned(labels, moved) : words.noneChosen}
          </p>
          {plan && <PlanView exhibits={exhibits} plan={plan} />}
          {error && <ErrorLine>{messageOf(error)}</ErrorLine>}
        </div>
      </div>
    </Dialog>
  );
}
