import { useState } from 'react';
import { useCommand, useEngineQuery, useMatter } from '../../../client/index.ts';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import { Unasked } from '../../../ui/index.ts';
import { AddToSetDialog } from '../../exhibits/index.ts';
import { mostForSet } from '../EvidenceButtons.tsx';
import { DropTarget } from './DropTarget.tsx';
import { IntakeReportDialog } from './IntakeReportDialog.tsx';
import { IntakeSheet } from './IntakeSheet.tsx';
import { chooseEvidence, closeReport, useIntake } from './intake-store.ts';

/**
 * Taking evidence in, from wherever the user is: the menu's commands, files dropped anywhere on the window, the questions
 * asked, and the result. Mounted once by the frame while a matter is open.
 */
export function EvidenceIntake() {
  const { id: matterId } = useMatter();
  const { asked, shown } = useIntake();
  const [toSet, setToSet] = useState<EvidenceId[] | null>(null);
  useCommand('evidence.add', () => void chooseEvidence(matterId, 'evidence-files'));
  useCommand('evidence.addFolder', () => void chooseEvidence(matterId, 'evidence-folder'));
  const { data: evidence = [] } = useEngineQuery('evidence.rows', toSet && { matterId, ids: toSet });
  return (
    <>
      <DropTarget />
      {asked?.matterId === matterId && <IntakeSheet {...asked} />}
      {shown?.matterId === matterId && (
        <Unasked>
          <IntakeReportDialog
            {...shown}
            onAddToSet={(ids) => {
              closeReport();
              setToSet(ids.slice(0, mostForSet) as EvidenceId[]);
            }}
          />
        </Unasked>
      )}
      {toSet && evidence.length > 0 && <AddToSetDialog evidence={evidence} onClose={() => setToSet(null)} />}
    </>
  );
}
