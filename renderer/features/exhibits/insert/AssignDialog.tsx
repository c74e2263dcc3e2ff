import { useState } from 'react';
import type { EvidenceItem } from '../../../../shared/model/evidence.ts';
import type { Exhibit } from '../../../../shared/model/exhibits.ts';
import { messageOf, useEngineMutation } from '../../../client/index.ts';
import { Button, Dialog, ErrorLine, buttonWords } from '../../../ui/index.ts';
import { EvidencePicker } from './EvidencePicker.tsx';
import { keepWords as words } from './words.ts';

interface AssignDialogProps {
  readonly exhibit: Exhibit;
  readonly exhibits: readonly Exhibit[];
  readonly onClose: () => void;
}

const nothing: ReadonlyMap<string, string> = new Map();

/** Puts evidence behind a reserved label, or other evidence behind one that has some. */
export function AssignDialog({ exhibit, exhibits, onClose }: AssignDialogProps) {
  const [chosen, setChosen] = useState<readonly EvidenceItem[]>([]);
  const [item] = chosen;
  const assign = useEngineMutation('exhibits.assign', {
    errors: 'inline',
    undoMessage: ({ label }) => words.assigned(label),
    onSuccess: onClose,
  });
  return (
    <Dialog
      title={words.assignTitle(exhibit.label)}
      width="large"
      onClose={onClose}
      isBusy={assign.isPending}
      footer={
        <>
          <Button onPress={onClose}>{buttonWords.cancel}</Button>
          <Button
            variant="primary"
            isDisabled={!item || assign.isPending}
            onPress={() => item && assign.mutate({ id: exhibit.id, evidenceId: item.id })}
          >
            {words.assign}
          </Button>
        </>
      }
    >
      <EvidencePicker
        exhibits={exhibits}
        selectionMode="single"
        chosen={chosen}
        onChoose={setChosen}
        plannedOf={nothing}
      />
      {assign.error && <ErrorLine>{messageOf(assign.error)}</ErrorLine>}
    </Dialog>
  );
}
