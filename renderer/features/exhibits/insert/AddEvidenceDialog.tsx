import { useMemo, useState } from 'react';
import type { EvidenceItem } from '../../../../shared/model/evidence.ts';
import type { Exhibit, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { messageOf } from '../../../client/index.ts';
import { Button, Dialog, ErrorLine, buttonWords } from '../../../ui/index.ts';
import { EvidencePicker } from './EvidencePicker.tsx';
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
  const title = !after
    ? words.addTitle(set.name)
    : place === 'sub'
      ? words.partTitle(after.label)
      : words.insertTitle(after.label);
  return (
    <Dialog
      title={title}
      width="large"
      onClose={onClose}
      isBusy={isBusy}
      footer={
        <>
          <Button onPress={onClose}>{buttonWords.cancel}</Button>
          <Button variant="primary" isDisabled={chosen.length === 0 || isBusy} onPress={submit}>
            {words.add(chosen.length)}
          </Button>
        </>
      }
    >
      <EvidencePicker
        exhibits={exhibits}
        selectionMode="multiple"
        chosen={chosen}
        onChoose={setChosen}
        plannedOf={plannedOf}
      />
      {exhibits.length > 0 && (
        <PlaceFields set={set} exhibits={exhibits} insertion={insertion} onChange={setInsertion} />
      )}
      <div role="status" className="flex flex-col gap-2">
        {plan ? (
          <PlanView exhibits={exhibits} changes={plan.changes} citations={plan.affectedCitations} />
        ) : (
          <p className="text-ink-soft">{words.noneChosen}</p>
        )}
      </div>
      {error && <ErrorLine>{messageOf(error)}</ErrorLine>}
    </Dialog>
  );
}
