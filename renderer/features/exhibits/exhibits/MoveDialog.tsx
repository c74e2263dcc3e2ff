import { useState } from 'react';
import { Dialog, NumberField } from '../../../ui/index.ts';
import { withParts } from '../../../../shared/domain/exhibits/parts.ts';
import type { Exhibit } from '../../../../shared/model/exhibits.ts';
import { editWords } from '../words.ts';
import { NamedExhibits, nameOrCount } from './NamedExhibits.tsx';

interface MoveDialogProps {
  readonly exhibits: readonly Exhibit[];
  readonly moved: readonly Exhibit[];
  readonly onMove: (ids: readonly string[], position: number) => void;
  readonly onClose: () => void;
}

/** Moves exhibits to a place given by number: the way without dragging or many keystrokes. */
export function MoveDialog({ exhibits, moved, onMove, onClose }: MoveDialogProps) {
  // Parts move with their exhibits, so the place is counted without them too.
  const last = exhibits.length - withParts(exhibits, moved).length + 1;
  const now = exhibits.findIndex(({ id }) => id === moved[0]?.id) + 1;
  const [place, setPlace] = useState(Math.min(now, last));
  const isValid = Number.isInteger(place) && place >= 1 && place <= last;
  const submit = () => {
    onMove(
      moved.map(({ id }) => id),
      place - 1,
    );
    onClose();
  };
  return (
    <Dialog
      title={editWords.moveTitle(nameOrCount(moved))}
      width="small"
      onClose={onClose}
      onSubmit={submit}
      submitLabel={editWords.move}
      canSubmit={isValid}
    >
      <NamedExhibits exhibits={moved} />
      <NumberField
        label={editWords.position}
        description={editWords.positionHelp(last)}
        error={isValid || Number.isNaN(place) ? null : editWords.positionInvalid(last)}
        value={place}
        onChange={setPlace}
        minValue={1}
        maxValue={last}
        autoFocus
      />
    </Dialog>
  );
}
