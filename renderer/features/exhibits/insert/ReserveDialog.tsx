import { useState } from 'react';
import type { Exhibit, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { messageOf, useEngineMutation, useEngineQuery, useMatter } from '../../../client/index.ts';
import { Dialog, ErrorLine, NumberField, TextField } from '../../../ui/index.ts';
import { PlaceFields } from './PlaceFields.tsx';
import { PlanView } from './PlanView.tsx';
import { placeOf, type Insertion } from './use-add-plan.ts';
import { keepWords as words } from './words.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';

interface ReserveDialogProps {
  readonly set: ExhibitSet;
  readonly exhibits: readonly Exhibit[];
  readonly onAdded: (added: readonly Exhibit[]) => void;
  readonly onClose: () => void;
}

/** As many labels as may be reserved at once. */
const most = 500;

/** Keeps labels for exhibits that are to come. */
export function ReserveDialog({ set, exhibits, onAdded, onClose }: ReserveDialogProps) {
  const { id: matterId } = useMatter();
  const [count, setCount] = useState(1);
  const [note, setNote] = useState('');
  const [insertion, setInsertion] = useState<Insertion>({ afterLabel: null, way: 'between' });
  const reserve = useEngineMutation('exhibits.reserve', {
    errors: 'inline',
    undoMessage: (added) => words.reserved(added.map(({ label }) => label).join(', ')),
    onSuccess: onAdded,
  });
  const isValid = Number.isInteger(count) && count >= 1 && count <= most;
  const input = { setId: set.id, count, note: note.trim(), ...placeOf(insertion) };
  const { data: plan, error } = useEngineQuery(
    'exhibits.planReserve',
    isValid ? { matterId, ...input } : null,
    { keepsPrevious: true },
  );
  return (
    <Dialog
      title={words.reserveTitle}
      onClose={onClose}
      onSubmit={() => reserve.mutate(input)}
      isBusy={reserve.isPending}
      submitLabel={words.reserve(isValid ? count : 1)}
      canSubmit={isValid}
    >
      <p className="text-ink-soft">{words.reserveBody}</p>
      <div className="grid grid-cols-[6rem_1fr] gap-3">
        <NumberField
          label={words.count}
          value={count}
          onChange={setCount}
          minValue={1}
          maxValue={most}
          autoFocus
        />
        <TextField
          label={words.note}
          value={note}
          onChange={setNote}
          placeholder={words.notePlaceholder}
          maxLength={textLimits.exhibits.reserveNote}
        />
      </div>
      {exhibits.length > 0 && (
        <PlaceFields set={set} exhibits={exhibits} insertion={insertion} onChange={setInsertion} />
      )}
      {isValid && plan && (
        <div role="status" className="flex flex-col gap-2">
          <PlanView exhibits={exhibits} plan={plan} />
        </div>
      )}
      {(reserve.error ?? error) && <ErrorLine>{messageOf(reserve.error ?? error)}</ErrorLine>}
    </Dialog>
  );
}
