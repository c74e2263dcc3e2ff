import { useState } from 'react';
import { messageOf, runJob, useFileWriting, useMatter, useViewState } from '../../../client/index.ts';
import { Dialog, ErrorLine, RadioGroup, showToast } from '../../../ui/index.ts';
import { defaultView } from '../argument-view.ts';
import { exportWords as words } from '../words.ts';

type What = 'chronology' | 'matrix' | 'allegations';
type Form = 'csv' | 'docx';

/** Writes the chronology, the matrix or the allegations to a file. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const { id: matterId, title } = useMatter();
  const [{ shows, pleadingId }] = useViewState('argument.view', defaultView);
  const [what, setWhat] = useState<What>(shows);
  const [form, setForm] = useState<Form>('docx');
  const { isWriting, error, save: saveFile } = useFileWriting();
  const save = () =>
    saveFile(`argument-${form}`, words.fileName(what, title), async (target) => {
      const { fileName, rows } = await runJob('argument.export', {
        matterId,
        what,
        ...(pleadingId !== null && { pleadingId }),
        form,
        target,
      });
      showToast({ message: words.saved(fileName, rows) });
      onClose();
    });
  return (
    <Dialog
      title={words.title}
      width="small"
      onClose={onClose}
      onSubmit={() => void save()}
      isBusy={isWriting}
      submitLabel={words.save}
    >
      <RadioGroup<What>
        label={words.what}
        value={what}
        onChange={setWhat}
        autoFocus
        options={[
          { value: 'chronology', label: words.chronology, description: words.chronologyHelp },
          { value: 'matrix', label: words.matrix, description: words.matrixHelp },
          { value: 'allegations', label: words.allegations, description: words.allegationsHelp },
        ]}
      />
      <RadioGroup<Form>
        label={words.form}
        value={form}
        onChange={setForm}
        options={[
          { value: 'docx', label: words.docx, description: words.docxHelp },
          { value: 'csv', label: words.csv, description: words.csvHelp },
        ]}
      />
      {error !== null && <ErrorLine>{messageOf(error)}</ErrorLine>}
    </Dialog>
  );
}
