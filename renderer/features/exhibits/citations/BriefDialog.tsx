import { useState } from 'react';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import type { EvidenceItem } from '../../../../shared/model/evidence.ts';
import type { Exhibit } from '../../../../shared/model/exhibits.ts';
import { Button, Dialog, buttonWords } from '../../../ui/index.ts';
import { EvidencePicker } from '../insert/EvidencePicker.tsx';
import { citationWords as words } from './words.ts';

const noExhibits: readonly Exhibit[] = [];
const noLabels: ReadonlyMap<string, string> = new Map();

/** Chooses the brief among the evidence. */
export function BriefDialog(props: { onPick: (id: EvidenceId) => void; onClose: () => void }) {
  const [chosen, setChosen] = useState<readonly EvidenceItem[]>([]);
  const [brief] = chosen;
  return (
    <Dialog
      title={words.pickTitle}
      width="large"
      onClose={props.onClose}
      footer={
        <>
          <Button onPress={props.onClose}>{buttonWords.cancel}</Button>
          <Button variant="primary" isDisabled={!brief} onPress={() => brief && props.onPick(brief.id)}>
            {words.check}
          </Button>
        </>
      }
    >
      <EvidencePicker
        exhibits={noExhibits}
        selectionMode="single"
        chosen={chosen}
        onChoose={setChosen}
        plannedOf={noLabels}
      />
    </Dialog>
  );
}
