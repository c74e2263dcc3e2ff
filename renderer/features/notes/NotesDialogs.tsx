import { useCommand } from '../../client/index.ts';
import { Unasked } from '../../ui/index.ts';
import { askExport, useExportState } from './output/export-store.ts';
import { ExportDialog } from './output/ExportDialog.tsx';
import { ExportResultDialog } from './output/ExportResultDialog.tsx';

/** The dialogs of notes, from whichever area they are asked for. */
export function NotesDialogs() {
  const state = useExportState();
  useCommand('notes.export', () => askExport(null));
  if (state?.step === 'asked') return <ExportDialog asked={state} />;
  if (state?.step === 'done')
    return (
      <Unasked>
        <ExportResultDialog result={state.result} />
      </Unasked>
    );
  return null;
}
